import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type Database from "better-sqlite3";
import iconv from "iconv-lite";
import { openDatabase } from "../../src/main/database/open.ts";
import { createImaging } from "../../src/main/adapters/node/imaging.ts";
import { openTransferLibrary as openOver } from "../../src/main/core/transferLibrary.ts";
import type { PhraseStore } from "../../src/main/modules/phrases/store.ts";
import type { ExportSource } from "../../src/main/modules/transfer/exporter.ts";
import type { ImportSource } from "../../src/main/modules/transfer/recognise.ts";
import type {
  ExistingPhrase,
  ExportedPhrase,
  NewPhrase,
  PhraseContent,
  TransferStore,
} from "../../src/main/modules/transfer/transferPort.ts";

/** A folder of files made for one test. */
export interface TestFolder {
  readonly path: string;
  file(name: string, content: string | Buffer): ImportSource;
  remove(): void;
}

export function makeTestFolder(): TestFolder {
  const path = mkdtempSync(join(tmpdir(), "replydeck-transfer-"));
  return {
    path,
    file(name, content) {
      const source = { path: join(path, name), name };
      writeFileSync(source.path, content);
      return source;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** Every way a text can be written that the importer recognises. */
export const ENCODINGS = {
  "UTF-8": (text: string) => Buffer.from(text),
  "UTF-8 with mark": (text: string) => Buffer.from(`\uFEFF${text}`),
  "UTF-16LE with mark": (text: string) => iconv.encode(text, "utf-16le", { addBOM: true }),
  "UTF-16BE with mark": (text: string) => iconv.encode(text, "utf-16be", { addBOM: true }),
  "UTF-16LE": (text: string) => iconv.encode(text, "utf-16le"),
  "UTF-16BE": (text: string) => iconv.encode(text, "utf-16be"),
  GB18030: (text: string) => iconv.encode(text, "gb18030"),
} as const;

const EMPTY: PhraseContent = {
  title: "",
  body: "",
  shortcut: "",
  category: [],
  tags: [],
  shop: "",
  favourite: false,
  hotkey: null,
  sendMode: "paste",
  note: "",
};

/** A phrase of which a test names only what it is about. */
export function phraseWith(parts: Partial<PhraseContent>): PhraseContent {
  return { ...EMPTY, ...parts };
}

export function existingWith(id: string, parts: Partial<ExistingPhrase>): ExistingPhrase {
  return { ...EMPTY, trashed: false, ...parts, id };
}

/** A library for reading only: what an export of it holds, and what an import finds there. */
export function libraryOf(
  phrases: readonly NewPhrase[],
  categories: readonly (readonly string[])[] = [],
): ExportSource & Pick<TransferStore, "existing"> {
  const full = phrases.map((phrase, index): ExportedPhrase => ({
    id: `00000000-0000-4000-8000-${index.toString(16).padStart(12, "0")}`,
    source: "mine",
    createdAt: 1_700_000_000_000 - index,
    changedAt: 1_700_000_000_000 - index,
    useCount: 0,
    lastUsedAt: null,
    ...phrase,
  }));
  return {
    existing: () => full.map((phrase) => ({ ...phrase, trashed: false })),
    exported: () => full,
    categoryPaths: () => categories,
    pictures: { read: async () => null },
  };
}

/** A real library in a folder, as import and export see it. */
export interface TransferLibrary {
  readonly database: Database.Database;
  readonly phrases: PhraseStore;
  readonly store: TransferStore;
}

export function openTransferLibrary(folder: string): TransferLibrary {
  const database = openDatabase(folder);
  return { database, ...openOver(folder, database, createImaging()) };
}
