import { z } from "zod";
import { changeReceipt, id, PHRASE_LIMITS, phraseRow } from "./phrases.ts";
import { procedure } from "./procedure.ts";

/** Limits of one topic. The screen and the core use the same numbers. */
export const WORDING_LIMITS = {
  title: 200,
  examples: 29,
  author: 40,
  note: 500,
  wordings: 200,
  file: 20_000,
} as const;

const title = z.string().trim().min(1).max(WORDING_LIMITS.title);
const examples = z
  .array(z.string().trim().min(1).max(PHRASE_LIMITS.question))
  .max(WORDING_LIMITS.examples);
const body = z.string().min(1).max(PHRASE_LIMITS.body);
/** "" is the person at this machine. */
const author = z.string().trim().max(WORDING_LIMITS.author);
const moment = z.number().int();

/** How a talk with a buyer ended in which a wording was used. */
export const outcome = z.enum(["deal", "none", "unclear"]);
export type Outcome = z.infer<typeof outcome>;
const outcomes = z.object({
  deal: z.number().int(),
  none: z.number().int(),
  unclear: z.number().int(),
});

/** A buyer's question for which wordings are collected. */
export const wordingTopic = z.object({
  id,
  /** The question, in the buyer's words. */
  title: z.string(),
  /** Other ways of asking the same. */
  examples: z.array(z.string()),
  count: z.number().int(),
  rated: z.number().int(),
  /** The phrase that carries the standard wording; null while none is chosen or it is in the trash. */
  standard: z
    .object({ phraseId: id, title: z.string(), shortcut: z.string(), body: z.string() })
    .nullable(),
  changedAt: moment,
});
export type WordingTopic = z.infer<typeof wordingTopic>;

/** One way to answer a topic. */
export const wording = z.object({
  id,
  /** The text as it stands now: of a wording that is a phrase, the phrase's. */
  body: z.string(),
  author: z.string(),
  /** Where it came from: written here, a phrase of the library, a colleague's file, or a standard that was replaced. */
  origin: z.enum(["own", "phrase", "colleague", "former"]),
  /** The phrase it is, when it is one. */
  phrase: z.object({ id, title: z.string(), shortcut: z.string() }).nullable(),
  standard: z.boolean(),
  /** 1 to 5 by this person; 0: not rated. */
  rating: z.number().int().min(0).max(5),
  note: z.string(),
  /** How often it went into a chat. */
  uses: z.number().int(),
  outcomes,
  createdAt: moment,
});
export type Wording = z.infer<typeof wording>;

/** A phrase of a colleague's file that may answer the topic. */
export const wordingCandidate = z.object({
  title: z.string(),
  body: z.string(),
  /** The topic's words that led to it. */
  why: z.array(z.string()),
  /** True when the topic has this text already. */
  known: z.boolean(),
});
export type WordingCandidate = z.infer<typeof wordingCandidate>;

const step = z.object({ id, historyId: z.number().int() });

/** 话术优化: several wordings for one question, rated, with their use and outcome; the best becomes the standard. */
export const wordingProcedures = {
  /** Latest changed first. */
  "wordings.topics": procedure({ input: z.object({}), output: z.array(wordingTopic) }),
  /** The standard first, then the best rated. */
  "wordings.list": procedure({ input: z.object({ topicId: id }), output: z.array(wording) }),
  /** Makes a topic, or with an id changes it. */
  "wordings.saveTopic": procedure({
    input: z.object({ id: id.nullable().default(null), title, examples: examples.default([]) }),
    output: step,
  }),
  /** Takes the topic and its wordings away; phrases of the library stay. */
  "wordings.removeTopic": procedure({ input: z.object({ id }), output: changeReceipt }),
  /** Phrases of the library that may answer the topic, best first. */
  "wordings.suggest": procedure({
    input: z.object({ topicId: id, limit: z.number().int().min(1).max(50).default(12) }),
    output: z.array(phraseRow.extend({ why: z.array(z.string()) })),
  }),
  /** Adds a phrase of the library, which it stays. */
  "wordings.addPhrase": procedure({
    input: z.object({ topicId: id, phraseId: id }),
    output: step,
  }),
  /** Adds texts: one's own, or a colleague's. Those the topic has already are left out. */
  "wordings.addTexts": procedure({
    input: z.object({
      topicId: id,
      author: author.default(""),
      texts: z.array(body).min(1).max(50),
    }),
    /** Null when the topic had them all. */
    output: z.object({ receipt: changeReceipt.nullable(), added: z.number().int() }),
  }),
  /** What in a colleague's exported file may answer the topic, best first. */
  "wordings.candidates": procedure({
    input: z.object({ topicId: id, file: z.string() }),
    output: z.object({ read: z.number().int(), rows: z.array(wordingCandidate) }),
  }),
  /** Changes the text of one that is no phrase of the library. */
  "wordings.edit": procedure({ input: z.object({ id, body }), output: changeReceipt }),
  /** Takes a wording from its topic; a phrase of the library stays there. */
  "wordings.remove": procedure({ input: z.object({ id }), output: changeReceipt }),
  /** What is left out stays as it is. */
  "wordings.rate": procedure({
    input: z.object({
      id,
      rating: z.number().int().min(0).max(5).optional(),
      note: z.string().max(WORDING_LIMITS.note).optional(),
    }),
    output: z.object({}),
  }),
  /** How a talk ended in which it was used; `back` takes the latest such mark away again. */
  "wordings.mark": procedure({
    input: z.object({ id, outcome, back: z.boolean().default(false) }),
    output: outcomes,
  }),
  /** The page copied the text of one that is no phrase: counts the use. */
  "wordings.used": procedure({ input: z.object({ id }), output: z.object({}) }),
  /**
   * Makes it the standard: its text goes into the topic's phrase, whose title and code stay, and the text that stood
   * there is kept as a wording. Without such a phrase it becomes one.
   */
  "wordings.promote": procedure({
    input: z.object({ id }),
    output: z.object({ historyId: z.number().int(), phraseId: id, title: z.string() }),
  }),
};
