import type { Cursor } from "./cursors.ts";
import { allOf, anyOf, listCursor } from "./cursors.ts";
import type { Term } from "./match.ts";
import type { Keys, Postings } from "./postings.ts";
import {
  characterOf,
  END,
  isLetter,
  START,
  syllable,
  syllablesFrom,
  symbolOf,
  WORD,
} from "./readings.ts";

/** One way of reading the next part of a term: what the character it stands for must have. */
interface Step {
  /** Units of the term that it takes. */
  readonly length: number;
  /** The character itself, or -1. */
  readonly character: number;
  /** Syllables, one of which the character has; empty: not known. */
  readonly syllables: readonly number[];
  readonly symbol: number;
}

/** Keys one of which the phrase must have. */
type Choice = readonly number[];

interface Reading {
  readonly at: number;
  readonly steps: readonly Step[];
  readonly pairs: readonly Choice[];
}

/** Part of a title where the term must stand. */
export type Anchor = "anywhere" | "word" | "start" | "whole";

// Enough for what people type; past it, the beginnings found so far choose the phrases to compare.
const MAX_READINGS = 24;
const MAX_CHOICE = 12;
/** Lists beyond the few shortest cost more than the comparisons they save. */
const MAX_LISTS = 3;
/** U is no initial, nor are I and V: such a letter stands for itself. */
const NO_INITIAL = new Set(["i", "u", "v"].map((letter) => letter.charCodeAt(0)));

const toStep = (place: typeof START | typeof WORD | typeof END): Step => ({
  length: 0,
  character: place.character,
  syllables: [place.syllable],
  symbol: place.symbol,
});

function stepsAt(term: Term, at: number): Step[] {
  const unit = term.text.charCodeAt(at);
  const tail = term.tails[at]!;
  const symbol = symbolOf(unit);
  if (!isLetter(unit) || NO_INITIAL.has(unit)) {
    const known = characterOf(unit);
    return [
      {
        length: 1,
        character: unit,
        syllables: known.syllables.slice(0, 1),
        symbol: known.symbols[0] ?? symbol,
      },
    ];
  }
  const steps: Step[] = [{ length: 1, character: -1, syllables: [], symbol }];
  if (tail[1] === "h" && "zcs".includes(tail[0]!)) {
    steps.push({ length: 2, character: -1, syllables: [], symbol });
  }
  for (let length = 2; length <= Math.min(6, tail.length); length++) {
    const id = syllable(tail.slice(0, length));
    const ids = id === undefined ? [] : [id];
    if (length === tail.length) ids.push(...syllablesFrom(tail));
    if (ids.length === 0) continue;
    const syllables = ids.length <= MAX_CHOICE ? ids : [];
    steps.push({ length, character: -1, syllables, symbol });
  }
  return steps;
}

function pairOf(keys: Keys, a: Step, b: Step): Choice {
  if (a.character >= 0 && b.character >= 0) return [keys.characters(a.character, b.character)];
  if (a.syllables.length > 0 && b.syllables.length > 0) {
    return a.syllables.flatMap((first) =>
      b.syllables.map((second) => keys.syllables(first, second)),
    );
  }
  return [keys.symbols(a.symbol, b.symbol)];
}

function aloneOf(keys: Keys, step: Step): Choice {
  if (step.character >= 0) return [keys.character(step.character)];
  if (step.syllables.length > 0) return step.syllables.map((id) => keys.syllable(id));
  return [keys.symbol(step.symbol)];
}

function sizeOf({ starts }: Postings, choice: Choice): number {
  let size = 0;
  for (const key of choice) size += starts[key + 1]! - starts[key]!;
  return size;
}

function extend(postings: Postings, reading: Reading, step: Step): Reading | null {
  const before = reading.steps.at(-1);
  const pair = before ? pairOf(postings.keys, before, step) : null;
  // No phrase has these two side by side: this cannot be how the term is meant.
  if (pair && sizeOf(postings, pair) === 0) return null;
  return {
    at: reading.at + step.length,
    steps: [...reading.steps, step],
    pairs: pair ? [...reading.pairs, pair] : reading.pairs,
  };
}

/** All ways of reading the term that some phrase may have, or the beginnings of them when there are very many. */
function readingsOf(postings: Postings, term: Term, anchor: Anchor): Reading[] {
  const head = anchor === "word" ? [WORD] : anchor === "anywhere" ? [] : [START];
  let readings: Reading[] = [{ at: 0, steps: head.map(toStep), pairs: [] }];
  const steps: (Step[] | undefined)[] = [];
  while (readings.some(({ at }) => at < term.text.length)) {
    const longer = readings.flatMap((reading) =>
      reading.at === term.text.length
        ? [reading]
        : (steps[reading.at] ??= stepsAt(term, reading.at)).flatMap(
            (step) => extend(postings, reading, step) ?? [],
          ),
    );
    if (longer.length > MAX_READINGS) return readings;
    readings = longer;
  }
  if (anchor !== "whole") return readings;
  return readings.flatMap((reading) =>
    reading.at < term.text.length ? [reading] : (extend(postings, reading, toStep(END)) ?? []),
  );
}

function cursorOf(postings: Postings, { steps, pairs }: Reading): Cursor | null {
  const choices = [...pairs];
  const inTerm = steps.filter(({ length }) => length > 0);
  // A pair of characters says all; other pairs are narrowed by what is known of each.
  for (const step of inTerm) {
    if (
      inTerm.length === 1 ? pairs.length === 0 : step.character >= 0 || step.syllables.length > 0
    ) {
      choices.push(aloneOf(postings.keys, step));
    }
  }
  const bySize = choices
    .map((choice) => ({ choice, size: sizeOf(postings, choice) }))
    .toSorted((a, b) => a.size - b.size);
  if (bySize.length === 0 || bySize[0]!.size === 0) return null;
  const { starts, docs } = postings;
  return allOf(
    bySize
      .slice(0, MAX_LISTS)
      .map(({ choice }) =>
        anyOf(choice.map((key) => listCursor(docs, starts[key]!, starts[key + 1]!))),
      ),
  );
}

/**
 * Walks the phrases whose field may have the term, few of them in vain, none left out. Null: no phrase has it.
 */
export function planTerm(postings: Postings, term: Term, anchor: Anchor): Cursor | null {
  const cursors = readingsOf(postings, term, anchor).flatMap(
    (reading) => cursorOf(postings, reading) ?? [],
  );
  return cursors.length > 0 ? anyOf(cursors) : null;
}
