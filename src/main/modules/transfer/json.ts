import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { RefusedRow } from "../../../shared/contract/transfer.ts";
import { AppError } from "../../../shared/errors.ts";
import { checkLimits, refusalOf, titleOf, type NormaliseHotkey, type ReadOutcome } from "./cells.ts";
import { decoderFor, type TextEncoding } from "./encoding.ts";
import type { ContentField, NewPhrase } from "./transferPort.ts";
import type { ImportSource } from "./recognise.ts";

export const JSON_FORMAT = "replydeck-phrases";
export const JSON_VERSION = 1;

const time = z.number().int();

/** A phrase of the file; only title and body must be there. */
const filePhrase = z.object({
  title: z.string(),
  body: z.string(),
  id: z.uuid().optional(),
  shortcut: z.string().optional(),
  category: z.array(z.string().trim().min(1)).optional(),
  tags: z.array(z.string().min(1)).optional(),
  shop: z.string().optional(),
  favourite: z.boolean().optional(),
  hotkey: z.string().max(60).nullable().optional(),
  sendMode: z.enum(["paste", "send"]).optional(),
  note: z.string().optional(),
  source: z.string().max(100).optional(),
  createdAt: time.optional(),
  changedAt: time.optional(),
  useCount: time.min(0).optional(),
  lastUsedAt: time.nullable().optional(),
});

const CONTENT: readonly ContentField[] = [
  "title", "body", "shortcut", "category", "tags", "shop", "favourite", "hotkey", "sendMode", "note",
];

const ALL: ReadonlySet<ContentField> = new Set(CONTENT);

export interface JsonFile {
  readonly categories: readonly (readonly string[])[];
  readonly phrases: readonly unknown[];
}

/**
 * Reads our own JSON as a whole: it is at most as large as the import limit, and parsing it is quick.
 * @throws AppError import_file_broken, import_json_not_ours, import_json_newer
 */
export async function readJsonFile(source: ImportSource, encoding: TextEncoding): Promise<JsonFile> {
  const decoder = decoderFor(encoding);
  const text = decoder.write(await readFile(source.path)) + decoder.end();
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message.slice(0, 120) : "JSON";
    throw new AppError("import_file_broken", { file: source.name, detail }, { cause });
  }
  const notOurs = new AppError("import_json_not_ours", { file: source.name });
  if (!isObject(parsed) || parsed["format"] !== JSON_FORMAT) throw notOurs;
  const { version, phrases, categories } = parsed;
  if (typeof version !== "number") throw notOurs;
  if (version > JSON_VERSION) throw new AppError("import_json_newer", { file: source.name });
  if (!Array.isArray(phrases)) throw notOurs;
  const paths = Array.isArray(categories) ? categories : [];
  return { phrases, categories: paths.filter(isPath) };
}

/** Reads the phrase that stands at `row` (from 1) in the file. */
export function readJsonPhrase(value: unknown, row: number, normaliseHotkey: NormaliseHotkey): ReadOutcome {
  const refuse = (column: string, code: string, params: RefusedRow["params"]): ReadOutcome => ({
    refused: { row, column, code, params },
  });
  const checked = filePhrase.safeParse(value);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    const key = String(issue?.path[0] ?? "");
    const found = key !== "" && isObject(value) ? value[key] : value;
    if (key === "body" && (found === undefined || found === null)) return refuse("body", "import_body_missing", {});
    return refuse(key, "import_bad_value", { value: JSON.stringify(found)?.slice(0, 40) ?? "-" });
  }
  const { data } = checked;
  if (data.body.trim() === "") return refuse("body", "import_body_missing", {});
  const hotkey = data.hotkey ? normaliseHotkey(data.hotkey) : null;
  if (data.hotkey && hotkey === null) {
    return refuse("hotkey", "hotkey_invalid", { accelerator: data.hotkey });
  }
  const phrase: NewPhrase = {
    ...data,
    title: data.title.trim() === "" ? titleOf(data.body) : data.title,
    shortcut: data.shortcut ?? "",
    category: data.category ?? [],
    tags: data.tags ?? [],
    shop: data.shop ?? "",
    favourite: data.favourite ?? false,
    hotkey,
    sendMode: data.sendMode ?? "paste",
    note: data.note ?? "",
  };
  const refusal = refusalOf(() => checkLimits(phrase));
  if (refusal !== null) return refuse(refusal.column, refusal.code, refusal.params);
  const given = CONTENT.filter((field) => data[field] !== undefined && (field !== "title" || data.title.trim() !== ""));
  return { row, phrase, given: given.length === CONTENT.length ? ALL : new Set(given) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPath(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((name) => typeof name === "string" && name.trim() !== "");
}
