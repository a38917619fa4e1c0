import { describe, expect, test } from "vitest";
import { chinese } from "../../core/language.ts";
import { FIELD_WORDS, STOP_WORDS } from "./fieldWords.ts";

const lines = FIELD_WORDS.trim()
  .split("\n")
  .map((line) => line.split(" "));

describe("words of the field", () => {
  test("stand as questions are folded, or they would never be found", () => {
    const words = [...lines.flat(), ...STOP_WORDS.trim().split(/\s+/)];
    expect(words.filter((word) => chinese.fold(word).text !== word)).toEqual([]);
    expect(words.filter((word) => word === "")).toEqual([]);
  });

  test("no group says a word twice", () => {
    const twice = lines.flatMap((line) => line.filter((word, at) => line.indexOf(word) !== at));
    expect(twice).toEqual([]);
  });

  test("no two groups are named alike", () => {
    const names = lines.map(([name]) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
