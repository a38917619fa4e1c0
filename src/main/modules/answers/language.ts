import type { Range } from "../../../shared/contract/search.ts";

/** What the index has to know of the language; handed in by the core, so that search and answers read alike. */
export interface Language {
  /** Half width, lower case, simplified; `offsets` leads back to the text as it was, null when nothing moved. */
  fold(text: string): { readonly text: string; readonly offsets: Uint32Array | null };
  /** A run of the folded text as a run of the text as it was. */
  toOriginal(offsets: Uint32Array | null, start: number, end: number): Range;
  /** Readings without tones of one UTF-16 unit of folded text, the usual one first; none but for hanzi. */
  sounds(unit: number): readonly string[];
}
