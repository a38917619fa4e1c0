import { posix } from "node:path";
import type { TableRow } from "./csv.ts";
import type { OnProgress } from "./textPieces.ts";
import { childrenOf, parseXml } from "./xml.ts";
import { openZip, ZipError, type ZipEntry, type ZipFile } from "./zip.ts";

/** A worksheet that can be read from its start as often as wanted. */
export interface Sheet {
  readonly name: string;
  /** Progress counts unpacked bytes. */
  rows(onProgress: OnProgress): AsyncGenerator<TableRow[]>;
}

export interface Workbook {
  /** Visible sheets in the order of their tabs. */
  readonly sheets: readonly Sheet[];
  close(): Promise<void>;
}

/** Unpacked size of one part beyond which the file is taken for a trap rather than a phrase list, in bytes. */
const LARGEST_PART = 1024 * 1024 * 1024;
const LAST_COLUMN = 16_384;

/**
 * Opens an .xlsx file. Rows stream from the packed sheet; only the shared strings are held in memory.
 * Throws ZipError or a parser error when the file is damaged, and ZipError "no workbook" for another kind of zip.
 */
export async function openWorkbook(path: string): Promise<Workbook> {
  const zip = await openZip(path);
  try {
    const workbook = zip.entries.get("xl/workbook.xml");
    if (workbook === undefined) throw new ZipError("no workbook");
    const targets = await readTargets(zip);
    const listed = await readSheetList(zip, workbook);
    const visible = listed.filter((sheet) => !sheet.hidden);
    let shared: Promise<readonly string[]> | null = null;
    const sheets = (visible.length > 0 ? visible : listed).flatMap(({ name, relation }) => {
      const entry = zip.entries.get(targets.get(relation) ?? "");
      if (entry === undefined) return [];
      const strings = (): Promise<readonly string[]> => (shared ??= readSharedStrings(zip));
      return [
        { name, rows: (onProgress: OnProgress) => readSheet(zip, entry, strings, onProgress) },
      ];
    });
    return { sheets, close: () => zip.close() };
  } catch (error) {
    await zip.close();
    throw error;
  }
}

async function* textOf(
  zip: ZipFile,
  entry: ZipEntry,
  onProgress: OnProgress = () => undefined,
): AsyncGenerator<string> {
  if (entry.size > LARGEST_PART) throw new ZipError("zip entry too large");
  const decoder = new TextDecoder("utf-8");
  let done = 0;
  for await (const chunk of zip.read(entry)) {
    yield decoder.decode(chunk, { stream: true });
    done += chunk.length;
    onProgress({ done, total: entry.size });
  }
  yield decoder.decode();
}

async function wholeText(zip: ZipFile, entry: ZipEntry): Promise<string> {
  let text = "";
  for await (const piece of textOf(zip, entry)) text += piece;
  return text;
}

/** Relation id to the path of its part inside the zip. */
async function readTargets(zip: ZipFile): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  const entry = zip.entries.get("xl/_rels/workbook.xml.rels");
  if (entry === undefined) return targets;
  parseXml(await wholeText(zip, entry), {
    open(name, attributes) {
      if (name !== "Relationship") return;
      const { Id: relation = "", Target: target = "" } = attributes();
      const path = target.startsWith("/") ? target.slice(1) : posix.join("xl", target);
      targets.set(relation, path);
    },
  });
  return targets;
}

async function readSheetList(
  zip: ZipFile,
  entry: ZipEntry,
): Promise<{ name: string; relation: string; hidden: boolean }[]> {
  const sheets: { name: string; relation: string; hidden: boolean }[] = [];
  parseXml(await wholeText(zip, entry), {
    open(name, attributes) {
      if (name !== "sheet") return;
      const given = attributes();
      const relation = Object.entries(given).find(([key]) => /^(\w+:)?id$/.test(key))?.[1] ?? "";
      const state = given["state"] ?? "visible";
      sheets.push({ name: given["name"] ?? "", relation, hidden: state !== "visible" });
    },
  });
  return sheets;
}

async function readSharedStrings(zip: ZipFile): Promise<readonly string[]> {
  const strings: string[] = [];
  const entry = zip.entries.get("xl/sharedStrings.xml");
  if (entry === undefined) return strings;
  let text = "";
  // Reading aids above Japanese words (rPh) are not part of the text.
  let inText = false;
  let inAid = false;
  for await (const piece of childrenOf(textOf(zip, entry), "sst", "si")) {
    parseXml(piece, {
      open(name) {
        if (name === "si") text = "";
        else if (name === "rPh") inAid = true;
        else if (name === "t") inText = !inAid;
      },
      text(value) {
        if (inText) text += value;
      },
      close(name) {
        if (name === "t") inText = false;
        else if (name === "rPh") inAid = false;
        else if (name === "si") strings.push(decodeEscapes(text));
      },
    });
  }
  return strings;
}

async function* readSheet(
  zip: ZipFile,
  entry: ZipEntry,
  sharedStrings: () => Promise<readonly string[]>,
  onProgress: OnProgress,
): AsyncGenerator<TableRow[]> {
  const shared = await sharedStrings();
  let row = 0;
  let column = -1;
  let type = "";
  let cells: string[] = [];
  let text = "";
  let collecting = false;
  let inAid = false;
  for await (const piece of childrenOf(textOf(zip, entry, onProgress), "sheetData", "row")) {
    const bundle: TableRow[] = [];
    parseXml(piece, {
      open(name, attributes) {
        if (name === "row") {
          const stated = Number(attributes()["r"]);
          row = Number.isInteger(stated) && stated > row ? stated : row + 1;
          cells = [];
          column = -1;
        } else if (name === "c") {
          const given = attributes();
          const stated = columnOf(given["r"] ?? "");
          column = stated >= 0 ? stated : column + 1;
          type = given["t"] ?? "n";
          text = "";
        } else if (name === "rPh") inAid = true;
        else if (name === "v" || name === "t") collecting = !inAid;
      },
      text(value) {
        if (collecting) text += value;
      },
      close(name) {
        if (name === "v" || name === "t") collecting = false;
        else if (name === "rPh") inAid = false;
        else if (name === "c") {
          if (text === "" || column >= LAST_COLUMN) return;
          while (cells.length < column) cells.push("");
          cells[column] = cellText(type, text, shared);
        } else if (name === "row") bundle.push({ row, cells, broken: null });
      },
    });
    if (bundle.length > 0) yield bundle;
  }
}

function cellText(type: string, raw: string, shared: readonly string[]): string {
  if (type === "s") return shared[Number(raw)] ?? "";
  if (type === "b") return raw === "1" ? "TRUE" : "FALSE";
  if (type === "n") return numberText(raw);
  return decodeEscapes(raw);
}

/** Numbers as a person reads them: 0.1, not the 0.10000000000000001 of the file; long ones without exponent. */
function numberText(raw: string): string {
  if (/^-?\d{1,15}$/.test(raw)) return raw;
  const value = Number(raw);
  if (!Number.isFinite(value)) return raw;
  return Number.isInteger(value) && Math.abs(value) < 1e21
    ? BigInt(value).toString()
    : String(value);
}

/** Workbooks write characters that XML cannot hold as _x000D_, and a literal one with _x005F_ before it. */
function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Column index of a cell reference such as "AB12"; -1 when there is none. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}
