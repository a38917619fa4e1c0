import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newPhrase, temporaryFolder } from "../../../../test/support/library.ts";
import type { EventName } from "../../../shared/contract/index.ts";
import type { TemplateAnswers } from "../../../shared/contract/templates.ts";
import { createBarePorts } from "../../adapters/node/absent.ts";
import type { Desktop, Ports } from "../../ports/ports.ts";
import { type Foundation, layFoundation } from "../foundation.ts";
import { customersFeature, type CustomersFeature } from "./customers.ts";
import { libraryFeature, type LibraryFeature } from "./library.ts";
import { priceTag } from "./price.ts";
import { shopsFeature, type ShopsFeature } from "./shops.ts";
import { templatesFeature, type TemplatesFeature } from "./templates.ts";

/* The real library, customers, shops and templates over a real database; the clock and the clipboard are ours. */
const MINUTE = 60_000;
let folder: ReturnType<typeof temporaryFolder>;
let base: Foundation;
let library: LibraryFeature;
let customers: CustomersFeature;
let shops: ShopsFeature;
let templates: TemplatesFeature;
let now: number;
let clipboard: string;
let heard: EventName[];

beforeEach(() => {
  folder = temporaryFolder();
  // Afternoon where the test runs, so that ten minutes more are still today.
  now = new Date(2026, 5, 2, 14, 0).getTime();
  clipboard = "YT8812345678901";
  heard = [];
  const ports: Ports = {
    ...createBarePorts(folder.path, "no_display"),
    desktop: { clipboard: { readText: async () => clipboard } } as unknown as Desktop,
    noDesktopBecause: null,
    clock: { now: () => now },
  };
  base = layFoundation(folder.path, folder.path, ports);
  base.subscribe((name) => heard.push(name));
  library = libraryFeature(base, {
    claimHotkey: async (accelerator) => accelerator,
    announceHotkeys: () => undefined,
    offers: () => ({ first: new Map(), hidden: new Set() }),
    starter: () => ({}),
    followed(touched) {
      shops.follow(touched);
      templates.follow(touched);
    },
    counted: () => undefined,
    takeBackElsewhere: () => Promise.reject(new Error("nothing is taken back here")),
  });
  shops = shopsFeature(base, {
    library,
    renameInWords: () => undefined,
    renamed: () => undefined,
  });
  customers = customersFeature(base, { shops: shops.store.names });
  templates = templatesFeature(base, {
    library,
    customers,
    shops,
    price: priceTag(() => "zh-CN"),
  });
});
afterEach(() => {
  base.close();
  customers.close();
  library.keeper.close();
  base.later.close();
  base.database.close();
  folder.dispose();
});

const phrase = (body: string, shop = ""): string =>
  library.store.create(newPhrase({ body, shop })).phrase.id;
const bodyOf = (id: string): string[] => [library.store.get(id).body];
const prepare = (id: string, answers: TemplateAnswers | null = null) =>
  templates.prepareTexts(id, bodyOf(id), answers, now);

async function ready(id: string, answers: TemplateAnswers | null = null) {
  const prepared = await prepare(id, answers);
  if (prepared.kind !== "ready") throw new Error(`not ready: ${JSON.stringify(prepared)}`);
  return prepared;
}
async function form(id: string, answers: TemplateAnswers | null = null) {
  const prepared = await prepare(id, answers);
  if (prepared.kind !== "form") throw new Error(`no form: ${JSON.stringify(prepared)}`);
  return prepared;
}
const take = (name: string, order = "", shop = "") =>
  customers.store.set({ name, order, shop, note: "" }, null, now);

describe("a phrase without braces", () => {
  test("goes as it is, and is remembered as sent", async () => {
    const customer = take("王女士");
    const id = phrase("您好 { 亲 }");
    const prepared = await ready(id);
    expect(prepared).toMatchObject({ texts: ["您好 { 亲 }"], cursor: null });
    expect(templates.repeats(id, now)).toBeNull();
    prepared.remember();
    expect(templates.repeats(id, now)).toBe(now);
    expect(templates.repeats(id, now + 10 * MINUTE)).toBeNull();
    expect(customers.memory.pastes(customer.id, 5)).toEqual([{ phraseId: id, at: now }]);
  });
});

describe("a phrase with variables", () => {
  test("is filled in from customer, agent and shop", async () => {
    shops.store.save({
      id: null,
      name: "灯饰店",
      variables: [{ name: "退货地址", value: "杭州" }],
    });
    base.ports.settings.set({ agentName: "小满", shop: "灯饰店" });
    take("王小美女士", "298374651029");
    const id = phrase(
      "{{ 客户.名字 | 尊称 }}，{{ 店铺 }}{{ 客服.名字 }}：单 {{ 客户.订单号 }} 退到{{ 店铺.退货地址 }}，{{ 今天 }}。{% cursor %}👨‍👩‍👧好",
    );
    const prepared = await ready(id);
    expect(prepared.texts).toEqual(["王女士，灯饰店小满：单 298374651029 退到杭州，6月2日。👨‍👩‍👧好"]);
    expect(prepared.cursor).toMatchObject({ text: 0, back: 2 });
  });

  test("the customer's shop counts before the one served, and that before the phrase's", async () => {
    for (const name of ["甲店", "乙店", "丙店"])
      shops.store.save({ id: null, name, variables: [{ name: "地址", value: `${name}地址` }] });
    const id = phrase("{{ 店铺.地址 }}", "丙店");
    expect((await ready(id)).texts).toEqual(["丙店地址"]);
    base.ports.settings.set({ shop: "乙店" });
    expect((await ready(id)).texts).toEqual(["乙店地址"]);
    take("王女士", "", "甲店");
    expect((await ready(id)).texts).toEqual(["甲店地址"]);
  });

  test("the clipboard is read only for a phrase that names it", async () => {
    const named = phrase("运单 {{ 剪贴板 }}");
    expect((await ready(named)).texts).toEqual(["运单 YT8812345678901"]);
    clipboard = " ";
    expect((await form(named)).missing).toEqual(["desk.clipboard"]);
  });
});

describe("what has no value is asked for", () => {
  test("and kept on the customer and the agent", async () => {
    const id = phrase("{{ 客户.名字 }}您好，我是{{ 客服.名字 }}");
    const asked = await form(id);
    expect(asked.missing).toEqual(["customer.name", "agent.name"]);
    expect(
      asked.fields.map(({ name, label, value, wrong }) => ({ name, label, value, wrong })),
    ).toEqual([
      { name: "customer.name", label: "客户名字", value: "", wrong: null },
      { name: "agent.name", label: "客服名字", value: "", wrong: null },
    ]);
    expect(asked.texts).toEqual(["〔客户名字〕您好，我是〔客服名字〕"]);

    const half = await form(id, { "customer.name": "王女士" });
    expect(half.texts).toEqual(["王女士您好，我是〔客服名字〕"]);
    expect(half.fields.map((field) => field.wrong?.code ?? null)).toEqual([
      null,
      "template_answer_missing",
    ]);

    const done = await ready(id, { "customer.name": "王女士", "agent.name": "小满" });
    expect(done.texts).toEqual(["王女士您好，我是小满"]);
    expect(customers.store.current()).toBeNull();
    done.remember();
    expect(customers.store.current()?.name).toBe("王女士");
    expect(base.ports.settings.get().agentName).toBe("小满");
    expect(heard).toContain("customers.changed");
    expect(heard).toContain("settings.changed");
    expect((await ready(id)).texts).toEqual(["王女士您好，我是小满"]);
  });

  test("a value for the customer in hand completes that one; if another is in hand by then, nobody changes", async () => {
    const first = take("王女士");
    const id = phrase("单号 {{ 客户.订单号 }}");
    const done = await ready(id, { "customer.order": "298374651029" });
    const other = take("李先生");
    done.remember();
    expect(customers.store.find(first.id)?.order).toBe("");
    expect(customers.store.current()).toEqual(other);
    expect(customers.memory.pastes(first.id, 1)).toHaveLength(1);
    customers.store.choose(first.id, now);
    (await ready(id, { "customer.order": "298374651029" })).remember();
    expect(customers.store.find(first.id)).toMatchObject({ name: "王女士", order: "298374651029" });
  });

  test("a condition that comes true brings up its own variable", async () => {
    const id = phrase(
      "{% if 客户.名字 %}{{ 客户.订单号 }}{% endif %}{% choice 急: 是, 否 %}{% if 急 == '是' %}{{ 客服.工号 }}{% endif %}",
    );
    expect((await form(id)).fields.map((field) => field.name)).toEqual(["急"]);
    expect((await form(id, { 急: "是" })).fields.map((field) => field.name)).toEqual([
      "急",
      "agent.number",
    ]);
    expect((await ready(id, { 急: "否" })).texts).toEqual(["否"]);
  });
});

describe("questions", () => {
  const body =
    "{% input 尺码 %}码{% choice 颜色: 黑,白 %}{% number 件数 min:1 max:9 default:1 %}件";

  test("are asked before the first time, even when each has a default", async () => {
    const id = phrase("{% number 件数 default:1 %}件");
    expect((await form(id)).fields[0]).toMatchObject({ value: "1", wrong: null });
    expect((await ready(id, {})).texts).toEqual(["1件"]);
  });

  test("wrong answers are named, right ones shown already", async () => {
    const id = phrase(body);
    const asked = await form(id, { 尺码: "M", 颜色: "红", 件数: "12" });
    expect(asked.fields.map((field) => field.wrong?.code ?? null)).toEqual([
      null,
      "template_answer_choice",
      "template_answer_range",
    ]);
    expect(asked.texts).toEqual(["M码〔颜色〕〔件数〕件"]);
  });

  test("answers are kept for the customer and the day", async () => {
    take("王女士");
    const id = phrase(body);
    (await ready(id, { 尺码: "M", 颜色: "白", 件数: "2" })).remember();
    const values = async (): Promise<string[]> =>
      (await form(id)).fields.map((field) => field.value);
    expect(await values()).toEqual(["M", "白", "2"]);
    // Another phrase that asks the same.
    const other = phrase("要{% input 尺码 %}吗");
    expect((await form(other)).fields[0]?.value).toBe("M");
    // What was emptied on purpose stays empty.
    expect((await form(other, { 尺码: "" })).fields[0]?.wrong?.code).toBe(
      "template_answer_missing",
    );
    take("李先生");
    expect(await values()).toEqual(["", "", "1"]);
    take("王女士");
    now += 24 * 60 * MINUTE;
    expect(await values()).toEqual(["", "", "1"]);
  });

  test("a remembered answer that is no choice any more is not taken", async () => {
    take("王女士");
    const id = phrase(body);
    (await ready(id, { 尺码: "M", 颜色: "白", 件数: "2" })).remember();
    library.store.update(id, { body: "{% choice 颜色: 黑,红 %}" });
    expect((await form(id)).fields[0]?.value).toBe("");
  });

  test("nothing is kept for nobody", async () => {
    const id = phrase(body);
    (await ready(id, { 尺码: "M", 颜色: "白", 件数: "2" })).remember();
    expect((await form(id)).fields.map((field) => field.value)).toEqual(["", "", "1"]);
  });
});

describe("wordings", () => {
  const body = "{% random %}一{% or %}二{% or %}三{% endrandom %}";

  test("what is shown is what goes out, and the next is another", async () => {
    take("王女士");
    const id = phrase(body);
    let last = "";
    for (let turn = 0; turn < 30; turn += 1) {
      const shown = (await ready(id)).texts[0]!;
      const out = await ready(id);
      expect(out.texts[0]).toBe(shown);
      expect(shown).not.toBe(last);
      out.remember();
      last = shown;
    }
  });

  test("each customer has their own row of wordings, and so has nobody", async () => {
    const id = phrase("{% random %}一{% or %}二{% endrandom %}");
    for (const name of ["王女士", "李先生", ""]) {
      if (name === "") customers.store.clear();
      else take(name);
      const first = await ready(id);
      first.remember();
      expect((await ready(id)).texts).not.toEqual(first.texts);
    }
  });
});

describe("a phrase of several texts", () => {
  test("asks once for all, and the cursor is in the last text that has it", async () => {
    const texts = ["{% choice 颜色: 黑,白 %}色{% cursor %}有", "{{ 颜色 }}色现货{% cursor %}哦"];
    const asked = await templates.prepareTexts("x", texts, null, now);
    expect(asked.kind === "form" && asked.fields.map((field) => field.name)).toEqual(["颜色"]);
    expect(await templates.prepareTexts("x", texts, { 颜色: "黑" }, now)).toMatchObject({
      kind: "ready",
      texts: ["黑色有", "黑色现货哦"],
      cursor: { text: 1, at: 4, back: 1 },
    });
  });
});

describe("a broken phrase", () => {
  test("never goes out, and says what is wrong with which text", async () => {
    const prepared = await templates.prepareTexts("x", ["好", "{{ 客户名 }}{{"], {}, now);
    expect(
      prepared.kind === "broken" &&
        prepared.problems.map((each) => each.map((problem) => problem.code)),
    ).toEqual([[], ["template_unknown_name_near", "template_not_closed"]]);
  });

  test("a value a filter cannot take is a problem of its place", async () => {
    take("王女士");
    const prepared = await prepare(phrase("{{ 客户.名字 | 天后 }}"));
    expect(prepared).toMatchObject({
      kind: "broken",
      problems: [[{ code: "template_filter_takes_number", start: 11, end: 13 }]],
    });
  });

  test("is found in the library, and again after every change", async () => {
    const broken = async (): Promise<string[]> =>
      (await templates.handlers["templates.broken"]({})).map((each) => each.id);
    phrase("好的");
    phrase("{{ 今天 }}");
    const id = phrase("优惠码 {{SALE");
    const other = phrase("{{ 店铺.退货地址 }}");
    expect(await templates.handlers["templates.broken"]({})).toMatchObject([
      { id, problem: { code: "template_not_closed", start: 4 } },
      { id: other, problem: { code: "template_unknown_name" } },
    ]);
    await library.handlers["phrases.update"]({ id, changes: { body: "优惠码 SALE" } });
    expect(await broken()).toEqual([other]);
    const draft = { ...newPhrase({ body: "{% if" }), segments: [], questions: [], promise: "" };
    const made = await library.handlers["phrases.create"](draft);
    expect(await broken()).toEqual([other, made.id]);
    await library.handlers["phrases.trash"]({ ids: [made.id] });
    expect(await broken()).toEqual([other]);
    // A shop's variable makes it known.
    const variables = [{ name: "退货地址", value: "杭州" }];
    await shops.handlers["shops.save"]({ id: null, name: "灯饰店", variables });
    expect(await broken()).toEqual([]);
  });
});

describe("the final price", () => {
  test("is worked out where the tag stands, from what was answered", async () => {
    const id = phrase(
      "{% number 件数 default:1 %}件到手 {% 到手价 原价:399 件数:件数 满减:300-50 %} 元",
    );
    expect((await ready(id, {})).texts).toEqual(["1件到手 349.00 元"]);
    expect(await templates.handlers["templates.names"]({ locale: "zh-CN" })).toContainEqual(
      expect.objectContaining({ key: "wording.price", sample: "399.00" }),
    );
  });
});

describe("a shop's other name", () => {
  test("goes through phrases, settings and templates as one step, and back as one", async () => {
    const variables = [{ name: "地址", value: "杭州" }];
    const { shop } = shops.store.save({ id: null, name: "旧店", variables });
    const id = phrase("{{ 店铺 }}{{ 店铺.地址 }}", "旧店");
    phrase("c", "别家");
    base.ports.settings.set({ shop: "旧店" });
    const { receipt } = await shops.handlers["shops.save"]({
      id: shop.id,
      name: "新店",
      variables,
    });
    expect(Object.fromEntries(library.store.shopCounts())).toEqual({ 新店: 1, 别家: 1 });
    expect(base.ports.settings.get().shop).toBe("新店");
    expect((await ready(id)).texts).toEqual(["新店杭州"]);
    expect(heard).toContain("shops.changed");

    const undone = await library.handlers["history.undo"]({ id: receipt.historyId });
    expect(Object.fromEntries(library.store.shopCounts())).toEqual({ 旧店: 1, 别家: 1 });
    expect(base.ports.settings.get().shop).toBe("旧店");
    expect((await ready(id)).texts).toEqual(["旧店杭州"]);

    await library.handlers["history.undo"]({ id: undone.historyId });
    expect(base.ports.settings.get().shop).toBe("新店");
    expect(shops.store.valuesOf("新店")).toEqual({ 地址: "杭州" });
  });
});
