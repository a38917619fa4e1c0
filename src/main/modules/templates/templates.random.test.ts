import { expect, test } from "vitest";
import { isAppError } from "../../../shared/errors.ts";
import { messages } from "../../../shared/messages/zh-CN.ts";
import { createTemplates } from "./engine.ts";
import { context } from "./sampleContext.fixture.ts";
import { isTemplate } from "./scan.ts";
import { seeded } from "./wordings.ts";

const PARTS = [
  "{{",
  "}}",
  "{%",
  "%}",
  "{",
  "}",
  "%",
  " ",
  "\n",
  "\r\n",
  "-",
  "客户.名字",
  "今天",
  "店铺.退货地址",
  "颜色",
  "x.y",
  " | ",
  "默认",
  ": ",
  "'亲'",
  "“亲”",
  '"',
  "'",
  "，",
  "：",
  "小时后",
  "2",
  "input",
  "choice",
  "number",
  "random",
  "or",
  "endrandom",
  "if",
  "else",
  "endif",
  "raw",
  "endraw",
  "cursor",
  "and",
  "not",
  "==",
  "[0]",
  "(1..3)",
  "👋",
  "您好",
  "{{ 客户.名字 }}",
  "{% if 今天 %}",
  "{% endif %}",
  "{% random %}",
  "{% or %}",
  "{% endrandom %}",
  "{% input 颜色 %}",
  "{{ 颜色 }}",
  "{% raw %}",
  "{% endraw %}",
  "\uFDD0",
  "\uFDD3",
  "\\",
  "｜",
];
const ANSWERS = { 颜色: "黑" };

/** 20,000 texts put together at random: the checker's word must hold. */
test("what is checked without a problem fills in, and nothing throws anything but our own", () => {
  const templates = createTemplates();
  const random = seeded("texts");
  const known = { shopVariables: context.shopVariables, fields: new Set<string>() };
  let sound = 0;
  for (let round = 0; round < 20_000; round += 1) {
    const length = 1 + Math.floor(random() * 12);
    const text = Array.from({ length }, () => PARTS[Math.floor(random() * PARTS.length)]!).join("");
    const problems = templates.check(text, known);
    for (const { code, start, end, line, column } of problems) {
      expect(messages, text).toHaveProperty(code);
      expect(start, text).toBeLessThan(end);
      expect(end, text).toBeLessThanOrEqual(text.length);
      expect(line, text).toBe(text.slice(0, start).split("\n").length);
      expect(column, text).toBeGreaterThan(0);
    }
    try {
      const filled = templates.fill(text, context, ANSWERS);
      expect(problems, text).toEqual([]);
      expect(filled.text, text).toBe(
        isTemplate(text) ? filled.pieces.map((piece) => piece.text).join("") : text,
      );
      if (isTemplate(text)) expect(filled.text, text).not.toMatch(/[\uFDD0-\uFDD3]/);
      if (isTemplate(text)) sound += 1;
    } catch (error) {
      if (!isAppError(error)) throw new Error(`on ${JSON.stringify(text)}`, { cause: error });
      // Filters may refuse a value they only see when it is there.
      if (problems.length === 0) expect(error.code, text).toMatch(/^template_filter_/);
    }
  }
  expect(sound).toBeGreaterThan(500);
});
