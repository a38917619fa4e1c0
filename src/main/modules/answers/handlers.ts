import type { HandlersFor } from "../../../shared/contract/index.ts";
import {
  type ChangeReceipt,
  type Phrase,
  PHRASE_LIMITS,
  type PhraseRow,
} from "../../../shared/contract/phrases.ts";
import { AppError } from "../../../shared/errors.ts";
import type { AnswerIndex } from "./answerIndex.ts";
import type { Language } from "./language.ts";
import { offer } from "./offer.ts";
import { isKnown, questionIn } from "./rules.ts";

export interface AnswerSurroundings {
  readonly index: AnswerIndex;
  readonly language: Language;
  /** Resolves when the index can answer. */
  readonly answerable: () => Promise<void>;
  /** True when the index holds the library as it is now. */
  readonly current: () => boolean;
  /** List rows of phrases, in the order asked for. */
  readonly rows: (ids: readonly string[]) => PhraseRow[];
  /** Phrases that are not offered now. */
  readonly hidden: (shop: string | null) => ReadonlySet<string>;
  /** Phrases that come first now. */
  readonly favoured: (shop: string | null) => ReadonlySet<string>;
  /** Throws AppError phrase_missing. */
  readonly phrase: (id: string) => Pick<Phrase, "title" | "questions">;
  /** Writes the questions a phrase answers, as one step of the history; whose phrase it is stays. */
  readonly teach: (id: string, title: string, questions: string[]) => ChangeReceipt;
}

/** Answers the calls about a buyer's question. */
export function answerHandlers(
  around: AnswerSurroundings,
): HandlersFor<"answers.find" | "answers.teach"> {
  const { index, language } = around;
  return {
    "answers.find": async ({ question, limit, shop }) => {
      await around.answerable();
      const hidden = around.hidden(shop);
      const found = offer(index, language, question, {
        limit,
        shop,
        accept: (id) => !hidden.has(id),
        favoured: around.favoured(shop),
      });
      const byId = new Map(
        around.rows(found.rows.map(({ phraseId }) => phraseId)).map((row) => [row.id, row]),
      );
      return {
        mood: found.mood,
        words: [...found.words],
        rows: found.rows.flatMap(({ phraseId, why, first }) => {
          const row = byId.get(phraseId);
          return row ? [{ ...row, why: [...why], first }] : [];
        }),
        ready: around.current(),
      };
    },
    "answers.teach": ({ phraseId, question: asked }) => {
      const { title, questions } = around.phrase(phraseId);
      const question = questionIn(asked);
      const fold = (text: string): string => language.fold(text).text;
      if (question === "" || isKnown(fold(question), questions.map(fold)))
        return { receipt: null, question };
      if (questions.length >= PHRASE_LIMITS.questions)
        throw new AppError("answers_questions_full", { title, limit: PHRASE_LIMITS.questions });
      return { receipt: around.teach(phraseId, title, [...questions, question]), question };
    },
  };
}
