import { DateTime } from "luxon";

/** Days that words may mean, as they are counted from now. Months are 1 to 12. */
export type DaysOf = (now: DateTime) => DateTime[];

const onThisDay =
  (days: number): DaysOf =>
  (now) => [now.plus({ days })];

const valid = (days: readonly DateTime[]): DateTime[] => days.filter((each) => each.isValid);

/** @param weekday 1 Monday to 7 Sunday @param week 0: the next such day, today too; 1: this week's; 2: next week's … */
function weekdays(weekday: number, week: number): DaysOf {
  return (now) => {
    const monday = now.startOf("week");
    const nth = (weeks: number): DateTime => monday.plus({ days: weekday - 1 + 7 * weeks });
    if (week > 1) return [nth(week - 1)];
    return [nth(0), nth(1)].filter((each) => each.endOf("day") >= now);
  };
}

/** A date of every year, the next first; 29 February is in leap years only. */
const yearly =
  (month: number, day: number, shift = 0): DaysOf =>
  (now) =>
    valid(
      Array.from({ length: 9 }, (_, years) =>
        DateTime.fromObject({ year: now.year + years, month, day }, { zone: now.zone }).plus({
          days: shift,
        }),
      ),
    ).filter((each) => each.endOf("day") >= now);

/** A day of every month, the next first. @param months 0: from this month on; 1: of the next one only */
const monthly =
  (day: number, months: number | null): DaysOf =>
  (now) => {
    const of = (ahead: number): DateTime => {
      const month = now.startOf("month").plus({ months: ahead });
      return DateTime.fromObject({ year: month.year, month: month.month, day }, { zone: now.zone });
    };
    if (months !== null) return valid([of(months)]);
    return valid([0, 1, 2, 3].map(of)).filter((each) => each.endOf("day") >= now);
  };

const exactly =
  (year: number, month: number, day: number): DaysOf =>
  (now) =>
    valid([DateTime.fromObject({ year, month, day }, { zone: now.zone })]);

/** Working days from Monday to Friday; holidays are not known here. */
const workdays =
  (count: number): DaysOf =>
  (now) => {
    let day = now;
    for (let left = Math.min(count, 400); left > 0;) {
      day = day.plus({ days: 1 });
      if (day.weekday <= 5) left -= 1;
    }
    return [day];
  };

export const dayWords = {
  onThisDay,
  weekdays,
  yearly,
  monthly,
  exactly,
  workdays,
  /** The last day of the week, the weeks ahead counted from this one. */
  weekEnd:
    (weeks: number): DaysOf =>
    (now) => [now.plus({ weeks }).endOf("week")],
  monthEnd:
    (months: number): DaysOf =>
    (now) => [now.startOf("month").plus({ months }).endOf("month")],
  /** The last day of a month by its number. */
  endOfMonth:
    (month: number): DaysOf =>
    (now) =>
      [0, 1]
        .map((years) =>
          DateTime.fromObject({ year: now.year + years, month }, { zone: now.zone }).endOf("month"),
        )
        .filter((each) => each >= now),
  yearEnd: ((now) => [now.endOf("year")]) satisfies DaysOf,
  inMonths:
    (months: number, days = 0): DaysOf =>
    (now) => [now.plus({ months, days })],
};
