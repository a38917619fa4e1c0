import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type Database from "better-sqlite3";
import type { NewPhrase, PhraseStore } from "../../src/main/modules/phrases/store.ts";
import { createPhraseStore } from "../../src/main/modules/phrases/store.ts";
import { openDatabase } from "../../src/main/database/open.ts";

/** A folder of its own that `dispose` takes away. */
export function temporaryFolder(): { path: string; dispose(): void } {
  const path = mkdtempSync(join(tmpdir(), "replydeck-test-"));
  return { path, dispose: () => rmSync(path, { recursive: true, force: true }) };
}

/** A real library in a folder of its own, with a clock that moves one second at each look. */
export interface TestLibrary {
  readonly folder: string;
  readonly database: Database.Database;
  readonly store: PhraseStore;
  readonly add: (draft: Partial<NewPhrase>) => string;
  dispose(): void;
}

export function openLibrary(): TestLibrary {
  const folder = temporaryFolder();
  const database = openDatabase(folder.path);
  let time = Date.UTC(2026, 0, 1);
  const store = createPhraseStore(database, () => (time += 1_000));
  return {
    folder: folder.path,
    database,
    store,
    add: (draft) => store.create(newPhrase(draft)).phrase.id,
    dispose: () => {
      database.close();
      folder.dispose();
    },
  };
}

/** A phrase with every field filled. */
export const newPhrase = (draft: Partial<NewPhrase> = {}): NewPhrase => ({
  title: "发货时间",
  body: "下单后 48 小时内发出。",
  shortcut: "",
  categoryId: null,
  tags: [],
  shop: "",
  favourite: false,
  hotkey: null,
  sendMode: "paste",
  note: "",
  ...draft,
});
