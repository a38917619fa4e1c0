import { describe, expect, test } from "vitest";
import { chosenBy, fewEnough, stepped } from "./fieldRules.ts";

const FREE = { min: null, max: null };

describe("a number one up or down", () => {
  test.each([
    ["2", 1, FREE, "3"],
    ["0.2", 1, FREE, "1.2"],
    ["-1", -1, FREE, "-2"],
    ["", 1, FREE, "1"],
    ["", -1, FREE, "0"],
    ["", -1, { min: 3, max: 9 }, "3"],
    ["9", 1, { min: 3, max: 9 }, "9"],
    ["12", -1, { min: 3, max: 9 }, "9"],
    ["x", 1, { min: 3, max: 9 }, "3"],
  ] as const)("%j by %d within %o is %j", (value, by, limits, result) => {
    expect(stepped(value, by, limits)).toBe(result);
  });
});

describe("a choice by key", () => {
  const options = ["黑", "白", "红"];
  test.each([
    ["2", "", "白"],
    ["4", "黑", null],
    ["ArrowRight", "", "黑"],
    ["ArrowDown", "红", "黑"],
    ["ArrowLeft", "黑", "红"],
    ["ArrowUp", "", "红"],
    ["ArrowUp", "红", "白"],
    ["a", "黑", null],
  ])("%s at %j is %j", (key, value, result) => {
    expect(chosenBy(key, options, value)).toBe(result);
  });

  test("many or long ones are a list", () => {
    expect(fewEnough(options)).toBe(true);
    expect(fewEnough(Array.from({ length: 10 }, (_, at) => String(at)))).toBe(false);
    expect(fewEnough(["很长的选项".repeat(10), "很长的选项".repeat(10)])).toBe(false);
  });
});
