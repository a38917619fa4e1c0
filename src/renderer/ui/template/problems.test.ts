import { expect, test } from "vitest";
import type { TemplateProblem } from "../../../shared/contract/templates.ts";
import { carryOver, runsOf } from "./problems.ts";

const problem = (start: number, end: number): TemplateProblem => ({
  code: "x",
  params: {},
  line: 1,
  column: start + 1,
  start,
  end,
  fix: null,
});
const places = (problems: readonly TemplateProblem[]): string[] =>
  problems.map(({ start, end }) => `${start}-${end}`);

test("problems before and after what was typed keep their places", () => {
  const found = [problem(0, 2), problem(4, 6), problem(8, 10)];
  expect(places(carryOver(found, "aabbccddee", "aabbccddee"))).toEqual(["0-2", "4-6", "8-10"]);
  expect(places(carryOver(found, "aabbccddee", "aabbcXXcddee"))).toEqual(["0-2", "10-12"]);
  expect(places(carryOver(found, "aabbccddee", "aabbccddeeff"))).toEqual(["0-2", "4-6", "8-10"]);
  expect(places(carryOver(found, "aabbccddee", "Xaabbccddee"))).toEqual(["1-3", "5-7", "9-11"]);
  expect(places(carryOver(found, "aabbccddee", ""))).toEqual([]);
});

test("runs cover the text without gaps", () => {
  const text = "您好 {{ 客户 }}，{% if x";
  const runs = runsOf(text, [problem(6, 8), problem(12, 14)]);
  expect(runs.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
  expect(runs.map((run) => [text.slice(run.start, run.end), run.braces, run.problem])).toEqual([
    ["您好 ", false, -1],
    ["{{ ", true, -1],
    ["客户", true, 0],
    [" }}", true, -1],
    ["，", false, -1],
    ["{%", false, 1],
    [" if x", false, -1],
  ]);
  expect(runsOf("", [])).toEqual([]);
});
