import type { Folded } from "./normalise.ts";
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

/** Only the first places of a title have a bit. */
const WORD_PLACES = 30;

/** Where words begin in each title. One pass over all: each costs an object that is slow to be rid of. */
function wordStarts(titles: readonly string[]): number[] {
  const parts = titles.map((title) => title.slice(0, WORD_PLACES).replaceAll("\n", " "));
  const starts = parts.map(() => 0);
  let title = 0;
  let begins = 0;
  for (const { index, isWordLike } of segmenter.segment(parts.join("\n"))) {
    while (title < parts.length - 1 && index > begins + parts[title]!.length) {
      begins += parts[title]!.length + 1;
      title++;
    }
    if (isWordLike) starts[title]! |= 1 << (index - begins);
  }
  return starts;
}

/** Folds phrases; `now` in milliseconds since 1970. */
export function toEntries(docs: readonly SearchDoc[], now: number): Entry[] {
  const titles = docs.map(({ title }) => fold(title));
  const words = wordStarts(titles.map(({ text }) => text));
  return docs.map((doc, i) => toEntry(doc, titles[i]!, words[i]!, now));
}

function toEntry(doc: SearchDoc, title: Folded, words: number, now: number): Entry {
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
    words,
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
