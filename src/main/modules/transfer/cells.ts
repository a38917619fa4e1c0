import type { ImportField, RefusedRow } from "../../../shared/contract/transfer.ts";
import { PHRASE_LIMITS } from "../../../shared/contract/phrases.ts";
import type { MessageCode } from "../../../shared/messages/zh-CN.ts";
import type { TableRow } from "./csv.ts";
import type { Layout } from "./headers.ts";
import type { ContentField, NewPhrase, PhraseContent } from "./transferPort.ts";

/** A phrase read from a file, before it is compared with the library. */
export interface ReadPhrase {
  readonly row: number;
  readonly phrase: NewPhrase;
  /** Fields the file speaks of; the others are no difference and are never overwritten. */
  readonly given: ReadonlySet<ContentField>;
}

export type ReadOutcome = ReadPhrase | { readonly refused: RefusedRow } | null;

/** Turns "ctrl + alt+1" into the form hotkeys are kept in; null when it is none. */
export type NormaliseHotkey = (text: string) => string | null;

/** Characters a title made from the body has at most. */
const TITLE_CUT = 30;
const NO_CATEGORY = new Set([
  "",
  "未分组",
  "未分組",
  "未分类",
  "未分類",
  "ungrouped",
  "uncategorized",
  "uncategorised",
  "none",
]);
const TRUE_WORDS = new Set("是 true 1 yes y on ✓ √ ✔ ☑ ★ 收藏 已收藏 置顶 置頂 对 對".split(" "));
const FALSE_WORDS = new Set(["", ..."否 false 0 no n off × ✗ ✘ ☆ 未收藏 - 无 無".split(" ")]);
const SEND_WORDS = new Set(
  "send pasteandsend autosend 发送 發送 粘贴并发送 貼上並發送 直接发送 直接發送 自动发送 自動發送 是 true 1 yes".split(
    " ",
  ),
);
const PASTE_WORDS = new Set([
  "",
  ..."paste 粘贴 貼上 仅粘贴 僅貼上 只粘贴 不发送 不發送 否 false 0 no".split(" "),
]);
/** How many different cells are remembered; beyond that they are read each time. */
const REMEMBERED = 20_000;
const LIMITED = ["title", "body", "shortcut", "shop", "note"] as const;
const ENTITIES: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** Why a cell is refused; row and the file's name of the column are added by the caller. */
class Refusal {
  readonly field: ImportField;
  readonly code: MessageCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(field: ImportField, code: MessageCode, params: Record<string, string | number> = {}) {
    this.field = field;
    this.code = code;
    this.params = params;
  }
}

/** Reads one row; null for a row with nothing in it. */
export type RowReader = (row: TableRow) => ReadOutcome;

/** A reader for the rows of one layout. */
export function createRowReader(layout: Layout, normaliseHotkey: NormaliseHotkey): RowReader {
  const fields = createFieldReader(layout, normaliseHotkey);
  return (row) => readRow(row, layout, fields);
}

function readRow(row: TableRow, layout: Layout, readFields: FieldReader): ReadOutcome {
  const whole = (code: MessageCode, params: RefusedRow["params"] = {}): ReadOutcome => ({
    refused: { row: row.row, column: "", code, params },
  });
  if (row.broken !== null) return whole(row.broken);
  if (row.cells.every((cell) => cell.trim() === "")) return null;
  const cells = joinOverflow(row.cells, layout);
  const filled = cells.findLastIndex((cell) => cell.trim() !== "") + 1;
  if (filled > layout.headers.length) {
    return whole("import_row_cells", { cells: filled, limit: layout.headers.length });
  }
  const garbled = cells.findIndex((cell) => /[\0\uFFFD]/.test(cell));
  if (garbled >= 0) {
    const column = layout.headers[garbled] ?? "";
    return { refused: { row: row.row, column, code: "import_row_garbled", params: {} } };
  }
  try {
    return { row: row.row, ...readFields(cells) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const column = columnOf(layout, error.field);
    return { refused: { row: row.row, column, code: error.code, params: error.params } };
  }
}

/** The file's own name of the column that holds a field; "" when there is none. */
export function columnOf(layout: Layout, field: ImportField): string {
  const column = Object.keys(layout.mapping).find((key) => layout.mapping[key] === field);
  return column === undefined ? "" : (layout.headers[Number(column)] ?? "");
}

/** An unquoted comma in the last column cuts the body in pieces; they belong together. */
function joinOverflow(cells: readonly string[], layout: Layout): readonly string[] {
  const last = layout.headers.length - 1;
  const overflows = cells.findLastIndex((cell) => cell !== "") > last;
  if (!overflows || layout.mapping[last] !== "body" || layout.delimiter === null) return cells;
  return [...cells.slice(0, last), cells.slice(last).join(layout.delimiter)];
}

type FieldReader = (cells: readonly string[]) => Pick<ReadPhrase, "phrase" | "given">;

function createFieldReader(layout: Layout, normaliseHotkey: NormaliseHotkey): FieldReader {
  const { own } = layout;
  const columns = new Map<ImportField, number>();
  for (const [column, field] of Object.entries(layout.mapping)) columns.set(field, Number(column));
  const fields = [...columns.keys()];
  // Rows share a few patterns of filled cells; they share the sets too.
  const sets = new Map<string, ReadonlySet<ContentField>>();
  /**
   * What a row speaks of. An empty cell of somebody else's table says nothing and must not erase what is there;
   * in our own export it means empty, but for the title, which then comes from the body.
   */
  function givenBy(filled: (field: ImportField) => boolean): ReadonlySet<ContentField> {
    const named = fields.filter((field) => (own && field !== "title") || filled(field));
    const key = named.join();
    const known = sets.get(key) ?? new Set<ContentField>(named);
    sets.set(key, known);
    return known;
  }
  // Thousands of rows share a few categories and tags; they share the lists too.
  const categories = remembering((cell) => splitCategory(cell, own));
  const paths = remembering((key) => key.split("\0").flatMap(categories));
  const tags = remembering((cell) => splitTags(cell, own));

  return (cells) => {
    const raw = (field: ImportField): string => {
      const column = columns.get(field);
      return column === undefined ? "" : (cells[column] ?? "");
    };
    const words = (field: ImportField): string =>
      (own ? raw(field) : decodeCell(raw(field))).trim();
    const prose = (field: ImportField): string => (own ? raw(field) : words(field));
    const body = prose("body");
    if (body.trim() === "") throw new Refusal("body", "import_body_missing");
    const title = own ? words("title") : oneLine(words("title"));
    const phrase: PhraseContent = {
      title: title === "" ? titleOf(body) : title,
      body,
      shortcut: words("shortcut"),
      category: paths(layout.categoryColumns.map((column) => cells[column] ?? "").join("\0")),
      tags: tags(raw("tags")),
      shop: words("shop"),
      favourite: oneOf("favourite", words("favourite"), TRUE_WORDS, FALSE_WORDS),
      hotkey: readHotkey(words("hotkey"), normaliseHotkey),
      sendMode: oneOf("sendMode", words("sendMode"), SEND_WORDS, PASTE_WORDS) ? "send" : "paste",
      note: prose("note"),
    };
    checkLimits(phrase);
    const filled = (field: ImportField): boolean =>
      field === "category"
        ? layout.categoryColumns.some((column) => (cells[column] ?? "").trim() !== "")
        : raw(field).trim() !== "";
    return { phrase, given: givenBy(filled) };
  };
}

/** `read`, but the same list for the same text: 100,000 rows need not hold 100,000 lists. */
export function remembering(
  read: (text: string) => readonly string[],
): (text: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = read(text);
    if (known.size < REMEMBERED) known.set(text, value);
    return value;
  };
}

/** Refuses what the library's limits do not allow; also used for phrases of our own JSON. */
export function checkLimits(phrase: PhraseContent): void {
  for (const field of LIMITED) {
    const { length } = phrase[field];
    const limit = PHRASE_LIMITS[field];
    if (length > limit) throw new Refusal(field, "import_too_long", { length, limit });
  }
  const { category, tags } = phrase;
  if (category.length > PHRASE_LIMITS.categoryDepth) {
    const params = { depth: category.length, limit: PHRASE_LIMITS.categoryDepth };
    throw new Refusal("category", "import_category_deep", params);
  }
  checkLengths("category", category, PHRASE_LIMITS.categoryName);
  if (tags.length > PHRASE_LIMITS.tags) {
    throw new Refusal("tags", "import_too_many_tags", {
      count: tags.length,
      limit: PHRASE_LIMITS.tags,
    });
  }
  checkLengths("tags", tags, PHRASE_LIMITS.tag);
}

function checkLengths(field: ImportField, names: readonly string[], limit: number): void {
  for (const { length } of names) {
    if (length > limit) throw new Refusal(field, "import_too_long", { length, limit });
  }
}

/** Runs a check of this file outside `readRow`; returns what was refused, or null. */
export function refusalOf(
  check: () => void,
): Pick<RefusedRow, "code" | "params" | "column"> | null {
  try {
    check();
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { column: error.field, code: error.code, params: error.params };
  }
}

function readHotkey(text: string, normalise: NormaliseHotkey): string | null {
  if (text === "") return null;
  const accelerator = normalise(text);
  if (accelerator === null)
    throw new Refusal("hotkey", "hotkey_invalid", { accelerator: shortened(text) });
  return accelerator;
}

function oneOf(
  field: ImportField,
  text: string,
  yes: ReadonlySet<string>,
  no: ReadonlySet<string>,
): boolean {
  const word = text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, "");
  if (yes.has(word)) return true;
  if (no.has(word) || no.has(text)) return false;
  throw new Refusal(field, "import_bad_value", { value: shortened(text) });
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** What other programs write for a character their format cannot hold, such as &#13; and &#44;. Decoded once. */
export function decodeCell(cell: string): string {
  const decoded = !cell.includes("&")
    ? cell
    : cell.replaceAll(
        /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot|apos|nbsp));/g,
        decodeEntity,
      );
  return decoded.includes("\r") ? decoded.replaceAll(/\r\n?/g, "\n") : decoded;
}

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  const usable = code <= 0x10ffff && code > 0 && !(code >= 0xd800 && code <= 0xdfff);
  return usable ? String.fromCodePoint(code) : whole;
}

/** A title made from the first line of the body, cut at 30 characters. */
export function titleOf(body: string): string {
  const first = body.trim().split(/[\r\n]/, 1)[0] ?? "";
  return [...first].slice(0, TITLE_CUT).join("").trim();
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, " ");
}

/**
 * Category path of a cell. In our own export a backslash makes the next character an ordinary one;
 * elsewhere it separates levels like the other marks.
 */
export function splitCategory(cell: string, own: boolean): string[] {
  const text = (own ? cell : decodeCell(cell)).trim();
  if (NO_CATEGORY.has(text.toLowerCase())) return [];
  return split(text, own ? /[/›＞>》|｜]/ : /[/\\›＞>》|｜]/, own);
}

/** Tags of a cell, without repetitions. */
export function splitTags(cell: string, own: boolean): string[] {
  return [...new Set(split(own ? cell : decodeCell(cell), /[,，、;；|｜\n]/, own))];
}

function split(text: string, separator: RegExp, escapes: boolean): string[] {
  if (!escapes)
    return text
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== "");
  const parts = [""];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "\\" && at + 1 < text.length) parts[parts.length - 1] += text.charAt(++at);
    else if (separator.test(character)) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** The cell that `splitCategory` reads back as `path`, in our own export. */
export function joinCategory(path: readonly string[]): string {
  const joined = path.map((name) => name.replaceAll(/[/\\›＞>》|｜]/g, "\\$&")).join("/");
  return path.length > 0 && NO_CATEGORY.has(joined.toLowerCase()) ? `\\${joined}` : joined;
}

/** The cell that `splitTags` reads back as `tags`, in our own export. */
export function joinTags(tags: readonly string[]): string {
  return tags.map((tag) => tag.replaceAll(/[,，、;；|｜\n\\]/g, "\\$&")).join(",");
}
