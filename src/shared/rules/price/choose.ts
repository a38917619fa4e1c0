import { type Run, excludeEachOther, inOrder, run } from "./calculate.ts";
import { COUPON_LAYERS, type Discount, type PriceInput } from "./types.ts";

/** As many combinations as are tried. Twelve coupons that all may or may not be used are within it. */
export const COMBINATIONS_TRIED = 4_096;
/** As often as a discount is applied to a line: what a keystroke may cost on an old machine. */
const APPLIED_AT_MOST = 400_000;
/** Fewer combinations are not tried however large the order is. */
const TRIED_AT_LEAST = 32;

/** The best way to use the discounts. */
export interface Choice {
  readonly run: Run;
  /** Ids of those that are used or tried. */
  readonly chosen: ReadonlySet<string>;
  readonly allTried: boolean;
}

/** Which discounts are open to choice, and which exclude each other. */
interface Options {
  readonly all: readonly Discount[];
  readonly fixed: readonly Discount[];
  readonly open: readonly Discount[];
  conflict(a: Discount, b: Discount): boolean;
}

function sort(input: PriceInput): Options {
  const all = inOrder(input).filter((each) => each.use !== "never");
  const rivals = new Map(
    all.map((each) => [
      each.id,
      new Set(
        all
          .filter((rival) => rival !== each && excludeEachOther(each, rival, input))
          .map((rival) => rival.id),
      ),
    ]),
  );
  const conflict = (a: Discount, b: Discount): boolean => rivals.get(a.id)?.has(b.id) ?? false;
  // What a person asked for stands; of two such that exclude each other the first.
  const asked: Discount[] = [];
  for (const each of all)
    if (each.use === "always" && !asked.some((other) => conflict(other, each))) asked.push(each);
  const left = all.filter(
    (each) => !asked.includes(each) && !asked.some((other) => conflict(other, each)),
  );
  const isOpen = (each: Discount): boolean =>
    COUPON_LAYERS.includes(each.layer) || left.some((other) => conflict(other, each));
  return {
    all,
    fixed: [...asked, ...left.filter((each) => !isOpen(each))],
    open: left.filter(isOpen),
    conflict,
  };
}

/**
 * Finds the combination with the lowest price, trying all up to `most`. Of equal ones the first with the
 * fewest discounts that do something wins: a coupon that changes nothing is kept. Discounts that exclude nothing and
 * are no coupons are always used.
 */
export function choose(input: PriceInput, most = COMBINATIONS_TRIED): Choice {
  const { all, fixed, open, conflict } = sort(input);
  let best: Choice | null = null;
  let bestUsed = 0;
  const cost = Math.max(1, all.length * input.items.length);
  let left = Math.min(most, Math.max(TRIED_AT_LEAST, Math.floor(APPLIED_AT_MOST / cost)));
  let cutOff = false;

  const tryOut = (picked: readonly Discount[]): void => {
    left -= 1;
    const chosen = new Set([...fixed, ...picked].map((each) => each.id));
    const result = run(
      input,
      all.filter((each) => chosen.has(each.id)),
    );
    const used = result.tried.filter((each) => each.state === "applied").length;
    const better =
      best === null ||
      result.all < best.run.all ||
      (result.all === best.run.all && used < bestUsed);
    if (!better) return;
    best = { run: result, chosen, allTried: true };
    bestUsed = used;
  };
  // Everything that fits first, so that the bound cuts off the least likely.
  const walk = (at: number, picked: readonly Discount[]): void => {
    if (left === 0) {
      cutOff = true;
      return;
    }
    const next = open[at];
    if (!next) {
      tryOut(picked);
      return;
    }
    if (!picked.some((each) => conflict(each, next))) walk(at + 1, [...picked, next]);
    walk(at + 1, picked);
  };
  walk(0, []);
  const found = best as Choice | null;
  if (!found) throw new Error("no combination was tried");
  return { ...found, allTried: !cutOff };
}

/** The others that stand in the way of a discount among those chosen. */
export function rivalsOf(
  discount: Discount,
  chosen: ReadonlySet<string>,
  input: PriceInput,
): Discount[] {
  return input.discounts.filter(
    (other) =>
      other !== discount && chosen.has(other.id) && excludeEachOther(discount, other, input),
  );
}
