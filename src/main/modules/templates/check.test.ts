import { describe, expect, test } from "vitest";
import { say } from "../../../shared/rules/say.ts";
import { createTemplates } from "./engine.ts";

const templates = createTemplates();
const known = { shopVariables: new Set(["退货地址"]), fields: new Set<string>() };
const check = (text: string) => templates.check(text, known);
/** Each problem as its code without the prefix, what it stands on, and the fix. */
const found = (text: string): string[] =>
  check(text).map(({ code, start, end, fix }) =>
    [code.replace("template_", ""), text.slice(start, end), ...(fix === null ? [] : [fix])].join(
      " › ",
    ),
  );

describe("texts that are right", () => {
  test.each([
    "",
    "您好，亲",
    "满{100}减{5}，{ { 客户 } } }} %}",
    "{{ 客户.名字 }}{{ customer.name }}{{ 客戶.名字 }}{{客户}}",
    "{{ 店铺.退货地址 }}{{ shop.退货地址 }}{{ 店铺 }}{{ shop.name }}",
    "{{ 今天 | 日期: 'M月D日' }} {{ 现在 | 小时后: 2 }} {{ 2 | hours_later }}",
    "{{ 客户.名字｜尊称｜默认：“亲” }}",
    "{% input 尺码 %} {{ 尺码 }}",
    '{% input "收货城市" default:"上海" %}{% choice 颜色: "黑","白" %}{% number 件数 min:1 max:99 default:1 %}',
    "{% 填空 尺码 选填 说明:“要什么尺码” %}{% 选择 颜色：黑、白、红 默认：黑 %}{% 数字 件数 最小:1 %}",
    "{% random %}亲{% or %}您{% endrandom %}{% 随机 %}好{% 或 %}在的{% 随机结束 %}",
    "{{ '好的|没问题' | 随机 }}",
    "{% if 客户.名字 and not 客户.备注 == '无' %}a{% elsif 今天 %}b{% else %}c{% endif %}",
    "{% 如果 客户 %}a{% 否则如果 今天 %}b{% 否则 %}c{% 如果结束 %}",
    "{% raw %}{{ 随便 {% 什么 %}{% endraw %}",
    '{{ "{{" }} 和 {{ "{%" }}',
    "{% number 件数 %}{{ 件数 | times: 39.9 | round: 2 }}",
    "{% input 收货人 default:客户.名字 %}{% input 城市 default:上海 %}",
    "您好{% cursor %}",
    "a {%- cursor -%} b",
  ])("%s", (text) => expect(found(text)).toEqual([]));
});

describe("names", () => {
  test("an unknown variable stands underlined with the one that was meant", () => {
    const [problem] = check("您好\n👋{{ 买家.姓名 }}");
    expect(problem).toEqual({
      code: "template_unknown_name_near",
      params: { name: "买家.姓名", near: "客户.名字", line: 2, column: 5 },
      line: 2,
      column: 5,
      start: 8,
      end: 13,
      fix: "客户.名字",
    });
  });

  test.each([
    ["{{ 优惠金额 }}", ["unknown_name › 优惠金额"]],
    ["{{ 退货地址 }}", ["unknown_name_near › 退货地址 › 店铺.退货地址"]],
    ["{{ 客户.名字.长度 }}", ["unknown_name_near › 客户.名字.长度 › 客户.名字"]],
    ["{{ 客户 名字 }}", ["unknown_name_near › 客户 名字 › 客户.名字"]],
    ["{{ 今天 | 默认: 客户.名 }}", ["unknown_name_near › 客户.名 › 客户.名字"]],
    ["{% input 颜色 %}{{ 颜 色 }}", ["unknown_name_near › 颜 色 › 颜色"]],
    ["{% if 客户名 %}x{% endif %}", ["unknown_name_near › 客户名 › 客户.名字"]],
    ["{% input 收货人 default:客户.名 %}", ["unknown_name_near › 客户.名 › 客户.名字"]],
    ["{{ 今天 | 小时: 2 }}", ["unknown_filter_near › 小时 › 小时后"]],
    ["{{ 今天 | upcase }}", ["unknown_filter › upcase"]],
    ["{{ 客户 | defualt: '亲' }}", ["unknown_filter_near › defualt › default"]],
    ["{% inptu 尺码 %}", ["unknown_tag_near › inptu › input"]],
    ["{% for x in y %}", ["unknown_tag_near › for › or"]],
    ["{% include 'x' %}", ["unknown_tag › include"]],
    ["{% 到手价 原价:100 %}", ["unknown_tag › 到手价"]],
    ["{% 选项 颜色: 黑 %}", ["unknown_tag_near › 选项 › 选择"]],
    ['{% "x" %}', ['unknown_tag › "']],
  ])("%s", (text, problems) => expect(found(text)).toEqual(problems));

  test("fields of the phrase's other texts are known", () => {
    expect(templates.check("{{ 颜色 }}", { ...known, fields: new Set(["颜色"]) })).toEqual([]);
  });
});

describe("syntax", () => {
  test.each([
    ["{{ 客户 | }}", []],
    ["{{ | 默认: '亲' }}", ["syntax › |"]],
    ["{{ 客户 默认 '亲' }}", ["syntax › 默认"]],
    ["{{ 客户[0] }}", ["syntax › 客户[0]"]],
    ["{{ (1..3) }}", ["syntax › (1..3)"]],
    ["{{ 今天 | 天后 3 }}", ["syntax › 3"]],
    ["{{ 今天 | 天后: '三' }}", ["filter_takes_number › 天后: '三'"]],
    ["{{ 客户 | 默认 }}", ["filter_takes_text › 默认"]],
    ["{{ 今天 | 星期: 2 }}", ["filter_takes_nothing › 星期: 2"]],
    ["{{ 今天 | 日期: 3 }}", ["filter_takes_text › 日期: 3"]],
    ["{{ 客户 | 截断: a:1 }}", ["filter_takes_number › 截断: a:1"]],
    ["{% cursor %}{% 光标 %}", ["cursor_twice › {% 光标 %}"]],
    ["{% cursor 3 %}", ["syntax › 3"]],
    ["{% if %}x{% endif %}", ["condition_missing › {% if %}"]],
  ])("%s", (text, problems) => expect(found(text)).toEqual(problems));
});

describe("blocks", () => {
  test.each([
    ["{% if 客户 %}x", ["block_not_closed › {% if 客户 %}"]],
    ["{% 随机 %}x", ["block_not_closed › {% 随机 %}"]],
    ["x{% endif %}", ["block_stray › {% endif %}"]],
    ["{% or %}", ["block_stray › {% or %}"]],
    ["{% if 客户 %}{% random %}x{% endif %}", ["block_not_closed › {% random %}"]],
    ["{% if 客户 %}a{% else %}b{% else %}c{% endif %}", ["block_stray › {% else %}"]],
    ["{% if 今天 %}".repeat(6) + "{% endif %}".repeat(6), ["too_deep › {% if 今天 %}"]],
  ])("%s", (text, problems) => expect(found(text)).toEqual(problems));

  test("what is not closed says how it ends in the language it was written in", () => {
    expect(check("{% 如果 客户 %}")[0]?.params["close"]).toBe("如果结束");
    expect(check("{% random %}")[0]?.params["close"]).toBe("endrandom");
  });
});

describe("fields", () => {
  test.each([
    ["{% input %}", ["field_name › {% input %}"]],
    ["{% input : %}", ["field_name › {% input : %}"]],
    ["{% input a.b %}", ["field_name › {% input a.b %}"]],
    ["{% choice 颜色 %}", ["field_options › 颜色"]],
    ["{% choice 颜色: 黑, 白 default: 红 %}", ["field_default › 红"]],
    ["{% number 件数 min:两 %}", ["field_number › 两"]],
    ["{% number 件数 min:5 max:2 %}", ["field_range › 件数"]],
    ["{% number 件数 max:2 default:3 %}", ["field_range › 件数"]],
    ["{% number 件数 default:'三' %}", ["field_number › '三'"]],
    ["{% input 尺码 多余 %}", ["field_setting › 多余"]],
    ["{% input 尺码 颜色:红 %}", ["field_setting › 颜色"]],
    ["{% input 尺码 默认: %}", ["field_setting › 默认"]],
    ["{% input 今天 %}", ["field_taken › 今天"]],
    ["{% input 尺码 %}{% number 尺码 %}", ["field_clash › 尺码"]],
    ["{% input 尺码 default:M %}{% input 尺码 %}", []],
    [`{% input ${"长".repeat(41)} %}`, [`field_long › ${"长".repeat(41)}`]],
  ])("%s", (text, problems) => expect(found(text)).toEqual(problems));

  test("at most twenty of them", () => {
    const text = Array.from({ length: 21 }, (_, index) => `{% input 问${index} %}`).join("");
    expect(found(text)).toEqual(["fields_many › 问20"]);
  });
});

test("every problem of a text is found, in its order", () => {
  expect(
    found("{{ 客户名 }}\n{% inptu x %}{{ 今天 | 天后: 'x' }}\n{{ 没有 {{ 店名 }} {% if 客户 %}"),
  ).toEqual([
    "unknown_name_near › 客户名 › 客户.名字",
    "unknown_tag_near › inptu › input",
    "filter_takes_number › 天后: 'x'",
    "not_closed › {{",
    "unknown_name_near › 店名 › 店铺",
    "block_not_closed › {% if 客户 %}",
  ]);
});

test("too long a text is not read", () => {
  expect(found(`{{ x }}${"长".repeat(20_000)}`)).toEqual([`too_long › ${"长".repeat(7)}`]);
});

test("sentences say the place and how braces are written as they stand", () => {
  const [problem] = check("优惠码 {{SUMMER");
  expect(say("zh-CN", problem!.code, problem!.params)).toBe(
    '第 1 行第 5 字：“{{”后面缺“}}”。如果就是要发出“{{”这两个字符，请写成 {{ "{{" }} 。',
  );
});

test("thousands of openings take no time that grows with their square", () => {
  expect(check("{{".repeat(10_000))).toHaveLength(100);
  expect(check("{% if x ".repeat(2_500)).length).toBeGreaterThan(0);
});
