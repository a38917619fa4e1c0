import { describe, expect, test } from "vitest";
import { finalPrice } from "./finalPrice.ts";
import { parseLine, parseRules, readLine } from "./line.ts";
import { toYuan } from "./money.ts";
import { anyEffect, seeded } from "./random.fixture.ts";
import type { Slot } from "./rule.ts";
import { LAYERS, type Discount } from "./types.ts";
import { priceWords } from "./words.ts";

/** The price of a line, or the code and the place of what is wrong. */
function of(line: string): string {
  const parsed = parseLine(line);
  if (parsed.ok) return toYuan(finalPrice(parsed.value).total);
  const { code, params, at } = parsed.problem;
  return `${code} “${params["piece"] ?? ""}” ${at}`;
}

describe("a line as an agent writes it", () => {
  test.each([
    // 299 × 2 = 598; 9折 538.20; −50; −20
    ["299*2 9折 满300减50 券20", "468.20"],
    ["= 299*2 9折 满300减50 券20", "468.20"],
    ["299×2，9折，满300减50，券20", "468.20"],
    ["299*2 9折满300减50券20", "468.20"],
    ["２９９＊２　九折　滿300減50　折價券20", "468.20"],
    ["299x2 10% off, 50 off 300, coupon 20", "468.20"],
    ["299 2件 9折 满300-50 20元券", "468.20"],
    ["299 买两件 打9折 满300元减50元 领券20元", "468.20"],
    ["¥299*2 店铺9折 店铺满300减50 店铺券20", "468.20"],
    // several goods: 598 + 59 = 657
    ["台灯299*2+灯带59", "657.00"],
    ["台灯 299*2 + 灯带 59", "657.00"],
    ["台灯:299*2；灯带：59", "657.00"],
    ["lamp 299*2 + strip 59", "657.00"],
    ["A19灯泡 9.9*10 + 59", "158.00"],
    ["1,299*2", "2598.00"],
    // a rule for one of them: 280 × 2 + 59 = 619
    ["台灯299*2(会员价280)+灯带59", "619.00"],
    ["台灯299*2（会员价280，9折）+灯带59", "563.00"],
    // discounts: 299 × 0.85 = 254.15; 0.95: 284.05
    ["299 8.5折", "254.15"],
    ["299 85折", "254.15"],
    ["299 八五折", "254.15"],
    ["299 95折", "284.05"],
    ["299 半价", "149.50"],
    ["299 5% off", "284.05"],
    ["299 每件减30", "269.00"],
    ["299 30 off each", "269.00"],
    ["299 活动价259 会员95折", "246.05"],
    ["299 88VIP95折", "284.05"],
    ["299 member price 280", "280.00"],
    // thresholds: 598
    ["299*2 每满200减20", "558.00"],
    ["299*2 每满200减20封顶30", "568.00"],
    ["299*2 每满200减20，上限30", "568.00"],
    ["299*2 20 off every 200 up to 30", "568.00"],
    ["299*2 满200减20/满400减60", "538.00"],
    ["299*2 20 off 200 / 60 off 400", "538.00"],
    ["299*2 every 300 minus 50", "548.00"],
    ["299*2 满300打9折", "538.20"],
    ["299*3 3件8折", "717.60"],
    ["299*3 满2件9折/满3件8折", "717.60"],
    ["299*3 三件八折", "717.60"],
    ["299*3 20% off from 3 pieces", "717.60"],
    ["299*3 满3件减100", "797.00"],
    ["299*2 第2件半价", "448.50"],
    ["299*2 第二件5折", "448.50"],
    ["299*2 第2件免单", "299.00"],
    ["299*4 每第2件半价", "897.00"],
    ["299*2 2nd piece half price", "448.50"],
    // 269 + 200 elsewhere: 50 × 269 ÷ 469 = 28.68
    ["269 跨店每满300减50 别家200", "240.32"],
    // two thresholds of one shop: the better one; stackable: both, 598 − 60 − 20
    ["299*2 满200减20 满400减60", "538.00"],
    ["299*2 满200减20（可叠加） 满400减60", "518.00"],
    ["299*2 满300减50（不与店铺券同享） 券60", "538.00"],
    ["299*2 50 off 300 (not with shop coupons) coupon 40", "548.00"],
    // coupons
    ["299 券满199减20", "279.00"],
    ["299 满199减20券", "279.00"],
    ["299 coupon 20 over 199", "279.00"],
    ["299 20元券 满200减30", "249.00"],
    ["299 券20元满199可用", "279.00"],
    ["299 20元券（满300可用）", "299.00"],
    // as written in Taiwan
    ["299*2 滿500折60", "538.00"],
    ["299*2 满减 每满300减50", "548.00"],
    ["299 平台券9折封顶20", "279.00"],
    ["299 券20 平台券10 红包5.5 礼品卡50", "213.50"],
    // deposit: 1000 − 50
    ["1000 定金50抵100", "950.00"],
    ["1000 訂金50抵100", "950.00"],
    ["1000 deposit 50 counts as 100", "950.00"],
    // gifts and postage
    ["299 送小夜灯*2 满500送灯带 赠品:电池", "299.00"],
    ["59 运费10 满99包邮", "69.00"],
    ["59*2 运费10满99包邮", "118.00"],
    ["59 运费10 包邮", "59.00"],
    ["59 postage 10 free postage over 99", "69.00"],
    // goods may be called like a rule
    ["会员礼盒299*2 券20", "578.00"],
  ])("%s", (line, total) => expect(of(line)).toBe(total));
});

describe("what is not understood is named, with its place", () => {
  test.each([
    ["", "price_no_item “” 0"],
    ["9折", "price_no_item “9折” 0"],
    ["299 20", "price_bare_number “20” 4"],
    ["299 满300", "price_threshold “满300” 4"],
    ["299 满300减", "price_threshold “满300减” 4"],
    ["299 每满300打9折", "price_threshold “每满300打9折” 4"],
    ["299 满300减50/满2件9折", "price_threshold “满300减50/满2件9折” 4"],
    ["299 满50减300", "price_off_too_large “满50减300” 4"],
    ["299-20", "price_threshold “299-20” 0"],
    ["299 300减50", "price_threshold “300减50” 4"],
    ["299 10折", "price_share “10折” 4"],
    ["299 100折", "price_share “100折” 4"],
    ["299 0折", "price_share “0折” 4"],
    ["299 打折", "price_share “打折” 4"],
    ["299 100% off", "price_share “100% off” 4"],
    ["299 9折x", "price_share “9折x” 4"],
    ["299 立减30", "price_reduction “立减30” 4"],
    ["299 券", "price_coupon “券” 4"],
    ["299 券满199", "price_threshold “满199” 5"],
    ["299 会员", "price_member “会员” 4"],
    ["299 定金50", "price_deposit “定金50” 4"],
    ["299 定金100抵50", "price_deposit “100抵50” 6"],
    ["299 红包9折", "price_red_packet “红包9折” 4"],
    ["299 第1件半价", "price_pieces “第1件半价” 4"],
    ["299 第2件", "price_pieces “第2件” 4"],
    ["299 送", "price_gift “送” 4"],
    ["299 运费", "price_postage “运费” 4"],
    ["299.999", "price_amount “299.999” 0"],
    ["0 9折", "price_amount “0” 0"],
    ["99999999 9折", "price_amount “99999999” 0"],
    ["299*0", "price_quantity “0” 4"],
    ["299*10000", "price_quantity “10000” 4"],
    ["299*两件半", "price_piece_unknown “半” 6"],
    ["299 满300减50（不与谁同享）", "price_modifier “（不与谁同享）” 11"],
    ["A19灯泡 9.9", "price_piece_unknown “A19灯泡” 0"],
    ["随便写写", "price_piece_unknown “随便写写” 0"],
  ])("%s", (line, said) => expect(of(line)).toBe(said));

  test("a place is right in full-width text too", () => {
    const parsed = parseLine("２９９，满３００");
    expect(parsed).toMatchObject({
      ok: false,
      problem: { at: 4, length: 4, params: { piece: "满３００" } },
    });
  });

  test("too many goods or discounts", () => {
    expect(of(Array.from({ length: 51 }, () => "1*1").join("+"))).toMatch(/^price_too_many/);
    expect(of(`1 ${Array.from({ length: 41 }, () => "券1").join(" ")}`)).toMatch(/^price_too_many/);
  });
});

test("every prefix of a good line either has a price or says what is missing", () => {
  const line =
    "台灯299*2(会员价280)+灯带59 店铺9折 每满300减50封顶100 券满199减20 定金50抵100 送小夜灯*2 运费10满99包邮";
  for (let end = 0; end <= line.length; end += 1) {
    const parsed = parseLine(line.slice(0, end));
    if (parsed.ok) continue;
    expect(parsed.problem.code).toMatch(/^price_/);
    expect(parsed.problem.at + parsed.problem.length).toBeLessThanOrEqual(end + 1);
  }
});

test("no text at all makes the reader fail otherwise", () => {
  const random = seeded(11);
  const parts = [
    ..."299*2+/()（），;：满减折券抵送件每第 会员定金包邮运费off%.,=-x店铺跨店不与同享可叠加",
    "coupon ",
    "every ",
  ];
  for (let round = 0; round < 20_000; round += 1) {
    const text = Array.from({ length: random.whole(0, 14) }, () => random.pick(parts)).join("");
    const parsed = readLine(text);
    if (!parsed.ok) expect(parsed.problem.code).toMatch(/^price_/);
  }
});

describe("rules in a field of their own", () => {
  const one = (text: string, slot: Slot): unknown => {
    const parsed = parseRules(text, slot);
    if (!parsed.ok) return parsed.problem.code;
    const rule = parsed.value[0]?.rule;
    return rule?.kind === "discount" ? [rule.discount.layer, rule.discount.effect] : rule;
  };

  test("a number alone means what the field is for", () => {
    const off20 = {
      kind: "steps",
      unit: "fen",
      steps: [{ at: 0, off: 2_000 }],
      repeat: false,
      cap: null,
    };
    expect(one("20", "shopCoupon")).toEqual(["shopCoupon", off20]);
    expect(one("20", "platformCoupon")).toEqual(["platformCoupon", off20]);
    expect(one("20元券", "platformCoupon")).toEqual(["platformCoupon", off20]);
    expect(one("20", "redPacket")).toEqual(["redPacket", off20]);
    expect(one("280", "member")).toEqual(["member", { kind: "unitPrice", price: 28_000 }]);
    expect(one("259", "item")).toEqual(["item", { kind: "unitPrice", price: 25_900 }]);
    expect(one("减30", "shopDiscount")).toEqual(["shopDiscount", { kind: "unitOff", off: 3_000 }]);
    expect(one("30", "shopDiscount")).toBe("price_share");
    expect(one("20", "shopThreshold")).toBe("price_threshold");
    expect(one("50抵100", "deposit")).toEqual([
      "deposit",
      { kind: "deposit", paid: 5_000, counts: 10_000 },
    ]);
    expect(one("小夜灯 暖光*2", "gift")).toEqual({
      kind: "gift",
      gift: { name: "小夜灯 暖光", quantity: 2, from: 0 },
    });
    expect(one("10", "postage")).toEqual({
      kind: "postage",
      postage: { amount: 1_000, freeFrom: null },
    });
  });

  test("where a threshold is asked for, 300-50 is one", () => {
    expect(one("300-50", "shopThreshold")).toEqual(one("满300减50", "shopThreshold"));
    expect(one("300减50", "shopThreshold")).toEqual(one("满300减50", "shopThreshold"));
  });

  test("what a rule says of itself goes before the field", () => {
    expect(one("跨店满300减50", "shopThreshold")).toContain("platformThreshold");
    expect(one("平台券20", "shopCoupon")).toContain("platformCoupon");
  });

  test("several in one field", () => {
    const parsed = parseRules("满200减20/满400减60；跨店每满300减50", "shopThreshold");
    expect(parsed.ok && parsed.value.map(({ slot, text }) => [slot, text])).toEqual([
      ["shopThreshold", "满200减20/满400减60"],
      ["platformThreshold", "跨店每满300减50"],
    ]);
  });
});

test("what the explanation calls a rule is read back as that rule, in every language", () => {
  const random = seeded(12);
  for (let round = 0; round < 4_000; round += 1) {
    const layer = random.pick(LAYERS);
    const effect = anyEffect(random, layer);
    const group = layer === "redPacket" || layer === "deposit" ? "" : layer;
    const more = { name: "", base: null, group, excludes: [], use: "auto" } as const;
    const discount: Omit<Discount, "id" | "items"> = { layer, effect, ...more };
    for (const words of Object.values(priceWords)) {
      const called = words.called({ ...discount, id: "", items: null });
      const parsed = parseLine(`1*1 ${called}`);
      expect([
        called,
        parsed.ok
          ? parsed.value.discounts.map(({ id: _id, items: _items, ...rest }) => rest)
          : parsed.problem,
      ]).toEqual([called, [discount]]);
    }
  }
});
