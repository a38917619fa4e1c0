import type { HandlersFor } from "../../../shared/contract/index.ts";
import { PICTURE_LIMITS } from "../../../shared/contract/pictures.ts";
import type { ChangeReceipt } from "../../../shared/contract/phrases.ts";
import { AppError } from "../../../shared/errors.ts";
import type { PictureFile, PictureFiles } from "./files.ts";
import type { PictureFilter } from "./listStore.ts";
import { nameFor } from "./rules.ts";
import type { NewPicture, PictureStore } from "./store.ts";

/** What the picture handlers need from the rest of the core. */
export interface PictureSurroundings {
  readonly store: PictureStore;
  readonly files: PictureFiles;
  /** Files the page sent: where they are, and the end of them once they were taken in. */
  readonly uploads: {
    find(name: string): { path: string; fileName: string };
    drop(name: string): Promise<void>;
  };
  /** Called after every change with the step it made; "nothing": what was searched is the same. */
  changed(reason: string, touched: { readonly step: number } | "nothing"): void;
  /** Moves with every change of what a search would find. */
  revision(): number;
  /** Resolves once the index can answer. */
  searchable(): Promise<void>;
  /** Ids matching a text, best first. */
  match(text: string, accept: ((id: string) => boolean) | undefined): string[];
  /** Throws an AppError when the hotkey cannot be given to this picture. */
  claimHotkey(accelerator: string, pictureId: string): Promise<string>;
  writeBackup(reason: string): { path: string };
  /** Counts a use; written when the database is free. */
  used(id: string): void;
  /** The SKU of a product that a file name holds; "" when it holds none, or several. */
  skuIn(fileName: string): string;
  readonly usedIn: {
    phrases(picture: string): { id: string; title: string }[];
    products(picture: string): { id: string; sku: string; name: string }[];
  };
  /** Every picture that some phrase or product shows. */
  inUse(): ReadonlySet<string>;
}

type Names =
  | "pictures.query"
  | "pictures.rows"
  | "pictures.get"
  | "pictures.stage"
  | "pictures.commit"
  | "pictures.update"
  | "pictures.updateAll"
  | "pictures.trash"
  | "pictures.restore"
  | "pictures.emptyTrash"
  | "pictures.copied";

/** Answers the calls about pictures. */
export function pictureHandlers(around: PictureSurroundings): HandlersFor<Names> {
  const { store, files } = around;
  const announce = (reason: string, receipt: ChangeReceipt): ChangeReceipt => {
    around.changed(reason, { step: receipt.historyId });
    return receipt;
  };

  // A grid is asked for window by window: what it holds is worked out once.
  let last = { key: "", found: [] as string[] };
  function matches(filter: PictureFilter, text: string): string[] {
    const key = JSON.stringify([filter.view, filter.sku, text, around.revision()]);
    if (last.key !== key) {
      const all = filter.view === "all" && filter.sku === null;
      const among = all ? null : store.ids(filter);
      last = {
        key,
        found: around.match(text, among === null ? undefined : (id) => among.has(id)),
      };
    }
    return last.found;
  }

  return {
    "pictures.query": async ({ text, view, sku, offset, limit }) => {
      const filter = { view, sku: sku === "" ? null : sku };
      const needle = text.trim();
      if (needle === "") return store.page(filter, offset, limit);
      if (view === "trash") return store.page(filter, offset, limit, needle);
      await around.searchable();
      const found = matches(filter, needle);
      return { total: found.length, rows: store.rows(found.slice(offset, offset + limit)) };
    },
    "pictures.rows": ({ ids }) => store.rows(ids),
    "pictures.get": ({ id }) => ({
      picture: store.get(id),
      usedIn: { phrases: around.usedIn.phrases(id), products: around.usedIn.products(id) },
    }),
    "pictures.stage": async ({ file, name }) => {
      const { path, fileName } = around.uploads.find(file);
      try {
        const { id } = await files.stage(path, name || fileName);
        const there = store.find(id);
        return {
          id,
          known: there === null ? "no" : there.trashedAt === null ? "stored" : "trashed",
        };
      } finally {
        await around.uploads.drop(file);
      }
    },
    "pictures.commit": async ({ pictures, sku, tags }) => {
      const fresh = new Map<string, NewPicture>();
      const settling: PictureFile[] = [];
      let restored = 0;
      for (const { id, name } of pictures) {
        if (fresh.has(id)) continue;
        const file = await files.find(id);
        const there = store.find(id);
        if (file) settling.push(file);
        if (!file && !there) throw new AppError("picture_missing");
        if (there?.trashedAt === null) continue;
        if (there) restored += 1;
        fresh.set(id, {
          file: file ?? { ...there!, alpha: store.alpha(id) },
          name: nameFor(name),
          sku: sku || around.skuIn(name),
          tags: tags.slice(0, PICTURE_LIMITS.tags),
        });
      }
      // The files first: a picture that is shown is there.
      await files.settle(settling);
      const already = pictures.length - fresh.size;
      if (fresh.size === 0) return { added: 0, restored: 0, already, historyId: null };
      const { historyId } = announce("create", store.add([...fresh.values()]));
      return { added: fresh.size - restored, restored, already, historyId };
    },
    "pictures.update": async ({ id, changes }) => {
      const hotkey =
        changes.hotkey === null || changes.hotkey === undefined
          ? changes.hotkey
          : await around.claimHotkey(changes.hotkey, id);
      const result = store.update(id, { ...changes, ...(hotkey !== undefined && { hotkey }) });
      around.changed("update", { step: result.historyId });
      return result;
    },
    "pictures.updateAll": ({ ids, sku, addTags }) =>
      announce("update", store.updateAll(ids, { sku, addTags })),
    "pictures.trash": ({ ids }) => announce("trash", store.trash(ids)),
    "pictures.restore": ({ ids }) => announce("restore", store.restore(ids)),
    "pictures.emptyTrash": async () => {
      const backup = around.writeBackup("empty-trash").path;
      const { gone, kept } = store.emptyTrash(around.inUse());
      around.changed("empty", "nothing");
      await files.remove(gone);
      return { count: gone.length, kept, backup };
    },
    "pictures.copied": ({ id }) => {
      store.get(id);
      around.used(id);
      return {};
    },
  };
}
