const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Times an agent promises without looking at a calendar. */
export const QUICK = ["hour", "today", "day", "days"] as const;
export type Quick = (typeof QUICK)[number];

/** What such a promise comes to, in ms since 1970. "Today" is the last minute of the day on this machine's calendar. */
export function quickMoment(quick: Quick, now: number): number {
  // Nobody promises seconds: the minute that has begun counts as whole.
  const minute = Math.ceil(now / MINUTE) * MINUTE;
  if (quick === "hour") return minute + HOUR;
  if (quick === "day") return minute + 24 * HOUR;
  const end = new Date(now);
  end.setHours(23, 59, 0, 0);
  if (quick === "days") end.setDate(end.getDate() + 3);
  return end.getTime();
}

const two = (value: number): string => String(value).padStart(2, "0");

/** A moment as the browser's own field for date and time has it, on this machine's clock. */
export function toField(at: number): string {
  const date = new Date(at);
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join("-");
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The other way round; null for an empty or unfinished field. */
export function fromField(value: string): number | null {
  const at = value === "" ? Number.NaN : new Date(value).getTime();
  return Number.isNaN(at) ? null : at;
}

/** A moment as it is said: the last minute of a day stands for the day. */
export function asDue(at: number): { dueAt: number; dateOnly: boolean } {
  const date = new Date(at);
  return { dueAt: at, dateOnly: date.getHours() === 23 && date.getMinutes() === 59 };
}
