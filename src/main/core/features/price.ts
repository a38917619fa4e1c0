import type { Touched } from "../../modules/phrases/handlers.ts";
import type { PhraseStore } from "../../modules/phrases/store.ts";
import { priceHandlers } from "../../modules/price/handlers.ts";
import { createPriceStore } from "../../modules/price/store.ts";
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
