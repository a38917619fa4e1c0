import { DateTime } from "luxon";
import type { ReportWeek } from "../../../shared/contract/reports.ts";
import { AppError } from "../../../shared/errors.ts";

const NAME = "kkkk-'W'WW";

/** Monday to Sunday as the calendar of the zone has them: a week has 167 or 169 hours where clocks are moved. */
function starting(monday: DateTime, zone: string): ReportWeek {
  return {
    week: monday.toFormat(NAME),
    from: monday.toFormat("yyyy-MM-dd"),
    to: monday.plus({ days: 6 }).toFormat("yyyy-MM-dd"),
    start: monday.toMillis(),
    end: monday.plus({ weeks: 1 }).startOf("day").toMillis(),
    zone,
  };
}

/** The week of a moment. @param at milliseconds since 1970 @param zone an IANA name */
export const weekAt = (at: number, zone: string): ReportWeek =>
  starting(DateTime.fromMillis(at, { zone }).startOf("week"), zone);

/** @param name "2026-W53" @throws AppError report_week_unknown: that year has no such week */
export function weekNamed(name: string, zone: string): ReportWeek {
  const monday = DateTime.fromISO(`${name}-1`, { zone }).startOf("day");
  if (!monday.isValid || monday.toFormat(NAME) !== name)
    throw new AppError("report_week_unknown", { week: name });
  return starting(monday, zone);
}

/** The week so many weeks later. */
export const weekAfter = ({ from }: ReportWeek, weeks: number, zone: string): ReportWeek =>
  starting(DateTime.fromISO(from, { zone }).plus({ weeks }).startOf("day"), zone);

/** The seven days, each with its first moment and the first of the next. */
export function daysOf({ from, zone }: ReportWeek): { day: string; start: number; end: number }[] {
  const monday = DateTime.fromISO(from, { zone });
  return Array.from({ length: 7 }, (_, index) => {
    const day = monday.plus({ days: index }).startOf("day");
    return {
      day: day.toFormat("yyyy-MM-dd"),
      start: day.toMillis(),
      end: day.plus({ days: 1 }).startOf("day").toMillis(),
    };
  });
}
