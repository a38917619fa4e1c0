import type { Language } from "./language.ts";
import { roleOf, type Role } from "./rules.ts";
import type { Depth, Tokeniser } from "./tokens.ts";

/** A phrase as the index is told about it. */
export interface AnswerDoc {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly questions: readonly string[];
  readonly tags: readonly string[];
  readonly path: readonly string[];
  readonly shop: string;
  readonly favourite: boolean;
  readonly useCount: number;
}

/** The tokens of a text, each with its weight. */
export type Bag = ReadonlyMap<number, number>;

/** A phrase read: the tokens of its text, and of each question it is known to answer. */
export interface Entry {
  readonly id: string;
  readonly shop: string;
  readonly role: Role | null;
  readonly favourite: boolean;
  readonly prior: number;
  /** How much each token counts in all its fields together, 0 to 1. */
  readonly text: Bag;
  readonly questions: readonly Bag[];
}

/** What a field counts; found by trying on the judged questions, and far from any edge there. */
const FIELD = { title: 2.5, tags: 1, path: 0.8, body: 0.6, questions: 0.6 } as const;
/** How soon more of a token stops counting, as k1 of BM25. */
const K1 = 2;
/** Bodies are read to here; what comes after says nothing new about the question, UTF-16 units. */
const BODY_READ = 400;
/** Long bodies count less for each word, as b of BM25; a usual body has so many units. */
const BODY_B = 0.4;
const BODY_USUAL = 45;

/** A phrase often used is the likelier answer among equals; 100 uses count a fifth. */
export function priorOf(useCount: number, favourite: boolean): number {
  const use = 0.03 * Math.log2(1 + Math.max(0, useCount));
  return 1 + Math.min(0.3, use) + (favourite ? 0.03 : 0);
}

/** The tokens of one text, the heaviest of each kind counting. */
export function bagOf(tokeniser: Tokeniser, folded: string, depth: Depth): Map<number, number> {
  const bag = new Map<number, number>();
  tokeniser.read(folded, depth, false, (token, weight) => {
    if ((bag.get(token) ?? 0) < weight) bag.set(token, weight);
  });
  return bag;
}

/** Reads a phrase. */
export function toEntry(doc: AnswerDoc, tokeniser: Tokeniser, language: Language): Entry {
  const fold = (text: string): string => language.fold(text).text;
  const text = new Map<number, number>();
  const addBag = (bag: Bag, share: number): void => {
    for (const [token, weight] of bag) text.set(token, (text.get(token) ?? 0) + weight * share);
  };
  const add = (words: string, depth: Depth, share: number): void =>
    addBag(bagOf(tokeniser, fold(words), depth), share);
  const questions = doc.questions.map((each) => bagOf(tokeniser, fold(each), "question"));
  add(doc.title, "title", FIELD.title);
  for (const tag of doc.tags) add(tag, "body", FIELD.tags);
  add(doc.path.join(" "), "body", FIELD.path);
  for (const bag of questions) addBag(bag, FIELD.questions);
  const body = doc.body.slice(0, BODY_READ);
  add(body, "body", FIELD.body / (1 - BODY_B + (BODY_B * body.length) / BODY_USUAL));
  for (const [token, weight] of text) text.set(token, weight / (weight + K1));
  return {
    id: doc.id,
    shop: doc.shop,
    role: roleOf([...doc.tags, ...doc.path].map(fold)),
    favourite: doc.favourite,
    prior: priorOf(doc.useCount, doc.favourite),
    text,
    questions,
  };
}
