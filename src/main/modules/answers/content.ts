import { setImmediate } from "node:timers/promises";
import type { Bag, Entry } from "./entry.ts";
import type { Role } from "./rules.ts";
import { createPostingsList, NO_POSTINGS, type Postings, STRIDE, toPostings } from "./postings.ts";

/** The main part of the index. Only `dead` and `priors` change after it was made. */
export interface Content {
  readonly ids: readonly string[];
  readonly shops: readonly string[];
  readonly roles: readonly (Role | null)[];
  readonly priors: Float32Array;
  readonly favourites: Uint8Array;
  readonly numbers: ReadonlyMap<string, number>;
  /** 1: removed, or replaced by a newer entry elsewhere. */
  readonly dead: Uint8Array;
  /** Title, tags, category and body by phrase. */
  readonly text: Postings;
  /** Known questions, each a document of its own. */
  readonly questions: Postings;
  /** The phrase a question belongs to. */
  readonly owners: Uint32Array;
  /** How telling each token is, for the numbers given out when this was made. */
  readonly telling: Float32Array;
  /** The same for a token no phrase has. */
  readonly unknown: number;
}

export const EMPTY: Content = {
  ids: [],
  shops: [],
  roles: [],
  priors: new Float32Array(0),
  favourites: new Uint8Array(0),
  numbers: new Map(),
  dead: new Uint8Array(0),
  text: NO_POSTINGS,
  questions: NO_POSTINGS,
  owners: new Uint32Array(0),
  telling: new Float32Array(0),
  unknown: 1,
};

/** Inverse document frequency as BM25 has it, never negative (Robertson and Spärck Jones, with Lucene's 1 +). */
export const tellingOf = (phrases: number, holding: number): number =>
  Math.log(1 + (phrases - holding + 0.5) / (holding + 0.5));

/** A slice of work ends well before a frame of the screen does, milliseconds. */
const SLICE_MS = 4;

/** Awaited inside long loops: gives others their turn when the slice is over. Rejects once given up. */
export function createPause(signal?: AbortSignal): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < SLICE_MS) return;
    await setImmediate();
    signal?.throwIfAborted();
    began = performance.now();
  };
}

/** How many phrases hold each token. */
function createCounts() {
  let counts = new Uint32Array(1 << 14);
  let seenIn = new Uint32Array(1 << 14);
  return {
    /** @param phrase counts from 1 */
    add(token: number, phrase: number): void {
      while (token >= counts.length) {
        const [c, s] = [new Uint32Array(counts.length * 2), new Uint32Array(counts.length * 2)];
        c.set(counts);
        s.set(seenIn);
        [counts, seenIn] = [c, s];
      }
      if (seenIn[token] === phrase) return;
      seenIn[token] = phrase;
      counts[token]!++;
    },
    of: (token: number): number => counts[token] ?? 0,
  };
}

/**
 * Makes the main part from phrases, which are read one by one and not kept.
 * @param tokens how many tokens there are numbers for, asked when all are read
 */
export async function createContent(
  entries: Iterable<Entry>,
  tokens: () => number,
  pause: () => Promise<void>,
): Promise<Content> {
  const ids: string[] = [];
  const shops: string[] = [];
  const roles: (Role | null)[] = [];
  const priors: number[] = [];
  const favourites: number[] = [];
  const owners: number[] = [];
  const numbers = new Map<string, number>();
  const text = createPostingsList();
  const questions = createPostingsList();
  const counts = createCounts();
  for (const entry of entries) {
    const doc = ids.length;
    numbers.set(entry.id, doc);
    ids.push(entry.id);
    shops.push(entry.shop);
    roles.push(entry.role);
    priors.push(entry.prior);
    favourites.push(entry.favourite ? 1 : 0);
    for (const [token, weight] of entry.text) {
      text.add(token, doc, weight);
      counts.add(token, doc + 1);
    }
    for (const bag of entry.questions) {
      for (const [token, weight] of bag) {
        questions.add(token, owners.length, weight);
        counts.add(token, doc + 1);
      }
      owners.push(doc);
    }
    await pause();
  }

  const telling = new Float32Array(tokens());
  for (let token = 0; token < telling.length; token++) {
    telling[token] = tellingOf(ids.length, counts.of(token));
    if (token % STRIDE === 0) await pause();
  }
  const lengths = new Float64Array(owners.length);
  for (let at = 0; at < questions.length; at++) {
    lengths[questions.doc(at)]! += (questions.weight(at) * telling[questions.token(at)]!) ** 2;
    if (at % STRIDE === 0) await pause();
  }

  return {
    ids,
    shops,
    roles,
    priors: Float32Array.from(priors),
    favourites: Uint8Array.from(favourites),
    numbers,
    dead: new Uint8Array(ids.length),
    text: await toPostings(text, telling.length, (weight) => weight, pause),
    questions: await toPostings(
      questions,
      telling.length,
      (weight, token, doc) => (weight * telling[token]!) / Math.sqrt(lengths[doc]!),
      pause,
    ),
    owners: Uint32Array.from(owners),
    telling,
    unknown: tellingOf(ids.length, 0),
  };
}

/** The length of a question as a vector of its tokens. */
export function lengthOf(bag: Bag, telling: (token: number) => number): number {
  let sum = 0;
  for (const [token, weight] of bag) sum += (weight * telling(token)) ** 2;
  return Math.sqrt(sum);
}
