import type { Fen } from "./money.ts";
import { type Discount, type Gift, type Missing, PIECE_LAYERS, type PriceResult } from "./types.ts";

/** One thing that would be had for a little more (凑单). */
export type Hint =
  | {
      readonly kind: "discount";
      readonly missing: Missing;
      /** Something of this discount is had already: this is on top. */
      readonly more: boolean;
      /** The amount missing is of prices after a percentage, not of list prices. */
      readonly discounted: boolean;
      readonly discount: Discount;
    }
  | {
      readonly kind: "nth";
      readonly pieces: number;
      readonly nth: number;
      readonly pay: number;
      readonly discount: Discount;
    }
  | { readonly kind: "gift"; readonly amount: Fen; readonly gift: Gift }
  | { readonly kind: "postage"; readonly amount: Fen };

/** How far away a hint is, so that pieces and money can be put in one row: a piece is as far as the dearest one. */
function distance(hint: Hint, piece: Fen): number {
  switch (hint.kind) {
    case "discount":
      return hint.missing.unit === "fen" ? hint.missing.amount : hint.missing.amount * piece;
    case "nth":
      return hint.pieces * piece;
    case "gift":
    case "postage":
      return hint.amount;
  }
}

/** What is missing for each threshold that is not reached or could be reached again, nearest first. */
export function hintsOf(result: PriceResult): Hint[] {
  if (result.list === 0) return [];
  const { steps, gifts, postageMissing, input } = result;
  const discounted = steps.some(
    ({ state, discount }) =>
      state === "applied" &&
      PIECE_LAYERS.includes(discount.layer) &&
      discount.effect.kind !== "unitPrice",
  );
  const hints = steps.flatMap((step): Hint[] => {
    const { discount, missing, state } = step;
    if (!missing || state === "never" || state === "excluded") return [];
    const { effect } = discount;
    if (effect.kind === "nth")
      return [{ kind: "nth", pieces: missing.amount, nth: effect.nth, pay: effect.pay, discount }];
    return [
      {
        kind: "discount",
        missing,
        more: state === "applied" || step.against.length > 0,
        discounted: discounted && (discount.base ?? input.base) !== "list",
        discount,
      },
    ];
  });
  for (const { gift, missing } of gifts)
    if (missing > 0) hints.push({ kind: "gift", amount: missing, gift });
  if (postageMissing > 0) hints.push({ kind: "postage", amount: postageMissing });
  const piece = Math.max(...result.items.map(({ item }) => item.price));
  return hints.sort((a, b) => distance(a, piece) - distance(b, piece));
}
