import { describe, expect, test } from "vitest";
import { words as en } from "./en/words.ts";
import { machineLocale } from "./locale.ts";
import { words as zhCN } from "./zh-CN/words.ts";
import { words as zhTW } from "./zh-TW/words.ts";

type Tree = { readonly [key: string]: string | Tree };

/** Every key with its sentence: "phrases.views.all". A singular (`_one`) belongs to its plural. */
function sentences(tree: Tree, prefix = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${prefix}${key}`, value] as [string, string]]
      : sentences(value, `${prefix}${key}.`),
  );
}

const names = (sentence: string): string[] =>
  [...new Set([...sentence.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ""))].toSorted();

const reference = new Map(sentences(zhCN));

describe.each([
  ["zh-TW", zhTW as Tree],
  ["en", en as Tree],
])("words in %s", (_locale, words) => {
  const own = new Map(sentences(words));

  test("has exactly the keys of zh-CN", () => {
    const keys = [...own.keys()].filter((key) => !key.endsWith("_one")).toSorted();
    expect(keys).toEqual([...reference.keys()].toSorted());
  });

  test("fills in the same names", () => {
    for (const [key, sentence] of own) {
      if (key.endsWith("_one")) continue;
      expect([key, names(sentence)]).toEqual([key, names(reference.get(key) ?? "")]);
    }
  });

  test("leaves no sentence empty", () => {
    expect([...own].filter(([, sentence]) => sentence.trim() === "")).toEqual([]);
  });
});

/** What the screens call one thing, and what they must not call it. */
const ONE_WORD: readonly (readonly [string, Tree, RegExp])[] = [
  [
    "快速鍵, never 快捷鍵; 還原 from a backup or the trash and 復原 of a step, never 恢復",
    zhTW,
    /快捷鍵|恢復|撤銷/,
  ],
  ["话术, never 短语, but for the name of a column", zhCN, /(?<!快捷)短语/],
  ["the starter library, never starter phrases", en, /starter phrase/i],
];

test.each(ONE_WORD)("%s", (_word, words, never) => {
  expect(sentences(words).filter(([, sentence]) => never.test(sentence))).toEqual([]);
});

test("the machine's language becomes one of ours", () => {
  expect(machineLocale(["zh-CN"])).toBe("zh-CN");
  expect(machineLocale(["zh"])).toBe("zh-CN");
  expect(machineLocale(["zh-Hant-HK"])).toBe("zh-TW");
  expect(machineLocale(["zh-TW"])).toBe("zh-TW");
  expect(machineLocale(["fr", "en-GB"])).toBe("en");
  expect(machineLocale(["ja"])).toBe("zh-CN");
  expect(machineLocale([])).toBe("zh-CN");
});
