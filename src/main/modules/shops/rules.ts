import type { ShopVariable } from "../../../shared/contract/shops.ts";
import { AppError } from "../../../shared/errors.ts";

/** A name that can be written after 店铺. in a template. */
const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;
/** The shop's own name is there already. */
const TAKEN = new Set(["名字", "name", "valueOf"]);

/** @throws AppError shop_variable_name, shop_variable_twice */
export function checkVariables(variables: readonly ShopVariable[]): void {
  const seen = new Set<string>();
  for (const { name } of variables) {
    if (!NAME.test(name) || TAKEN.has(name)) throw new AppError("shop_variable_name", { name });
    if (seen.has(name)) throw new AppError("shop_variable_twice", { name });
    seen.add(name);
  }
}
