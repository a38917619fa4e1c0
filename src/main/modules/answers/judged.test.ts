import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ANSWER_PEERS } from "../../../../bench/support/answerPeers.ts";
import { starterCorpus } from "../../../../bench/support/corpus.ts";
import { chinese } from "../../core/language.ts";
import { createAnswerIndex } from "./answerIndex.ts";
import { offer } from "./offer.ts";

const json = <T>(path: string): T =>
  JSON.parse(readFileSync(new URL(`../../../../${path}`, import.meta.url), "utf8")) as T;

const judged = json<{ question: string; expect: string[]; set: string }[]>(
  "bench/judged-questions.json",
);
const triggers = json<Record<string, string[]>>("assets/starter/questions-zh-CN.json");
const starter = starterCorpus().map((phrase) => ({
  ...phrase,
  questions: triggers[phrase.shortcut] ?? [],
}));

/** Pairs of neighbouring characters, letters and digits alone. */
function pairsOf(text: string): Set<string> {
  const characters = [
    ...text
      .normalize("NFKC")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, ""),
  ];
  return new Set(characters.slice(1).map((next, at) => `${characters[at]}${next}`));
}

/** Dice's coefficient over pairs of characters: 1 for the same text, 0 for none in common. */
function likeness(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

describe("the judged questions", () => {
  test("name phrases that there are", () => {
    const known = new Set(starter.map(({ shortcut }) => shortcut));
    expect(judged.flatMap(({ expect }) => expect).filter((code) => !known.has(code))).toEqual([]);
    expect(Object.keys(triggers).filter((code) => !known.has(code))).toEqual([]);
    expect(judged.length).toBeGreaterThanOrEqual(220);
  });

  test("are no trigger questions, nor nearly", () => {
    const asked = judged.map(({ question }) => ({ question, pairs: pairsOf(question) }));
    const near = Object.values(triggers)
      .flat()
      .flatMap((trigger) => {
        const pairs = pairsOf(trigger);
        return asked
          .filter((each) => likeness(pairs, each.pairs) >= 0.65)
          .map(({ question }) => `${trigger} = ${question}`);
      });
    expect(near).toEqual([]);
  });

  test.each([
    ["tuned", 0.95],
    ["held", 0.9],
    ["fresh", 0.85],
  ])("have a right phrase in the first five (%s)", async (set, least) => {
    const index = createAnswerIndex(chinese);
    await index.build(starter);
    const some = judged.filter((each) => each.set === set);
    const share = (find: (question: string) => readonly string[]): number =>
      some.filter(({ question, expect }) => find(question).some((id) => expect.includes(id)))
        .length / some.length;
    const ours = share((question) => index.best(question).map(({ phraseId }) => phraseId));
    const offered = share((question) =>
      offer(index, chinese, question, { limit: 5 }).rows.map(({ phraseId }) => phraseId),
    );
    expect(ours).toBeGreaterThanOrEqual(least);
    expect(offered).toBeGreaterThanOrEqual(least);
    for (const { make } of ANSWER_PEERS) {
      const find = make(starter);
      expect(share((question) => find(question, 5))).toBeLessThan(ours);
    }
  });
});
