import { PHRASE_LIMITS, type Segment } from "../../../shared/contract/phrases.ts";
import { PICTURE_LIMITS } from "../../../shared/contract/pictures.ts";
import type { ImportField, RefusedRow } from "../../../shared/contract/transfer.ts";
import type { MessageCode } from "../../../shared/messages/zh-CN.ts";
import type { PhraseContent, PictureRecord } from "./transferPort.ts";

/** What a refusal can be about; the last two only our own JSON has. */
export type RefusedField = ImportField | "segments" | "pictures";

const LIMITED = ["title", "body", "shortcut", "shop", "note"] as const;

/** Why a cell is refused; row and the file's name of the column are added by the caller. */
export class Refusal {
  readonly field: RefusedField;
  readonly code: MessageCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(
    field: RefusedField,
    code: MessageCode,
    params: Record<string, string | number> = {},
  ) {
    this.field = field;
    this.code = code;
    this.params = params;
  }
}

/** Refuses what the library's limits do not allow; also used for phrases of our own JSON. */
export function checkLimits(phrase: PhraseContent): void {
  for (const field of LIMITED) {
    const { length } = phrase[field];
    const limit = PHRASE_LIMITS[field];
    if (length > limit) throw new Refusal(field, "import_too_long", { length, limit });
  }
  checkLengths("promise", [phrase.promise ?? ""], PHRASE_LIMITS.promise);
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
  checkSegments(phrase.segments ?? []);
}

function checkSegments(segments: readonly Segment[]): void {
  const texts = segments.filter(({ kind }) => kind === "text").length;
  for (const [code, count, limit] of [
    ["import_too_many_texts", texts, PHRASE_LIMITS.textSegments],
    ["import_too_many_pictures", segments.length - texts, PHRASE_LIMITS.pictureSegments],
  ] as const)
    if (count > limit) throw new Refusal("segments", code, { count, limit });
}

const MEGABYTE = 1024 * 1024;

/** Refuses a picture that the picture store would not take for what is written about it. @param bytes how large it is */
export function checkPictureLimits({ name, sku, note, tags }: PictureRecord, bytes: number): void {
  if (bytes > PICTURE_LIMITS.bytes)
    throw new Refusal("pictures", "picture_too_large", {
      file: name.slice(0, 40),
      size: Math.ceil(bytes / MEGABYTE),
      limit: PICTURE_LIMITS.bytes / MEGABYTE,
    });
  checkLengths("pictures", [name], PICTURE_LIMITS.name);
  checkLengths("pictures", [sku], PICTURE_LIMITS.sku);
  checkLengths("pictures", [note], PICTURE_LIMITS.note);
  checkLengths("pictures", tags, PICTURE_LIMITS.tag);
  if (tags.length > PICTURE_LIMITS.tags)
    throw new Refusal("pictures", "import_too_many_tags", {
      count: tags.length,
      limit: PICTURE_LIMITS.tags,
    });
}

function checkLengths(field: RefusedField, names: readonly string[], limit: number): void {
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
