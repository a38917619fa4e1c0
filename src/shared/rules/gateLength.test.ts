import { describe, expect, test } from "vitest";
import { lengthOf, splitSuggestion, widthOf } from "./gateLength.ts";

test.each([
  ["您好", 2],
  ["ab", 1],
  ["48小时", 3],
  ["好\n好", 2],
  ["👨‍👩‍👧好", 2],
  ["", 0],
])("%j is %d wide", (text, width) => expect(widthOf(text)).toBe(width));

test("what fits is left alone", () => {
  expect(lengthOf("好".repeat(120), 120)).toEqual({
    length: 120,
    limit: 120,
    over: false,
    cuts: [],
  });
  expect(splitSuggestion("您好。请问？", 120)).toEqual(["您好。请问？"]);
  expect(lengthOf("好".repeat(121), 120).over).toBe(true);
});

describe("a script that is too long is cut", () => {
  test("at line breaks before sentences, at sentences before commas", () => {
    const lines = ["一".repeat(40), "二".repeat(40), "三".repeat(40)];
    expect(splitSuggestion(lines.join("\n"), 50)).toEqual(lines);
    const sentences = ["甲，乙，丙，丁，戊。", "己，庚，辛，壬，癸。"];
    expect(splitSuggestion(sentences.join(""), 12)).toEqual(sentences);
    expect(splitSuggestion(`${"甲".repeat(8)}，${"乙".repeat(8)}`, 10)).toEqual([
      `${"甲".repeat(8)}，`,
      "乙".repeat(8),
    ]);
  });

  test("evenly: no greeting on its own where halves will do", () => {
    const parts = splitSuggestion(`好。${"一二三四五六七八九。".repeat(6)}`, 40);
    expect(parts).toHaveLength(2);
    expect(Math.abs(widthOf(parts[0]!) - widthOf(parts[1]!))).toBeLessThan(12);
  });

  test("in English at full stops", () => {
    expect(
      splitSuggestion("Your order has been sent. Please wait two days. Thank you.", 20),
    ).toEqual(["Your order has been sent.", "Please wait two days. Thank you."]);
  });

  test("with closing quotes and emoji kept with their sentence", () => {
    expect(splitSuggestion("她说：“好的好的好的。”我就放心了放心了。", 12)[0]).toMatch(/”$/u);
    expect(splitSuggestion("谢谢您的支持和信任！🌷有问题随时找我们哦。", 13)[0]).toBe(
      "谢谢您的支持和信任！🌷",
    );
  });

  test("never inside a placeholder or an address", () => {
    const text = `${"一".repeat(18)}{{ 客户 | 默认: "您" }}，${"二".repeat(18)}`;
    for (const part of splitSuggestion(text, 30))
      expect(part.split("{{").length).toBe(part.split("}}").length);
    const address = `https://example.com/${"a".repeat(300)}`;
    expect(splitSuggestion(`请看 ${address} 谢谢`, 60)).toContain(address);
  });

  test("anywhere when nothing better is there", () => {
    const parts = splitSuggestion("长".repeat(250), 120);
    expect(parts.map((part) => part.length).toSorted()).toEqual([83, 83, 84]);
    expect(parts.join("")).toBe("长".repeat(250));
  });
});

test("parts are within the limit and leave no words out", () => {
  let state = 3;
  const random = (): number =>
    (state = (Math.imul(state, 48_271) >>> 0) % 2_147_483_647) / 2_147_483_647;
  const pieces = [
    "好的",
    "，",
    "。",
    "\n",
    "order 48",
    "！🌷",
    "请稍等",
    " ",
    "“可以。”",
    "{{ 姓名 }}",
  ];
  for (let turn = 0; turn < 200; turn++) {
    const text = Array.from(
      { length: 60 },
      () => pieces[Math.floor(random() * pieces.length)],
    ).join("");
    const limit = 20 + Math.floor(random() * 60);
    const { cuts } = lengthOf(text, limit);
    const bounds = [0, ...cuts, text.length];
    const parts = bounds.slice(1).map((end, index) => text.slice(bounds[index], end));
    expect(parts.join("")).toBe(text);
    for (const part of parts) expect(widthOf(part)).toBeLessThanOrEqual(limit);
  }
});

describe("a template is never broken by a cut", () => {
  const sentence = "一二三四五六七八九。";
  test("blocks stay whole, with blocks within them", () => {
    const inner = `{% random %}${sentence}{% or %}${sentence}{% endrandom %}`;
    const block = `{% if 客户.名字 %}${sentence}${inner}{% else %}${sentence}{% endif %}`;
    const parts = splitSuggestion(`${sentence}${block}${sentence}`, 12);
    expect(parts).toEqual([sentence, block, sentence]);
  });

  test("a tag that opens nothing, or is never closed, keeps nothing together", () => {
    expect(
      splitSuggestion(`${sentence}{% cursor %}${sentence}{% endif %}${sentence}`, 22),
    ).toHaveLength(3);
  });

  test("whatever the limit, every tag is whole in one of the parts", () => {
    const text = `亲，{{ 客户.名字 | 称呼 }}，{% input 原因 %}。`.repeat(6);
    for (let limit = 4; limit < 60; limit += 1)
      for (const part of splitSuggestion(text, limit)) {
        const marks = part.match(/\{\{|\}\}|\{%|%\}/g) ?? [];
        expect(marks.filter((_, at) => at % 2 === 0)).toEqual(
          marks.filter((_, at) => at % 2 === 1).map((mark) => (mark === "}}" ? "{{" : "{%")),
        );
      }
  });
});

test("no more parts than asked for: what is left stays in the last", () => {
  const text = "一二三四五六七八九。".repeat(4);
  expect(splitSuggestion(text, 12, 2)).toEqual([text.slice(0, 10), text.slice(10)]);
  expect(splitSuggestion(text, 12, 1)).toEqual([text]);
});
