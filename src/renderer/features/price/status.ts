import type { Locale } from "../../../shared/contract/settings.ts";
import { stepLabel } from "../../../shared/rules/price/explain.ts";
import type { Missing, PriceResult, Step } from "../../../shared/rules/price/types.ts";
import { rowOf } from "./sheet.ts";

/** What became of one row of rules. A row may hold several rules: what they took off together counts. */
export type RowStatus =
  | { readonly kind: "applied"; readonly off: number }
  | { readonly kind: "unmet"; readonly missing: Missing }
  | { readonly kind: "noGain" }
  | { readonly kind: "never" }
  | {
      readonly kind: "excluded";
      readonly against: readonly string[];
      /** What the ones it is not used with are called. */
      readonly names: readonly string[];
      /** The price if this one were used. */
      readonly totalWith: number;
    };

/** Null for rows that are no discounts, or that say nothing yet. */
export function statusOf(key: string, result: PriceResult, locale: Locale): RowStatus | null {
  const steps = result.steps.filter((step) => rowOf(step.discount.id) === key);
  const [first] = steps;
  if (!first) return null;
  const off = steps.reduce((sum, step) => sum + step.off, 0);
  if (off > 0) return { kind: "applied", off };
  const of = (state: Step["state"]): Step | undefined => steps.find((step) => step.state === state);
  const excluded = of("excluded");
  if (excluded) {
    const { against, totalWith } = excluded;
    const rivals = result.steps.filter((step) => against.includes(step.discount.id));
    const names = rivals.map((step) => stepLabel(step, result, locale));
    return { kind: "excluded", against, names, totalWith: totalWith ?? 0 };
  }
  const missing = of("unmet")?.missing;
  if (missing) return { kind: "unmet", missing };
  return of("never") ? { kind: "never" } : { kind: "noGain" };
}
