import type { Fen } from "./money.ts";

/** Where a discount stands in the order of calculation, first to last, as the large platforms do it. */
export const LAYERS = [
  "item",
  "member",
  "shopDiscount",
  "shopThreshold",
  "shopCoupon",
  "platformThreshold",
  "platformCoupon",
  "redPacket",
  "deposit",
] as const;
export type Layer = (typeof LAYERS)[number];

/** Layers that change the price of a piece; the others take something off the order. */
export const PIECE_LAYERS: readonly Layer[] = ["item", "member", "shopDiscount"];
/** Layers that count goods of other shops too. */
export const PLATFORM_LAYERS: readonly Layer[] = [
  "platformThreshold",
  "platformCoupon",
  "redPacket",
];
/** Layers whose discounts the buyer may leave unused. */
export const COUPON_LAYERS: readonly Layer[] = ["shopCoupon", "platformCoupon", "redPacket"];

/** One line of the order. */
export interface PriceItem {
  readonly id: string;
  /** "" when there is only one and it needs no name. */
  readonly name: string;
  /** List price of one piece. */
  readonly price: Fen;
  readonly quantity: number;
  /** Bought in another shop: counts for the platform's thresholds only. */
  readonly other: boolean;
}

/** What items cost before any discount. */
export const listOf = (items: readonly PriceItem[]): Fen =>
  items.reduce((all, item) => all + item.price * item.quantity, 0);

/** One rung: from `at` (fen or pieces) on, `off` fen less, or `pay` of ten thousand to pay. */
export type Rung =
  | { readonly at: number; readonly off: Fen }
  | { readonly at: number; readonly pay: number };

/** What a discount does. */
export type Effect =
  /** Each piece costs `price`. */
  | { readonly kind: "unitPrice"; readonly price: Fen }
  /** Each piece costs `off` less. */
  | { readonly kind: "unitOff"; readonly off: Fen }
  /** `pay` of ten thousand is paid: 9折 is 9000. */
  | { readonly kind: "percent"; readonly pay: number }
  /** Thresholds and coupons. `repeat`: once for each time the (only) rung fits. `cap`: no more than that. */
  | {
      readonly kind: "steps";
      readonly unit: "fen" | "piece";
      readonly steps: readonly Rung[];
      readonly repeat: boolean;
      readonly cap: Fen | null;
    }
  /** The nth piece of one kind of goods at `pay` of ten thousand; `repeat`: every nth. */
  | {
      readonly kind: "nth";
      readonly nth: number;
      readonly pay: number;
      readonly repeat: boolean;
    }
  /** A deposit paid ahead for each piece that counts as more. */
  | { readonly kind: "deposit"; readonly paid: Fen; readonly counts: Fen };

/**
 * Which amount decides whether a threshold is reached, and what a share is taken of: what is left after the discounts
 * before it ("current"), the goods after their own prices ("piece": thresholds side by side, 平行门槛), or the list price.
 */
export type Base = "current" | "piece" | "list";

export interface Discount {
  readonly id: string;
  /** What the shop calls it; "" lets the rule speak for itself. */
  readonly name: string;
  readonly layer: Layer;
  readonly effect: Effect;
  /** Items it is for; null: all. */
  readonly items: readonly string[] | null;
  /** Null: as the whole calculation says. */
  readonly base: Base | null;
  /** Of one group only one discount is used for the same goods. "" belongs to none. */
  readonly group: string;
  /** Not together with discounts of these layers (不与店铺券同享). */
  readonly excludes: readonly Layer[];
  /** "auto": as is best for the buyer; "always": this one before others it excludes; "never": put aside. */
  readonly use: "auto" | "always" | "never";
}

/** Goods on top that cost nothing. */
export interface Gift {
  readonly name: string;
  readonly quantity: number;
  /** From this sum of the shop's goods on, after discounts. 0: always. */
  readonly from: Fen;
}

export interface Postage {
  readonly amount: Fen;
  /** Free from this sum of the shop's goods on, after discounts. Null: never free. */
  readonly freeFrom: Fen | null;
}

/** Everything a final price is worked out from. */
export interface PriceInput {
  readonly items: readonly PriceItem[];
  readonly discounts: readonly Discount[];
  readonly gifts: readonly Gift[];
  readonly postage: Postage | null;
  /** "layers": by `LAYERS`, within one as listed. "listed": exactly as listed. */
  readonly order: "layers" | "listed";
  /** What thresholds are measured against when the discount does not say. */
  readonly base: Base;
  /** What at least is paid for an order: platforms ask for 1 fen. */
  readonly minimum: Fen;
  /** A price of one piece after a percentage is rounded half up to the fen (1), or down to 10 or 100 fen (抹零). */
  readonly pieceUnit: 1 | 10 | 100;
}

export type StepState =
  /** It took something off. */
  | "applied"
  /** A threshold was not reached. */
  | "unmet"
  /** It could be used but changes nothing. */
  | "noGain"
  /** Not together with another that is better, or that was asked for. */
  | "excluded"
  /** Put aside by the person. */
  | "never";

/** What is missing until a threshold gives more. */
export interface Missing {
  readonly unit: "fen" | "piece";
  readonly amount: number;
  /** What it then gives more than now: fen, or the rung's share to pay. */
  readonly gain: { readonly off: Fen } | { readonly pay: number };
}

/** One discount and what became of it. Amounts are of the own shop's goods unless said otherwise. */
export interface Step {
  readonly discount: Discount;
  readonly state: StepState;
  readonly before: Fen;
  readonly after: Fen;
  readonly off: Fen;
  /** What it took off goods of other shops. */
  readonly offOther: Fen;
  /** How often a repeating threshold fitted, or a deposit was paid; otherwise 1, or 0 when nothing was taken off. */
  readonly times: number;
  /** The rung that was reached. */
  readonly rung: Rung | null;
  /** Why less was taken off than the rule says. */
  readonly limit: "cap" | "minimum" | null;
  readonly missing: Missing | null;
  /** Not used: what stands in its way. */
  readonly against: readonly string[];
  /** Excluded: the total if this one were used. */
  readonly totalWith: Fen | null;
}

/** One line with what is paid for it. */
export interface PricedItem {
  readonly item: PriceItem;
  readonly list: Fen;
  /** What is paid for all its pieces, every discount spread over the lines. */
  readonly paid: Fen;
}

/** The price depends on how the platform counts; under the other way it would be `total`. */
export interface Caution {
  readonly kind: "sideBySide" | "afterEarlier" | "depositFirst";
  readonly total: Fen;
}

export interface PriceResult {
  readonly input: PriceInput;
  readonly items: readonly PricedItem[];
  /** Pieces, list price and what is paid for the own shop's goods. */
  readonly pieces: number;
  readonly list: Fen;
  readonly goods: Fen;
  readonly postage: Fen;
  /** Goods and postage: the final price. */
  readonly total: Fen;
  /** List price less what is paid for the goods. */
  readonly saved: Fen;
  /** Paid for goods of other shops that were counted along. */
  readonly otherGoods: Fen;
  /** In the order of calculation, those that were not used too. */
  readonly steps: readonly Step[];
  readonly deposit: { readonly paid: Fen; readonly counts: Fen; readonly rest: Fen } | null;
  readonly gifts: readonly { readonly gift: Gift; readonly missing: Fen }[];
  /** Missing until the postage is free; 0 when it is or never will be. */
  readonly postageMissing: Fen;
  readonly cautions: readonly Caution[];
  /** False: so many discounts exclude each other that not every combination was tried. */
  readonly allTried: boolean;
}
