import { describe, expect, test } from "vitest";
import { starterCorpus } from "../../../../bench/support/corpus.ts";
import { chinese } from "../../core/language.ts";
import { type AnswerIndex, createAnswerIndex } from "./answerIndex.ts";
import { offer } from "./offer.ts";

const starter = starterCorpus();
const pathOf = (id: string): string => starter.find((each) => each.id === id)!.path.join("/");

async function ofStarter(): Promise<AnswerIndex> {
  const index = createAnswerIndex(chinese);
  await index.build(starter.map((phrase) => ({ ...phrase, questions: [] })));
  return index;
}

describe("what is offered to a buyer", () => {
  test("calm: the answers alone", async () => {
    const { mood, words, rows } = offer(await ofStarter(), chinese, "什么时候发货", { limit: 5 });
    expect(mood).toBe("calm");
    expect(words).toEqual([]);
    expect(rows.length).toBe(5);
    expect(rows.some(({ first }) => first)).toBe(false);
  });

  test("angry: two for the feelings, then as many answers as asked for", async () => {
    const question = "什麼破店 退款還沒到";
    const { mood, words, rows } = offer(await ofStarter(), chinese, question, { limit: 5 });
    expect(mood).toBe("angry");
    expect(words.map(([start, end]) => question.slice(start, end))).toEqual(["什麼破店"]);
    expect(rows.map(({ first }) => first)).toEqual([true, true, false, false, false, false, false]);
    expect(pathOf(rows[0]!.phraseId)).toBe("售后/情绪安抚");
    expect(rows.slice(2).map(({ phraseId }) => phraseId)).toContain("tk");
    expect(new Set(rows.map(({ phraseId }) => phraseId)).size).toBe(7);
  });

  test("complaint: taking it up comes first", async () => {
    const { mood, rows } = offer(await ofStarter(), chinese, "我要打12315投诉 东西是坏的", {
      limit: 3,
    });
    expect(mood).toBe("complaint");
    expect(pathOf(rows[0]!.phraseId)).toBe("投诉/承接");
    expect(rows[1]!.first).toBe(true);
    expect(rows.filter(({ first }) => !first).length).toBe(3);
  });

  test("a library without such phrases offers the answers", async () => {
    const index = createAnswerIndex(chinese);
    await index.build([{ ...starter.find(({ id }) => id === "tk")!, questions: [] }]);
    const { mood, rows } = offer(index, chinese, "骗子 退款呢", { limit: 5 });
    expect(mood).toBe("angry");
    expect(rows.map(({ phraseId }) => phraseId)).toEqual(["tk"]);
  });
});
