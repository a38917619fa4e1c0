import { CUT_SHORT } from "./cutShort.ts";
import { z } from "zod";
import { PHRASE_LIMITS, segment } from "../../../shared/contract/phrases.ts";
import type { RefusedRow } from "../../../shared/contract/transfer.ts";
import { AppError } from "../../../shared/errors.ts";
import { remembering } from "./cellLists.ts";
import type { NormaliseHotkey, ReadOutcome } from "./cells.ts";
import { titleOf } from "./cellText.ts";
import type { TextEncoding } from "./encoding.ts";
import { createJsonSplitter, NoJsonObject } from "./jsonPieces.ts";
import { checkLimits, refusalOf } from "./limits.ts";
import type { ContentField, NewPhrase } from "./transferPort.ts";
import type { ImportSource } from "./recognise.ts";
import { textPieces, type OnProgress } from "./textPieces.ts";

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
  segments: z.array(segment).optional(),
  questions: z
    .array(z.string().min(1).max(PHRASE_LIMITS.question))
    .max(PHRASE_LIMITS.questions)
    .optional(),
  promise: z.string().trim().max(PHRASE_LIMITS.promise).optional(),
  source: z.string().max(100).optional(),
  createdAt: time.optional(),
  changedAt: time.optional(),
  useCount: time.min(0).optional(),
  lastUsedAt: time.nullable().optional(),
});

const CONTENT = [
  "title",
  "body",
  "shortcut",
  "category",
  "tags",
  "shop",
  "favourite",
  "hotkey",
  "sendMode",
  "note",
] as const satisfies readonly ContentField[];

/** Left out of a file where a phrase has none: one that speaks of all the rest speaks of these too. */
const EXTRAS = ["segments", "questions", "promise"] as const satisfies readonly ContentField[];

const ALL: ReadonlySet<ContentField> = new Set([...CONTENT, ...EXTRAS]);

/** A part of the file: phrases or pictures as they stand there. */
export interface JsonBundle {
  readonly phrases: readonly unknown[];
  readonly pictures: readonly unknown[];
}

export interface JsonFile {
  /** Phrases and pictures in bundles. Throws AppError import_file_broken, import_json_*. */
  bundles(onProgress: OnProgress): AsyncGenerator<JsonBundle>;
  /** Category paths the file lists; known once the phrases have been read. */
  categories(): readonly (readonly string[])[];
}

const emptyBundle = () => ({ phrases: [] as unknown[], pictures: [] as unknown[] });

/** Opens our own JSON; nothing is read before `bundles`. */
export function openJsonFile(source: ImportSource, encoding: TextEncoding): JsonFile {
  let categories: readonly (readonly string[])[] = [];

  async function* bundles(onProgress: OnProgress): AsyncGenerator<JsonBundle> {
    const members = new Map<string, unknown>();
    let bundle = emptyBundle();
    const splitter = createJsonSplitter(["phrases", "pictures"], {
      member(key, value) {
        members.set(key, value);
        if (key === "format" || key === "version") checkOurs(members, source);
      },
      element: (list, value) => bundle[list].push(value),
    });
    function* taken(): Generator<JsonBundle> {
      const read = bundle;
      bundle = emptyBundle();
      if (read.phrases.length + read.pictures.length > 0) yield read;
    }
    for await (const piece of textPieces(source.path, encoding, onProgress)) {
      parsing(source, () => splitter.write(piece));
      yield* taken();
    }
    parsing(source, () => splitter.end());
    yield* taken();
    if (!members.has("format") || !members.has("version")) throw notOurs(source);
    const paths = members.get("categories");
    categories = Array.isArray(paths) ? paths.filter(isPath) : [];
  }

  return { bundles, categories: () => categories };
}

function checkOurs(members: ReadonlyMap<string, unknown>, source: ImportSource): void {
  const format = members.get("format") ?? JSON_FORMAT;
  const version = members.get("version") ?? JSON_VERSION;
  if (format !== JSON_FORMAT || typeof version !== "number") throw notOurs(source);
  if (version > JSON_VERSION) throw new AppError("import_json_newer", { file: source.name });
}

function notOurs(source: ImportSource): AppError {
  return new AppError("import_json_not_ours", { file: source.name });
}

function parsing(source: ImportSource, parse: () => void): void {
  try {
    parse();
  } catch (cause) {
    if (cause instanceof NoJsonObject) throw notOurs(source);
    if (!(cause instanceof SyntaxError)) throw cause;
    const detail = cause.message.slice(0, 120);
    if (detail.endsWith(CUT_SHORT))
      throw new AppError("import_file_cut_short", { file: source.name }, { cause });
    throw new AppError("import_file_broken", { file: source.name, detail }, { cause });
  }
}

/** Names joined by NULs to the list of them. */
type SameList = (joined: string) => readonly string[];

function splitList(joined: string): string[] {
  return joined === "" ? [] : joined.split("\0");
}

/** A reader for the phrases of one file; equal lists of names are one list in memory. */
export function createJsonReader(
  normaliseHotkey: NormaliseHotkey,
): (value: unknown, row: number) => ReadOutcome {
  const sameList = remembering(splitList);
  return (value, row) => readJsonPhrase(value, row, normaliseHotkey, sameList);
}

/** Reads the phrase that stands at `row` (from 1) in the file. */
function readJsonPhrase(
  value: unknown,
  row: number,
  normaliseHotkey: NormaliseHotkey,
  sameList: SameList,
): ReadOutcome {
  const refuse = (column: string, code: string, params: RefusedRow["params"]): ReadOutcome => ({
    refused: { row, column, code, params },
  });
  const checked = filePhrase.safeParse(value);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    const key = String(issue?.path[0] ?? "");
    const found = key !== "" && isObject(value) ? value[key] : value;
    if (key === "body" && (found === undefined || found === null))
      return refuse("body", "import_body_missing", {});
    return refuse(key, "import_bad_value", { value: JSON.stringify(found)?.slice(0, 40) ?? "-" });
  }
  const { data } = checked;
  if (data.body.trim() === "") return refuse("body", "import_body_missing", {});
  const hotkey = data.hotkey ? normaliseHotkey(data.hotkey) : null;
  if (data.hotkey && hotkey === null) {
    return refuse("hotkey", "hotkey_invalid", { accelerator: data.hotkey });
  }
  const phrase: NewPhrase = {
    // Written out: spread objects are slow and large, and there are many.
    id: data.id,
    body: data.body,
    segments: data.segments,
    questions: data.questions,
    promise: data.promise === "" ? undefined : data.promise,
    source: data.source,
    createdAt: data.createdAt,
    changedAt: data.changedAt,
    useCount: data.useCount,
    lastUsedAt: data.lastUsedAt,
    title: data.title.trim() === "" ? titleOf(data.body) : data.title,
    shortcut: data.shortcut ?? "",
    category: sameList((data.category ?? []).join("\0")),
    tags: sameList((data.tags ?? []).join("\0")),
    shop: data.shop ?? "",
    favourite: data.favourite ?? false,
    hotkey,
    sendMode: data.sendMode ?? "paste",
    note: data.note ?? "",
  };
  const refusal = refusalOf(() => checkLimits(phrase));
  if (refusal !== null) return refuse(refusal.column, refusal.code, refusal.params);
  const given = CONTENT.filter(
    (field) => data[field] !== undefined && (field !== "title" || data.title.trim() !== ""),
  );
  if (given.length === CONTENT.length) return { row, phrase, given: ALL };
  const extras = EXTRAS.filter((field) => data[field] !== undefined);
  return { row, phrase, given: new Set<ContentField>([...given, ...extras]) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPath(value: unknown): value is string[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > PHRASE_LIMITS.categoryDepth)
    return false;
  return value.every(
    (name) =>
      typeof name === "string" && name.trim() !== "" && name.length <= PHRASE_LIMITS.categoryName,
  );
}
