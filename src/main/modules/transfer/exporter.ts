import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { open, rename, rm } from "node:fs/promises";
import { setImmediate as nextTurn } from "node:timers/promises";
import { finished } from "node:stream/promises";
import writeXlsxFile from "write-excel-file/node";
import type { ImportField, ImportFormat } from "../../../shared/contract/transfer.ts";
import { joinCategory, joinTags } from "./cellLists.ts";
import { OWN_HEADERS } from "./headerWords.ts";
import { JSON_FORMAT, JSON_VERSION } from "./json.ts";
import { jsonPictures } from "./jsonPictures.ts";
import type { ExportedPhrase, TransferStore } from "./transferPort.ts";

export interface ExportHooks {
  readonly progress?: (phase: "export", done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** What an export needs of the library. */
export type ExportSource = Pick<TransferStore, "exported" | "categoryPaths"> & {
  readonly pictures: Pick<TransferStore["pictures"], "read">;
};

/** What an export wrote. */
export interface Exported {
  /** Phrases. */
  readonly count: number;
  /** Pictures that phrases show; only JSON carries them. */
  readonly pictures: number;
  /** Pictures that should be in the file and are not: their own files are gone or were changed. */
  readonly picturesLost: number;
}

const PORTION = 500;
/** Characters that may wait to be written; a picture alone can have more. */
const MOST_HELD = 1_000_000;
const COLUMN_WIDTHS: Readonly<Record<ImportField, number>> = {
  title: 24,
  body: 60,
  shortcut: 12,
  category: 24,
  tags: 16,
  shop: 16,
  favourite: 8,
  hotkey: 14,
  sendMode: 10,
  note: 30,
  promise: 14,
};

/**
 * Writes all live phrases to `path` and returns how many. JSON is lossless and brings the pictures that phrases show;
 * csv, tsv and xlsx carry the fields of the editor and are read back by the importer to the letter.
 *
 * Cells that begin with = + - @ are written as they are: putting a mark before them would change what the agent
 * sends. A spreadsheet may take such a CSV cell for a formula; XLSX cells are marked as text and are safe.
 * The file appears under its name only when it is whole.
 */
export async function exportPhrases(
  path: string,
  format: ImportFormat,
  store: ExportSource,
  hooks: ExportHooks = {},
): Promise<Exported> {
  const temporary = `${path}.${randomUUID().slice(0, 8)}.part`;
  try {
    const exported = await write(temporary, format, store, hooks);
    await rename(temporary, path);
    return exported;
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function write(
  path: string,
  format: ImportFormat,
  store: ExportSource,
  hooks: ExportHooks,
): Promise<Exported> {
  const none = { pictures: 0, picturesLost: 0 };
  if (format === "xlsx") return { count: await writeWorkbook(path, store, hooks), ...none };
  if (format === "json") {
    const shown = new Set<string>();
    const lost: string[] = [];
    const count = await writeText(path, jsonPieces(store, shown, lost), hooks);
    return { count, pictures: shown.size - lost.length, picturesLost: lost.length };
  }
  const pieces = delimitedPieces(store, format === "tsv" ? "\t" : ",");
  return { count: await writeText(path, pieces, hooks), ...none };
}

interface Piece {
  readonly text: string;
  readonly phrases: number;
}

async function writeText(
  path: string,
  pieces: Iterable<Piece> | AsyncIterable<Piece>,
  hooks: ExportHooks,
): Promise<number> {
  // Opened before anything can fail: a file that is opened late would appear after it was tidied away.
  const file = await open(path, "w");
  const stream = file.createWriteStream({ encoding: "utf8" });
  const ended = finished(stream);
  // Looked at when the stream is ended; until then it must not count as unhandled.
  ended.catch(() => undefined);
  let count = 0;
  let text = "";
  let held = 0;
  const flush = async (): Promise<void> => {
    hooks.signal?.throwIfAborted();
    if (!stream.write(text)) await Promise.race([once(stream, "drain"), ended]);
    text = "";
    held = 0;
    hooks.progress?.("export", count, 0);
    await nextTurn();
  };
  try {
    for await (const piece of pieces) {
      text += piece.text;
      count += piece.phrases;
      held += 1;
      if (held >= PORTION || text.length >= MOST_HELD) await flush();
    }
    await flush();
    stream.end();
    await ended;
  } catch (error) {
    stream.destroy();
    // Closed before it is removed: Windows removes no open file.
    await ended.catch(() => undefined);
    throw error;
  }
  return count;
}

/**
 * One phrase a line, so that a person can compare two exports; after them the pictures they show, each once.
 * @param shown takes the ids of those pictures
 * @param lost takes those that could not be read
 */
async function* jsonPieces(
  store: ExportSource,
  shown: Set<string>,
  lost: string[],
): AsyncGenerator<Piece> {
  const head = { format: JSON_FORMAT, version: JSON_VERSION, exportedAt: new Date().toISOString() };
  const categories = [...store.categoryPaths()];
  const start = JSON.stringify({ ...head, categories }, null, 1).slice(0, -2);
  yield { text: `${start},\n "phrases": [`, phrases: 0 };
  let first = true;
  for (const phrase of store.exported()) {
    yield { text: `${first ? "" : ","}\n  ${JSON.stringify(toJson(phrase))}`, phrases: 1 };
    first = false;
    for (const part of phrase.segments ?? []) if (part.kind === "picture") shown.add(part.picture);
  }
  yield { text: "\n ]", phrases: 0 };
  let open = ',\n "pictures": [';
  for await (const picture of jsonPictures(shown, store.pictures, lost)) {
    yield { text: `${open}\n  ${picture}`, phrases: 0 };
    open = ",";
  }
  yield { text: open === "," ? "\n ]\n}\n" : "\n}\n", phrases: 0 };
}

function toJson(phrase: ExportedPhrase): ExportedPhrase {
  const { id, title, body, shortcut, category, tags, shop, favourite, hotkey, sendMode, note } =
    phrase;
  const { segments, questions, promise, source, createdAt, changedAt, useCount, lastUsedAt } =
    phrase;
  const content = {
    id,
    title,
    body,
    shortcut,
    category,
    tags,
    shop,
    favourite,
    hotkey,
    sendMode,
    note,
    segments,
    questions,
    promise,
  };
  return { ...content, source, createdAt, changedAt, useCount, lastUsedAt };
}

/** The byte order mark is what makes Excel read UTF-8. */
function* delimitedPieces(store: ExportSource, delimiter: string): Generator<Piece> {
  const line = (cells: readonly string[]): string =>
    `${cells.map((cell) => quoted(cell, delimiter)).join(delimiter)}\r\n`;
  yield { text: `\uFEFF${line(OWN_HEADERS.map(([name]) => name))}`, phrases: 0 };
  for (const phrase of store.exported()) yield { text: line(toCells(phrase)), phrases: 1 };
}

function quoted(cell: string, delimiter: string): string {
  const plain = !cell.includes(delimiter) && !/["\r\n]|^\s|\s$/.test(cell);
  return plain ? cell : `"${cell.replaceAll('"', '""')}"`;
}

function toCells(phrase: ExportedPhrase): string[] {
  const cells: Readonly<Record<ImportField, string>> = {
    title: phrase.title,
    body: phrase.body,
    shortcut: phrase.shortcut,
    category: joinCategory(phrase.category),
    tags: joinTags(phrase.tags),
    shop: phrase.shop,
    favourite: phrase.favourite ? "是" : "",
    hotkey: phrase.hotkey ?? "",
    sendMode: phrase.sendMode === "send" ? "发送" : "粘贴",
    note: phrase.note,
    promise: phrase.promise ?? "",
  };
  return OWN_HEADERS.map(([, field]) => cells[field]);
}

async function writeWorkbook(
  path: string,
  store: ExportSource,
  hooks: ExportHooks,
): Promise<number> {
  const header = OWN_HEADERS.map(([name]) => ({
    value: name,
    type: String,
    fontWeight: "bold" as const,
  }));
  const rows: { value: string; type: StringConstructor; wrap?: boolean }[][] = [header];
  for (const phrase of store.exported()) {
    hooks.signal?.throwIfAborted();
    rows.push(toCells(phrase).map((cell) => ({ value: escapeForWorkbook(cell), type: String })));
    if (rows.length % PORTION === 0) {
      hooks.progress?.("export", rows.length - 1, 0);
      await nextTurn();
    }
  }
  const columns = OWN_HEADERS.map(([, field]) => ({ width: COLUMN_WIDTHS[field] }));
  await writeXlsxFile(rows, { columns, sheet: "话术", stickyRowsCount: 1 }).toFile(path);
  return rows.length - 1;
}

/** XML turns a carriage return into a line feed and cannot hold control characters: workbooks write _x000D_. */
function escapeForWorkbook(cell: string): string {
  return (
    cell
      .replaceAll(/_x([0-9A-Fa-f]{4}_)/g, "_x005F_x$1")
      // oxlint-disable-next-line no-control-regex -- these are the characters meant
      .replaceAll(/[\0-\x08\x0B\x0C\r\x0E-\x1F]/g, (character) => {
        const hex = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
        return `_x${hex}_`;
      })
  );
}
