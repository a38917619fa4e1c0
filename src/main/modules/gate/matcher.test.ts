import { describe, expect, test } from "vitest";
import type { MatchEntry } from "./entry.ts";
import { compileList, findWords } from "./matcher.ts";
import { foldWord } from "./view.ts";

const entry = (word: string, more: Partial<MatchEntry> = {}): MatchEntry => ({
  id: `${more.kind ?? "other"}:${word}`,
  word,
  also: [],
  kind: "other",
  severity: "warn",
  replacements: [],
  exceptions: [],
  whole: false,
  shops: [],
  source: "mine",
  ...more,
});

/** What is found, as it stands in the text. */
function found(entries: readonly MatchEntry[], text: string, shop = ""): string[] {
  return findWords([compileList(entries)], text, shop).map(({ start, end }) =>
    text.slice(start, end),
  );
}

describe("places", () => {
  test("are those of the original, whatever was folded", () => {
    const list = [entry("加微信", { kind: "contact" })];
    expect(found(list, "😊請加 薇\u200b信！")).toEqual(["加 薇\u200b信"]);
    expect(found(list, "加，微，信")).toEqual(["加，微，信"]);
    expect(found(list, "加入购物车，微信")).toEqual([]);
  });

  test("overlaps are settled: severest, then longest, then first", () => {
    const list = [
      entry("微信"),
      entry("加微信"),
      entry("微信号"),
      entry("信号", { severity: "block" }),
    ];
    expect(found(list, "加微信号")).toEqual(["信号"]);
    expect(found(list.slice(0, 3), "加微信号")).toEqual(["加微信"]);
    expect(found(list.slice(0, 1), "微信微信")).toEqual(["微信", "微信"]);
  });

  test("a finding says what the entry says", () => {
    const [one] = findWords(
      [
        compileList([
          entry("最佳", { kind: "absolute", severity: "block", replacements: ["合适", ""] }),
        ]),
      ],
      "这是最佳选择",
    );
    expect(one).toEqual({
      start: 2,
      end: 4,
      word: "最佳",
      kind: "absolute",
      severity: "block",
      replacements: ["合适", ""],
      source: "mine",
      entryId: "absolute:最佳",
    });
  });
});

describe("exceptions", () => {
  const most = entry("最", {
    kind: "absolute",
    exceptions: ["最近", "最后", "最初", "最多", "最少"],
  });

  test("cover the place they stand at and no other", () => {
    expect(found([most], "最近发货，最后三件，质量最好")).toEqual(["最"]);
    expect(found([most], "最 近有点忙")).toEqual([]);
    expect(found([most], "最，近来")).toEqual(["最"]);
  });

  test("at the beginning and the end of a clause", () => {
    const first = entry("第一", { exceptions: ["^第一$", "^第一是", "第一次"] });
    expect(found([first], "第一，先断电；第二，再拆")).toEqual([]);
    expect(found([first], "分两步：第一、断电")).toEqual([]);
    expect(found([first], "它就是第一，没错")).toEqual(["第一"]);
    expect(found([first], "第一是先断电")).toEqual([]);
    expect(found([first], "销量第一是它")).toEqual(["第一"]);
    expect(found([first], "您第一次来吧")).toEqual([]);
  });

  test("the longest word at a place decides", () => {
    const list = [
      entry("微信", { kind: "contact" }),
      entry("加微信", { kind: "contact", exceptions: ["新增加微信支付"] }),
    ];
    expect(found(list, "新增加微信支付")).toEqual([]);
    expect(found(list, "加微信支付定金")).toEqual(["加微信"]);
  });

  test("what is denied is fine in its parts too", () => {
    const list = [entry("转账", { kind: "contact" }), entry("私下转账", { kind: "contact" })];
    expect(found(list, "请勿私下转账，直接转账给我")).toEqual(["转账"]);
  });

  test("an insult cannot be denied", () => {
    expect(found([entry("骂人话", { kind: "insult" })], "不要骂人话")).toEqual(["骂人话"]);
  });
});

describe("spelling", () => {
  test("Latin words do not begin or end inside others", () => {
    const list = [entry("sb", { kind: "insult" }), entry("vx", { kind: "contact" })];
    expect(found(list, "USB线在盒子里，VX200型号，wvx")).toEqual([]);
    expect(found(list, "sb！vx13800138000 vx:abc")).toEqual(["sb", "vx", "vx"]);
  });

  test("digits are not cut", () => {
    expect(found([entry("top1")], "TOP10榜单，TOP1")).toEqual(["TOP1"]);
  });

  test("signs inside an entry are part of it", () => {
    expect(found([entry("1:1")], "11月发货，1：1复刻，1:1")).toEqual(["1：1", "1:1"]);
  });

  test("a space between two words is no evasion, between all letters it is", () => {
    const list = [entry("最好", { kind: "absolute" })];
    expect(found(list, "我最 好了")).toEqual([]);
    expect(found(list, "质量 最 好 的")).toEqual(["最 好"]);
  });

  test("a whole word is not found across two others", () => {
    const list = [entry("下流", { kind: "insult", whole: true })];
    expect(found(list, "我想问下流量卡")).toEqual([]);
    expect(found(list, "你真下流")).toEqual(["下流"]);
    expect(found([entry("下流", { kind: "insult" })], "我想问下流量卡")).toEqual(["下流"]);
  });

  test("other spellings stand for the word", () => {
    const findings = findWords(
      [compileList([entry("加微信", { also: ["加绿泡泡"] })])],
      "加绿泡泡",
    );
    expect(findings.map(({ word, entryId }) => [word, entryId])).toEqual([
      ["加绿泡泡", "other:加微信"],
    ]);
  });
});

describe("shops and choices", () => {
  const list = [entry("拼多多", { shops: ["淘宝店"] }), entry("骗子")];

  test("an entry counts in its shops; where no shop is said every entry counts", () => {
    expect(found(list, "拼多多")).toEqual(["拼多多"]);
    expect(found(list, "拼多多", "淘宝店")).toEqual(["拼多多"]);
    expect(found(list, "拼多多，骗子", "拼多多店")).toEqual(["骗子"]);
  });

  test("what is switched off is not found, what was given another severity has it", () => {
    const findings = findWords([compileList(list)], "拼多多骗子", "", {
      isOn: (id) => id !== "other:拼多多",
      severity: () => "block",
    });
    expect(findings.map(({ word, severity }) => [word, severity])).toEqual([["骗子", "block"]]);
  });

  test("lists are looked through together", () => {
    const [one, two] = [compileList([entry("微信")]), compileList([entry("加微信")])];
    expect(findWords([one, two], "请加微信").map(({ word }) => word)).toEqual(["加微信"]);
  });
});

test("an empty list and an empty text find nothing", () => {
  expect(found([], "加微信")).toEqual([]);
  expect(found([entry("微信")], "")).toEqual([]);
});

/** The same numbers for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff) / 0x7fffffff;
}

test("finds what looking for every word at every place finds", () => {
  const random = seeded(7);
  const letters = [..."甲乙丙丁"];
  const pick = (length: number): string =>
    Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join("");
  for (let turn = 0; turn < 300; turn++) {
    const words = [...new Set(Array.from({ length: 8 }, () => pick(1 + Math.floor(random() * 5))))];
    const text = pick(40);
    const covered = new Set<number>();
    for (const word of words)
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
        for (let each = at; each < at + word.length; each++) covered.add(each);
    const findings = findWords([compileList(words.map((word) => entry(word)))], text);
    // Every finding is a word, none overlap, and no word is left that stands beside them all.
    let end = 0;
    let rest = text;
    for (const finding of findings) {
      expect(words.map(foldWord)).toContain(text.slice(finding.start, finding.end));
      expect(finding.start).toBeGreaterThanOrEqual(end);
      end = finding.end;
      rest =
        rest.slice(0, finding.start) + "－".repeat(finding.end - finding.start) + rest.slice(end);
    }
    expect(words.filter((word) => rest.includes(word))).toEqual([]);
    expect(findings.length === 0).toBe(covered.size === 0);
  }
});

test("a text made of nothing but findings is checked in reasonable steps", () => {
  const list = [compileList([entry("微信", { exceptions: ["微信支付"] })])];
  expect(findWords(list, "微信".repeat(10_000))).toHaveLength(10_000);
  expect(findWords(list, "微信支付".repeat(5_000))).toHaveLength(0);
});
