import {
  GATE_LIMITS,
  type GateDraft,
  gateDraft,
  type GateKind,
  gateKind,
  type GateRefusal,
  type GateSeverity,
} from "../../../shared/contract/gate.ts";
import type { MatchEntry } from "./entry.ts";
import { foldWord } from "./view.ts";

/** One row of a file. */
export interface FileRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly broken: string | null;
}

type Column = "word" | "also" | "kind" | "severity" | "use" | "except" | "whole" | "shops";

/** Headers as people write them, folded; the first is ours. */
const HEADERS: Readonly<Record<Column, readonly string[]>> = {
  word: ["违禁词", "词", "敏感词", "关键词", "词语", "禁用词", "word", "keyword", "term"],
  also: ["其他写法", "变体", "同义词", "也写作", "also", "variants", "spellings"],
  kind: ["类别", "类型", "分类", "kind", "type", "category"],
  severity: ["级别", "等级", "程度", "处理", "severity", "level", "action"],
  use: [
    "换成",
    "替换",
    "建议",
    "替换词",
    "建议替换",
    "use",
    "replacement",
    "replacements",
    "suggestion",
  ],
  except: ["例外", "除外", "白名单", "except", "exceptions", "allow"],
  whole: ["独立成词", "整词", "whole", "wholeword"],
  shops: ["店铺", "适用店铺", "shops", "shop", "store"],
};

const KINDS: Readonly<Record<GateKind, readonly string[]>> = {
  absolute: ["绝对化用语", "绝对化", "极限词", "广告法", "广告用语", "absolute", "superlative"],
  contact: ["站外联系与付款", "站外联系", "引流", "联系方式", "导流", "contact", "offplatform"],
  insult: ["辱骂", "侮辱", "骂人", "脏话", "不文明", "insult", "abuse"],
  promise: ["越权承诺", "过度承诺", "承诺", "promise", "overpromise"],
  medical: ["医疗功效", "医疗", "功效", "medical", "efficacy"],
  other: ["其他", "其它", "平台违规", "other"],
};

const SEVERITIES: Readonly<Record<GateSeverity, readonly string[]>> = {
  block: ["禁用", "禁止", "拦截", "高", "block", "high", "forbid", "deny"],
  warn: ["慎用", "提醒", "警告", "提示", "低", "中", "warn", "warning", "low", "medium"],
};

const YES = new Set(["是", "对", "1", "true", "yes", "y"]);
/** Between the items of one cell. */
const BETWEEN = "|";
/** A replacement that leaves the word out, as a cell says it. */
const LEAVE_OUT = "(删去)";

function named<T extends string>(
  names: Readonly<Record<T, readonly string[]>>,
  text: string,
): T | null {
  const folded = foldWord(text);
  if (folded === "") return null;
  const found = (Object.keys(names) as T[]).find((key) =>
    names[key].some((name) => foldWord(name) === folded),
  );
  return found ?? null;
}

/** A cell without the mark that keeps a spreadsheet from reading it as a formula. */
const unguarded = (cell: string): string => (/^'[=+\-@]/u.test(cell) ? cell.slice(1) : cell);

const items = (cell: string): string[] =>
  cell
    .split(/[|｜\n]/u)
    .map((each) => each.trim())
    .filter((each) => each !== "");

/** Column of each header; null when the first row is no header. */
function columnsOf(first: readonly string[]): Map<Column, number> | null {
  const columns = new Map<Column, number>();
  first.forEach((cell, index) => {
    const column = named(HEADERS, cell);
    if (column && !columns.has(column)) columns.set(column, index);
  });
  return columns.has("word") ? columns : null;
}

/** What a list says where the file says nothing. */
export interface ListDefaults {
  readonly kind: GateKind;
  readonly severity: GateSeverity;
}

export interface ReadList {
  readonly drafts: GateDraft[];
  readonly refused: GateRefusal[];
}

/** Reads a word list: with our headers (in any order, in the field's usual names), else the first column as words. */
export function readList(rows: readonly FileRow[], defaults: ListDefaults): ReadList {
  const drafts: GateDraft[] = [];
  const refused: GateRefusal[] = [];
  const columns = rows[0] ? columnsOf(rows[0].cells) : null;
  const below = columns ? rows.slice(1) : rows;
  for (const { row, cells, broken } of below) {
    const refuse = (code: string, params: GateRefusal["params"] = {}): void =>
      void refused.push({ row, code, params });
    if (broken !== null) {
      refuse(broken);
      continue;
    }
    if (cells.every((cell) => cell.trim() === "")) continue;
    const cell = (column: Column): string => {
      const index = columns ? columns.get(column) : column === "word" ? 0 : undefined;
      return unguarded(cells[index ?? -1]?.trim() ?? "");
    };
    const word = cell("word");
    // Comments and headings of plain lists.
    if (!columns && /^(?:#|\/\/|;)/u.test(word)) continue;
    if (foldWord(word) === "") {
      refuse("gate_word_signs", { word });
      continue;
    }
    const kind = cell("kind") === "" ? defaults.kind : named(KINDS, cell("kind"));
    const severity =
      cell("severity") === "" ? defaults.severity : named(SEVERITIES, cell("severity"));
    if (kind === null || severity === null) {
      refuse("import_bad_value", { value: kind === null ? cell("kind") : cell("severity") });
      continue;
    }
    const draft = gateDraft.safeParse({
      word,
      also: items(cell("also")),
      kind,
      severity,
      replacements: items(cell("use")).map((each) => (each === LEAVE_OUT ? "" : each)),
      exceptions: items(cell("except")),
      whole: YES.has(cell("whole").toLowerCase()),
      shops: items(cell("shops")),
    });
    if (draft.success) drafts.push(draft.data);
    else refuse("import_too_long", { length: word.length, limit: GATE_LIMITS.word });
  }
  return { drafts, refused };
}

/** A cell that a spreadsheet shows as it is: a sign in front would make it a formula. */
function csvCell(text: string): string {
  const plain = /^[=+\-@]/u.test(text) ? `'${text}` : text;
  return /[",\n\r]/u.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** Entries as CSV with a byte order mark, so that spreadsheets read the encoding. */
export function writeCsv(entries: readonly MatchEntry[]): string {
  const columns = Object.keys(HEADERS) as Column[];
  const rows = entries.map((entry) => {
    const values: Record<Column, string> = {
      word: entry.word,
      also: entry.also.join(BETWEEN),
      kind: KINDS[entry.kind][0]!,
      severity: SEVERITIES[entry.severity][0]!,
      use: entry.replacements.map((each) => (each === "" ? LEAVE_OUT : each)).join(BETWEEN),
      except: entry.exceptions.join(BETWEEN),
      whole: entry.whole ? "是" : "",
      shops: entry.shops.join(BETWEEN),
    };
    return columns.map((column) => csvCell(values[column])).join(",");
  });
  return `\ufeff${[columns.map((column) => HEADERS[column][0]).join(","), ...rows].join("\r\n")}\r\n`;
}

/** The words alone, one per line. */
export const writeText = (entries: readonly MatchEntry[]): string =>
  entries.map(({ word }) => `${word}\n`).join("");

/** Every kind there is, in the order of screens. */
export const KIND_ORDER = gateKind.options;
