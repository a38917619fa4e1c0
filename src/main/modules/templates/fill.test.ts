import { describe, expect, test } from "vitest";
import type { TemplateAnswers } from "../../../shared/contract/templates.ts";
import { AppError } from "../../../shared/errors.ts";
import { createTemplates, type FillOptions } from "./engine.ts";
import { context, emptyContext } from "./sampleContext.fixture.ts";
import { seeded } from "./wordings.ts";

const templates = createTemplates();
const fill = (text: string, answers: TemplateAnswers = {}, options: FillOptions = {}) =>
  templates.fill(text, context, answers, options);
const filled = (text: string, answers: TemplateAnswers = {}): string => fill(text, answers).text;

describe("variables", () => {
  test.each([
    ["您好", "您好"],
    [
      "{{ 客户.名字 }}|{{ customer.name }}|{{ 客戶.名字 }}|{{客户}}|{{ customer }}",
      "王小美女士|王小美女士|王小美女士|王小美女士|王小美女士",
    ],
    [
      "{{ 客户.订单号 }} {{ customer.order }} {{ 客戶.訂單編號 }}",
      "2841736459120384651 2841736459120384651 2841736459120384651",
    ],
    ["{{ 客户.备注 }}", "要发票"],
    [
      "{{ 客服.名字 }}（工号 {{ 客服.工号 }}）{{ agent.name }}{{ 客服 }}",
      "小满（工号 08）小满小满",
    ],
    [
      "{{ 店铺 }}：{{ 店铺.退货地址 }}；{{ shop.退货地址 }}；{{ shop.name }}{{ shop }}",
      "灯饰旗舰店：杭州市余杭区 1 号仓；杭州市余杭区 1 号仓；灯饰旗舰店灯饰旗舰店",
    ],
    ["{{ 今天 }} {{ 明天 }} {{ 后天 }} {{ 後天 }}", "6月2日 6月3日 6月4日 6月4日"],
    ["{{ today }} / {{ tomorrow }} / {{ day_after_tomorrow }}", "June 2 / June 3 / June 4"],
    ["{{ 现在 }} {{ 現在 }} {{ now }}", "下午2点 下午2點 2 pm"],
    ["{{ 星期 }} {{ weekday }}", "星期二 Tuesday"],
    [
      "运单 {{ 剪贴板 }} {{ 剪貼簿 }} {{ clipboard }}",
      "运单 SF1234567890 SF1234567890 SF1234567890",
    ],
    ['价格 {{ "{{" }}面议}} {% raw %}{{ x }}{% endraw %}', "价格 {{面议}} {{ x }}"],
    ["{{ 3 }} {{ '字' }} {{ 1.50 }}", "3 字 1.5"],
  ])("%s", (text, result) => expect(filled(text)).toBe(result));
});

describe("filters", () => {
  test.each([
    ["{{ 客户.名字 | 尊称 }}", "王女士"],
    ["{{ 客户 | honorific }}", "王女士"],
    ["{{ '李想' | 尊称: '先生' }}", "李先生"],
    ["{{ 现在 | 小时后: 2 }}", "下午4点"],
    ["{{ 2 | 小时后 }} {{ 6 | hours_later }} {{ 2 | 小時後 }}", "下午4点 8 pm tonight 下午4點"],
    ["{{ now | hours_later: 6 }}", "8 pm tonight"],
    ["{{ 今天 | 小时后: 2 }}", "下午4点"],
    ["{{ 20 | 分钟后 }}", "下午2点20分"],
    ["{{ 今天 | 天后: 3 }} {{ 3 | 天后 }} {{ today | days_later: 3 }}", "6月5日 6月5日 June 5"],
    ["{{ 明天 | 日期: 'M月D日（ddd）' }}", "6月3日（周三）"],
    ["{{ 明天 | 日期 }} {{ tomorrow | date: 'ddd, MMM D' }}", "6月3日 Wed, Jun 3"],
    ["{{ 3 | 天后 | 星期 }}", "星期五"],
    ["{{ 客户.备注 | 截断: 2 }} {{ '好' | 截断: 2 }}", "要发… 好"],
    [
      "{{ 3 | 乘: 39.9 }} {{ 0.1 | 加: 0.2 }} {{ 10 | 减: 3 }} {{ 10 | 除以: 4 }}",
      "119.7 0.3 7 2.5",
    ],
    [
      "{{ 1.005 | 保留小数: 2 }} {{ 3.5 | round: 2 }} {{ 2.5 | round }} {{ -1.5 | round: 0 }}",
      "1.01 3.50 3 -2",
    ],
    ["{{ 客户.名字｜默认：“亲” }}", "王小美女士"],
  ])("%s", (text, result) => expect(filled(text)).toBe(result));

  test("a default takes the place of what is not known", () => {
    const text = "{{ 客户.名字 | 尊称 | 默认: '亲' }}，{{ customer.order | default: 客服.名字 }}";
    const result = templates.fill(text, { ...emptyContext, agent: context.agent }, {});
    expect(result).toMatchObject({ text: "亲，小满", missing: [] });
  });

  test.each([
    ["{{ 客户.名字 | 小时后: 2 }}", "template_filter_needs_time"],
    ["{{ 客户.名字 | 天后 }}", "template_filter_takes_number"],
    ["{{ 现在 | 小时后: 客户.名字 }}", "template_filter_takes_number"],
    ["{{ 3 | 日期 }}", "template_filter_needs_time"],
    ["{{ 10 | 除以: 0 }}", "template_filter_takes_number"],
    ["{{ '三' | 乘: 2 }}", "template_filter_takes_number"],
  ])("%s is refused at its place", (text, code) => {
    const place = { line: 1, column: text.indexOf("|") + 3 };
    expect(() => fill(text)).toThrow(
      expect.objectContaining({ code, params: expect.objectContaining(place) }),
    );
  });
});

describe("what is not known", () => {
  test("is listed once by its key, and the text shows it", () => {
    const text =
      "{{ 客户.名字 }}{{ customer.name }}您好，{{ 店铺.退货地址 }}{{ 客户.订单号 | 截断: 4 }}";
    const result = templates.fill(text, emptyContext, {});
    expect(result.missing).toEqual(["customer.name", "shop.own.退货地址", "customer.order"]);
    expect(
      result.pieces.filter((piece) => piece.kind === "missing").map((piece) => piece.text),
    ).toEqual(["customer.name", "customer.name", "shop.own.退货地址", "customer.order"]);
  });

  test("counts as no in a condition, without being asked for", () => {
    const text = "{% if 客户.名字 %}{{ 客户.名字 }}，{% endif %}您好";
    expect(templates.fill(text, emptyContext, {})).toMatchObject({ text: "您好", missing: [] });
    expect(filled(text)).toBe("王小美女士，您好");
  });

  test("may be answered by its key; what is known is not overruled", () => {
    const answers = {
      "customer.name": "李先生",
      "shop.own.退货地址": "上海",
      "agent.name": "夏天",
    };
    const text = "{{ 客户.名字 }} {{ 店铺.退货地址 }} {{ 客服.名字 }}";
    expect(templates.fill(text, emptyContext, answers)).toMatchObject({
      text: "李先生 上海 夏天",
      missing: [],
    });
    expect(filled(text, answers)).toBe("王小美女士 杭州市余杭区 1 号仓 小满");
  });

  test("a missing argument makes the whole output missing", () => {
    const text = "{{ 客服.名字 | 默认: 客户.名字 }}";
    expect(templates.fill(text, emptyContext, {}).missing).toEqual(["customer.name"]);
  });
});

describe("questions", () => {
  const text =
    '{% input 尺码 %}码{% choice 颜色: "黑","白" %}，{{ 颜色 }}色 {% number 件数 min:1 default:2 %} 件共 {{ 件数 | times: 39.9 }} 元';

  test("are listed once, in order", () => {
    expect(
      templates.fieldsOf([text, "{% input 尺码 %}{% input 备注 选填 说明:'还有什么要说' %}"]),
    ).toEqual([
      { name: "尺码", kind: "input", label: "尺码", required: true },
      { name: "颜色", kind: "choice", label: "颜色", options: ["黑", "白"], required: true },
      { name: "件数", kind: "number", label: "件数", min: 1, default: "2", required: true },
      { name: "备注", kind: "input", label: "还有什么要说", required: false },
    ]);
  });

  test("answers stand where they were asked and wherever they are named", () => {
    expect(filled(text, { 尺码: "M", 颜色: "白", 件数: "3" })).toBe("M码白，白色 3 件共 119.7 元");
    expect(filled(text, { 尺码: "M", 颜色: "白" })).toBe("M码白，白色 2 件共 79.8 元");
  });

  test("a default may be a variable or a bare word", () => {
    const asks = "{% input 收货人 default:客户.名字 %}{% input 城市 default:上海 %}";
    expect(templates.fieldsOf([asks], context).map((field) => field.default)).toEqual([
      "王小美女士",
      "上海",
    ]);
    expect(templates.fieldsOf([asks], emptyContext)[0]).not.toHaveProperty("default");
    expect(filled(asks)).toBe("王小美女士上海");
  });

  test("what must be answered and is not is missing, by the name of the field", () => {
    const result = fill(text, { 件数: "1" });
    expect(result.missing).toEqual(["尺码", "颜色"]);
    expect(result.text).toBe("尺码码颜色，颜色色 1 件共 39.9 元");
  });

  test("what was left empty is no in a condition", () => {
    const asks = "{% input 备注 optional %}{% if 备注 %}，{{ 备注 }}{% endif %}。";
    expect(filled(asks)).toBe("。");
    expect(filled(asks, { 备注: "急" })).toBe("急，急。");
  });

  test("fields of another text of the phrase can be named", () => {
    const otherFields = templates.fieldsOf(["{% choice 颜色: 黑, 白 %}"]);
    expect(fill("{{ 颜色 }}色有货", { 颜色: "黑" }, { otherFields }).text).toBe("黑色有货");
  });

  test("answers are text, whatever they look like", () => {
    expect(filled("{% input 尺码 %}", { 尺码: "{{ 今天 }}{% raw %}\uFDD3" })).toBe(
      "{{ 今天 }}{% raw %}\uFFFD",
    );
    expect(filled("{% input __proto__ %}{{ __proto__ }}", { ["__proto__"]: "x" })).toBe("xx");
  });
});

describe("wordings", () => {
  const greeting =
    "{% random %}亲{% or %}您{% or %}宝{% endrandom %}好{% 随机 %}呀{% 或 %}。{% 随机结束 %}";

  test("never the same twice in a row at a place, over many turns", () => {
    const memory = new Map<string, string>();
    const random = seeded("turns");
    let last = "";
    const seen = new Set<string>();
    for (let turn = 0; turn < 200; turn += 1) {
      const result = fill(greeting, {}, { random, lastChoice: (slot) => memory.get(slot) ?? null });
      expect(result.text[0]).not.toBe(last[0]);
      expect(result.text[2]).not.toBe(last[2]);
      expect(result.choices.map((choice) => choice.slot)).toEqual(["0", "1"]);
      for (const { slot, wording } of result.choices) memory.set(slot, wording);
      last = result.text;
      seen.add(result.text);
    }
    expect([...seen].toSorted()).toEqual(
      ["亲好。", "亲好呀", "宝好。", "宝好呀", "您好。", "您好呀"].toSorted(),
    );
  });

  test("an edited list of wordings still knows the last one", () => {
    const first = fill("{% random %}一{% or %}二{% endrandom %}", {}, { random: () => 0 });
    expect(first.text).toBe("一");
    const last = (): string => first.choices[0]!.wording;
    const edited = "{% random %}零{% or %}一{% endrandom %}";
    for (const random of [0, 0.5, 0.999])
      expect(fill(edited, {}, { random: () => random, lastChoice: last }).text).toBe("零");
  });

  test("a single wording may be said again", () => {
    const first = fill("{% random %}一{% endrandom %}");
    const again = fill(
      "{% random %}一{% endrandom %}",
      {},
      { lastChoice: () => first.choices[0]!.wording },
    );
    expect(again.text).toBe("一");
  });

  test("the short form", () => {
    const result = fill('{{ "好的|没问题|马上" | 随机 }}！', {}, { random: () => 0.5 });
    expect(result.text).toBe("没问题！");
    expect(result.choices).toHaveLength(1);
  });

  test("within one another, with variables", () => {
    const text =
      "{% random %}{{ 客户 | 尊称 }}{% random %}好{% or %}您好{% endrandom %}{% or %}在{% endrandom %}";
    expect(fill(text, {}, { random: () => 0 }).text).toBe("王女士好");
    expect(fill(text, {}, { random: () => 0.99 }).text).toBe("在");
  });

  test("places of two texts of a phrase do not mix", () => {
    expect(fill(greeting, {}, { slotPrefix: "1." }).choices[0]?.slot).toBe("1.0");
  });
});

describe("the cursor", () => {
  test("is taken out and its place told", () => {
    expect(fill("{{ 客户 | 尊称 }}，您好{% cursor %}，请稍等")).toMatchObject({
      text: "王女士，您好，请稍等",
      cursor: 6,
    });
    expect(fill("在的{% 光标 %}").cursor).toBe(2);
    expect(fill("在的").cursor).toBeNull();
    expect(fill("{% if 客户.备注 == 'x' %}{% cursor %}{% endif %}在的").cursor).toBeNull();
  });
});

describe("lines", () => {
  test.each([
    ["您好\n{% if 客户 %}\n有单\n{% endif %}\n再见", "您好\n有单\n再见"],
    ["{% random %}\n亲\n{% or %}\n您\n{% endrandom %}\n好", "亲\n好"],
    ["a\n  {% if 今天 %} {% if 明天 %}\t\nb\n{% endif %}{% endif %}", "a\nb"],
    ["a {% if 今天 %}\nb{% endif %}", "a \nb"],
    ["a\n{% input 尺码 optional %}\nb", "a\n\nb"],
    ["a\r\n{% if 今天 %}\r\nb\r\n{% endif %}\r\nc", "a\r\nb\r\nc"],
    ["a {%- if 今天 -%} b {%- endif %}", "ab"],
    ["{{ 客户 | 尊称 }}\n", "王女士\n"],
  ])("%j", (text, result) => expect(filled(text)).toBe(result));
});

describe("nothing is half filled in", () => {
  test.each([
    ["您好 {{ 客户.姓名 }}", "template_unknown_name_near", 1, 7],
    ["您好\n{{ 客户.名字", "template_not_closed", 2, 1],
    ["{{ 客户 | upcase }}", "template_unknown_filter", 1, 9],
  ])("%j", (text, code, line, column) => {
    let thrown: unknown;
    try {
      fill(text);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(AppError);
    expect(thrown).toMatchObject({ code, params: { line, column } });
  });

  test("what would become too long is refused", () => {
    const many = "{{ 剪贴板 }}".repeat(500);
    const long = { ...context, clipboard: "长".repeat(400) };
    expect(() => templates.fill(many, long, {})).toThrow(
      expect.objectContaining({ code: "template_too_much" }),
    );
  });
});

describe("pieces for the preview", () => {
  test("tell what was filled in", () => {
    expect(fill("亲{{ 客户 | 尊称 }}，{% input 尺码 %}码有货", { 尺码: "M" }).pieces).toEqual([
      { kind: "plain", text: "亲" },
      { kind: "value", text: "王女士" },
      { kind: "plain", text: "，" },
      { kind: "value", text: "M" },
      { kind: "plain", text: "码有货" },
    ]);
  });
});

describe("the price tag", () => {
  const asked: Record<string, string>[] = [];
  const priced = createTemplates({
    price: (args) => {
      asked.push({ ...args });
      if (args["原价"] === "0") throw new AppError("bad_input", { field: "原价", detail: "0" });
      return { final: "349.00", steps: ["原价 399", "满 300 减 50"], saved: 50 };
    },
  });

  test("gives its arguments as written, variables and answers filled in", () => {
    const text =
      '{% number 件数 default:2 %}件到手 {% 到手价 原价:399 件数:件数 满减:"300-50" %} 元，省 {% price 原价:399 优惠 %}：{% 到手价 原价=399 步骤 %}';
    expect(priced.check(text, { shopVariables: new Set(), fields: new Set() })).toEqual([]);
    expect(priced.fill(text, context, {}).text).toBe(
      "2件到手 349.00 元，省 50：原价 399\n满 300 减 50",
    );
    expect(asked[0]).toEqual({ 原价: "399", 件数: "2", 满减: "300-50" });
  });

  test("what the calculator refuses is refused at the tag", () => {
    expect(() => priced.fill("a{% 到手价 原价:0 %}", context, {})).toThrow(
      expect.objectContaining({
        code: "bad_input",
        params: { field: "原价", detail: "0", line: 1, column: 2 },
      }),
    );
  });

  test("a missing variable is asked for", () => {
    expect(priced.fill("{% 到手价 原价:客户.备注 %}", emptyContext, {}).missing).toEqual([
      "customer.note",
    ]);
  });
});

describe("what a text uses", () => {
  test("by key, in any spelling, in defaults too", () => {
    const texts = [
      "{{ 客户 }}{{ shop.退货地址 | default: 剪贴板 }}",
      "{% input x default:agent.name %}{% if 今天 %}{% endif %}",
    ];
    expect([...templates.uses(texts, context.shopVariables)]).toEqual([
      "customer.name",
      "shop.own.退货地址",
      "desk.clipboard",
      "agent.name",
      "time.today",
    ]);
  });
});
