import type { UsesReport } from "../../../shared/contract/statistics.ts";

const DAY = 86_400_000;

export const STRETCHES = [7, 30, 90, 365] as const;
export type Days = (typeof STRETCHES)[number];

/** The zone of this machine's clock. */
export const localZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** So many days, today the last of them, in milliseconds since 1970; the end is the next midnight. */
export function stretchOf(days: Days, now: number): { from: number; to: number } {
  const midnight = new Date(now);
  midnight.setHours(24, 0, 0, 0);
  const to = midnight.getTime();
  // A day may have 23 or 25 hours: the calendar counts, not the clock.
  midnight.setDate(midnight.getDate() - days);
  return { from: midnight.getTime(), to };
}

/** Phrases made within the last week have not had their chance. */
export const oldEnough = (now: number): number => stretchOf(7, now).from + DAY;

/** Days as they are read at a glance: month and day. */
export const shortDays = (days: UsesReport["byDay"]): string[] =>
  days.map(({ day }) => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`);
