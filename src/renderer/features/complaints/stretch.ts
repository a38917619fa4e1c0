const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const STRETCHES = [30, 90, 365] as const;
export type Stretch = (typeof STRETCHES)[number];

/** So many days, today the last of them, with this machine's zone; the end is the next midnight. */
export function stretch(days: Stretch, now: number): { from: number; to: number; zone: string } {
  const midnight = new Date(now);
  midnight.setHours(24, 0, 0, 0);
  const to = midnight.getTime();
  // A day may have 23 or 25 hours: the calendar counts, not the clock.
  midnight.setDate(midnight.getDate() - days);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { from: midnight.getTime(), to, zone };
}

/** How long something takes, in the one unit that fits: "3 天", "5 hours". In ms. */
export function lastingWords(length: number, locale: string): string {
  const [value, unit] =
    length >= 2 * DAY
      ? [length / DAY, "day"]
      : length >= HOUR
        ? [length / HOUR, "hour"]
        : [Math.max(1, length / 60_000), "minute"];
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit,
    unitDisplay: "long",
    maximumFractionDigits: unit === "day" ? 1 : 0,
  }).format(value);
}
