import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import type { ImportFormat } from "../../../shared/contract/transfer.ts";
import { AppError } from "../../../shared/errors.ts";
import { readDelimited, type Delimiter, type TableRow } from "./csv.ts";
import { decoderFor, detectEncoding, type TextEncoding } from "./encoding.ts";
import { headerRow } from "./headers.ts";

/** A file on this machine: where it is, and what the person calls it. */
export interface ImportSource {
  readonly path: string;
  readonly name: string;
}

/** What a file is, told by its content alone. */
export type Recognised =
  | { readonly format: "xlsx" }
  | { readonly format: "json"; readonly encoding: TextEncoding }
  | {
      readonly format: "csv" | "tsv";
      readonly encoding: TextEncoding;
      readonly delimiter: Delimiter;
    };

/** Largest table that is read, in bytes. */
const LARGEST_FILE = 200 * 1024 * 1024;
/** The same of our own JSON: it brings its pictures along and is never held as a whole. */
const LARGEST_JSON = 8 * 1024 * 1024 * 1024;

const MEGABYTE = 1024 * 1024;
const BLOCK = 64 * 1024;
/** Bytes of lines with something beyond ASCII that are enough to tell an encoding. */
const ENOUGH = 256 * 1024;
const EMPTY = Buffer.alloc(0);
const SNIFFED_ROWS = 100;
const DELIMITERS: readonly Delimiter[] = [",", "\t", ";", "|"];

/**
 * Tells format, text encoding and delimiter of a file.
 * @param asked the format the person named; then only the encoding (and a delimiter that fits) is looked for.
 * @throws AppError import_file_missing, _empty, _huge, _binary, _broken, import_encoding
 */
export async function recognise(
  source: ImportSource,
  asked: ImportFormat | null,
): Promise<Recognised> {
  const size = await sizeOf(source);
  const head = await readHead(source.path);
  const json = looksLikeJson(head.toString("utf8").replace(/^\uFEFF/, ""));
  checkSize(source, size, json ? LARGEST_JSON : LARGEST_FILE);
  const packed = head[0] === 0x50 && head[1] === 0x4b && (head[2] ?? 9) < 9;
  if (packed) return { format: "xlsx" };
  const oldOffice = head.readUInt32BE(0) === 0xd0cf11e0;
  // A workbook that is no zip at all: an old .xls under a new name, or something else.
  if (oldOffice || asked === "xlsx")
    throw new AppError("import_file_binary", { file: source.name });

  const sample = await sampleOf(source.path, head);
  const verdict = detectEncoding(sample);
  if (verdict.kind === "binary") throw new AppError("import_file_binary", { file: source.name });
  if (verdict.kind === "unknown") throw new AppError("import_encoding", { file: source.name });
  const { encoding } = verdict;
  const text = decode(sample, encoding);
  if (text.trim() === "" && sample.length >= head.length) {
    throw new AppError("import_file_empty", { file: source.name });
  }
  if (asked === "json" || (asked === null && looksLikeJson(text)))
    return { format: "json", encoding };
  const delimiter = asked === "tsv" ? "\t" : await sniffDelimiter(text);
  return { format: delimiter === "\t" ? "tsv" : "csv", encoding, delimiter };
}

async function sizeOf(source: ImportSource): Promise<number> {
  const found = await stat(source.path).catch((cause: unknown) => {
    throw new AppError("import_file_missing", { file: source.name }, { cause });
  });
  if (!found.isFile()) throw new AppError("import_file_missing", { file: source.name });
  if (found.size === 0) throw new AppError("import_file_empty", { file: source.name });
  return found.size;
}

function checkSize(source: ImportSource, size: number, limit: number): void {
  if (size <= limit) return;
  throw new AppError("import_file_huge", {
    file: source.name,
    size: Math.ceil(size / MEGABYTE),
    limit: limit / MEGABYTE,
  });
}

/** The first block, padded to four bytes so that signatures can be compared. */
async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const buffer = Buffer.alloc(BLOCK);
    const { bytesRead } = await file.read(buffer, 0, BLOCK, 0);
    return bytesRead >= 4
      ? buffer.subarray(0, bytesRead)
      : Buffer.concat([buffer.subarray(0, bytesRead), Buffer.from("\n\n\n\n")]);
  } finally {
    await file.close();
  }
}

/**
 * The start of the file and, where that is plain ASCII, the first lines further down that are not:
 * a long list of English phrases with one Chinese line at the end must not be taken for whatever ASCII allows.
 */
async function sampleOf(path: string, head: Buffer): Promise<Buffer> {
  const wide = head.includes(0) || (head[0] ?? 0) >= 0xfe;
  if (head.length < BLOCK || wide) return wholeLines(head, head.length < BLOCK);
  const blocks = [wholeLines(head, false)];
  let telling = hasHighByte(head) ? head.length : 0;
  let rest: Buffer = head.subarray(blocks[0]?.length ?? 0);
  for await (const chunk of createReadStream(path, { start: head.length, highWaterMark: BLOCK })) {
    const block = Buffer.concat([rest, chunk as Buffer]);
    const lines = wholeLines(block, false);
    const left = block.subarray(lines.length);
    // A long line of plain ASCII, such as a picture, tells nothing and ends where a character ends.
    rest = hasHighByte(left) ? left : EMPTY;
    if (!hasHighByte(lines)) continue;
    blocks.push(lines);
    telling += lines.length;
    if (telling >= ENOUGH) return Buffer.concat(blocks);
  }
  if (hasHighByte(rest)) blocks.push(rest);
  return Buffer.concat(blocks);
}

/** Cuts behind the last line break, which is never part of a longer character in the encodings without NULs. */
function wholeLines(block: Buffer, complete: boolean): Buffer {
  if (complete || block.includes(0)) return block;
  const end = block.lastIndexOf(10);
  return end < 0 ? block : block.subarray(0, end + 1);
}

function hasHighByte(block: Buffer): boolean {
  for (const byte of block) if (byte > 0x7f) return true;
  return false;
}

function decode(sample: Buffer, encoding: TextEncoding): string {
  const decoder = decoderFor(encoding);
  return decoder.write(sample) + decoder.end();
}

/** A brace alone is not enough: a phrase may begin with a template field such as {{买家}}. */
function looksLikeJson(text: string): boolean {
  return /^\s*(\{\s*["}]|\[\s*[{\]])/.test(text);
}

/** The delimiter under which the first rows make the best table. */
export async function sniffDelimiter(text: string): Promise<Delimiter> {
  let best: Delimiter = ",";
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const score = tableScore(await firstRows(text, delimiter));
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

async function firstRows(text: string, delimiter: Delimiter): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const bundle of readDelimited([text], delimiter)) rows.push(...bundle);
  return rows.slice(0, SNIFFED_ROWS);
}

/** Known headers count most, then how many rows have the same number of cells, two or more. */
function tableScore(rows: readonly TableRow[]): number {
  const known = headerRow(rows)?.known ?? 0;
  const counts = new Map<number, number>();
  const filled = rows.filter((row) => row.cells.some((cell) => cell.trim() !== ""));
  for (const { cells } of filled) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let share = 0;
  for (const [width, count] of counts) {
    if (width > 1) share = Math.max(share, count / filled.length);
  }
  return known * 2 + share;
}
