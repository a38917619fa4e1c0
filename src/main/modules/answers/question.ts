import type { Range } from "../../../shared/contract/search.ts";
import type { Language } from "./language.ts";
import { NOT_WORDS } from "./rules.ts";
import type { Tokeniser } from "./tokens.ts";

/** A token of a question. */
interface Asked {
  readonly token: number;
  /** What it weighs, times how telling it is. */
  readonly value: number;
  /** Where it stands in the folded question. */
  readonly places: readonly Range[];
  /** False for pairs, sounds and stop words: too little to show to a person. */
  readonly shown: boolean;
}

/** A question made ready to be compared with phrases. */
export interface Question {
  readonly asked: readonly Asked[];
  /** The sum of all values, those of tokens no phrase has included. */
  readonly sum: number;
  /** The length of the question as a vector of its tokens. */
  readonly length: number;
  /** The original words at places of the folded question, in order, none twice. */
  words(places: readonly Range[]): string[];
}

/** Tokens that weigh less are pairs, sounds or stop words. */
const SHOWN_FROM = 0.4;

/** Longer questions are cut here: a pasted chat is not one question, UTF-16 units. */
const QUESTION_READ = 500;

/** Reads a question. @param telling how telling a token is; -1 is asked for one that is not known */
export function toQuestion(
  original: string,
  language: Language,
  tokeniser: Tokeniser,
  telling: (token: number) => number,
): Question {
  const { text: folded, offsets } = language.fold(original.slice(0, QUESTION_READ));
  const text = folded.replace(NOT_WORDS, (other) => " ".repeat(other.length));
  const found = new Map<number, { weight: number; places: Range[] }>();
  let sum = 0;
  let square = 0;
  const unknown = telling(-1);
  tokeniser.read(text, "question", true, (token, weight, start, end) => {
    if (token < 0) {
      sum += weight * unknown;
      square += (weight * unknown) ** 2;
      return;
    }
    const known = found.get(token);
    if (!known) found.set(token, { weight, places: [[start, end]] });
    else {
      known.weight = Math.max(known.weight, weight);
      known.places.push([start, end]);
    }
  });
  const asked: Asked[] = [];
  for (const [token, { weight, places }] of found) {
    const value = weight * telling(token);
    sum += value;
    square += value * value;
    asked.push({ token, value, places, shown: weight >= SHOWN_FROM });
  }
  return {
    asked,
    sum,
    length: Math.sqrt(square),
    words(places) {
      const runs: [number, number][] = [];
      for (const [start, end] of places.toSorted((a, b) => a[0] - b[0] || b[1] - a[1])) {
        const last = runs.at(-1);
        // What stands inside a word, or begins in it, was said with it.
        if (last && start < last[1]) last[1] = Math.max(last[1], end);
        else runs.push([start, end]);
      }
      const words: string[] = [];
      for (const [start, end] of runs) {
        const [from, to] = language.toOriginal(offsets, start, end);
        const word = original.slice(from, to).trim();
        if (word !== "" && !words.includes(word)) words.push(word);
      }
      // One character says little beside a word.
      const whole = words.filter((word) => word.length > 1);
      return whole.length > 0 ? whole : words;
    },
  };
}
