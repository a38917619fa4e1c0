import type { ChangeReceipt } from "../../../shared/contract/phrases.ts";
import { phraseHandlers, type Touched } from "../../modules/phrases/handlers.ts";
import { starterHandlers } from "../../modules/phrases/starter.ts";
import { createPhraseStore } from "../../modules/phrases/store.ts";
import { type Offers, searchHandlers } from "../../modules/search/handlers.ts";
import { createIndexKeeper } from "../../modules/search/keeper.ts";
import { createPhraseIndex } from "../../modules/search/phraseIndex.ts";
import type { Foundation } from "../foundation.ts";
import { TRANSFER_ENTITIES } from "../transferLibrary.ts";

/** A step over this many rows is taken back in another thread: below it starting one takes longer than the work. */
const LARGE_STEP = 2_000;

interface Needs {
  /** Throws an AppError when the hotkey cannot be given to this phrase. */
  claimHotkey(accelerator: string, phraseId: string | null): Promise<string>;
  /** Called after every change of phrases, categories or use. */
  announceHotkeys(): void;
  /** Called after every change: pictures and products are part of the same steps. */
  followed(touched: Touched): void;
  /** What comes first now, and what is not offered. */
  offers(shop: string | null): Offers;
  /** Called when a use was counted. */
  counted(phraseId: string, useCount: number): void;
  /** Takes a large step back in another thread, where there is one. */
  takeBackElsewhere(historyId: number): Promise<ChangeReceipt>;
  /** Reads the starter library's file. */
  readonly starter: () => unknown;
}

export type LibraryFeature = ReturnType<typeof libraryFeature>;

/** Phrases and the search over them: the store, its index, and what has to follow every change. */
export function libraryFeature(base: Foundation, needs: Needs) {
  const store = createPhraseStore(base.database, base.now);
  const index = createPhraseIndex();
  const keeper = createIndexKeeper(index, {
    live: store.live,
    find: store.find,
    paths: store.categories.paths,
    // Lists that are filtered ask again once the index has caught up.
    rebuilt: () => {
      revision += 1;
      if (base.isOpen()) base.emit("library.changed", { reason: "indexed" });
    },
    failed: base.tell,
  });
  let revision = 0;

  /** After every change: index, hotkeys, screens. */
  function changed(reason: string, touched: Touched): void {
    revision += 1;
    if (touched === "everything") void keeper.rebuild();
    else if (touched !== "nothing") keeper.refresh(store.history.searchedIn(touched.step));
    needs.followed(touched);
    needs.announceHotkeys();
    base.emit("library.changed", { reason });
  }

  /** Counts a use; written when the database is free. */
  const used = (id: string): void =>
    base.later.write(() => {
      const { useCount, lastUsedAt } = base.withoutWaiting(() => store.used(id, base.now()));
      index.used(id, useCount, lastUsedAt);
      needs.counted(id, useCount);
    });

  const handlers = {
    ...phraseHandlers(store, {
      changed,
      revision: () => revision,
      match: (text, accept) => index.matchAll(text, accept),
      searchable: keeper.answerable,
      claimHotkey: needs.claimHotkey,
      writeBackup: base.writeBackup,
      takeBack: (id) =>
        store.history.isLarge(id, LARGE_STEP, TRANSFER_ENTITIES)
          ? needs.takeBackElsewhere(id)
          : store.history.undo(id),
    }),
    ...starterHandlers(store, base.ports.settings, needs.starter, changed),
    ...searchHandlers({
      index,
      keeper,
      rows: store.rows,
      recent: store.recent,
      offers: (shop) => needs.offers(shop),
    }),
  };

  return { store, keeper, changed, used, handlers };
}
