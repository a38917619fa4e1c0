/** A stretch of time with an id. Times in ms. */
export interface Stretch {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** Which lane each is drawn in, so that none lies over another: the first that is free when it begins. */
export function lanesOf(stretches: readonly Stretch[]): ReadonlyMap<string, number> {
  const busyUntil: number[] = [];
  const lanes = new Map<string, number>();
  for (const { id, from, to } of stretches.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const free = busyUntil.findIndex((until) => until <= from);
    const lane = free === -1 ? busyUntil.length : free;
    busyUntil[lane] = to;
    lanes.set(id, lane);
  }
  return lanes;
}

/** Where a stretch lies on a strip from `from` to `to`, in per cent; what is outside is cut. */
export function placeOf(
  stretch: Omit<Stretch, "id">,
  strip: Omit<Stretch, "id">,
): { left: string; width: string } {
  const whole = strip.to - strip.from;
  const start = Math.max(stretch.from, strip.from);
  const end = Math.min(stretch.to, strip.to);
  const percent = (part: number): string => `${((part / whole) * 100).toFixed(4)}%`;
  return { left: percent(start - strip.from), width: percent(Math.max(0, end - start)) };
}
