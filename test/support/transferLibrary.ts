import type Database from "better-sqlite3";
import { openDatabase } from "../../src/main/database/open.ts";
import { createTransferStore } from "../../src/main/modules/transfer/store.ts";
import type { TransferStore } from "../../src/main/modules/transfer/transferPort.ts";
import { createPhraseStore, type PhraseStore } from "../../src/main/modules/phrases/store.ts";

/** A real library in a folder, as import and export see it. */
export interface TransferLibrary {
  readonly database: Database.Database;
  readonly phrases: PhraseStore;
  readonly store: TransferStore;
}

export function openTransferLibrary(folder: string): TransferLibrary {
  const database = openDatabase(folder);
  const phrases = createPhraseStore(database, Date.now);
  return { database, phrases, store: createTransferStore(database, phrases, Date.now) };
}
