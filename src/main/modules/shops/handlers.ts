import type { HandlersFor } from "../../../shared/contract/index.ts";
import type { ShopStore } from "./store.ts";

export interface ShopHandlerSurroundings {
  readonly store: ShopStore;
  /** A step was made: whatever hangs on it follows. */
  readonly changed: (historyId: number) => void;
}

/** Answers the calls about shops. */
export function shopHandlers({
  store,
  changed,
}: ShopHandlerSurroundings): HandlersFor<"shops.list" | "shops.save" | "shops.remove"> {
  return {
    "shops.list": () => store.list(),
    "shops.save": (draft) => {
      const saved = store.save(draft);
      changed(saved.receipt.historyId);
      return saved;
    },
    "shops.remove": ({ id }) => {
      const receipt = store.remove(id);
      changed(receipt.historyId);
      return receipt;
    },
  };
}
