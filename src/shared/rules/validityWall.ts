/** A time as a clock on the wall shows it, to the minute: "2026-11-10T20:00". Which moment it is depends on the zone. */
export type Wall = string;

/** Where nothing else was said. */
export const DEFAULT_ZONE = "Asia/Shanghai";

const WALL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** True for a time that a calendar has: 29 February in leap years only. */
export function isWall(text: string): boolean {
  const [year, month, day, hour, minute] = (WALL.exec(text)?.slice(1) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  if (year < 2000 || year > 2199 || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysIn(year, month) && hour! < 24 && minute! < 60;
}

/** The date and the clock of a wall time. Midnight as an end is the 24:00 of the day before. */
export function wallParts(wall: Wall, end = false): { date: string; clock: string } {
  const [date, clock] = [wall.slice(0, 10), wall.slice(11, 16)];
  if (!end || clock !== "00:00") return { date, clock };
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return { date: day.toISOString().slice(0, 10), clock: "24:00" };
}
