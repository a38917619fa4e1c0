import type { ImportField, RefusedRow } from "../../../shared/contract/transfer.ts";
import type { MessageCode } from "../../../shared/messages/zh-CN.ts";
import { remembering, splitCategory, splitTags } from "./cellLists.ts";
import { decodeCell, oneLine, titleOf } from "./cellText.ts";
import type { TableRow } from "./csv.ts";
import type { Layout } from "./headers.ts";
import { checkLimits, Refusal, type RefusedField } from "./limits.ts";
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
export function columnOf(layout: Layout, field: RefusedField): string {
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
  const tagColumns = Object.keys(layout.mapping)
    .map(Number)
    .filter((column) => layout.mapping[column] === "tags");
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
    const hasText = (column: number): boolean => (cells[column] ?? "").trim() !== "";
    const body = prose("body");
    if (body.trim() === "") throw new Refusal("body", "import_body_missing");
    const title = own ? words("title") : oneLine(words("title"));
    const phrase: PhraseContent = {
      title: title === "" ? titleOf(body) : title,
      body,
      shortcut: words("shortcut"),
      category: paths(layout.categoryColumns.map((column) => cells[column] ?? "").join("\0")),
      tags: tags(tagColumns.map((column) => cells[column] ?? "").join("\n")),
      shop: words("shop"),
      favourite: oneOf("favourite", words("favourite"), TRUE_WORDS, FALSE_WORDS),
      hotkey: readHotkey(words("hotkey"), normaliseHotkey),
      sendMode: oneOf("sendMode", words("sendMode"), SEND_WORDS, PASTE_WORDS) ? "send" : "paste",
      note: prose("note"),
      promise: words("promise") || undefined,
    };
    checkLimits(phrase);
    const filled = (field: ImportField): boolean => {
      if (field === "category") return layout.categoryColumns.some(hasText);
      return field === "tags" ? tagColumns.some(hasText) : raw(field).trim() !== "";
    };
    return { phrase, given: givenBy(filled) };
  };
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
