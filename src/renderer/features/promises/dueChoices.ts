/** Times one picks with a click; each is a word the program understands, so that picking teaches typing. */
export const DUE_CHOICES = ["hour", "today", "tomorrow", "threeDays", "week"] as const;
export type DueChoice = (typeof DUE_CHOICES)[number];

/** "2026-11-25T15:00" for a field that takes date and time, on this machine's clock. */
export function wallOf(at: number): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The moment such a field says; null when it is empty. */
export function atWall(wall: string): number | null {
  const at = new Date(wall).getTime();
  return Number.isNaN(at) ? null : at;
}
