import { BUCKET } from "./store.ts";

const HOUR = 3_600_000;

/** Day and hour of a moment in a zone, as its clocks show them. @throws RangeError for a zone there is none of */
export function createClock(zone: string) {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    hourCycle: "h23",
  });
  return (at: number): { day: string; hour: number } => {
    const parts = Object.fromEntries(
      format.formatToParts(at).map(({ type, value }) => [type, value]),
    );
    return {
      day: `${parts["year"]}-${parts["month"]}-${parts["day"]}`,
      hour: Number(parts["hour"]),
    };
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
