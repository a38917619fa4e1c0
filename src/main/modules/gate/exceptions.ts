import type { MatchEntry } from "./entry.ts";
import type { Place } from "./spelling.ts";
import { foldWord, GAP, type View } from "./view.ts";

/** Where an entry is fine, folded. */
export interface Exception {
  readonly letters: string;
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

/** The exceptions of an entry that can cover one of its spellings. */
export function exceptionsOf(entry: MatchEntry): Exception[] {
  const spellings = [entry.word, ...entry.also].map(foldWord);
  const all = entry.exceptions.map((text) => ({
    letters: foldWord(text),
    atStart: text.startsWith("^"),
    atEnd: text.endsWith("$"),
  }));
  // Bundled exceptions are kept for groups of words; those of the others in the group cannot cover this one.
  return all.filter(({ letters }) => spellings.some((each) => letters.includes(each)));
}

/** Whether `exception` stands in the view so that it covers the place. */
export function covers(view: View, { start, end }: Place, exception: Exception): boolean {
  const { letters, atStart, atEnd } = exception;
  for (let from = Math.max(0, end - letters.length); from <= start; from++) {
    if (!view.text.startsWith(letters, from)) continue;
    const to = from + letters.length;
    if (atStart && view.gaps[from]! < GAP.stop) continue;
    if (atEnd && view.gaps[to]! < GAP.space) continue;
    if (!view.gaps.subarray(from + 1, to).includes(GAP.stop)) return true;
  }
  return false;
}
