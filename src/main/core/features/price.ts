import type { Locale } from "../../../shared/contract/settings.ts";
import { computeCompact, priceForTemplate } from "../../../shared/rules/price/compact.ts";
import type { Touched } from "../../modules/phrases/handlers.ts";
import type { PhraseStore } from "../../modules/phrases/store.ts";
import { priceHandlers } from "../../modules/price/handlers.ts";
import { createPriceStore } from "../../modules/price/store.ts";
import type { PriceFunction } from "../../modules/templates/run.ts";
import type { Foundation } from "../foundation.ts";

interface Needs {
  readonly history: PhraseStore["history"];
  /** The one way a change is told: the library's, which tells all others. */
  changed(reason: string, touched: Touched): void;
}

/** Saved schemes of final prices. The calculation itself is in shared/rules/price and runs in the page. */
export function priceFeature(base: Foundation, needs: Needs) {
  const store = createPriceStore(base.database, needs.history, base.now);
  return { handlers: priceHandlers(store, (step) => needs.changed("price", { step })) };
}

/** What the tag {% 到手价 … %} of templates writes. @param locale the language of the explanation */
export const priceTag =
  (locale: () => Locale): PriceFunction =>
  (args) => {
    const { final, steps, saved } = computeCompact(args, locale());
    const styled = Object.keys(args).some((name) => /^(样式|樣式|style)$/i.test(name));
    return { final: styled ? priceForTemplate(args, locale()) : final, steps: [steps], saved };
  };
