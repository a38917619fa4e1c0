import type { HandlersFor } from "../../../shared/contract/index.ts";
import { mustBeReadable } from "./rules.ts";
import type { PriceStore } from "./store.ts";

type Names = "price.schemes" | "price.save" | "price.remove" | "price.used";

/** Answers the calls about saved price schemes. `changed` is told of every change but a use. */
export function priceHandlers(
  store: PriceStore,
  changed: (step: number) => void,
): HandlersFor<Names> {
  return {
    "price.schemes": () => store.list(),
    "price.save": ({ id, draft }) => {
      mustBeReadable(draft.rules);
      const saved = store.save(id, draft);
      changed(saved.historyId);
      return saved;
    },
    "price.remove": ({ id }) => {
      const receipt = store.remove(id);
      changed(receipt.historyId);
      return receipt;
    },
    "price.used": ({ id }) => {
      store.used(id);
      return {};
    },
  };
}
