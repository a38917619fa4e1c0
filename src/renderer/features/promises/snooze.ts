export const SNOOZES = ["tenMinutes", "halfHour", "hour", "morning"] as const;
export type Snooze = (typeof SNOOZES)[number];

const MINUTE = 60_000;
const LENGTHS = { tenMinutes: 10, halfHour: 30, hour: 60 } as const;
/** The hour a working day begins. */
const MORNING = 9;

/** Until when nothing reminds, in milliseconds since 1970. */
export function snoozeUntil(snooze: Snooze, now: number): number {
  if (snooze !== "morning") return now + LENGTHS[snooze] * MINUTE;
  const morning = new Date(now);
  if (morning.getHours() >= MORNING) morning.setDate(morning.getDate() + 1);
  morning.setHours(MORNING, 0, 0, 0);
  return morning.getTime();
}
