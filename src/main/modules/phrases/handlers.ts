import type { ChangeReceipt } from "../../../shared/contract/phrases.ts";
import type { HandlersFor } from "../../../shared/contract/index.ts";
import type { Listed } from "./listStore.ts";
import type { PhraseStore } from "./store.ts";

/** What the index has to learn of after a change: what one step of the history touched, everything, or nothing. */
export type Touched = { readonly step: number } | "everything" | "nothing";

/** What the phrase handlers need from the rest of the core. */
export interface PhraseSurroundings {
  /** Called after every change with the step it made. */
  changed(reason: string, touched: Touched): void;
  /** Moves with every change of what a search would find. */
  revision(): number;
  /** Ids matching a text, best first, through the search index. */
  match(text: string, accept: ((id: string) => boolean) | undefined): string[];
  /** Resolves when the index can answer. */
  searchable(): Promise<void>;
  /** Throws an AppError when the hotkey cannot be given to this phrase. */
  claimHotkey(accelerator: string, phraseId: string | null): Promise<string>;
  writeBackup(reason: string): { path: string };
  /** Takes a step back; a large one without keeping pastes waiting. */
  takeBack(historyId: number): ChangeReceipt | Promise<ChangeReceipt>;
}

type Names =
  | "phrases.query"
  | "phrases.get"
  | "phrases.create"
  | "phrases.update"
  | "phrases.move"
  | "phrases.trash"
  | "phrases.restore"
  | "phrases.emptyTrash"
  | "phrases.shops"
  | "phrases.sameShortcut"
  | "categories.list"
  | "categories.create"
  | "categories.rename"
  | "categories.move"
  | "categories.remove"
  | "history.list"
  | "history.undo";

/** Answers the calls of the phrase library. */
export function phraseHandlers(store: PhraseStore, around: PhraseSurroundings): HandlersFor<Names> {
  const announce = (reason: string, receipt: ChangeReceipt): ChangeReceipt => {
    around.changed(reason, { step: receipt.historyId });
    return receipt;
  };
  // A list is asked for window by window: what it holds is worked out once.
  let last = { key: "", found: [] as string[] };
  function matches(listed: Listed, text: string): string[] {
    const key = JSON.stringify([listed, text, around.revision()]);
    if (last.key !== key) {
      const everything = listed.view === "all" && listed.categoryId === null;
      const among = everything ? null : store.ids(listed);
      const found = around.match(text, among === null ? undefined : (id) => among.has(id));
      last = { key, found };
    }
    return last.found;
  }

  return {
    "phrases.query": async ({ text, offset, limit, ...listed }) => {
      const needle = text.trim();
      if (needle === "") return store.page(listed, offset, limit);
      if (listed.view === "trash") return store.page(listed, offset, limit, needle);
      await around.searchable();
      const found = matches(listed, needle);
      return { total: found.length, rows: store.rows(found.slice(offset, offset + limit)) };
    },
    "phrases.get": ({ id }) => store.get(id),
    "phrases.create": async (draft) => {
      const hotkey = draft.hotkey === null ? null : await around.claimHotkey(draft.hotkey, null);
      const { phrase, historyId } = store.create({ ...draft, hotkey });
      around.changed("create", { step: historyId });
      return phrase;
    },
    "phrases.update": async ({ id, changes }) => {
      const hotkey =
        changes.hotkey === null || changes.hotkey === undefined
          ? changes.hotkey
          : await around.claimHotkey(changes.hotkey, id);
      const result = store.update(id, { ...changes, hotkey });
      around.changed("update", { step: result.historyId });
      return result;
    },
    "phrases.move": ({ ids, categoryId }) => announce("move", store.move(ids, categoryId)),
    "phrases.trash": ({ ids }) => announce("trash", store.trash(ids)),
    "phrases.restore": ({ ids }) => announce("restore", store.restore(ids)),
    "phrases.emptyTrash": () => {
      const backup = around.writeBackup("empty-trash").path;
      const count = store.emptyTrash();
      // What was in the trash was not searched.
      around.changed("empty", "nothing");
      return { count, backup };
    },
    "phrases.shops": () => store.shops(),
    "phrases.sameShortcut": ({ shortcut, exceptId }) => store.sameShortcut(shortcut, exceptId),
    "categories.list": () => store.categories.list(),
    "categories.create": ({ name, parentId }) => {
      const category = store.categories.create(name, parentId);
      around.changed("category", "nothing");
      return category;
    },
    "categories.rename": ({ id, name }) => announce("category", store.categories.rename(id, name)),
    "categories.move": ({ id, parentId, position }) =>
      announce("category", store.categories.move(id, parentId, position)),
    "categories.remove": ({ id }) => announce("category", store.categories.remove(id)),
    "history.list": ({ limit }) => store.history.list(limit),
    "history.undo": async ({ id }) => announce("undo", await around.takeBack(id)),
  };
}
