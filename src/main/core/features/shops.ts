import type { Touched } from "../../modules/phrases/handlers.ts";
import { shopHandlers } from "../../modules/shops/handlers.ts";
import { createShopStore, SHOP } from "../../modules/shops/store.ts";
import type { Foundation } from "../foundation.ts";
import type { LibraryFeature } from "./library.ts";

type Remember = (entity: string, id: string) => void;

interface Needs {
  readonly library: Pick<LibraryFeature, "store" | "changed">;
  /** Gives a shop's own words of the gate its other name, in the same step. */
  renameInWords(remember: Remember, before: string, after: string): void;
  /** Called when a shop has another name, an undo included. */
  renamed(before: string, after: string): void;
}

export type ShopsFeature = ReturnType<typeof shopsFeature>;

/**
 * The shops an agent serves. A shop's new name goes through phrases, own words of the gate and settings, customers and
 * what was pasted, and an undo through all of them.
 */
export function shopsFeature(base: Foundation, { library, renameInWords, renamed }: Needs) {
  const { settings } = base.ports;
  const { history, shopCounts, renameShop } = library.store;
  const store = createShopStore(base.database, {
    history,
    inPhrases: shopCounts,
    renamePhrases: renameShop,
    renameElsewhere: renameInWords,
  });

  return {
    store,
    /** After every change of the library, ours or not. */
    follow(touched: Touched): void {
      // The shop that is served keeps being served under its new name.
      for (const { before, after } of store.takeRenames()) {
        if (settings.get().shop === before)
          base.emit("settings.changed", settings.set({ shop: after }));
        renamed(before, after);
      }
      const ours =
        touched === "everything" ||
        (touched !== "nothing" && history.touched(touched.step, SHOP).length > 0);
      if (ours) base.emit("shops.changed", {});
    },
    handlers: shopHandlers({
      store,
      changed: (step) => library.changed("shop", { step }),
    }),
  };
}
