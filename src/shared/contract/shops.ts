import { z } from "zod";
import { event, procedure } from "./procedure.ts";
import { changeReceipt, PHRASE_LIMITS } from "./phrases.ts";

export const SHOP_LIMITS = { variables: 40, variableName: 20, variableValue: 500 } as const;

export const shopVariable = z.object({
  name: z.string().trim().min(1).max(SHOP_LIMITS.variableName),
  value: z.string().trim().max(SHOP_LIMITS.variableValue),
});
export type ShopVariable = z.infer<typeof shopVariable>;

export const shop = z.object({
  /** Null for a name that only phrases know: saving it makes it one of the shops. */
  id: z.uuid().nullable(),
  name: z.string(),
  /** What the shop fills into templates, as 店铺.<name>. */
  variables: z.array(shopVariable),
  position: z.number(),
  /** Live phrases of this shop. */
  phrases: z.number().int(),
});
export type Shop = z.infer<typeof shop>;

const id = z.uuid();

export const shopProcedures = {
  "shops.list": procedure({ input: z.object({}), output: z.array(shop) }),
  /**
   * Adds or changes a shop, as one step of the history; a new name is given to its phrases in the same step.
   * @throws shop_missing, shop_exists, shop_variable_name, shop_variable_twice
   */
  "shops.save": procedure({
    input: z.object({
      id: id.nullable().default(null),
      name: z.string().trim().min(1).max(PHRASE_LIMITS.shop),
      variables: z.array(shopVariable).max(SHOP_LIMITS.variables),
      /** Left out: where it is, or at the end. */
      position: z.number().optional(),
    }),
    output: z.object({
      shop,
      receipt: changeReceipt,
      /** How many phrases have the new name. */
      phrases: z.number().int(),
    }),
  }),
  /** Takes a shop out with its variables, as one step; its phrases keep its name. */
  "shops.remove": procedure({ input: z.object({ id }), output: changeReceipt }),
};

export const shopEvents = {
  /** Shops or their variables changed. */
  "shops.changed": event(z.object({})),
};
