import { emptyInput } from "./finalPrice.ts";
import type { Discount, Effect, Layer, PriceInput, PriceItem, Rung } from "./types.ts";
import { LAYERS } from "./types.ts";

/** Numbers that are the same on every run: mulberry32 over a seed. */
export function seeded(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(values: readonly T[]): T => values[whole(0, values.length - 1)] as T;
  const chance = (of: number): boolean => next() < of;
  const shuffle = <T>(values: readonly T[]): T[] => {
    const result = [...values];
    for (let at = result.length - 1; at > 0; at -= 1) {
      const other = whole(0, at);
      [result[at], result[other]] = [result[other] as T, result[at] as T];
    }
    return result;
  };
  return { whole, pick, chance, shuffle };
}
export type Seeded = ReturnType<typeof seeded>;

const share = (random: Seeded): number => random.whole(1, 99) * 100;

function rungs(random: Seeded, unit: "fen" | "piece", folds: boolean): Rung[] {
  const count = random.whole(1, 3);
  let at = 0;
  return Array.from({ length: count }, (): Rung => {
    at += unit === "fen" ? random.whole(5_000, 40_000) : random.whole(1, 3);
    const most = unit === "fen" ? at - 1 : 20_000;
    return folds ? { at, pay: share(random) } : { at, off: random.whole(1, most) };
  });
}

/** Any effect that makes sense in a layer. */
export function anyEffect(random: Seeded, layer: Layer): Effect {
  if (layer === "deposit") {
    const paid = random.whole(1, 10_000);
    return { kind: "deposit", paid, counts: paid + random.whole(0, 10_000) };
  }
  if (layer === "shopDiscount" || layer === "member" || layer === "item") {
    const kind = random.pick(["percent", "unitOff", "unitPrice"] as const);
    if (kind === "percent") return { kind, pay: share(random) };
    if (kind === "unitOff" || layer === "shopDiscount")
      return { kind: "unitOff", off: random.whole(1, 10_000) };
    return { kind, price: random.whole(1, 40_000) };
  }
  const atOnce = layer.endsWith("Coupon") || layer === "redPacket";
  if (atOnce && random.chance(0.5))
    return {
      kind: "steps",
      unit: "fen",
      steps: [{ at: 0, off: random.whole(1, 30_000) }],
      repeat: false,
      cap: null,
    };
  if (layer === "shopThreshold" && random.chance(0.2))
    return {
      kind: "nth",
      nth: random.whole(2, 4),
      pay: random.whole(0, 99) * 100,
      repeat: random.chance(0.5),
    };
  const unit = atOnce || random.chance(0.7) ? "fen" : "piece";
  const folds = random.chance(0.3);
  const steps = rungs(random, unit, folds);
  const repeat = !folds && steps.length === 1 && random.chance(0.5);
  return {
    kind: "steps",
    unit,
    steps,
    repeat,
    cap: random.chance(0.2) ? random.whole(1, 20_000) : null,
  };
}

export function anyDiscount(random: Seeded, id: string, items: readonly PriceItem[]): Discount {
  const layer = random.pick(LAYERS);
  const scoped = random.chance(0.2);
  return {
    id,
    name: "",
    layer,
    effect: anyEffect(random, layer),
    items: scoped ? items.filter(() => random.chance(0.5)).map((item) => item.id) : null,
    base: random.pick([null, null, null, "current", "piece", "list"] as const),
    group: random.chance(0.3) ? layer : "",
    excludes: random.chance(0.2) ? [random.pick(LAYERS)] : [],
    use: random.pick(["auto", "auto", "auto", "auto", "always", "never"] as const),
  };
}

export function anyItems(random: Seeded): PriceItem[] {
  return Array.from({ length: random.whole(1, 5) }, (_, at) => ({
    id: `i${at}`,
    name: "",
    price: random.chance(0.1) ? random.whole(0, 20) : random.whole(1, 100_000),
    quantity: random.whole(1, 12),
    other: at > 0 && random.chance(0.2),
  }));
}

/** Any order there could be. */
export function anyInput(random: Seeded, mostDiscounts = 8): PriceInput {
  const items = anyItems(random);
  const discounts = Array.from({ length: random.whole(0, mostDiscounts) }, (_, at) =>
    anyDiscount(random, `d${at}`, items),
  );
  return {
    ...emptyInput,
    items,
    discounts,
    order: random.pick(["layers", "layers", "listed"] as const),
    base: random.pick(["current", "piece", "list"] as const),
    minimum: random.pick([0, 1, 1]),
    pieceUnit: random.pick([1, 1, 10, 100] as const),
    postage: random.chance(0.2) ? { amount: 1_000, freeFrom: random.pick([null, 9_900]) } : null,
  };
}
