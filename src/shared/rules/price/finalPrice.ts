import { type Run, type Tried, inOrder } from "./calculate.ts";
import { type Choice, choose, rivalsOf } from "./choose.ts";
import { isFor } from "./effects.ts";
import { type Fen, mulDivDown } from "./money.ts";
import {
  type Caution,
  type Discount,
  PIECE_LAYERS,
  type PriceInput,
  type PriceResult,
  type PricedItem,
  type Step,
  type StepState,
} from "./types.ts";

/** As many combinations as are tried to tell what a discount left out would give. */
const TRIED_FOR_OTHERS = 256;
/** As many for each other number of pieces. */
const TRIED_FOR_QUANTITIES = 1_024;

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);

/** An order with nothing on it, counted as platforms mostly do. */
export const emptyInput: PriceInput = {
  items: [],
  discounts: [],
  gifts: [],
  postage: null,
  order: "layers",
  base: "current",
  minimum: 1,
  pieceUnit: 1,
};

function postageOf(input: PriceInput, goods: Fen): { amount: Fen; missing: Fen } {
  const { postage, items } = input;
  if (!postage || !items.some((item) => !item.other)) return { amount: 0, missing: 0 };
  const { amount, freeFrom } = postage;
  if (freeFrom === null || amount === 0) return { amount, missing: 0 };
  return goods >= freeFrom ? { amount: 0, missing: 0 } : { amount, missing: freeFrom - goods };
}

function usedStep(tried: Tried): Step {
  const { discount, taken, state, before, after, off, offOther } = tried;
  const { times, rung, limit, missing } = taken;
  const rest = { against: [], totalWith: null };
  return { discount, state, before, after, off, offOther, times, rung, limit, missing, ...rest };
}

function unusedStep(discount: Discount, choice: Choice, input: PriceInput, at: Fen): Step {
  const none = { before: at, after: at, off: 0, offOther: 0, times: 0, rung: null, limit: null };
  const common = { discount, ...none, missing: null };
  const never: StepState = "never";
  if (discount.use === "never") return { ...common, state: never, against: [], totalWith: null };
  const rivals = rivalsOf(discount, choice.chosen, input);
  const { run } = choose(insisting(input, discount, rivals), TRIED_FOR_OTHERS);
  const instead = run.tried.find((each) => each.discount.id === discount.id);
  const against = rivals.map((rival) => rival.id);
  // Out of reach anyway: what is missing says more than what stands in its way.
  if (instead?.state === "unmet" || instead?.state === "noGain")
    return {
      ...common,
      state: instead.state,
      missing: worthwhile(instead, rivals, choice.run),
      against,
      totalWith: null,
    };
  const totalWith = run.goods + postageOf(input, run.goods).amount;
  return { ...common, state: "excluded", against, totalWith };
}

/** The same order with one discount insisted on and its rivals no longer. */
function insisting(input: PriceInput, discount: Discount, rivals: readonly Discount[]): PriceInput {
  const use = (each: Discount): Discount["use"] => {
    if (each.id === discount.id) return "always";
    return rivals.includes(each) && each.use === "always" ? "auto" : each.use;
  };
  return { ...input, discounts: input.discounts.map((each) => ({ ...each, use: use(each) })) };
}

/** What a discount out of reach would give, less what its rivals give now; null when that is nothing. */
function worthwhile(tried: Tried, rivals: readonly Discount[], now: Run): Step["missing"] {
  const { missing } = tried.taken;
  if (!missing || !("off" in missing.gain)) return missing;
  const lost = sum(
    now.tried
      .filter((each) => rivals.some((rival) => rival.id === each.discount.id))
      .map((each) => each.off),
  );
  const off = missing.gain.off - lost;
  return off > 0 ? { ...missing, gain: { off } } : null;
}

function depositOf(input: PriceInput, steps: readonly Step[], total: Fen): PriceResult["deposit"] {
  let paid = 0;
  let counts = 0;
  for (const { discount, state } of steps) {
    const { effect } = discount;
    if (effect.kind !== "deposit" || state === "never" || state === "excluded") continue;
    const pieces = sum(
      input.items.filter((item) => isFor(discount, item)).map((item) => item.quantity),
    );
    paid += effect.paid * pieces;
    counts += effect.counts * pieces;
  }
  return paid === 0 ? null : { paid, counts, rest: Math.max(0, total - paid) };
}

/** The same order as other platforms count it, where that gives another price. */
function cautionsOf(input: PriceInput, total: Fen): Caution[] {
  const variants: [Caution["kind"], PriceInput][] = [
    input.base === "current"
      ? ["sideBySide", { ...input, base: "piece" }]
      : ["afterEarlier", { ...input, base: "current" }],
  ];
  const deposits = input.discounts.filter((each) => each.effect.kind === "deposit");
  if (deposits.length > 0) {
    // Before the first threshold or coupon; what changes the price of a piece is not taken of the deposit.
    const others = inOrder(input).filter((each) => each.effect.kind !== "deposit");
    const first = others.findIndex((each) => !PIECE_LAYERS.includes(each.layer));
    const at = first < 0 ? others.length : first;
    const discounts = others.toSpliced(at, 0, ...deposits);
    variants.push(["depositFirst", { ...input, order: "listed", discounts }]);
  }
  return variants
    .map(([kind, variant]) => {
      const { goods } = choose(variant, TRIED_FOR_OTHERS).run;
      return { kind, total: goods + postageOf(variant, goods).amount };
    })
    .filter((caution) => caution.total !== total);
}

/**
 * The final price 到手价 of an order: the best combination of its discounts, each step of it, and what is paid for
 * every item. All amounts in fen. See docs/decisions for the order of calculation and the rounding points.
 */
export function finalPrice(input: PriceInput): PriceResult {
  const choice = choose(input);
  const { run, allTried } = choice;
  let at = sum(input.items.map((item) => (item.other ? 0 : item.price * item.quantity)));
  const list = at;
  const steps = inOrder(input).map((discount): Step => {
    const tried = run.tried.find((each) => each.discount.id === discount.id);
    if (!tried) return unusedStep(discount, choice, input, at);
    at = tried.after;
    return usedStep(tried);
  });
  const { goods } = run;
  const postage = postageOf(input, goods);
  const total = goods + postage.amount;
  return {
    input,
    items: run.lines.map((line) => ({ item: line.item, list: line.list, paid: line.current })),
    pieces: sum(input.items.map((item) => (item.other ? 0 : item.quantity))),
    list,
    goods,
    postage: postage.amount,
    total,
    saved: list - goods,
    otherGoods: run.all - goods,
    steps,
    deposit: depositOf(input, steps, total),
    gifts: input.gifts.map((gift) => ({ gift, missing: Math.max(0, gift.from - goods) })),
    postageMissing: postage.missing,
    cautions: cautionsOf(input, total),
    allTried,
  };
}

/**
 * What a buyer gets back for `count` pieces of a line after `already` pieces were returned: the part of what was paid
 * for it, rounded down to the fen, the last piece taking the rest, so that all pieces add up to what was paid.
 */
export function refundFor({ item, paid }: PricedItem, count: number, already = 0): Fen {
  const upTo = (pieces: number): Fen => mulDivDown(paid, pieces, item.quantity);
  const until = Math.min(item.quantity, already + count);
  return upTo(until) - upTo(Math.min(item.quantity, already));
}

/** The same order with other numbers of pieces of one item: "and if I take three?" */
export function byQuantity(
  input: PriceInput,
  itemId: string,
  quantities: readonly number[],
): { readonly quantity: number; readonly total: Fen; readonly pieces: number }[] {
  return quantities.map((quantity) => {
    const items = input.items.map((item) => (item.id === itemId ? { ...item, quantity } : item));
    const { goods } = choose({ ...input, items }, TRIED_FOR_QUANTITIES).run;
    return {
      quantity,
      total: goods + postageOf(input, goods).amount,
      pieces: sum(items.map((item) => (item.other ? 0 : item.quantity))),
    };
  });
}
