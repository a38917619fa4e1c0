import { describe, expect, test } from "vitest";
import { foldWord, GAP, viewOf } from "./view.ts";

describe("folding", () => {
  test.each([
    ["全網最低價", "全网最低价"],
    ["ＶＸ", "vx"],
    ["薇信 徽信 溦信", "微信微信微信"],
    ["微❤", "微心"],
    ["➕Ｖ", "加v"],
    ["🆅 🅥 Ⓥ", "vvv"],
    ["㎏", "kg"],
    ["wèi xìn", "weixin"],
    ["傻×", "傻x"],
    ["加丶微丶信", "加微信"],
    ["加\u200b微\u00ad信\ufeff", "加微信"],
    ["加\u0336微\u0336信\u0336", "加微信"],
    ["ＮＯ．１", "no1"],
    ["百分百 100％", "百分百100%"],
    ["🐧群", "企鹅群"],
    ["👍🏻好", "好"],
    ["", ""],
    ["，。！", ""],
  ])("%s is %s", (written, folded) => expect(foldWord(written)).toBe(folded));
});

describe("the way back", () => {
  test("every letter knows its place in the original", () => {
    const text = "好😊加 薇\u200b❤ ㎏🆅！";
    const view = viewOf(text)!;
    expect(view.text).toBe("好加微心kgv");
    const places = [...view.text].map((_, at) => text.slice(view.starts[at], view.ends[at]));
    expect(places).toEqual(["好", "加", "薇", "❤", "㎏", "㎏", "🆅"]);
  });

  test("gaps say what stood before a letter", () => {
    const gapsOf = (text: string): number[] => [...viewOf(text)!.gaps];
    expect(gapsOf("a b")).toEqual([GAP.stop, GAP.space, GAP.stop]);
    expect(gapsOf("加.微·信")).toEqual([GAP.stop, GAP.sign, GAP.sign, GAP.stop]);
    expect(gapsOf("好，好\n好/好")).toEqual([GAP.stop, GAP.stop, GAP.stop, GAP.space, GAP.stop]);
    expect(gapsOf("一、二…三")).toEqual([GAP.stop, GAP.space, GAP.stop, GAP.stop]);
    expect(gapsOf("最 ，好")).toEqual([GAP.stop, GAP.stop, GAP.stop]);
  });

  test("a long text keeps its places", () => {
    const text = "长文本，".repeat(5_000);
    const view = viewOf(text)!;
    expect(view.text).toBe("长文本".repeat(5_000));
    expect(view.starts[14_999]).toBe(text.length - 2);
  });

  test("half a surrogate pair does no harm", () => {
    expect(foldWord("好\ud83d")).toBe("好");
    expect(foldWord("\udc00好")).toBe("好");
  });
});

test("a text that may hold nothing has no view", () => {
  expect(viewOf("您好", () => false)).toBeNull();
});
