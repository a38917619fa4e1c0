import type { PriceRule } from "../../../shared/contract/price.ts";
import { AppError } from "../../../shared/errors.ts";
import { parseRules } from "../../../shared/rules/price/line.ts";

/** Refuses rules that the calculator could not read later. @throws AppError price_… naming the piece */
export function mustBeReadable(rules: readonly PriceRule[]): void {
  for (const { slot, text } of rules) {
    const parsed = parseRules(text, slot);
    if (!parsed.ok) throw new AppError(parsed.problem.code, parsed.problem.params);
  }
}
