import type { Range } from "../../../shared/contract/search.ts";

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts a text into marked and unmarked runs. Ranges outside the text or out of order are dropped. */
export function pieces(text: string, ranges: readonly Range[]): Piece[] {
  const cut: Piece[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    if (start < at || end <= start || start >= text.length) continue;
    if (start > at) cut.push({ text: text.slice(at, start), marked: false });
    cut.push({ text: text.slice(start, end), marked: true });
    at = Math.min(end, text.length);
  }
  if (at < text.length) cut.push({ text: text.slice(at), marked: false });
  return cut;
}

/** Characters kept before the first match when a line is cut. */
const LEAD = 8;
/** A match that begins before this is on screen without cutting. */
const IN_SIGHT = 20;

/**
 * One line out of a body, with the first match in sight. Line breaks become spaces, one for one,
 * so that the ranges stay true.
 */
export function line(body: string, ranges: readonly Range[]): Piece[] {
  const flat = body.replaceAll(/[\r\n\t]/g, " ");
  const first = ranges[0]?.[0] ?? 0;
  if (first <= IN_SIGHT) return pieces(flat, ranges);
  const from = first - LEAD;
  const moved = ranges.map(([start, end]): Range => [start - from, end - from]);
  return [{ text: "…", marked: false }, ...pieces(flat.slice(from), moved)];
}
