import { DateTime } from "luxon";

const DAY = 86_400_000;

/** The day of a moment where the person lives, its first and its last millisecond. */
export function dayOf(
  at: number,
  zone: string,
): { day: string; dayStarts: number; todayEnds: number } {
  const date = DateTime.fromMillis(at, { zone });
  return {
    day: date.toFormat("yyyy-MM-dd"),
    dayStarts: date.startOf("day").toMillis(),
    todayEnds: date.endOf("day").toMillis(),
  };
}

/** As far ahead as campaigns are told of, milliseconds. */
const AHEAD = 7 * DAY;

/** What opens within a week, the next first. @param limit how many */
export function openingSoon<T extends { readonly start: number }>(
  sets: readonly T[],
  now: number,
  limit: number,
): T[] {
  return sets
    .filter(({ start }) => start > now && start <= now + AHEAD)
    .toSorted((a, b) => a.start - b.start)
    .slice(0, limit);
}
