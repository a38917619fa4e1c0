import type { ColumnMapping, ImportField } from "../../../shared/contract/transfer.ts";
import { HEADER_WORDS, IGNORED_WORDS, OWN_HEADERS, OWN_HEADERS_BEFORE } from "./headerWords.ts";

/** The rows of a table as far as headers are concerned. */
export interface HeaderInput {
  readonly row: number;
  readonly cells: readonly string[];
}

export interface Layout {
  /** The file's own names, or spreadsheet letters where it has none. */
  readonly headers: readonly string[];
  /** Number of the header row; 0 when every row is a phrase. */
  readonly headerRow: number;
  readonly mapping: ColumnMapping;
  readonly sure: boolean;
  /** True when the body at least is beyond doubt: its header says so, or it has far more text than any other. */
  readonly bodySure: boolean;
  /** Columns that make the category path, outermost first. */
  readonly categoryColumns: readonly number[];
  /** What stands between cells, where the file is text. */
  readonly delimiter: string | null;
  /** Our own export: cells are taken to the letter. */
  readonly own: boolean;
}

/** A title line, a date and some blank rows may stand above the headers. */
const HEADER_WITHIN = 10;
const LONGEST_HEADER = 30;
const SHORTCUT_LENGTH = 40;
/** With so many times the text of the next column one is the body, whatever it is called. */
const STANDS_OUT = 2;
const IGNORED = new Set(IGNORED_WORDS.map(plainHeader));
const MEANINGS = new Map<string, ImportField>(
  (Object.entries(HEADER_WORDS) as [ImportField, readonly string[]][]).flatMap(([field, words]) =>
    words.map((word) => [plainHeader(word), field] as const),
  ),
);
const LEVEL_DIGITS = "一二三四五六七八九";

/** A header without what people add to it: （必填）, asterisks, spaces, full width, case. */
export function plainHeader(header: string): string {
  return header
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/\(.*?\)|\[.*?\]|【.*?】|〔.*?〕|<.*?>/g, "")
    .replaceAll(/[\s*_:：、"'.\-\uFEFF\u200B]/g, "");
}

/** What one header means; null when we do not know. */
export function meaningOf(header: string): ImportField | null {
  if (header.length > LONGEST_HEADER) return null;
  const plain = plainHeader(header);
  return MEANINGS.get(plain) ?? (categoryLevel(plain) === null ? null : "category");
}

/** Level of a header such as 一级分类, 二級分組, 分类3, category 2; null for any other. */
function categoryLevel(plain: string): number | null {
  const match =
    /^第?([一二三四五六七八九\d])[级級层層](分类|分類|分组|分組|类目|類目|目录|目錄|类别|類別)(?:名称|名稱)?$/.exec(
      plain,
    ) ??
    /^(?:分类|分類|分组|分組|类目|類目|目录|目錄|category|group|level|folder)([一二三四五六七八九\d])$/.exec(
      plain,
    );
  const digit = match?.[1];
  if (digit === undefined) return null;
  const word = LEVEL_DIGITS.indexOf(digit);
  return word >= 0 ? word + 1 : Number(digit);
}

/** The row within the first ten that names the most columns; null when none names any. */
export function headerRow(
  rows: readonly HeaderInput[],
): { readonly index: number; readonly known: number } | null {
  let best: { index: number; known: number } | null = null;
  for (const [index, { cells }] of rows.slice(0, HEADER_WITHIN).entries()) {
    const meanings = cells.map(meaningOf);
    const ignored = cells.filter((cell) => IGNORED.has(plainHeader(cell))).length;
    const fields = new Set(meanings.filter((meaning) => meaning !== null)).size;
    // One word that happens to be a header name, among others that are not, is a phrase and not a header.
    const filled = cells.filter((cell) => cell.trim() !== "").length;
    const known =
      fields === 0 || (fields === 1 && filled > 2 && ignored === 0) ? 0 : fields + ignored;
    if (known > (best?.known ?? 0)) best = { index, known };
  }
  return best;
}

/**
 * Finds headers and their meaning in the first rows of a table.
 * @param header whether there is a header, as a person said; null: told by what stands in the rows
 */
export function recogniseLayout(
  rows: readonly HeaderInput[],
  delimiter: string | null,
  header: boolean | null = null,
): Layout {
  return { ...layoutOf(rows, header), delimiter };
}

type BareLayout = Omit<Layout, "delimiter">;

function layoutOf(rows: readonly HeaderInput[], header: boolean | null): BareLayout {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (header === false) return withoutHeaders(filled);
  const found = headerRow(filled);
  if (found !== null) {
    const data = filled.slice(found.index + 1);
    return withHeaders(filled[found.index] ?? { row: 1, cells: [] }, data);
  }
  const first = filled[0];
  if (first !== undefined && (header === true || looksLikeHeader(first, filled.slice(1)))) {
    return withHeaders(first, filled.slice(1));
  }
  return withoutHeaders(filled);
}

/** The layout with the columns a person chose instead of ours. */
export function withMapping(layout: Layout, mapping: ColumnMapping): Layout {
  return {
    ...layout,
    mapping,
    sure: true,
    bodySure: true,
    categoryColumns: categoryColumns(layout.headers, mapping),
    own: layout.own && sameMapping(layout.mapping, mapping),
  };
}

function withHeaders(header: HeaderInput, data: readonly HeaderInput[]): BareLayout {
  const width = lastFilled(header.cells) + 1;
  const headers = header.cells
    .slice(0, width)
    .map((cell, column) => (cell.trim() === "" ? columnLetters(column) : cell.trim()));
  const mapping: ColumnMapping = {};
  const taken = new Set<ImportField>();
  const bodies: number[] = [];
  for (const [column, cell] of headers.entries()) {
    const meaning = meaningOf(cell);
    if (meaning === "body") bodies.push(column);
    if (meaning === null || meaning === "body") continue;
    if (taken.has(meaning) && meaning !== "category") continue;
    taken.add(meaning);
    mapping[column] = meaning;
  }
  const free = headers.map((_, column) => column).filter((column) => mapping[column] === undefined);
  const body = bodies.length > 0 ? (longest(data, bodies) ?? bodies[0]) : longest(data, free);
  if (body !== null && body !== undefined) mapping[body] = "body";
  const own =
    (headers.length === OWN_HEADERS.length || headers.length === OWN_HEADERS_BEFORE) &&
    headers.every((_, column) => header.cells[column] === OWN_HEADERS[column]?.[0]);
  return {
    headers,
    headerRow: header.row,
    mapping,
    sure: bodies.length === 1,
    bodySure: bodies.length === 1 || standsOut(data, body, bodies.length > 0 ? bodies : free),
    categoryColumns: categoryColumns(headers, mapping),
    own,
  };
}

/** Beeftext (keyword, snippet, name) and TextExpander (abbreviation, content) write no headers. */
function withoutHeaders(rows: readonly HeaderInput[]): BareLayout {
  const width = Math.max(0, ...rows.map(({ cells }) => lastFilled(cells) + 1));
  const headers = Array.from({ length: width }, (_, column) => columnLetters(column));
  const columns = headers.map((_, column) => column);
  const codes = rows.map(({ cells }) => cells[0] ?? "");
  const coded =
    rows.length > 0 &&
    codes.every((code) => code !== "" && code.length <= SHORTCUT_LENGTH && !/\s/.test(code)) &&
    new Set(codes).size === codes.length &&
    codes.filter((code) => /^[\x21-\x7e]+$/.test(code)).length >= codes.length * 0.8;
  const body = longest(rows, columns);
  const mapping: ColumnMapping = {};
  const known = coded && (width === 2 || width === 3) && body === 1;
  if (known) {
    Object.assign(mapping, { 0: "shortcut", 1: "body" });
    if (width === 3) mapping[2] = "title";
  } else if (body !== null) {
    mapping[body] = "body";
    const before = columns.find((column) => column !== body && average(rows, column) > 0);
    if (before !== undefined && before < body)
      mapping[before] = coded && before === 0 ? "shortcut" : "title";
  }

  return {
    headers,
    headerRow: 0,
    mapping,
    sure: known,
    bodySure: known || standsOut(rows, body, columns),
    categoryColumns: [],
    own: false,
  };
}

/** Headers in words we do not know: all short, all different, and far shorter than what stands below. */
function looksLikeHeader(first: HeaderInput, data: readonly HeaderInput[]): boolean {
  const cells = first.cells.slice(0, lastFilled(first.cells) + 1).map((cell) => cell.trim());
  if (cells.length < 2 || data.length === 0) return false;
  if (new Set(cells).size < cells.length) return false;
  if (cells.some((cell) => cell === "" || cell.length > 12 || /[\d，。！？,!?~～]/.test(cell)))
    return false;
  const body = longest(
    data,
    cells.map((_, column) => column),
  );
  if (body === null) return false;
  return average(data, body) >= (cells[body]?.length ?? 0) * 3;
}

function categoryColumns(headers: readonly string[], mapping: ColumnMapping): number[] {
  const columns = Object.keys(mapping)
    .map(Number)
    .filter((column) => mapping[column] === "category")
    .toSorted((a, b) => a - b);
  const levels = columns.map((column) => categoryLevel(plainHeader(headers[column] ?? "")));
  if (levels.some((level) => level === null)) return columns;
  const levelOf = new Map(columns.map((column, index) => [column, levels[index] ?? 0]));
  return columns.toSorted((a, b) => (levelOf.get(a) ?? 0) - (levelOf.get(b) ?? 0));
}

/** The column with the most text among `columns`; null when all are empty. */
function longest(rows: readonly HeaderInput[], columns: readonly number[]): number | null {
  let best: number | null = null;
  let most = 0;
  for (const column of columns) {
    const mean = average(rows, column);
    if (mean > most) {
      best = column;
      most = mean;
    }
  }
  return best ?? (rows.length === 0 ? (columns[0] ?? null) : null);
}

function standsOut(
  rows: readonly HeaderInput[],
  body: number | null | undefined,
  columns: readonly number[],
): boolean {
  if (body === null || body === undefined) return false;
  const others = columns.filter((column) => column !== body);
  const next = Math.max(0, ...others.map((column) => average(rows, column)));
  return average(rows, body) >= next * STANDS_OUT;
}

function average(rows: readonly HeaderInput[], column: number): number {
  if (rows.length === 0) return 0;
  const total = rows.reduce((sum, { cells }) => sum + (cells[column]?.trim().length ?? 0), 0);
  return total / rows.length;
}

function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== "");
}

/** Column name as a spreadsheet shows it: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

function sameMapping(a: ColumnMapping, b: ColumnMapping): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => a[key] === b[key]);
}
