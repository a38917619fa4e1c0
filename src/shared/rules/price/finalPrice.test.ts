import { describe, expect, test } from "vitest";
import { refundFor, byQuantity } from "./finalPrice.ts";
import { coupon, fold, folds, item, order, priced, rule, steps, yuan } from "./orders.fixture.ts";

const stateOf = (result: ReturnType<typeof priced>): string[] =>
  result.steps.map((step) => step.state);

describe("the price of a piece", () => {
  test("店铺9折: each piece is rounded, then multiplied", () => {
    // 299 × 0.9 = 269.10; × 2 = 538.20
    expect(priced([item(299, 2)], [rule("shopDiscount", fold(9))]).total).toBe(yuan(538.2));
    // 29.95 × 0.9 = 26.955 -> 26.96; × 3 = 80.88 (the sum at once would be 80.87)
    expect(priced([item(29.95, 3)], [rule("shopDiscount", fold(9))]).total).toBe(yuan(80.88));
  });

  test("抹零: fen or jiao of a discounted price are dropped", () => {
    // 33.37 × 0.95 = 31.7015: 31.70, or 31.7 without fen, or 31 without jiao
    const rules = [rule("shopDiscount", fold(95))];
    expect(priced([item(33.37)], rules).total).toBe(yuan(31.7));
    // 33.33 × 0.95 = 31.6635: 31.66 -> 31.60 -> 31
    expect(priced([item(33.33)], rules).total).toBe(yuan(31.66));
    expect(priced([item(33.33)], rules, { pieceUnit: 10 }).total).toBe(yuan(31.6));
    expect(priced([item(33.33)], rules, { pieceUnit: 100 }).total).toBe(31_00);
  });

  test("每件减30: off every piece, never more than it costs", () => {
    // (299 − 30) × 2 = 538; 20 − 30 stops at the least that is paid, 0.01
    const rules = [rule("shopDiscount", { kind: "unitOff", off: yuan(30) })];
    expect(priced([item(299, 2)], rules).total).toBe(538_00);
    expect(priced([item(20)], rules).total).toBe(1);
  });

  test("会员价280, then 店铺9折", () => {
    // 280 × 2 = 560; 280 × 0.9 = 252; × 2 = 504
    const result = priced(
      [item(299, 2)],
      [rule("shopDiscount", fold(9)), rule("member", { kind: "unitPrice", price: yuan(280) })],
    );
    expect(result.steps.map((step) => step.after)).toEqual([560_00, 504_00]);
  });

  test("a member price above the price changes nothing", () => {
    const result = priced([item(259)], [rule("member", { kind: "unitPrice", price: yuan(280) })]);
    expect(result.total).toBe(259_00);
    expect(stateOf(result)).toEqual(["noGain"]);
  });

  test("会员95折 of the list price where the platform counts so", () => {
    // 活动价 250 × 2 = 500; 95折 of 299 is 14.95 off each: 500 − 29.90 = 470.10; of 250 it would be 475
    const offer = rule("item", { kind: "unitPrice", price: yuan(250) });
    const list = priced([item(299, 2)], [offer, rule("member", fold(95), { base: "list" })]);
    expect(list.total).toBe(yuan(470.1));
    expect(priced([item(299, 2)], [offer, rule("member", fold(95))]).total).toBe(475_00);
  });

  test("第2件半价: one piece, or with 每 one of every two", () => {
    // 299 × 5 = 1495; one at half: −149.50; two of them: −299
    const once = { kind: "nth", nth: 2, pay: 5_000, repeat: false } as const;
    expect(priced([item(299, 5)], [rule("shopThreshold", once)]).total).toBe(yuan(1345.5));
    const every = { ...once, repeat: true };
    expect(priced([item(299, 5)], [rule("shopThreshold", every)]).total).toBe(1196_00);
    const short = priced([item(299)], [rule("shopThreshold", once)]);
    expect(short.steps[0]).toMatchObject({ state: "unmet", missing: { unit: "piece", amount: 1 } });
  });
});

describe("thresholds", () => {
  test("满300减50 once, 每满300减50 each time", () => {
    // 700: once 50, every 300: twice 50
    expect(priced([item(350, 2)], [rule("shopThreshold", steps([[300, 50]]))]).total).toBe(650_00);
    const every = rule("shopThreshold", steps([[300, 50]], { repeat: true }));
    const result = priced([item(350, 2)], [every]);
    expect(result.total).toBe(600_00);
    // 3 × 300 = 900: 200 more for another 50
    expect(result.steps[0]).toMatchObject({
      times: 2,
      missing: { unit: "fen", amount: 200_00, gain: { off: 50_00 } },
    });
  });

  test("每满300减50封顶120: the cap cuts the third 50 to 20", () => {
    // 1000: three times 50 is 150, capped 120: 880; nothing more can be had
    const capped = rule("shopThreshold", steps([[300, 50]], { repeat: true, cap: yuan(120) }));
    const result = priced([item(1000)], [capped]);
    expect(result.total).toBe(880_00);
    expect(result.steps[0]).toMatchObject({ limit: "cap", missing: null });
    // 650: twice 50; 250 to the third, which would give only 20 more
    expect(priced([item(650)], [capped]).steps[0]?.missing).toEqual({
      unit: "fen",
      amount: 250_00,
      gain: { off: 20_00 },
    });
  });

  test("满200减20/满400减60: the best rung that is reached", () => {
    const tiers = rule(
      "shopThreshold",
      steps([
        [200, 20],
        [400, 60],
      ]),
    );
    expect(priced([item(199.99)], [tiers]).total).toBe(yuan(199.99));
    expect(priced([item(200)], [tiers]).total).toBe(180_00);
    expect(priced([item(399.99)], [tiers]).total).toBe(yuan(379.99));
    expect(priced([item(400)], [tiers]).total).toBe(340_00);
    // 365: 20 off now; 35 more makes 400 and 60, which is another 40
    expect(priced([item(365)], [tiers]).steps[0]?.missing).toEqual({
      unit: "fen",
      amount: 35_00,
      gain: { off: 40_00 },
    });
  });

  test("the threshold exactly reached counts", () => {
    expect(priced([item(300)], [rule("shopThreshold", steps([[300, 50]]))]).total).toBe(250_00);
    expect(
      priced([item(299.99)], [rule("shopThreshold", steps([[300, 50]]))]).steps[0],
    ).toMatchObject({
      state: "unmet",
      missing: { amount: 1 },
    });
  });

  test("3件8折 and 2件9折/3件8折 over several goods", () => {
    // 100 + 50 + 29.99 = 179.99; × 0.8 = 143.992 -> 143.99
    const goods = [item(100), item(50), item(29.99)];
    expect(priced(goods, [rule("shopThreshold", folds([[3, 8]]))]).total).toBe(yuan(143.99));
    // two pieces: 150 × 0.9 = 135
    const tiers = rule(
      "shopThreshold",
      folds([
        [2, 9],
        [3, 8],
      ]),
    );
    const two = priced([item(100), item(50)], [tiers]);
    expect(two.total).toBe(135_00);
    expect(two.steps[0]?.missing).toEqual({ unit: "piece", amount: 1, gain: { pay: 8_000 } });
  });

  test("满300打9折 and 满3件减40", () => {
    // 310 × 0.9 = 279
    expect(priced([item(310)], [rule("shopThreshold", folds([[300, 9]], "fen"))]).total).toBe(
      279_00,
    );
    // 3 × 99 = 297 − 40 = 257
    const pieces = rule("shopThreshold", steps([[3, 40]], { unit: "piece" }));
    expect(priced([item(99, 3)], [pieces]).total).toBe(257_00);
  });

  test("跨店每满300减50: goods of other shops count, and share what is taken off", () => {
    // 269 here + 200 elsewhere = 469: once 50; share of 269: 50 × 269 ÷ 469 = 28.678… -> 28.68, elsewhere 21.32
    const cross = rule("platformThreshold", steps([[300, 50]], { repeat: true }));
    const result = priced([item(269), item(200, 1, { other: true })], [cross]);
    expect(result.total).toBe(yuan(240.32));
    expect(result.otherGoods).toBe(yuan(178.68));
    expect(result.steps[0]).toMatchObject({ off: yuan(28.68), offOther: yuan(21.32) });
  });

  test("a shop's own discounts leave goods of other shops alone", () => {
    const result = priced(
      [item(200), item(200, 1, { other: true })],
      [rule("shopDiscount", fold(5)), rule("shopThreshold", steps([[300, 50]]))],
    );
    expect(result.total).toBe(100_00);
    expect(result.otherGoods).toBe(200_00);
    expect(stateOf(result)).toEqual(["applied", "unmet"]);
  });
});

describe("what a threshold is measured against", () => {
  // 620, 店铺券50, 跨店满600减60: after the coupon 570 (not reached), beside it 620 (reached)
  const goods = [item(620)];
  const rules = [coupon(50), rule("platformThreshold", steps([[600, 60]]))];

  test("what is left after earlier discounts; the best choice then leaves the coupon unused", () => {
    // without the coupon 620 − 60 = 560, with it 570
    const result = priced(goods, rules);
    expect(result.total).toBe(560_00);
    // The coupon could be used; the buyer is better off without.
    expect(stateOf(result)).toEqual(["excluded", "applied"]);
  });

  test("side by side (平行门槛): both count from the price after the shop's own discount", () => {
    // 620 − 50 − 60 = 510
    expect(priced(goods, rules, { base: "piece" }).total).toBe(510_00);
  });

  test("when the two ways differ, the result says so", () => {
    expect(priced(goods, rules).cautions).toEqual([{ kind: "sideBySide", total: 510_00 }]);
    expect(priced(goods, rules, { base: "piece" }).cautions).toEqual([
      { kind: "afterEarlier", total: 560_00 },
    ]);
    expect(priced(goods, [coupon(50)]).cautions).toEqual([]);
  });

  test("one discount may say it for itself", () => {
    const [first] = rules;
    const beside = rule("platformThreshold", steps([[600, 60]]), { base: "list" });
    expect(priced(goods, [first!, beside]).total).toBe(510_00);
  });
});

describe("coupons", () => {
  test("券20 has no threshold, 券满199减20 has one", () => {
    expect(priced([item(299)], [coupon(20)]).total).toBe(279_00);
    expect(priced([item(199)], [coupon(20, 199)]).total).toBe(179_00);
    expect(priced([item(188)], [coupon(20, 199)]).steps[0]).toMatchObject({
      state: "unmet",
      missing: { amount: 11_00, gain: { off: 20_00 } },
    });
  });

  test("of one kind the better one is used, the other says what it would give", () => {
    // 20 against 满500减60 at 598: 538 with the second, 578 with the first
    const result = priced([item(598)], [coupon(20), coupon(60, 500)]);
    expect(result.total).toBe(538_00);
    expect(result.steps[0]).toMatchObject({ state: "excluded", totalWith: 578_00 });
  });

  test("stackable ones add up", () => {
    expect(
      priced([item(598)], [coupon(20, 0, { group: "" }), coupon(60, 500, { group: "" })]).total,
    ).toBe(518_00);
  });

  test("店铺券 and 平台券 are used together, one of each", () => {
    // 598 − 60 − 30 = 508
    const platform = rule("platformCoupon", steps([[0, 30]]), { group: "platformCoupon" });
    expect(priced([item(598)], [coupon(60, 500), coupon(20), platform]).total).toBe(508_00);
  });

  test("a discount coupon with a cap: 9折券封顶50", () => {
    // 598 × 0.9 = 538.20, 59.80 off, capped 50
    const folded = rule("shopCoupon", folds([[0, 9]], "fen", yuan(50)));
    expect(priced([item(598)], [folded]).total).toBe(548_00);
    expect(priced([item(400)], [folded]).total).toBe(360_00);
  });

  test("满300减50 不与店铺券同享: whichever is better, unless a person insists", () => {
    const alone = rule("shopThreshold", steps([[300, 50]]), { excludes: ["shopCoupon"] });
    // coupon 60 is better than 50: 598 − 60 = 538; coupon 40 is not: 598 − 50 = 548
    expect(priced([item(598)], [alone, coupon(60)]).total).toBe(538_00);
    expect(priced([item(598)], [alone, coupon(40)]).total).toBe(548_00);
    const insisted = priced([item(598)], [alone, coupon(40, 0, { use: "always" })]);
    expect(insisted.total).toBe(558_00);
    expect(stateOf(insisted)).toEqual(["excluded", "applied"]);
    expect(insisted.steps[0]?.totalWith).toBe(548_00);
  });

  test("a coupon put aside is not used", () => {
    const result = priced([item(598)], [coupon(20, 0, { use: "never" })]);
    expect(result.total).toBe(598_00);
    expect(stateOf(result)).toEqual(["never"]);
  });

  test("a coupon of one group for other goods is no rival", () => {
    const lamp = item(299, 1, { id: "lamp" });
    const strip = item(59, 1, { id: "strip" });
    const rules = [coupon(20, 0, { items: ["lamp"] }), coupon(5, 0, { items: ["strip"] })];
    // 299 − 20 + 59 − 5 = 333
    expect(priced([lamp, strip], rules).total).toBe(333_00);
  });

  test("a coupon out of reach says what it would give beyond the one that is used", () => {
    // 598: coupon 20 used; 满600减50 lacks 2 and would give 30 more
    const result = priced([item(598)], [coupon(20), coupon(50, 600)]);
    expect(result.total).toBe(578_00);
    expect(result.steps[1]).toMatchObject({
      state: "unmet",
      missing: { amount: 2_00, gain: { off: 30_00 } },
    });
  });
});

describe("the whole order", () => {
  test("every layer once, in its order whatever the order of writing", () => {
    // 299 × 2 = 598; 会员95折 284.05 × 2 = 568.10; 店铺9折 284.05 × 0.9 = 255.645 -> 255.65 × 2 = 511.30;
    // 满300减50 461.30; 店铺券20 441.30; 跨店满400减40 401.30; 平台券10 391.30; 红包 1.30 -> 390; 定金50抵100 × 2: −100 = 290
    const rules = [
      rule("deposit", { kind: "deposit", paid: 50_00, counts: 100_00 }),
      rule("redPacket", steps([[0, 1.3]])),
      rule("platformCoupon", steps([[0, 10]])),
      rule("platformThreshold", steps([[400, 40]])),
      coupon(20),
      rule("shopThreshold", steps([[300, 50]])),
      rule("shopDiscount", fold(9)),
      rule("member", fold(95)),
    ];
    const result = priced([item(299, 2)], rules);
    expect(result.steps.map((step) => step.after)).toEqual(
      [568.1, 511.3, 461.3, 441.3, 401.3, 391.3, 390, 290].map(yuan),
    );
    expect(result.total).toBe(290_00);
    expect(result.saved).toBe(308_00);
    expect(result.deposit).toEqual({ paid: 100_00, counts: 200_00, rest: 190_00 });
  });

  test("dragged into another order, exactly that order holds", () => {
    // 券20 first: 578; then 9折 of what is left: 520.20 (in layers it would be 538.20 − 20 = 518.20)
    const rules = [coupon(20), rule("shopDiscount", fold(9))];
    expect(priced([item(299, 2)], rules, { order: "listed" }).total).toBe(yuan(520.2));
    expect(priced([item(299, 2)], rules).total).toBe(yuan(518.2));
  });

  test("定金50抵100: 50 less, 50 paid first, the rest later", () => {
    // 1000 − (100 − 50) = 950; rest 950 − 50 = 900
    const result = priced(
      [item(1000)],
      [rule("deposit", { kind: "deposit", paid: 50_00, counts: 100_00 })],
    );
    expect(result).toMatchObject({ total: 950_00, deposit: { paid: 50_00, rest: 900_00 } });
  });

  test("where the deposit would keep a threshold out of reach, the result warns", () => {
    // 620 满600减60: 560, deposit −50: 510. Counted deposit first: 570, threshold missed: 570.
    const rules = [
      rule("shopThreshold", steps([[600, 60]])),
      rule("deposit", { kind: "deposit", paid: 50_00, counts: 100_00 }),
    ];
    const result = priced([item(620)], rules);
    expect(result.total).toBe(510_00);
    expect(result.cautions).toEqual([{ kind: "depositFirst", total: 570_00 }]);
    // 9折 is of the whole price either way: 700 × 0.9 = 630; − 60 − 50, or 580 without the threshold.
    const folded = [rule("shopDiscount", fold(9)), ...rules];
    expect(priced([item(700)], folded)).toMatchObject({
      total: 520_00,
      cautions: [{ kind: "depositFirst", total: 580_00 }],
    });
    expect(priced([item(800)], folded).cautions).toEqual([]);
  });

  test("a deposit cannot count for more than the goods cost", () => {
    // 120: 100 paid counts 200; only 20 is left after the 100, less the 0.01 that is paid at least
    const result = priced(
      [item(120)],
      [rule("deposit", { kind: "deposit", paid: 100_00, counts: 200_00 })],
    );
    expect(result.total).toBe(100_00);
    expect(result.deposit).toEqual({ paid: 100_00, counts: 200_00, rest: 0 });
    expect(result.steps[0]?.limit).toBe("minimum");
  });

  test("never below 0.01 an order, which platforms ask for; 0 where nothing is asked", () => {
    expect(priced([item(10)], [coupon(20)]).total).toBe(1);
    expect(priced([item(10)], [coupon(20)]).steps[0]?.limit).toBe("minimum");
    expect(priced([item(10)], [coupon(20)], { minimum: 0 }).total).toBe(0);
    // Goods given for nothing stay so.
    expect(priced([item(0)], [coupon(20)]).total).toBe(0);
  });

  test("postage is added, and free from a sum on", () => {
    const postage = { amount: 10_00, freeFrom: 99_00 };
    expect(priced([item(59)], [], { postage })).toMatchObject({
      total: 69_00,
      postage: 10_00,
      postageMissing: 40_00,
    });
    // 109 − 20 = 89 after the coupon: not free
    expect(priced([item(109)], [coupon(20)], { postage })).toMatchObject({ total: 99_00 });
    expect(priced([item(119)], [coupon(20)], { postage })).toMatchObject({
      total: 99_00,
      postage: 0,
    });
  });

  test("gifts cost nothing and say what they lack", () => {
    const gifts = [
      { name: "小夜灯", quantity: 1, from: 0 },
      { name: "灯带", quantity: 2, from: 500_00 },
    ];
    expect(priced([item(459)], [], { gifts }).gifts.map(({ missing }) => missing)).toEqual([
      0, 41_00,
    ]);
  });
});

describe("returning goods", () => {
  test("what was taken off is spread over the goods, and so is what comes back", () => {
    // 299 + 59 = 358 − 50 = 308; shares of 50: 299/358 -> 41.7597, 59/358 -> 8.2402: 41.76 and 8.24
    const result = priced([item(299), item(59)], [rule("shopThreshold", steps([[300, 50]]))]);
    expect(result.items.map((line) => line.paid)).toEqual([yuan(257.24), yuan(50.76)]);
    expect(result.items.map((line) => refundFor(line, 1))).toEqual([yuan(257.24), yuan(50.76)]);
  });

  test("pieces of one line add up to the fen, whatever is returned first", () => {
    // 3 × 33.33 = 99.99 − 20 = 79.99: 26.66 + 26.66 + 26.67
    const [line] = priced([item(33.33, 3)], [coupon(20)]).items;
    expect([0, 1, 2].map((already) => refundFor(line!, 1, already))).toEqual([2666, 2666, 2667]);
    expect(refundFor(line!, 3)).toBe(7999);
    expect(refundFor(line!, 9)).toBe(7999);
  });
});

test("the same order with other numbers of pieces", () => {
  const goods = item(299, 1, { id: "lamp" });
  const input = order([goods], [rule("shopThreshold", steps([[300, 50]], { repeat: true }))]);
  // 299; 598 − 50; 897 − 100
  expect(byQuantity(input, "lamp", [1, 2, 3]).map(({ total }) => total)).toEqual([
    299_00, 548_00, 797_00,
  ]);
});

test("more coupons than can be tried together: says so and still finds a good price", () => {
  const many = Array.from({ length: 16 }, (_, at) => coupon(at + 1, 0, { group: "" }));
  const result = priced([item(1000)], many);
  expect(result.allTried).toBe(false);
  // 1 + … + 16 = 136
  expect(result.total).toBe(864_00);
  expect(priced([item(1000)], many.slice(0, 12)).allTried).toBe(true);
});
