import { BUCKET } from "./store.ts";

const HOUR = 3_600_000;

const DAY = 24 * HOUR;

/** Day and hour of a moment in a zone, as its clocks show them. @throws RangeError for a zone there is none of */
export function createClock(zone: string) {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  /** What the zone's clocks are ahead of UTC at a full minute. */
  function ahead(at: number): number {
    const parts = Object.fromEntries(
      format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
    );
    const { year, month, day, hour, minute } = parts as Record<string, number>;
    return Date.UTC(year!, month! - 1, day, hour, minute) - Math.floor(at / 60_000) * 60_000;
  }
  // Asking the calendar is slow, and on most days the clocks are not changed.
  const known = new Map<number, number | null>();
  function offset(at: number): number {
    const day = Math.floor(at / DAY);
    let same = known.get(day);
    if (same === undefined) {
      const first = ahead(day * DAY);
      same = first === ahead((day + 1) * DAY) ? first : null;
      known.set(day, same);
    }
    return same ?? ahead(at);
  }
  return (at: number): { day: string; hour: number } => {
    const shown = new Date(at + offset(at)).toISOString();
    return { day: shown.slice(0, 10), hour: Number(shown.slice(11, 13)) };
  };
}

/** Uses by hour of the day and by day, of quarters of an hour since 1970. Days without a use are there with 0. */
export function byClock(
  buckets: readonly { bucket: number; count: number }[],
  from: number,
  to: number,
  zone: string,
): { byHour: number[]; byDay: { day: string; count: number }[] } {
  const clock = createClock(zone);
  const byHour = Array.from({ length: 24 }, () => 0);
  const days = new Map<string, number>();
  // No day is shorter than 23 hours, so that none is stepped over.
  for (let at = from; at < to; at += 22 * HOUR) days.set(clock(at).day, 0);
  if (to > from) days.set(clock(to - 1).day, 0);
  for (const { bucket, count } of buckets) {
    const { day, hour } = clock(Math.max(from, bucket * BUCKET));
    byHour[hour]! += count;
    days.set(day, (days.get(day) ?? 0) + count);
  }
  return { byHour, byDay: [...days].map(([day, count]) => ({ day, count })) };
}
