import { emptyInput, finalPrice } from "./finalPrice.ts";
import type { Discount, Effect, Layer, PriceInput, PriceItem, PriceResult, Rung } from "./types.ts";

/** Builders for tests: amounts in yuan, as the arithmetic in a comment has them. */
export const yuan = (amount: number): number => Math.round(amount * 100);

let items = 0;
export const item = (price: number, quantity = 1, more: Partial<PriceItem> = {}): PriceItem => ({
  id: `i${(items += 1)}`,
  name: "",
  price: yuan(price),
  quantity,
  other: false,
  ...more,
});

let discounts = 0;
export const rule = (layer: Layer, effect: Effect, more: Partial<Discount> = {}): Discount => ({
  id: `d${(discounts += 1)}`,
  name: "",
  layer,
  effect,
  items: null,
  base: null,
  group: "",
  excludes: [],
  use: "auto",
  ...more,
});

/** 9 is 9折, 95 is 95折. */
export const fold = (n: number): Effect => ({ kind: "percent", pay: n < 10 ? n * 1_000 : n * 100 });

type StepsOptions = Partial<Pick<Extract<Effect, { kind: "steps" }>, "unit" | "repeat" | "cap">>;

/** [[200, 20], [400, 60]]: 满200减20/满400减60. */
export const steps = (
  rungs: readonly (readonly [number, number])[],
  more: StepsOptions = {},
): Effect => ({
  kind: "steps",
  unit: "fen",
  steps: rungs.map(([at, off]): Rung => ({
    at: more.unit === "piece" ? at : yuan(at),
    off: yuan(off),
  })),
  repeat: false,
  cap: null,
  ...more,
});

/** [[3, 8]]: 3件8折. */
export const folds = (
  rungs: readonly (readonly [number, number])[],
  unit: "fen" | "piece" = "piece",
  cap: number | null = null,
): Effect => ({
  kind: "steps",
  unit,
  steps: rungs.map(([at, n]): Rung => ({
    at: unit === "piece" ? at : yuan(at),
    pay: n < 10 ? n * 1_000 : n * 100,
  })),
  repeat: false,
  cap,
});

export const coupon = (off: number, at = 0, more: Partial<Discount> = {}): Discount =>
  rule("shopCoupon", steps([[at, off]]), { group: "shopCoupon", ...more });

export const order = (
  lines: readonly PriceItem[],
  rules: readonly Discount[],
  more: Partial<PriceInput> = {},
): PriceInput => ({ ...emptyInput, items: lines, discounts: rules, ...more });

export const priced = (
  lines: readonly PriceItem[],
  rules: readonly Discount[],
  more: Partial<PriceInput> = {},
): PriceResult => finalPrice(order(lines, rules, more));
