import { describe, expect, test } from "vitest";
import { messages as en } from "./en.ts";
import { messages as zhCN } from "./zh-CN.ts";
import type { MessageCode, Messages } from "./zh-CN.ts";
import { messages as zhTW } from "./zh-TW.ts";

const locales: readonly (readonly [string, Messages])[] = [
  ["zh-CN", zhCN],
  ["zh-TW", zhTW],
  ["en", en],
];
const codes = Object.keys(zhCN) as MessageCode[];

function placeholders(sentence: string): string[] {
  const names = [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? "");
  return [...new Set(names)].toSorted();
}

describe.each(locales)("%s", (_locale, messages) => {
  test("has exactly the codes of zh-CN, in the same order", () => {
    expect(Object.keys(messages)).toEqual(codes);
  });

  test.each(codes)("%s has the same placeholders and is not empty", (code) => {
    const sentence = messages[code];
    expect(sentence.trim()).not.toBe("");
    expect(placeholders(sentence)).toEqual(placeholders(zhCN[code]));
    // A brace left over is a placeholder nobody will fill in.
    expect(sentence.replaceAll(/\{\{\w+\}\}/g, "")).not.toMatch(/[{}]/);
  });
});
