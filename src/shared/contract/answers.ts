import { z } from "zod";
import { changeReceipt, id, PHRASE_LIMITS, phraseRow } from "./phrases.ts";
import { procedure } from "./procedure.ts";
import { range } from "./search.ts";

export const ANSWER_LIMITS = { question: 2_000, rows: 20 } as const;

/** How a buyer's words sound. A complaint names an authority, a public threat or a claim. */
export const mood = z.enum(["calm", "anxious", "angry", "complaint"]);
export type Mood = z.infer<typeof mood>;

/** A phrase offered for a buyer's question. */
export const answerRow = phraseRow.extend({
  /** The buyer's words, as they were written, that led to it; none for one that is there for the feelings alone. */
  why: z.array(z.string()),
  /** It is there for the buyer's feelings and comes before the answers. */
  first: z.boolean(),
});
export type AnswerRow = z.infer<typeof answerRow>;

/** Finding the right answer from the buyer's words. */
export const answerProcedures = {
  /** The likeliest phrases, best first; for an upset buyer up to two more before them. */
  "answers.find": procedure({
    input: z.object({
      question: z.string().max(ANSWER_LIMITS.question),
      limit: z.number().int().min(1).max(ANSWER_LIMITS.rows).default(5),
      /** Only this shop's phrases and those of no shop. */
      shop: z.string().nullable().default(null),
    }),
    output: z.object({
      mood,
      /** Where the words that show the mood stand in the question, UTF-16 units. */
      words: z.array(range),
      rows: z.array(answerRow),
      /** False while the library is still being read: the rows are then not complete. */
      ready: z.boolean(),
    }),
  }),
  /** The agent chose this phrase for that question: from now on it is one the phrase answers. Can be undone. */
  "answers.teach": procedure({
    input: z.object({ phraseId: id, question: z.string().max(ANSWER_LIMITS.question) }),
    /** Null when there is nothing to learn: the phrase knows the question, or it has no words. */
    output: z.object({
      receipt: changeReceipt.nullable(),
      question: z.string().max(PHRASE_LIMITS.question),
    }),
  }),
};
