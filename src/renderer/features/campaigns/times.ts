import { wallParts } from "../../../shared/rules/validityWall.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How far a moment is, as one says it: "3小时后", "in 2 days", "昨天". Times in ms. */
export function distance(at: number, now: number, locale: string): string {
  const ahead = at - now;
  const size = Math.abs(ahead);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "always" });
  // Ahead one has at least that long; of what is past the whole units count.
  const round = (unit: number): number => Math.trunc(ahead / unit);
  if (size < MINUTE) return relative.format(ahead < 0 ? -1 : 1, "minute");
  if (size < HOUR) return relative.format(round(MINUTE), "minute");
  if (size < 2 * DAY) return relative.format(round(HOUR), "hour");
  return relative.format(round(DAY), "day");
}

/** A wall time as one says it: "11月10日 20:00", with the year when it is not this one. */
export function wallWords(
  wall: string,
  locale: string,
  options: { end?: boolean; now?: number } = {},
): string {
  const { end = false, now = Date.now() } = options;
  const { date, clock } = wallParts(wall, end);
  const day = Date.parse(`${date}T00:00:00Z`);
  const words = new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    month: "short",
    day: "numeric",
    ...(date.slice(0, 4) === String(new Date(now).getFullYear()) ? {} : { year: "numeric" }),
  }).format(day);
  return `${words} ${clock}`;
}

/** The first day of a month that is `step` months from the one of "2026-11-01". */
export function monthAfter(first: string, step: number): string {
  const [year = 0, month = 1] = first.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + step, 1)).toISOString().slice(0, 10);
}

/** The first day of the month in which a moment lies in a zone. */
export function monthOf(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
  }).formatToParts(at);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-01`;
}
