import type { Segment } from "../../../shared/contract/phrases.ts";
import type { OnConflict, RefusedRow } from "../../../shared/contract/transfer.ts";
import type { ReadPhrase } from "./cells.ts";
import type { ContentField, ExistingPhrase, NewPhrase, PhraseContent } from "./transferPort.ts";

export interface Difference {
  readonly field: ContentField;
  readonly before: string;
  readonly after: string;
}

export interface Addition {
  readonly row: number;
  readonly phrase: NewPhrase;
}

export interface Change {
  readonly row: number;
  readonly id: string;
  readonly title: string;
  readonly changes: Partial<PhraseContent>;
  readonly differences: readonly Difference[];
}

/** What an import would do. Every row is in exactly one of the counts. */
export interface Plan {
  readonly additions: readonly Addition[];
  readonly changes: readonly Change[];
  /** Already there, the same in every field the file speaks of. */
  readonly duplicates: number;
  /** Already there but different and left alone, or overtaken by a later row of the same file. */
  readonly skipped: number;
  readonly refused: readonly RefusedRow[];
}

export interface PlanOptions {
  readonly onConflict: OnConflict;
  /** The file's own name of its hotkey column, for refusals. */
  readonly hotkeyColumn: string;
  /** The same of its shortcut column. */
  readonly shortcutColumn: string;
}

export interface Planner {
  /** Decides about one phrase of the file; rows come in the order of the file. */
  add(read: ReadPhrase): void;
  result(): Plan;
}

/** A phrase as it will stand after the rows so far: one of the library, or one the file adds. */
interface Standing {
  readonly id: string | null;
  readonly original: ExistingPhrase | null;
  content: NewPhrase;
  /** The last row that made it what it is; 0 when none did. */
  row: number;
}

const FIELDS: readonly ContentField[] = [
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
  "segments",
  "questions",
  "promise",
];
/** Phrases with the same code are looked at for an identical one up to this many, so that no file takes for ever. */
const CANDIDATES = 32;

/** Plans an import: pure and deterministic, writes nothing. */
export function planRows(
  rows: Iterable<ReadPhrase>,
  existing: Iterable<ExistingPhrase>,
  options: PlanOptions,
): Plan {
  const planner = createPlanner(existing, options);
  for (const row of rows) planner.add(row);
  return planner.result();
}

/**
 * A planner that takes the rows one by one. A row means the phrase with the same id, else the same shortcut code
 * in the same shop, else the same title and body (the same body where the row has no title).
 */
export function createPlanner(existing: Iterable<ExistingPhrase>, options: PlanOptions): Planner {
  const byId = new Map<string, Standing>();
  const takenIds = new Set<string>();
  const byShortcut = new Map<string, Standing | Standing[]>();
  const byText = new Map<number, Standing | Standing[]>();
  const byBody = new Map<number, Standing | Standing[]>();
  const byHotkey = new Map<string, Standing>();
  const added: Standing[] = [];
  const changed = new Set<Standing>();
  const refused: RefusedRow[] = [];
  let duplicates = 0;
  let skipped = 0;

  for (const phrase of existing) {
    takenIds.add(phrase.id);
    if (phrase.trashed) continue;
    const standing: Standing = { id: phrase.id, original: phrase, content: phrase, row: 0 };
    byId.set(phrase.id, standing);
    index(standing);
  }

  function index(standing: Standing): void {
    const { content } = standing;
    if (content.shortcut !== "") push(byShortcut, shortcutKey(content), standing);
    push(byText, textKey(content), standing);
    push(byBody, hashOf(content.body), standing);
    if (content.hotkey !== null) byHotkey.set(content.hotkey, standing);
  }

  function unindex(standing: Standing): void {
    const { content } = standing;
    remove(byShortcut, shortcutKey(content), standing);
    remove(byText, textKey(content), standing);
    remove(byBody, hashOf(content.body), standing);
    if (content.hotkey !== null && byHotkey.get(content.hotkey) === standing)
      byHotkey.delete(content.hotkey);
  }

  function match({ phrase, given }: ReadPhrase): Standing | "same" | "unclear" | null {
    const known = phrase.id === undefined ? undefined : byId.get(phrase.id);
    if (known !== undefined) return differs(known.content, phrase, given) ? known : "same";
    const coded = phrase.shortcut === "" ? [] : nearest(byShortcut.get(shortcutKey(phrase)));
    const titled = given.has("title");
    const alike = nearest(
      titled ? byText.get(textKey(phrase)) : byBody.get(hashOf(phrase.body)),
    ).filter(
      ({ content }) => content.body === phrase.body && (!titled || content.title === phrase.title),
    );
    const identical = ({ content }: Standing): boolean => !differs(content, phrase, given);
    if (coded.some(identical) || alike.some(identical)) return "same";
    const named = coded.find(({ content }) => content.title === phrase.title) ?? alike[0];
    if (named) return named;
    // Several with this code and none with this title: which one is meant, nobody can tell.
    return coded.length > 1 ? "unclear" : (coded[0] ?? null);
  }

  function hotkeyTaken(read: ReadPhrase, by: Standing | null): boolean {
    const { hotkey } = read.phrase;
    const holder = hotkey === null || !read.given.has("hotkey") ? undefined : byHotkey.get(hotkey);
    if (holder === undefined || holder === by) return false;
    refused.push({
      row: read.row,
      column: options.hotkeyColumn,
      code: "hotkey_taken_phrase",
      params: { accelerator: hotkey ?? "", title: holder.content.title },
    });
    return true;
  }

  function refuseUnclear({ row, phrase }: ReadPhrase): void {
    const params = { shortcut: phrase.shortcut };
    refused.push({ row, column: options.shortcutColumn, code: "import_code_unclear", params });
  }

  function addNew(read: ReadPhrase, copy: boolean): void {
    let content = read.phrase;
    if (content.id !== undefined && takenIds.has(content.id))
      content = { ...content, id: undefined };
    // The first of two equal phrases keeps the hotkey; the copy that `both` asks for does without.
    if (copy && content.hotkey !== null && byHotkey.has(content.hotkey))
      content = { ...content, hotkey: null };
    if (hotkeyTaken({ ...read, phrase: content }, null)) return;
    const standing: Standing = { id: null, original: null, content, row: read.row };
    if (content.id !== undefined) {
      takenIds.add(content.id);
      byId.set(content.id, standing);
    }
    added.push(standing);
    index(standing);
  }

  function overwrite(standing: Standing, read: ReadPhrase): void {
    if (hotkeyTaken(read, standing)) return;
    // An earlier row of this file had its say and is overtaken.
    if (standing.row !== 0) skipped += 1;
    unindex(standing);
    standing.content = merged(standing.content, read);
    standing.row = read.row;
    index(standing);
    if (standing.original === null) return;
    if (differs(standing.original, standing.content, new Set(FIELDS))) {
      changed.add(standing);
    } else {
      changed.delete(standing);
      standing.row = 0;
      duplicates += 1;
    }
  }

  return {
    add(read) {
      const found = match(read);
      if (found === null) addNew(read, false);
      else if (found === "same") duplicates += 1;
      else if (options.onConflict === "skip") skipped += 1;
      else if (options.onConflict === "both") addNew(read, true);
      else if (found === "unclear") refuseUnclear(read);
      else overwrite(found, read);
    },
    result: () => ({
      additions: added.map(({ row, content }) => ({ row, phrase: content })),
      changes: [...changed].map(toChange).toSorted((a, b) => a.row - b.row),
      duplicates,
      skipped,
      refused,
    }),
  };
}

function toChange({ original, content, row }: Standing): Change {
  if (original === null) throw new Error("a change needs the phrase it changes");
  const changes: Partial<Record<ContentField, PhraseContent[ContentField]>> = {};
  const differences: Difference[] = [];
  for (const field of FIELDS) {
    if (same(original[field], content[field])) continue;
    // One that promises nothing any more says so.
    changes[field] = field === "promise" ? (content.promise ?? "") : content[field];
    differences.push({ field, before: shown(original[field]), after: shown(content[field]) });
  }
  return {
    row,
    id: original.id,
    title: content.title,
    changes: changes as Partial<PhraseContent>,
    differences,
  };
}

function differs(
  before: PhraseContent,
  after: PhraseContent,
  given: ReadonlySet<ContentField>,
): boolean {
  for (const field of given) {
    if (!same(before[field], after[field])) return true;
  }
  return false;
}

function merged(before: NewPhrase, { phrase, given }: ReadPhrase): NewPhrase {
  const fields = [...given].map((field) => [field, phrase[field]] as const);
  // A new body is the whole of the phrase: pictures and messages that the file does not speak of go, and that is said.
  const single = given.has("body") && !given.has("segments") && phrase.body !== before.body;
  return { ...before, ...(single ? { segments: [] } : {}), ...Object.fromEntries(fields) };
}

function same(a: PhraseContent[ContentField], b: PhraseContent[ContentField]): boolean {
  if (a === b || (isBlank(a) && isBlank(b))) return true;
  const [before, after] = [listOf(a), listOf(b)];
  if (before === null || after === null || before.length !== after.length) return false;
  return before.every((part, at) => part === after[at] || alike(part, after[at]));
}

/** Said as nothing, or not said. */
const isBlank = (value: PhraseContent[ContentField]): boolean =>
  value === undefined || value === "";

/** A list, with what is left out as an empty one; null for anything else. */
const listOf = (value: PhraseContent[ContentField]): readonly unknown[] | null =>
  value === undefined ? [] : Array.isArray(value) ? value : null;

const alike = (a: unknown, b: unknown): boolean =>
  typeof a === "object" && JSON.stringify(a) === JSON.stringify(b);

/** A value as text, for the list of differences. */
function shown(value: PhraseContent[ContentField]): string {
  if (typeof value === "string") return value;
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return String(value);
  return value.map((part) => (typeof part === "string" ? part : nameOf(part))).join(" / ");
}

const nameOf = (part: Segment): string =>
  part.kind === "text" ? part.text : `［${part.picture.slice(0, 8)}］`;

function shortcutKey(phrase: PhraseContent): string {
  return `${phrase.shop}\0${phrase.shortcut.toLowerCase()}`;
}

function textKey(phrase: PhraseContent): number {
  return hashOf(phrase.body, hashOf(phrase.title));
}

/** A number for a text: what is found by it is compared again. Saves a copy of every title and body as a key. */
function hashOf(text: string, seed = 0): number {
  let low = 0x811c9dc5 ^ seed;
  let high = 0x41c6ce57 ^ text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x5bd1e995);
  }
  return (high & 0x1fffff) * 0x100000000 + (low >>> 0);
}

function nearest(found: Standing | Standing[] | undefined): readonly Standing[] {
  if (found === undefined) return [];
  return Array.isArray(found) ? found.slice(0, CANDIDATES) : [found];
}

/** Most keys have one phrase, so a list is made only for the second. */
function push<Key>(map: Map<Key, Standing | Standing[]>, key: Key, standing: Standing): void {
  const found = map.get(key);
  if (found === undefined) map.set(key, standing);
  else if (Array.isArray(found)) found.push(standing);
  else map.set(key, [found, standing]);
}

function remove<Key>(map: Map<Key, Standing | Standing[]>, key: Key, standing: Standing): void {
  const found = map.get(key);
  if (found === standing) map.delete(key);
  else if (Array.isArray(found)) {
    const at = found.indexOf(standing);
    if (at >= 0) found.splice(at, 1);
  }
}
