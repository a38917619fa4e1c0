import type { Emit, HandlersFor } from "../../../shared/contract/index.ts";
import type { ChangeReceipt } from "../../../shared/contract/phrases.ts";
import type { Renamed, ShopStore } from "./store.ts";

export interface ShopHandlerSurroundings {
  readonly store: ShopStore;
  readonly emit: Emit;
  /** A shop has another name: whatever else names it follows. */
  readonly renamed: (names: Renamed, receipt: ChangeReceipt | null) => void;
}

/** Answers the calls about shops. */
export function shopHandlers(
  around: ShopHandlerSurroundings,
): HandlersFor<"shops.list" | "shops.save" | "shops.remove"> {
  const { store, emit } = around;
  return {
    "shops.list": () => store.list(),
    "shops.save": (draft) => {
      const { shop, receipt, renamed } = store.save(draft);
      if (renamed) around.renamed(renamed, receipt);
      emit("shops.changed", {});
      return { shop, renamed: receipt };
    },
    "shops.remove": ({ id }) => {
      const shop = store.remove(id);
      emit("shops.changed", {});
      return shop;
    },
  };
}
