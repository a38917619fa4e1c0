import { expect, test } from "vitest";
import { inField, inLine } from "./write.ts";

test.each([
  ["shopDiscount", "9折", "9折"],
  ["shopDiscount", "减30", "店铺减30"],
  ["shopThreshold", "每满300减50", "每满300减50"],
  ["shopThreshold", "300-50", "满减:300-50"],
  ["member", "95折", "会员95折"],
  ["member", "280", "会员280"],
  ["item", "259", "活动259"],
  ["shopCoupon", "20", "券20"],
  ["shopCoupon", "满199减20", "券满199减20"],
  ["shopCoupon", "9折", "券9折"],
  ["platformThreshold", "每满300减50", "跨店每满300减50"],
  ["platformCoupon", "20", "平台券20"],
  ["redPacket", "5", "红包5"],
  ["deposit", "50抵100", "50抵100"],
  ["gift", "小夜灯*2", "送小夜灯*2"],
  ["postage", "10", "运费10"],
] as const)("%s %s in a line is %s", (slot, text, line) => {
  expect(inLine(slot, text, "zh-CN")).toBe(line);
  // And back in its field it is as short as it can be.
  expect(inField(slot, line)).toBe(text);
});

test("in other languages", () => {
  expect(inLine("shopCoupon", "20", "en")).toBe("coupon 20");
  expect(inField("shopCoupon", "coupon 20")).toBe("20");
  expect(inLine("member", "95折", "zh-TW")).toBe("會員95折");
});

test("what cannot be read stays as it is", () => {
  expect(inLine("shopCoupon", "满199", "zh-CN")).toBe("满199");
  expect(inField("shopCoupon", "20元券")).toBe("20元券");
});
