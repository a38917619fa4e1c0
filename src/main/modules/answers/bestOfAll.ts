import type { Answer, AnswerIndex, BestOptions } from "./answerIndex.ts";

/** The likeliest answers to a question asked in several ways; each phrase counts by the way it fits best. */
export function bestOfAll(
  index: Pick<AnswerIndex, "best">,
  questions: readonly string[],
  { limit = 5, ...options }: BestOptions,
): Answer[] {
  const best = new Map<string, Answer>();
  for (const question of questions) {
    for (const answer of index.best(question, { ...options, limit })) {
      const known = best.get(answer.phraseId);
      if (!known || known.score < answer.score) best.set(answer.phraseId, answer);
    }
  }
  return [...best.values()].toSorted((a, b) => b.score - a.score).slice(0, limit);
}
