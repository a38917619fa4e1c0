import { DateTime, IANAZone } from "luxon";
import type { Wall } from "../../../shared/rules/validityWall.ts";

const MINUTE = 60_000;
/** Farther than any clock is put forward or back at once (Samoa skipped a day), milliseconds. */
const FAR = 26 * 60 * MINUTE;

/** True for a name of the IANA time zone database that this machine knows. */
export const isZone = (zone: string): boolean => IANAZone.isValidZone(zone);

/**
 * The first moment at which the clock on the wall of `zone` shows this time or a later one, milliseconds since 1970.
 * So a time that a change to summer time skips is the moment of the change, and one that comes twice is the first of
 * the two: nothing opens late, and nothing goes on for an hour too long.
 */
export function instantOf(wall: Wall, zone: string): number {
  const place = IANAZone.create(zone);
  const asUtc = DateTime.fromISO(wall, { zone: "utc" }).toMillis();
  const offsetAt = (moment: number): number => place.offset(moment) * MINUTE;
  const [before, after] = [offsetAt(asUtc - FAR), offsetAt(asUtc + FAR)];
  const shown = [asUtc - before, asUtc - after].filter(
    (moment) => moment + offsetAt(moment) === asUtc,
  );
  if (shown.length > 0) return Math.min(...shown);
  // Skipped: the change lies between what the two offsets say.
  let [low, high] = [asUtc - Math.max(before, after), asUtc - Math.min(before, after)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (middle + offsetAt(middle) < asUtc) low = middle;
    else high = middle;
  }
  return high;
}

/** What the clock on the wall of `zone` shows at a moment, to the minute. */
export const wallOf = (moment: number, zone: string): Wall =>
  DateTime.fromMillis(moment, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");

/** Where each day from `from` up to and without `to` begins in `zone`. Both as "2026-11-01"; at most 400 days. */
export function daysOf(from: string, to: string, zone: string): { date: string; at: number }[] {
  const days: { date: string; at: number }[] = [];
  // Dates are counted without a zone: a day that a zone skipped is still a date.
  for (let day = DateTime.fromISO(from, { zone: "utc" }); days.length < 400;) {
    const date = day.toFormat("yyyy-MM-dd");
    if (date >= to) break;
    days.push({ date, at: instantOf(`${date}T00:00`, zone) });
    day = day.plus({ days: 1 });
  }
  return days;
}
