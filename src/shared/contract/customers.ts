import { z } from "zod";
import { event, procedure } from "./procedure.ts";
import { PHRASE_LIMITS } from "./phrases.ts";

export const CUSTOMER_LIMITS = {
  name: 60,
  order: 40,
  note: 500,
  /** How much of a copied text is looked at. */
  text: 20_000,
} as const;

/** The shop platforms whose order numbers are told apart by their look. */
export const platform = z.enum([
  "taobao",
  "jd",
  "pdd",
  "douyin",
  "kuaishou",
  "xiaohongshu",
  "wechat",
  "shopee",
]);
export type Platform = z.infer<typeof platform>;

const fields = z.object({
  name: z.string().trim().max(CUSTOMER_LIMITS.name).default(""),
  order: z.string().trim().max(CUSTOMER_LIMITS.order).default(""),
  shop: z.string().trim().max(PHRASE_LIMITS.shop).default(""),
  note: z.string().trim().max(CUSTOMER_LIMITS.note).default(""),
});

export const customer = fields.extend({
  id: z.uuid(),
  /** When the customer was last in hand or got something, milliseconds since 1970. */
  seenAt: z.number().int(),
});
export type Customer = z.infer<typeof customer>;
export type CustomerFields = z.infer<typeof fields>;

/** What a copied text says of a customer, for the person to check. */
export const understood = z.object({
  name: z.string(),
  order: z.string(),
  shop: z.string(),
  note: z.string(),
  /** Null when several platforms have such numbers. */
  platform: platform.nullable(),
  /** Everything that could be the name, the best first; likewise the orders. */
  names: z.array(z.string()),
  orders: z.array(z.string()),
});
export type Understood = z.infer<typeof understood>;

const id = z.uuid();

export const customerProcedures = {
  "customers.current": procedure({ input: z.object({}), output: customer.nullable() }),
  /**
   * Makes a customer the one in hand. The order number says who it is, without one the name in that shop:
   * somebody already known is taken up again, else one is added.
   * @throws customer_empty when there is neither name nor order
   */
  "customers.set": procedure({
    /** `id`: the one whose fields were edited; null: somebody else. */
    input: fields.extend({ id: id.nullable().default(null) }),
    output: customer,
  }),
  /** Takes up one of the recent ones. */
  "customers.choose": procedure({ input: z.object({ id }), output: customer }),
  /** Nobody in hand; the answer is who was, so that it can be taken back. */
  "customers.clear": procedure({ input: z.object({}), output: customer.nullable() }),
  /** Forgets one with everything remembered of them. */
  "customers.forget": procedure({ input: z.object({ id }), output: z.object({}) }),
  /** The last ones, newest first, the one in hand included. */
  "customers.recent": procedure({
    input: z.object({ limit: z.number().int().min(1).max(100).default(10) }),
    output: z.array(customer),
  }),
  "customers.fromText": procedure({
    input: z.object({ text: z.string().max(CUSTOMER_LIMITS.text) }),
    output: understood,
  }),
  /** @throws clipboard_no_text, or why there is no desktop */
  "customers.fromClipboard": procedure({ input: z.object({}), output: understood }),
};

export const customerEvents = {
  /** Who is in hand now. */
  "customers.changed": event(customer.nullable()),
};
