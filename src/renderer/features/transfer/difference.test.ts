import { expect, test } from "vitest";
import { difference } from "./difference.ts";

const show = (parts: { text: string; different: boolean }[]): string =>
  parts.map(({ text, different }) => (different ? `[${text}]` : text)).join("");

test.each([
  ["七天内可退", "十五天内可退", "[七]天内可退", "[十五]天内可退"],
  ["亲，您好", "亲，您好！", "亲，您好", "亲，您好[！]"],
  ["", "新的", "", "[新的]"],
  ["旧的", "", "[旧的]", ""],
  ["哈哈", "哈哈哈", "哈哈", "哈哈[哈]"],
  ["好😀", "好😁", "好[😀]", "好[😁]"],
  ["一样", "一样", "一样", "一样"],
])("%s → %s", (before, after, shownBefore, shownAfter) => {
  const parts = difference(before, after);
  expect(show(parts.before)).toBe(shownBefore);
  expect(show(parts.after)).toBe(shownAfter);
});
