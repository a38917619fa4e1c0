import { expect, test } from "vitest";
import { excludeEachOther, inOrder, run } from "./calculate.ts";
import { choose } from "./choose.ts";
import { finalPrice, refundFor } from "./finalPrice.ts";
import { spread } from "./money.ts";
import { anyInput, seeded } from "./random.fixture.ts";
import { COUPON_LAYERS, type Discount, type PriceInput } from "./types.ts";

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);
const ROUNDS = 1_500;

test("shares are whole, add up, and none is larger than its weight", () => {
  const random = seeded(1);
  for (let round = 0; round < 5_000; round += 1) {
    const weights = Array.from({ length: random.whole(1, 9) }, () =>
      random.whole(0, 1_000_000_000),
    );
    const all = sum(weights);
    const total = random.whole(0, all);
    const shares = spread(total, weights);
    expect(sum(shares)).toBe(all === 0 ? 0 : total);
    for (const [at, share] of shares.entries()) {
      expect(Number.isInteger(share)).toBe(true);
      expect(share).toBeLessThanOrEqual(weights[at] ?? 0);
      // Never a whole fen away from the exact share.
      expect(Math.abs(share - (total * (weights[at] ?? 0)) / Math.max(all, 1))).toBeLessThan(1.001);
    }
  }
});

test("any order: whole fen, nothing below zero or the least that is paid, sums that agree", () => {
  const random = seeded(2);
  for (let round = 0; round < ROUNDS; round += 1) {
    const input = anyInput(random);
    const result = finalPrice(input);
    const own = result.items.filter(({ item }) => !item.other);
    expect(sum(own.map(({ paid }) => paid))).toBe(result.goods);
    expect(sum(own.map(({ list }) => list))).toBe(result.list);
    expect(result.total).toBe(result.goods + result.postage);
    expect(result.saved).toBe(result.list - result.goods);
    expect(result.goods).toBeGreaterThanOrEqual(Math.min(result.list, input.minimum));
    for (const line of result.items) {
      expect(Number.isInteger(line.paid)).toBe(true);
      expect(line.paid).toBeGreaterThanOrEqual(0);
      expect(line.paid).toBeLessThanOrEqual(line.list);
      const back = Array.from({ length: line.item.quantity }, (_, at) => refundFor(line, 1, at));
      expect(sum(back)).toBe(line.paid);
    }
    // The steps lead from the list price to the goods, without a gap.
    let at = result.list;
    for (const step of result.steps) {
      expect(step.before).toBe(at);
      expect(step.after).toBe(step.before - step.off);
      expect(step.off).toBeGreaterThanOrEqual(0);
      at = step.after;
    }
    expect(at).toBe(result.goods);
    if (result.deposit) expect(result.deposit.rest).toBeGreaterThanOrEqual(0);
  }
});

test("what one discount takes off the lines is what the order fell by", () => {
  const random = seeded(3);
  for (let round = 0; round < ROUNDS; round += 1) {
    const input = anyInput(random);
    const result = run(input, inOrder(input));
    const lines = new Map(result.lines.map((line) => [line.item.id, line.list]));
    for (const { taken } of result.tried)
      for (const [at, { item }] of result.lines.entries())
        lines.set(item.id, (lines.get(item.id) ?? 0) - (taken.offs[at] ?? 0));
    expect([...lines.values()]).toEqual(result.lines.map((line) => line.current));
  }
});

/** Every set of open discounts that do not exclude each other, one by one: slow, and plainly right. */
function lowestOfAll(input: PriceInput): number {
  const all = inOrder(input).filter((each) => each.use !== "never");
  const clash = (a: Discount, b: Discount): boolean => a !== b && excludeEachOther(a, b, input);
  const open = all.filter(
    (each) => COUPON_LAYERS.includes(each.layer) || all.some((other) => clash(each, other)),
  );
  let lowest = Infinity;
  for (let bits = 0; bits < 2 ** open.length; bits += 1) {
    const used = all.filter((each) => !open.includes(each) || (bits >> open.indexOf(each)) & 1);
    if (used.some((a) => used.some((b) => clash(a, b)))) continue;
    lowest = Math.min(lowest, run(input, used).all);
  }
  return lowest;
}

test("no combination that is allowed is cheaper than the one chosen", () => {
  const random = seeded(4);
  for (let round = 0; round < 300; round += 1) {
    const any = anyInput(random, 7);
    const discounts = any.discounts.map((each) => ({ ...each, use: "auto" as const }));
    const input = { ...any, discounts };
    const choice = choose(input);
    expect(choice.allTried).toBe(true);
    expect(choice.run.all).toBe(lowestOfAll(input));
    const used = discounts.filter((each) => choice.chosen.has(each.id));
    for (const a of used)
      for (const b of used) if (a !== b) expect(excludeEachOther(a, b, input)).toBe(false);
  }
});

test("in layers, the order in which discounts of different layers were written does not matter", () => {
  const random = seeded(5);
  for (let round = 0; round < ROUNDS; round += 1) {
    const input = { ...anyInput(random), order: "layers" as const };
    const layers = new Set<string>();
    const discounts = input.discounts.filter(
      ({ layer }) => !layers.has(layer) && layers.add(layer),
    );
    const total = finalPrice({ ...input, discounts }).total;
    expect(finalPrice({ ...input, discounts: random.shuffle(discounts) }).total).toBe(total);
  }
});

test("the order in which goods were written does not matter while discounts are for all of them", () => {
  const random = seeded(6);
  for (let round = 0; round < ROUNDS; round += 1) {
    const any = anyInput(random);
    // A price of one piece that differs by a fen between pieces would make "第2件" depend on who got the fen.
    const discounts = any.discounts
      .filter(({ effect }) => effect.kind !== "nth")
      .map((each) => ({ ...each, items: null }));
    const items = any.items.map((each) => ({ ...each, other: false }));
    const input: PriceInput = { ...any, order: "layers", items, discounts };
    const total = finalPrice(input).total;
    expect(finalPrice({ ...input, items: random.shuffle(items) }).total).toBe(total);
  }
});

test("a further coupon that may be left unused never makes the price higher", () => {
  const random = seeded(7);
  for (let round = 0; round < ROUNDS; round += 1) {
    const input = anyInput(random, 6);
    const more: Discount = {
      id: "more",
      name: "",
      layer: "shopCoupon",
      effect: {
        kind: "steps",
        unit: "fen",
        steps: [{ at: random.whole(0, 50_000), off: random.whole(1, 5_000) }],
        repeat: false,
        cap: null,
      },
      items: null,
      base: null,
      group: "",
      excludes: [],
      use: "auto",
    };
    const before = choose(input);
    const after = choose({ ...input, discounts: [...input.discounts, more] });
    // Discounts that nothing excluded may become open to choice beside a new rival, never closed.
    expect(after.run.all).toBeLessThanOrEqual(before.run.all);
  }
});
