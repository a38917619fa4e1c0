import { z } from "zod";
import { changeReceipt, id } from "./phrases.ts";
import { procedure } from "./procedure.ts";

/** Limits of one saved scheme. The screen and the core use the same numbers. */
export const PRICE_LIMITS = { name: 60, shop: 80, rules: 40, text: 200, schemes: 500 } as const;

/** What a rule is about: a layer of the calculation, or what is no discount. */
export const priceSlot = z.enum([
  "item",
  "member",
  "shopDiscount",
  "shopThreshold",
  "shopCoupon",
  "platformThreshold",
  "platformCoupon",
  "redPacket",
  "deposit",
  "gift",
  "postage",
]);

/** One promotion rule as the agent wrote it: "每满300减50". */
export const priceRule = z.object({
  slot: priceSlot,
  text: z.string().trim().min(1).max(PRICE_LIMITS.text),
  use: z.enum(["auto", "always", "never"]).default("auto"),
});
export type PriceRule = z.infer<typeof priceRule>;

/** How an order is counted, see `PriceInput` in shared/rules/price. */
export const priceCounting = z.object({
  order: z.enum(["layers", "listed"]).default("layers"),
  base: z.enum(["current", "piece", "list"]).default("current"),
  pieceUnit: z.union([z.literal(1), z.literal(10), z.literal(100)]).default(1),
});
export type PriceCounting = z.infer<typeof priceCounting>;

export const priceSchemeDraft = z.object({
  name: z.string().trim().min(1).max(PRICE_LIMITS.name),
  /** "" for every shop. */
  shop: z.string().trim().max(PRICE_LIMITS.shop).default(""),
  rules: z.array(priceRule).min(1).max(PRICE_LIMITS.rules),
  counting: priceCounting.default({ order: "layers", base: "current", pieceUnit: 1 }),
});
export type PriceSchemeDraft = z.infer<typeof priceSchemeDraft>;

/** The promotion rules of a shop, kept by name. */
export const priceScheme = priceSchemeDraft.extend({
  id,
  /** Milliseconds since 1970. */
  createdAt: z.number().int(),
  changedAt: z.number().int(),
  lastUsedAt: z.number().int().nullable(),
});
export type PriceScheme = z.infer<typeof priceScheme>;

/** Saved schemes of final prices. The calculation itself is pure and runs in the page. */
export const priceProcedures = {
  /** Last used first. */
  "price.schemes": procedure({ input: z.object({}), output: z.array(priceScheme) }),
  /** Makes a scheme, or with an id changes it. Rules that cannot be read are refused by name. */
  "price.save": procedure({
    input: z.object({ id: id.nullable().default(null), draft: priceSchemeDraft }),
    output: z.object({ scheme: priceScheme, historyId: z.number().int() }),
  }),
  "price.remove": procedure({ input: z.object({ id }), output: changeReceipt }),
  /** Its rules were taken over: it comes first from now on. */
  "price.used": procedure({ input: z.object({ id }), output: z.object({}) }),
};
