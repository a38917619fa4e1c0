import { expect, test } from "vitest";
import { movedFindings, replaced } from "./findingPlaces.ts";

const finding = (start: number, end: number) => ({
  start,
  end,
  word: "词",
  kind: "other",
  severity: "warn" as const,
  replacements: [],
});
const places = (before: string, after: string, ...findings: ReturnType<typeof finding>[]) =>
  movedFindings(findings, before, after).map(({ start, end }) => after.slice(start, end));

test("findings move with what is typed before and behind them", () => {
  const before = "甲最佳乙顶级丙";
  const all = [finding(1, 3), finding(4, 6)];
  expect(places(before, "甲甲最佳乙顶级丙丁", ...all)).toEqual([]);
  expect(places(before, "您好甲最佳乙顶级丙", ...all)).toEqual(["最佳", "顶级"]);
  expect(places(before, "甲最佳乙顶级丙，好", ...all)).toEqual(["最佳", "顶级"]);
  expect(places(before, "甲最佳很乙顶级丙", ...all)).toEqual(["最佳", "顶级"]);
  expect(places(before, "甲最乙顶级丙", ...all)).toEqual(["顶级"]);
  expect(places(before, before, ...all)).toEqual(["最佳", "顶级"]);
  expect(places(before, "", ...all)).toEqual([]);
});

test("a word is replaced in its place", () => {
  expect(replaced("这是最佳选择", finding(2, 4), "合适的")).toBe("这是合适的选择");
  expect(replaced("这是最佳选择", finding(2, 4), "")).toBe("这是选择");
});
