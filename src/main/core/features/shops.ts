import type { HandlersFor } from "../../../shared/contract/index.ts";
import { shopHandlers } from "../../modules/shops/handlers.ts";
import { createShopStore, type Renamed } from "../../modules/shops/store.ts";
import type { Foundation } from "../foundation.ts";
import type { LibraryFeature } from "./library.ts";

interface Needs {
  readonly library: Pick<LibraryFeature, "store" | "changed">;
}

export type ShopsFeature = ReturnType<typeof shopsFeature>;

/** The shops an agent serves. A shop's new name goes through phrases and settings, and an undo through all of them. */
export function shopsFeature(base: Foundation, { library }: Needs) {
  const { settings } = base.ports;
  const phrases = library.store;
  const store = createShopStore(base.database, {
    inPhrases: phrases.shopCounts,
    renamePhrases: phrases.renameShop,
  });

  /** The shop that is served keeps being served under its new name. */
  function followInSettings({ before, after }: Renamed): void {
    if (settings.get().shop === before)
      base.emit("settings.changed", settings.set({ shop: after }));
  }

  const undo: HandlersFor<"history.undo"> = {
    "history.undo": ({ id }) => {
      const { receipt, renamed } = base.database.transaction(() => {
        const taken = phrases.history.undo(id);
        return { receipt: taken, renamed: store.followUndo(id, taken.historyId) };
      })();
      if (renamed) {
        followInSettings(renamed);
        base.emit("shops.changed", {});
      }
      library.changed("undo", { step: receipt.historyId });
      return receipt;
    },
  };

  return {
    store,
    handlers: {
      ...shopHandlers({
        store,
        emit: base.emit,
        renamed: (names, receipt) => {
          followInSettings(names);
          if (receipt) library.changed("update", { step: receipt.historyId });
        },
      }),
      ...undo,
    },
  };
}
