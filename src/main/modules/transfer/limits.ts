import { PHRASE_LIMITS } from "../../../shared/contract/phrases.ts";
import type { ImportField, RefusedRow } from "../../../shared/contract/transfer.ts";
import type { MessageCode } from "../../../shared/messages/zh-CN.ts";
import type { PhraseContent } from "./transferPort.ts";

const LIMITED = ["title", "body", "shortcut", "shop", "note"] as const;

/** Why a cell is refused; row and the file's name of the column are added by the caller. */
export class Refusal {
  readonly field: ImportField;
  readonly code: MessageCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(field: ImportField, code: MessageCode, params: Record<string, string | number> = {}) {
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
