import { describe, expect, test } from "vitest";
import type { Locale } from "../../contract/settings.ts";
import { type ExplainStyle, explain, hintSentences } from "./explain.ts";
import { finalPrice } from "./finalPrice.ts";
import { parseLine } from "./line.ts";
import { anyInput, seeded } from "./random.fixture.ts";

function say(line: string, style: ExplainStyle = "buyer", locale: Locale = "zh-CN"): string {
  const parsed = parseLine(line);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return explain(finalPrice(parsed.value), locale, style);
}

function hints(line: string, locale: Locale = "zh-CN"): string[] {
  const parsed = parseLine(line);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return hintSentences(finalPrice(parsed.value), locale);
}

const ORDER = "299*2 9折 满300减50 券20";

describe("for a buyer", () => {
  test("in simplified Chinese", () => {
    expect(say(ORDER)).toBe(
      "标价 299×2=598元 → 店铺9折 538.20元 → 满300减50，减50元 → 券减20元 → 到手 468.20元（每件约234.10元），比标价省129.80元",
    );
  });

  test("in traditional Chinese, with the words used there", () => {
    expect(say(`${ORDER} 运费10`, "buyer", "zh-TW")).toBe(
      "標價 299×2=598元 → 店鋪9折 538.20元 → 滿300減50，減50元 → 折價券減20元 → 實付 478.20元（每件約234.10元，含運費10元），比標價省129.80元",
    );
  });

  test("in English", () => {
    expect(say(ORDER, "buyer", "en")).toBe(
      "List price ¥299×2 = ¥598 → shop 10% off ¥538.20 → ¥50 off from ¥300, −¥50 → coupon −¥20 → You pay ¥468.20 (about ¥234.10 each), ¥129.80 below list price",
    );
  });

  test("one piece without a discount says no more than the price", () => {
    expect(say("299")).toBe("标价 299元 → 到手 299元");
  });

  test("how often a threshold fitted", () => {
    expect(say("299*3 每满300减50")).toContain("每满300减50×2，减100元");
  });

  test("of several rungs only the one that was reached", () => {
    expect(say("299*2 满200减20/满400减60")).toContain("→ 满400减60，减60元 →");
  });

  test("a member price, a rule for one of several goods, gifts and postage", () => {
    expect(say("299*2 会员价280")).toContain("→ 会员价280 560元 →");
    // 598 + 59 = 657; 19 × 2 = 38 off: 619
    expect(say("台灯299*2(会员价280)+灯带59 送电池*2 满99包邮")).toBe(
      "标价 台灯299×2＋灯带59=657元 → 台灯：会员价280，减38元 → 到手 619元（3件，包邮），比标价省38元；送电池×2",
    );
  });

  test("a deposit: what is paid now and what later", () => {
    expect(say("1000 定金50抵100")).toBe(
      "标价 1000元 → 定金50抵100，减50元 → 到手 950元，比标价省50元；先付定金50元，再付尾款900元",
    );
  });

  test("goods of other shops share what is taken off", () => {
    expect(say("269 跨店每满300减50 别家200")).toBe(
      "标价 269元（另有其他店铺的商品200元） → 跨店每满300减50（与其他店铺一起减50元），本店减28.68元 → 到手 240.32元，比标价省28.68元",
    );
  });
});

describe("shorter and longer", () => {
  test("short", () => {
    expect(say(ORDER, "short")).toBe("到手 468.20元（2件，每件约234.10元），已省129.80元");
    expect(say("299 9折", "short")).toBe("到手 269.10元，已省29.90元");
  });

  test("detailed: each step with before and after, what comes back, and what is missing", () => {
    // 538.20 − 50 = 488.20; − 20 = 468.20; ÷ 2 = 234.10; 600 − 538.20 = 61.80
    expect(say("299*2 9折 每满300减50 券20", "detailed").split("\n")).toEqual([
      "标价 299×2=598元",
      "店铺9折：598元 → 538.20元（减59.80元）",
      "每满300减50：538.20元 → 488.20元（减50元）",
      "券减20：488.20元 → 468.20元（减20元）",
      "到手 468.20元（每件约234.10元），比标价省129.80元",
      "退1件商品 退回234.10元",
      "再买61.80元（折后）可再减50元",
    ]);
  });

  test("detailed, several goods: what is paid for each", () => {
    // 358 − 50: shares 41.76 and 8.24
    expect(say("台灯299+灯带59 满300减50", "detailed")).toContain(
      "台灯 实付257.24元\n退1件台灯 退回257.24元\n灯带 实付50.76元\n退1件灯带 退回50.76元",
    );
  });

  test("detailed: that platforms want a cent at least", () => {
    expect(say("10 券20", "detailed")).toContain(
      "券减20：10元 → 0.01元（减9.99元）（实付不低于0.01元）",
    );
  });
});

describe("what is missing for more (凑单)", () => {
  test("a threshold not reached, reached again, in pieces, gifts and postage, nearest first", () => {
    expect(hints("265 满300减50")).toEqual(["再买35元可减50元"]);
    expect(hints("565 每满300减50")).toEqual(["再买35元可再减50元"]);
    expect(hints("99*2 3件8折")).toEqual(["再买1件可享8折"]);
    expect(hints("99 第2件半价")).toEqual(["再买1件可享第2件半价"]);
    expect(hints("65 满99送小夜灯 运费10满69包邮")).toEqual(["再买4元包邮", "再买34元送小夜灯"]);
  });

  test("after a percentage the amount is of discounted prices, and says so", () => {
    // 300 × 0.9 = 270
    expect(hints("300 9折 满300减50")).toEqual(["再买30元（折后）可减50元"]);
    expect(hints("300 9折 满300减50", "en")).toEqual(["Add ¥30 more (discounted) for ¥50 off"]);
    expect(hints("300 9折 滿300減50", "zh-TW")).toEqual(["再買30元（折後）可減50元"]);
  });

  test("a better coupon in place of the one used gives only the difference", () => {
    expect(hints("598 券20 券满600减50")).toEqual(["再买2元可再减30元"]);
    expect(hints("598 券50 券满600减50")).toEqual([]);
  });
});

/** Absolute terms the Advertising Law forbids, and what speaks like them. */
const FORBIDDEN =
  /最|第一|全网|絕對|绝对|国家级|國家級|顶级|頂級|极致|極致|唯一|首选|首選|保证|保證|永久|史上|lowest|cheapest|best|guarante|unbeatable|number one/i;

test("no absolute terms in any explanation or hint, in any language", () => {
  const random = seeded(21);
  for (let round = 0; round < 1_000; round += 1) {
    const any = anyInput(random);
    const items = any.items.map((item, at) => ({ ...item, name: at % 2 ? "台灯" : "" }));
    const gifts = [{ name: "小夜灯", quantity: 2, from: random.whole(0, 90_000) }];
    const result = finalPrice({ ...any, items, gifts });
    for (const locale of ["zh-CN", "zh-TW", "en"] as const) {
      for (const style of ["buyer", "short", "detailed"] as const) {
        const said = explain(result, locale, style);
        expect(said).not.toMatch(FORBIDDEN);
        expect(said).not.toMatch(/undefined|NaN|null|\[object/);
        expect(said.trim()).toBe(said);
      }
      for (const hint of hintSentences(result, locale)) {
        expect(hint).not.toMatch(FORBIDDEN);
        expect(hint).not.toMatch(/undefined|NaN|Infinity/);
      }
    }
  }
});

test("an everyday order fits a chat bubble", () => {
  expect(say("299*2 会员95折 每满300减50 券满199减20 平台券10 送小夜灯").length).toBeLessThan(150);
});
