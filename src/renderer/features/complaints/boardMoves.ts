/** A card's place on the board. */
export interface Spot {
  readonly column: number;
  readonly row: number;
}

const STEPS: Readonly<Record<string, readonly [column: number, row: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Where a key leads from a card; null when the key means nothing. `heights`: how many cards each column has. */
export function moved(from: Spot, key: string, heights: readonly number[]): Spot | null {
  const height = (column: number): number => heights[column] ?? 0;
  if (key === "Home") return { ...from, row: 0 };
  if (key === "End") return { ...from, row: Math.max(0, height(from.column) - 1) };
  const step = STEPS[key];
  if (!step) return null;
  const [aside, down] = step;
  if (down !== 0) {
    const row = from.row + down;
    return row >= 0 && row < height(from.column) ? { ...from, row } : from;
  }
  // Empty columns are stepped over; in a lower one the last card is the nearest.
  for (let column = from.column + aside; column in heights; column += aside)
    if (height(column) > 0) return { column, row: Math.min(from.row, height(column) - 1) };
  return from;
}
