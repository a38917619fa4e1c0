import type { Mood } from "../../../shared/contract/answers.ts";
import type { Range } from "../../../shared/contract/search.ts";
import type { Answer, AnswerIndex } from "./answerIndex.ts";
import type { Language } from "./language.ts";
import { moodOf } from "./mood.ts";
import { rolesFirst } from "./rules.ts";

export interface OfferOptions {
  /** How many answers; what comes before them for a buyer's feelings is on top of it. */
  readonly limit: number;
  readonly shop?: string | null;
  readonly accept?: (id: string) => boolean;
  readonly favoured?: ReadonlySet<string>;
}

export interface Offer {
  readonly mood: Mood;
  /** Where the words that show the mood stand in the question. */
  readonly words: readonly Range[];
  /** `first`: it is there for the buyer's feelings, before the answers. */
  readonly rows: readonly (Answer & { readonly first: boolean })[];
}

/** What to say to a buyer: the likeliest answers, and before them what an upset buyer has to hear first. */
export function offer(
  index: AnswerIndex,
  language: Language,
  question: string,
  { limit, ...among }: OfferOptions,
): Offer {
  const { text, offsets } = language.fold(question);
  const { mood, words } = moodOf(text);
  const first: Answer[] = [];
  for (const roles of rolesFirst(mood)) {
    // One more than is there already, so that one of them is new.
    const found = index.best(question, { ...among, limit: first.length + 1, roles });
    const fresh = found.find(({ phraseId }) => first.every((each) => each.phraseId !== phraseId));
    if (fresh) first.push(fresh);
  }
  const answers = index
    .best(question, { ...among, limit: limit + first.length })
    .filter(({ phraseId }) => first.every((each) => each.phraseId !== phraseId))
    .slice(0, limit);
  return {
    mood,
    words: words.map(({ start, end }) => language.toOriginal(offsets, start, end)),
    rows: [
      ...first.map((answer) => ({ ...answer, first: true })),
      ...answers.map((answer) => ({ ...answer, first: false })),
    ],
  };
}
