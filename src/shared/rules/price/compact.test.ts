import { describe, expect, test } from "vitest";
import { isAppError } from "../../errors.ts";
import {
  type CompactArgs,
  computeCompact,
  finalPriceFromText,
  priceForTemplate,
} from "./compact.ts";

const STEPS =
  "标价 299×2=598元 → 店铺9折 538.20元 → 每满300减50，减50元 → 券减20元 → 到手 468.20元（每件约234.10元），比标价省129.80元";

describe("arguments of a template", () => {
  test("in Chinese", () => {
    // 598 × 0.9 = 538.20; − 50 − 20 = 468.20; 600 − 538.20 = 61.80 for the next 50
    expect(
      computeCompact({ 标价: 299, 数量: 2, 店铺折扣: "9折", 满减: "每满300减50", 券: 20 }),
    ).toMatchObject({
      final: "468.20",
      saved: "129.80",
      list: "598.00",
      each: "234.10",
      rest: "",
      steps: STEPS,
      short: "到手 468.20元（2件，每件约234.10元），已省129.80元",
      hint: "再买61.80元（折后）可再减50元",
    });
  });

  test.each<[string, CompactArgs, string]>([
    ["traditional", { 標價: 299, 數量: 2, 店鋪折扣: "9折", 滿減: "每滿300減50", 券: 20 }, "468.20"],
    [
      "English",
      { price: 299, quantity: 2, discount: "10% off", threshold: "50 off every 300", coupon: 20 },
      "468.20",
    ],
    [
      "English, other capitals",
      { List_Price: "299", Qty: "2", Shop_Discount: "10% off", Coupon: "coupon 20" },
      "518.20",
    ],
    // 0.1 is written "0.1": 10 fen × 3
    ["a price with a fraction", { 标价: 0.1, 数量: 3 }, "0.30"],
    [
      "several rules in a field",
      { 标价: 598, 满减: "满200减20/满400减60；跨店满300减30" },
      "508.00",
    ],
    ["several rules in a list", { 标价: 598, 券: ["20", "满500减60"] }, "538.00"],
    ["several goods", { 标价: "299*2+59", 会员: "95折" }, "624.15"],
    ["a whole line", { 算式: "299*2 9折 满300减50", 券: 20 }, "468.20"],
    ["member price", { 标价: 299, 会员价: 280 }, "280.00"],
    ["offer price", { 标价: 299, 活动价: 259 }, "259.00"],
    ["deposit and gift", { 标价: 1000, 定金: "50抵100", 赠品: "小夜灯" }, "950.00"],
    ["goods of another shop", { 标价: 269, 跨店: "每满300减50", 别家: 200 }, "240.32"],
    ["postage", { 标价: 59, 运费: 10 }, "69.00"],
    ["pieces with their word", { 标价: 299, 数量: "2件" }, "598.00"],
    ["pieces in characters", { 标价: 299, 数量: "两" }, "598.00"],
    [
      "what is empty is as if not written",
      { 标价: 299, 券: "", 会员: null, 满减: undefined, 赠品: false },
      "299.00",
    ],
  ])("%s", (_what, args, final) => expect(computeCompact(args).final).toBe(final));

  test("the rest after a deposit", () => {
    expect(computeCompact({ 标价: 1000, 定金: "50抵100" }).rest).toBe("900.00");
  });

  test.each<[CompactArgs, string, string]>([
    [{ 标价: 299, 打折: "9折" }, "price_unknown_field", "打折"],
    [{ 标价: 299, 店铺折扣: "9" }, "price_share", "9"],
    [{ 标价: 299, 满减: "满300" }, "price_threshold", "满300"],
    [{ 标价: 299, 券: "满199" }, "price_threshold", "满199"],
    [{ 标价: 299, 定金: 50 }, "price_deposit", "50"],
    [{ 标价: 299, 数量: "两件半" }, "price_quantity", "两件半"],
    [{ 标价: 299, 数量: 1.5 }, "price_quantity", "1.5"],
    [{ 标价: 299, 数量: 0 }, "price_quantity", "0"],
    [{ 标价: -299 }, "price_amount", "-299"],
    [{ 标价: 299.999 }, "price_amount", "299.999"],
    [{ 标价: 299, 样式: "长" }, "price_style", "长"],
  ])("%o is refused by name", (args, code, piece) => {
    let said: unknown;
    try {
      priceForTemplate(args);
    } catch (error) {
      said = isAppError(error) ? [error.code, error.params["piece"]] : error;
    }
    expect(said).toEqual([code, piece]);
  });

  test("without a price", () => {
    expect(() => computeCompact({ 数量: 2 })).toThrow("price_no_item");
  });
});

describe("what the tag writes", () => {
  const args = { 标价: 299, 数量: 2, 店铺折扣: "9折", 满减: "每满300减50", 券: 20 };

  test("the explanation, or what 样式 asks for", () => {
    expect(priceForTemplate(args)).toBe(STEPS);
    expect(priceForTemplate({ ...args, 样式: "金额" })).toBe("468.20");
    expect(priceForTemplate({ ...args, style: "short" })).toBe(
      "到手 468.20元（2件，每件约234.10元），已省129.80元",
    );
    expect(priceForTemplate({ ...args, 样式: "详细" })).toContain("退1件商品 退回234.10元");
  });

  test("in the language of the template", () => {
    expect(priceForTemplate(args, "en")).toContain("You pay ¥468.20");
    expect(priceForTemplate(args, "zh-TW")).toContain("實付 468.20元");
  });
});

test("from one line", () => {
  expect(finalPriceFromText("299*2 9折 每满300减50 券20").steps).toBe(STEPS);
  expect(() => finalPriceFromText("299*2 满300")).toThrow("price_threshold");
});
