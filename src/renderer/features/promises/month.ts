const DAY = 24 * 60 * 60_000;

/** Midnight of a date such as "2026-11-25", as if it were in UTC: for counting days only. */
const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const written = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The month a date is in: "2026-11". */
export const monthOf = (date: string): string => date.slice(0, 7);

/** The month so many months on: "2026-12" and 1 give "2027-01". */
export function monthAfter(month: string, step: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return written(Date.UTC(year, number - 1 + step, 1)).slice(0, 7);
}

/** The date so many days on. */
export const dateAfter = (date: string, step: number): string => written(utc(date) + step * DAY);

/** The weeks of a month, Monday first; the first and last one hold days of the neighbouring months. */
export function weeksOf(month: string): string[][] {
  const first = utc(`${month}-01`);
  const end = utc(`${monthAfter(month, 1)}-01`);
  const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * DAY;
  const weeks: string[][] = [];
  for (let at = monday; at < end; at += 7 * DAY)
    weeks.push(Array.from({ length: 7 }, (_, index) => written(at + index * DAY)));
  return weeks;
}
