import { DateTime } from "luxon";

/** A working day begins at this hour: who goes home at two in the morning closes the day before. */
const BEGINS = 4;

/** A working day and its moments: from the first millisecond to the first of the next. */
export interface Workday {
  /** "2026-11-27". */
  readonly day: string;
  readonly from: number;
  readonly to: number;
}

/** The hour stands still where clocks are moved at four; luxon then gives the moment after. */
const beginning = (date: DateTime): DateTime =>
  date.set({ hour: BEGINS, minute: 0, second: 0, millisecond: 0 });

function starting(begin: DateTime): Workday {
  const next = beginning(begin.plus({ days: 1 }));
  return { day: begin.toISODate() ?? "", from: begin.toMillis(), to: next.toMillis() };
}

/** The working day of a moment. */
export function workdayAt(at: number, zone: string): Workday {
  const now = DateTime.fromMillis(at, { zone });
  const today = beginning(now);
  return starting(now < today ? beginning(today.minus({ days: 1 })) : today);
}

/** @param day "2026-11-27" */
export const workdayOf = (day: string, zone: string): Workday =>
  starting(beginning(DateTime.fromISO(day, { zone })));

/** Every working day of a month "2026-11". */
export function workdaysOf(month: string, zone: string): Workday[] {
  const first = DateTime.fromISO(`${month}-01`, { zone });
  return Array.from({ length: first.daysInMonth ?? 0 }, (_, index) =>
    workdayOf(first.plus({ days: index }).toISODate() ?? "", zone),
  );
}

/** The last millisecond of the calendar day: when something is due that is due "on that day". */
export const dayEnd = (at: number, zone: string): number =>
  DateTime.fromMillis(at, { zone }).endOf("day").toMillis();
