import { describe, expect, test } from "vitest";
import { type Answer, type Found, type FoundPhrase, lessonOf, named } from "./found.ts";

const phrase = (id: string, soothes = false): FoundPhrase =>
  ({ kind: "phrase", id, soothes }) as never;
const answer = (hits: readonly Found[], question = "怎么还没发货"): Answer => ({
  hits,
  ready: true,
  heard: { question, mood: "calm", words: [] },
});

describe("what is learnt from a choice", () => {
  const calming = phrase("安抚", true);
  const [first, second] = [phrase("发货时间"), phrase("催发货")];
  const hits = [calming, first, second];

  test("the first answer was right already, even below what soothes", () => {
    expect(lessonOf(first, answer(hits))).toBeNull();
  });
  test("another answer is remembered for the question", () => {
    expect(lessonOf(second, answer(hits))).toBe("怎么还没发货");
  });
  test("what is said for the feelings is no answer", () => {
    expect(lessonOf(calming, answer(hits))).toBeNull();
  });
  test("nothing is learnt where nobody asked", () => {
    expect(lessonOf(second, { ...answer(hits), heard: null })).toBeNull();
  });
});

describe("emergencies by name", () => {
  const sets = ["平台故障", "舆情事件"].map((name) => ({ id: name, name, on: false }));
  const names = (text: string): string[] => named(sets, text).map(({ name }) => name);
  test("are found by what is in their name", () => {
    expect(names("")).toEqual(["平台故障", "舆情事件"]);
    expect(names("舆情")).toEqual(["舆情事件"]);
    expect(names("物流")).toEqual([]);
  });
  test("stay while pinyin is being written", () => {
    expect(names("yu'qing")).toEqual(["平台故障", "舆情事件"]);
  });
});
