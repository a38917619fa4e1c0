import { fold } from "./normalise.ts";
import { standing } from "./rank.ts";

/** A phrase as the index is told about it. */
export interface SearchDoc {
  id: string;
  title: string;
  body: string;
  shortcut: string;
  tags: readonly string[];
  path: readonly string[];
  shop: string;
  favourite: boolean;
  useCount: number;
  lastUsedAt: number | null;
}

/** A phrase as the index holds it: folded, and ready to be compared. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly titleOffsets: Uint32Array | null;
  readonly body: string;
  readonly bodyOffsets: Uint32Array | null;
  readonly shortcut: string;
  readonly shortcutOffsets: Uint32Array | null;
  /** Tags and category path, one per line. */
  readonly labels: string;
  /** Bit n set: a word of the title begins at n. Only the first 30 places. */
  readonly words: number;
  readonly shop: string;
  readonly favourite: boolean;
  readonly standing: number;
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

function wordStarts(title: string): number {
  let words = 0;
  for (const { index, isWordLike } of segmenter.segment(title.slice(0, 30))) {
    if (isWordLike) words |= 1 << index;
  }
  return words;
}

/** Folds a phrase; `now` in milliseconds since 1970. */
export function toEntry(doc: SearchDoc, now: number): Entry {
  const title = fold(doc.title);
  const body = fold(doc.body);
  const shortcut = fold(doc.shortcut);
  return {
    id: doc.id,
    title: title.text,
    titleOffsets: title.offsets,
    body: body.text,
    bodyOffsets: body.offsets,
    shortcut: shortcut.text,
    shortcutOffsets: shortcut.offsets,
    labels: fold([...doc.tags, ...doc.path].join("\n")).text,
    words: wordStarts(title.text),
    shop: doc.shop,
    favourite: doc.favourite,
    standing: standing(doc, now),
  };
}

/** The same phrase after it was used. */
export function withUse(
  entry: Entry,
  useCount: number,
  lastUsedAt: number | null,
  now: number,
): Entry {
  const { favourite, title } = entry;
  return { ...entry, standing: standing({ favourite, useCount, lastUsedAt, title }, now) };
}
