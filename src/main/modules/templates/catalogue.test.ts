import { describe, expect, test } from "vitest";
import { catalogue, labelOf, sampleAnswers, sampleContext } from "./catalogue.ts";
import { createTemplates } from "./engine.ts";
import { context, emptyContext } from "./sampleContext.fixture.ts";

const templates = createTemplates({
  price: () => ({ final: "399.00", steps: [], saved: "0.00" }),
});

describe.each(["zh-CN", "zh-TW", "en"] as const)("what can be inserted in %s", (locale) => {
  const names = catalogue(templates, locale, context);

  test("is right, comes to something, and each thing is there once", () => {
    const known = { shopVariables: context.shopVariables, fields: new Set<string>() };
    for (const { insert, sample, key, select, name } of names) {
      expect(templates.check(insert, known), insert).toEqual([]);
      if (key === "desk.cursor") expect(sample).toBe("");
      else expect(sample, insert).not.toBe("");
      expect(insert, key).toContain(name);
      if (select) expect(insert.slice(...select).trim()).not.toBe("");
    }
    const inserts = names.map((name) => name.insert);
    expect(new Set(inserts).size).toBe(inserts.length);
    expect(new Set(names.map((name) => name.key)).size).toBe(names.length);
  });

  test("the shop's own variables are among it", () => {
    expect(names.find((name) => name.key === "shop.own.退货地址")?.sample).toBe(
      "杭州市余杭区 1 号仓",
    );
    expect(names.find((name) => name.key === "shop.own.客服电话")?.sample).toBe("客服电话");
  });
});

test("samples in each language", () => {
  const say = (locale: "zh-CN" | "zh-TW" | "en", key: string): string =>
    catalogue(templates, locale, emptyContext).find((name) => name.key === key)?.sample ?? "";
  expect(say("zh-CN", "time.inHours")).toBe("下午4点");
  expect(say("zh-TW", "time.inHours")).toBe("下午4點");
  expect(say("en", "time.inHours")).toBe("4 pm");
  expect(say("en", "time.formatted")).toBe("Jun 3");
  expect(say("zh-CN", "customer.honorific")).toBe("王女士");
  expect(say("zh-CN", "ask.choice")).toBe("黑");
  expect(say("zh-CN", "wording.if")).toBe("订单 2841736459120384651");
});

test("labels for people", () => {
  expect(labelOf("customer.name", "zh-CN")).toBe("客户名字");
  expect(labelOf("customer.order", "zh-TW")).toBe("客戶訂單編號");
  expect(labelOf("agent.number", "en")).toBe("agent number");
  expect(labelOf("shop.own.退货地址", "zh-CN")).toBe("店铺退货地址");
  expect(labelOf("尺码", "zh-CN")).toBe("尺码");
});

test("samples stand in only for what is not set up", () => {
  expect(sampleContext("zh-CN", context).agent).toEqual(context.agent);
  expect(sampleContext("zh-CN", emptyContext).agent.name).toBe("小满");
  expect(sampleContext("zh-CN", context).shop.variables).toEqual({
    退货地址: "杭州市余杭区 1 号仓",
    客服电话: "客服电话",
  });
});

test("sample answers", () => {
  const fields = templates.fieldsOf([
    "{% input 尺码 %}{% choice 颜色: 黑,白 %}{% number 件数 min:2 %}{% number 个 default:7 %}{% input 备注 选填 %}",
  ]);
  expect(sampleAnswers(fields, { 尺码: "M" })).toEqual({
    尺码: "M",
    颜色: "黑",
    件数: "2",
    个: "7",
    备注: "备注",
  });
});
