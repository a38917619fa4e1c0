import type { Range } from "../../../shared/contract/search.ts";

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function wordsOf(text: string): Word[] {
  return [...segmenter.segment(text)].flatMap(({ segment, index, isWordLike }) =>
    isWordLike ? [{ text: segment.toLowerCase(), start: index, end: index + segment.length }] : [],
  );
}

/** Runs of a text whose words do not stand in the other: what it says beyond that one. UTF-16 units. */
export function differing(text: string, other: string): Range[] {
  const known = new Set(wordsOf(other).map((word) => word.text));
  const ranges: [number, number][] = [];
  for (const word of wordsOf(text)) {
    if (known.has(word.text)) continue;
    const last = ranges.at(-1);
    // Neighbouring words are one run.
    if (last && last[1] === word.start) last[1] = word.end;
    else ranges.push([word.start, word.end]);
  }
  return ranges;
}
