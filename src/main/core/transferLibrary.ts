import type Database from "better-sqlite3";
import { createPhraseStore, type PhraseStore } from "../modules/phrases/store.ts";
import { createPictureFiles, type PictureFile } from "../modules/pictures/files.ts";
import { createPictureStore } from "../modules/pictures/store.ts";
import { createTransferStore, type PictureShelf } from "../modules/transfer/store.ts";
import type { TransferStore } from "../modules/transfer/transferPort.ts";
import type { Imaging } from "../ports/imaging.ts";

/** Rows that a step may touch and still be taken back through this library: it keeps no others. */
export const TRANSFER_ENTITIES = ["phrase", "category", "picture"] as const;

/** A library as import and export see it: its phrases, and the pictures these show. */
export interface TransferLibrary {
  readonly phrases: PhraseStore;
  readonly store: TransferStore;
}

/** @param database a connection to the library in `dataFolder` that nobody else uses while an import writes */
export function openTransferLibrary(
  dataFolder: string,
  database: Database.Database,
  imaging: Imaging,
): TransferLibrary {
  const phrases = createPhraseStore(database, Date.now);
  const shelf = pictureShelf(dataFolder, database, phrases, imaging);
  return { phrases, store: createTransferStore(database, phrases, shelf, Date.now) };
}

function pictureShelf(
  dataFolder: string,
  database: Database.Database,
  { history }: PhraseStore,
  imaging: Imaging,
): PictureShelf {
  const files = createPictureFiles(dataFolder, imaging);
  const pictures = createPictureStore(database, history, Date.now);
  const staged = new Map<string, PictureFile>();

  return {
    async read(id) {
      const found = pictures.find(id);
      const bytes = found && (await files.bytesOf(id, found.mime));
      if (!found || !bytes) return null;
      const { name, sku, tags, note, favourite, mime } = found;
      return { picture: { id, name, sku, tags, note, favourite }, mime, bytes };
    },
    async lacks(id) {
      const mime = pictures.mime(id);
      if (mime === null) return "all";
      return (await files.exists(files.pathOf(id, mime))) ? "nothing" : "file";
    },
    async stage({ id, name }, bytes) {
      staged.set(id, await files.stageBytes(bytes, name));
    },
    settle: (ids) => files.settle(ids.flatMap((id) => staged.get(id) ?? [])),
    insert(remember, { id, name, sku, tags, note, favourite }) {
      const file = staged.get(id);
      if (file === undefined) throw new Error(`picture ${id} was not staged`);
      pictures.insert(remember, { file, name, sku, tags });
      if (note !== "" || favourite) pictures.write(remember, id, { note, favourite });
    },
  };
}
