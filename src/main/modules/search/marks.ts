import type { Marks, Range } from "../../../shared/contract/search.ts";
import type { Entry } from "./entry.ts";
import type { Term } from "./match.ts";
import { findRuns, joinRuns } from "./match.ts";
import { toOriginal } from "./normalise.ts";

function marksIn(terms: readonly Term[], text: string, offsets: Uint32Array | null): Range[] {
  const runs = joinRuns(terms.flatMap((term) => findRuns(term, text)));
  return runs.map(([start, end]) => toOriginal(offsets, start, end));
}

/** Where the terms stand in a phrase as it was written. */
export function marksOf(terms: readonly Term[], entry: Entry): Marks {
  const { title, titleOffsets, body, bodyOffsets, shortcut, shortcutOffsets } = entry;
  const begun = terms
    .filter(({ text }) => shortcut.startsWith(text))
    .map(({ text }) => text.length);
  return {
    title: marksIn(terms, title, titleOffsets),
    body: marksIn(terms, body, bodyOffsets),
    shortcut: begun.length > 0 ? [toOriginal(shortcutOffsets, 0, Math.max(...begun))] : [],
  };
}
