import { expect, test } from "vitest";
import { EMPTY, problemOf, tidyItems, withLeaveOut } from "./wordDraft.ts";

test("a draft needs a word with letters", () => {
  expect(problemOf(EMPTY)).toBe("missing");
  expect(problemOf({ ...EMPTY, word: " ！？ " })).toBe("wordSigns");
  expect(problemOf({ ...EMPTY, word: "最佳" })).toBeNull();
  expect(problemOf({ ...EMPTY, word: "1:1" })).toBeNull();
});

test("items are trimmed, cut and kept once", () => {
  expect(tidyItems([" 最近 ", "最近", "", "最后最后"], 2)).toEqual(["最近", "最后"]);
});

test("leaving out stands last and once", () => {
  expect(withLeaveOut(["", "合适"], true)).toEqual(["合适", ""]);
  expect(withLeaveOut(["合适", ""], false)).toEqual(["合适"]);
});
