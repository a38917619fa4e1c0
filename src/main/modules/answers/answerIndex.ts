import { type Content, createContent, createPause, EMPTY, lengthOf } from "./content.ts";
import { type AnswerDoc, type Bag, type Entry, priorOf, toEntry } from "./entry.ts";
import type { Language } from "./language.ts";
import { createLexicon } from "./lexicon.ts";
import { FULL_IMPACT, impactOf, type Postings } from "./postings.ts";
import { type Question, toQuestion } from "./question.ts";
import type { Role } from "./rules.ts";
import { createTokeniser } from "./tokens.ts";
import { createTop, type Found } from "./top.ts";

export type { AnswerDoc } from "./entry.ts";

/** A phrase that may answer a question. */
export interface Answer {
  readonly phraseId: string;
  /** About 0 to 2; above 1 the phrase knows this very question. */
  readonly score: number;
  /** The words of the question, as the buyer wrote them, that led to the phrase. */
  readonly why: readonly string[];
}

export interface BestOptions {
  readonly limit?: number;
  /** This shop's phrases and those of no shop. Null: every shop's. */
  readonly shop?: string | null;
  /** Only phrases of one of these roles; they come even when nothing of the question fits. */
  readonly roles?: readonly Role[];
  readonly accept?: (id: string) => boolean;
  /** Phrases that hold just now (a campaign's): of equals they come first. */
  readonly favoured?: ReadonlySet<string>;
}

/** Phrases in memory, ready to be asked which of them answers a question. Every call but `build` answers at once. */
export interface AnswerIndex {
  /** Takes all phrases anew, resting every few milliseconds; until it is done the old ones answer. Changes made
   * meanwhile are kept. Rejects with the signal's reason when given up. */
  build(docs: Iterable<AnswerDoc>, options?: { signal?: AbortSignal }): Promise<void>;
  upsert(doc: AnswerDoc): void;
  remove(id: string): void;
  /** Tells of a phrase's use. */
  used(id: string, useCount: number): void;
  /** The likeliest answers, best first. */
  best(question: string, options?: BestOptions): Answer[];
  readonly size: number;
  /** False until the first build is done. */
  readonly ready: boolean;
  /** Changes not yet merged into the main part; many of them make questions slow. */
  readonly pending: number;
}

/** What the nearest known question counts beside title, tags, category and body. */
const QUESTION_COUNTS = 0.2;
/** A known question asked again nearly word for word comes before everything else. */
const SAME_COUNTS = 0.8;
const SAME_POWER = 6;
/** Below this nothing was recognised but bits of words. */
const LEAST = 0.02;
/** What holds just now counts so much more. */
const FAVOURED_COUNTS = 1.2;
const LIMIT = 5;

/** @param language how texts are folded and read aloud */
export function createAnswerIndex(language: Language): AnswerIndex {
  const lexicon = createLexicon(language);
  const tokeniser = createTokeniser(lexicon);
  let content: Content = EMPTY;
  // What changed since the main part was made.
  let recent = new Map<string, Entry>();
  let alive = 0;
  let ready = false;
  // What changed since a build began; null: gone.
  let meanwhile: Map<string, Entry | null> | null = null;
  let working: object | null = null;
  // Scores of the question at hand, by phrase and by known question; all 0 between questions.
  let byText = new Float32Array(0);
  let byKnown = new Float32Array(0);
  let nearest = new Float32Array(0);

  const telling = (token: number): number => content.telling[token] ?? content.unknown;
  const read = (doc: AnswerDoc): Entry => toEntry(doc, tokeniser, language);

  function bury(id: string): void {
    const doc = content.numbers.get(id);
    if (doc !== undefined && content.dead[doc] === 0) {
      content.dead[doc] = 1;
      alive--;
    }
    if (recent.delete(id)) alive--;
  }

  function change(id: string, entry: Entry | null): void {
    bury(id);
    if (entry) {
      recent.set(id, entry);
      alive++;
    }
    meanwhile?.set(id, entry);
  }

  const scoreOf = (text: number, known: number, prior: number): number =>
    (text + QUESTION_COUNTS * known + SAME_COUNTS * known ** SAME_POWER) * prior;

  /** Adds what each token of the question counts in each document; returns the documents met, each once. */
  function gather(question: Question, postings: Postings, scores: Float32Array): number[] {
    const met: number[] = [];
    const { starts, docs, impacts } = postings;
    for (const { token, value } of question.asked) {
      if (token + 1 >= starts.length) continue;
      const share = value / FULL_IMPACT;
      for (let at = starts[token]!, end = starts[token + 1]!; at < end; at++) {
        const doc = docs[at]!;
        if (scores[doc] === 0) met.push(doc);
        scores[doc]! += share * impacts[at]!;
      }
    }
    return met;
  }

  const sumOver = (
    question: Question,
    bag: Bag,
    count: (weight: number, token: number) => number,
  ) => {
    let sum = 0;
    for (const { token, value } of question.asked) {
      const weight = bag.get(token);
      if (weight !== undefined) sum += value * count(weight, token);
    }
    return sum;
  };

  /** How near a known question is, 0 to 1. */
  function nearness(question: Question, bag: Bag): number {
    const length = lengthOf(bag, telling);
    if (length === 0 || question.length === 0) return 0;
    const sum = sumOver(question, bag, (weight, token) => weight * telling(token));
    return Math.min(1, sum / (question.length * length));
  }

  function hasInContent(doc: number) {
    return (token: number): boolean => {
      if (impactOf(content.text, token, doc) > 0) return true;
      // Questions stand in the order of their phrases.
      for (let at = firstOf(content.owners, doc); content.owners[at] === doc; at++)
        if (impactOf(content.questions, token, at) > 0) return true;
      return false;
    };
  }

  /** Docs of the main part and their scores; cleans up behind itself. */
  function ofContent(question: Question, take: (doc: number, score: number) => void, all: boolean) {
    const { owners, priors, dead } = content;
    const texts = gather(question, content.text, byText);
    const known = gather(question, content.questions, byKnown);
    const extra: number[] = [];
    for (const at of known) {
      const near = Math.min(1, byKnown[at]! / question.length);
      byKnown[at] = 0;
      const doc = owners[at]!;
      if (near > nearest[doc]!) nearest[doc] = near;
      if (byText[doc] === 0) extra.push(doc);
    }
    const each = (doc: number): void => {
      const text = byText[doc]!;
      const near = nearest[doc]!;
      byText[doc] = 0;
      nearest[doc] = 0;
      if (dead[doc] === 1 || (text === 0 && near === 0)) return;
      take(doc, scoreOf(text / question.sum, near, priors[doc]!));
    };
    for (const doc of texts) each(doc);
    for (const doc of extra) each(doc);
    // Those nothing was said of, when they are wanted all the same.
    if (all) for (let doc = 0; doc < dead.length; doc++) if (dead[doc] === 0) take(doc, 0);
  }

  function whyOf(question: Question, has: (token: number) => boolean): string[] {
    const hit = question.asked.filter(({ token, value }) => value > 0 && has(token));
    const shown = hit.filter(({ shown }) => shown);
    return question.words((shown.length > 0 ? shown : hit).flatMap(({ places }) => places));
  }

  return {
    async build(docs, { signal } = {}) {
      const mine = {};
      working = mine;
      meanwhile = new Map();
      try {
        const made = await createContent(
          entriesOf(docs, read),
          () => tokeniser.size,
          createPause(signal),
        );
        if (working !== mine) return;
        content = made;
        byText = new Float32Array(made.ids.length);
        nearest = new Float32Array(made.ids.length);
        byKnown = new Float32Array(made.owners.length);
        recent = new Map();
        alive = made.numbers.size;
        const changes = meanwhile;
        meanwhile = null;
        for (const [id, entry] of changes) change(id, entry);
        ready = true;
      } finally {
        if (working === mine) {
          working = null;
          meanwhile = null;
        }
      }
    },
    upsert: (doc) => change(doc.id, read(doc)),
    remove: (id) => change(id, null),
    used(id, useCount) {
      const entry = recent.get(id);
      const doc = content.numbers.get(id);
      if (entry) change(id, { ...entry, prior: priorOf(useCount, entry.favourite) });
      else if (doc !== undefined)
        content.priors[doc] = priorOf(useCount, content.favourites[doc] === 1);
    },
    best(text, { limit = LIMIT, shop = null, roles, accept, favoured } = {}) {
      const question = toQuestion(text, language, tokeniser, telling);
      const least = roles ? 0 : LEAST;
      const { top, offer, takes } = createTop(limit);
      const consider = (found: Found, ofShop: string, role: Role | null): void => {
        const score = found.score * (favoured?.has(found.id) ? FAVOURED_COUNTS : 1);
        if (score < least || !takes(score)) return;
        if (shop !== null && ofShop !== "" && ofShop !== shop) return;
        if (roles && (role === null || !roles.includes(role))) return;
        if (accept && !accept(found.id)) return;
        offer({ ...found, score });
      };
      const most = favoured ? FAVOURED_COUNTS : 1;
      const taken = new Set<number>();
      const take = (doc: number, score: number): void => {
        if (!takes(score * most)) return;
        if (roles && taken.has(doc)) return;
        if (roles) taken.add(doc);
        const found = { id: content.ids[doc]!, score, has: hasInContent(doc) };
        consider(found, content.shops[doc]!, content.roles[doc]!);
      };
      ofContent(question, take, roles !== undefined);
      for (const entry of recent.values()) {
        const near = Math.max(0, ...entry.questions.map((bag) => nearness(question, bag)));
        const sum = sumOver(question, entry.text, (weight) => weight);
        const score = scoreOf(question.sum > 0 ? sum / question.sum : 0, near, entry.prior);
        const has = (token: number): boolean =>
          entry.text.has(token) || entry.questions.some((bag) => bag.has(token));
        consider({ id: entry.id, score, has }, entry.shop, entry.role);
      }
      return top.map(({ id, score, has }) => ({ phraseId: id, score, why: whyOf(question, has) }));
    },
    get size() {
      return alive;
    },
    get ready() {
      return ready;
    },
    get pending() {
      return recent.size;
    },
  };
}

function* entriesOf(docs: Iterable<AnswerDoc>, read: (doc: AnswerDoc) => Entry): Generator<Entry> {
  for (const doc of docs) yield read(doc);
}

/** The first place that holds at least `value` in an ascending list. */
function firstOf(list: Uint32Array, value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
