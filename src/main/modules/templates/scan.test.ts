import { describe, expect, test } from "vitest";
import { isTemplate, scan } from "./scan.ts";

const contents = (text: string): string[] => {
  const { normalised, pieces } = scan(text);
  return pieces.map(({ kind, contentBegin, contentEnd }) =>
    [kind, normalised.slice(contentBegin, contentEnd)].join(": "),
  );
};
const flaws = (text: string): string[] =>
  scan(text).flaws.map(({ code, start, end }) => `${code} ${start}-${end}`);

describe("what counts as a template", () => {
  test.each(["", "您好，满{100}减{5}", "}} %}", "{ { 客户 } }", "{%"])("%j", (text) =>
    expect(isTemplate(text)).toBe(text === "{%"),
  );
});

describe("pieces", () => {
  test("tags and outputs with their contents", () => {
    expect(contents("您好 {{ 客户.名字 }}，{%input 尺码%}{{-今天-}}")).toEqual([
      "output: 客户.名字",
      "tag: input 尺码",
      "output: 今天",
    ]);
  });

  test("what is raw is not looked into, what comes after it is", () => {
    expect(contents("{% raw %}{{ x {% y %}{% endraw -%}{{ 今天 }}")).toEqual(["output: 今天"]);
    expect(flaws("a{% raw %}{{ x")).toEqual(["template_block_not_closed 1-10"]);
  });

  test("braces in quotes are text", () => {
    expect(contents('{{ "{{" }} {{ "{%" }}')).toEqual(['output: "{{"', 'output: "{%"']);
    expect(flaws('{{ "{{" }}')).toEqual([]);
  });
});

describe("punctuation of Chinese keyboards", () => {
  test.each([
    ["{{ 客户.名字｜默认：“亲” }}", '客户.名字|默认:"亲"'],
    ["{{ 客户。名字 }}", "客户.名字"],
    ["{% choice 颜色：“黑，白”、‘红’ %}", 'choice 颜色:"黑，白","红"'],
    ["{{ x | 默认: ”亲“ }}", 'x | 默认: "亲"'],
    ['{{ "他说“好”：" }}', '"他说“好”："'],
    ['{{ “5"屏” }}', "'5\"屏'"],
    ["{% if 件数＞（2） %}", "if 件数>(2)"],
  ])("%s", (text, plain) => {
    const { normalised, pieces } = scan(text);
    expect(normalised).toHaveLength(text.length);
    expect(normalised.slice(pieces[0]!.contentBegin, pieces[0]!.contentEnd)).toBe(plain);
  });

  test("outside of tags nothing is touched", () => {
    const text = "您好，“亲”：{{ 今天 }}。（好）";
    expect(scan(text).normalised).toBe(text);
  });
});

describe("flaws of braces", () => {
  test("an opening without its closing is found at its place, and what follows is still read", () => {
    expect(flaws("您好 {{ 客户.名字，{{ 今天 }}")).toEqual(["template_not_closed 3-5"]);
    expect(contents("您好 {{ 客户.名字，{{ 今天 }}")).toEqual(["output: 今天"]);
    expect(flaws("{% if x")).toEqual(["template_not_closed 0-2"]);
    expect(flaws("{{ 今天 %} {{ 明天 }}")).toEqual(["template_not_closed 0-2"]);
    expect(flaws("a {{ b {{ c {% d")).toEqual([
      "template_not_closed 2-4",
      "template_not_closed 7-9",
      "template_not_closed 12-14",
    ]);
  });

  test("nothing between the braces", () => {
    expect(flaws("{{}}")).toEqual(["template_empty 0-4"]);
    expect(flaws("a {%  %} {{- -}}")).toEqual(["template_empty 2-8", "template_empty 9-16"]);
  });

  test("a quotation that does not end", () => {
    expect(flaws('{{ 客户 | 默认: "亲 }} 和 {{ 今天 }}')).toEqual(["template_quote_open 12-15"]);
    expect(contents('{{ 客户 | 默认: "亲 }} 和 {{ 今天 }}')).toEqual(["output: 今天"]);
    expect(flaws("{{ customer's }}")).toEqual(["template_quote_open 11-14"]);
  });
});
