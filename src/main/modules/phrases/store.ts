import { randomUUID } from "node:crypto";
import type Database from "better-sqlite3";
import type {
  ChangeReceipt,
  Phrase,
  PhraseDraft,
  Segment,
} from "../../../shared/contract/phrases.ts";
import { AppError } from "../../../shared/errors.ts";
import { type CategoryStore, createCategoryStore } from "./categoryStore.ts";
import { createHistoryStore, type HistoryStore, type Remember } from "./historyStore.ts";
import { createListStore } from "./listStore.ts";
import { type Raw, SELECT_PHRASES, toPhrase } from "./phraseRows.ts";
import { bodyOf, titleFor } from "./rules.ts";

/** Most phrases have none of these. */
type Extras = "segments" | "questions" | "promise";

/** A phrase as it is written to the store; what is left out gets its default. */
export type NewPhrase = Omit<PhraseDraft, Extras> & {
  segments?: readonly Segment[] | undefined;
  questions?: readonly string[] | undefined;
  promise?: string | undefined;
  id?: string;
  source?: string;
  createdAt?: number;
  changedAt?: number;
};

const COLUMNS: Record<keyof PhraseDraft, string> = {
  title: "title",
  body: "body",
  segments: "segments",
  questions: "questions",
  shortcut: "shortcut",
  categoryId: "category_id",
  tags: "tags",
  shop: "shop",
  favourite: "favourite",
  hotkey: "hotkey",
  sendMode: "send_mode",
  note: "note",
  promise: "promise",
};

/** A draft field as its column holds it. */
function columnValue(value: PhraseDraft[keyof PhraseDraft] | undefined): string | number | null {
  if (Array.isArray(value)) return JSON.stringify(value);
  if (typeof value === "boolean") return value ? 1 : 0;
  return value ?? null;
}

/** Body and segments as they are stored: with segments the body is their words. */
function contentOf(
  body: string,
  segments: readonly Segment[],
): { body: string; segments: Segment[] } {
  const first = segments[0];
  if (segments.length === 1 && first?.kind === "text") return { body: first.text, segments: [] };
  return segments.length === 0
    ? { body, segments: [] }
    : { body: bodyOf(segments), segments: [...segments] };
}

/** A new body without segments makes the phrase one text; new segments bring their body. */
function withContent(changes: Partial<PhraseDraft>): Partial<PhraseDraft> {
  if (changes.body === undefined && changes.segments === undefined) return changes;
  const { segments = [], body = "" } = changes;
  // Segments taken away without a new body: the words stay as they are.
  if (segments.length === 0 && changes.body === undefined) return { ...changes, segments };
  return { ...changes, ...contentOf(body, segments) };
}

export type PhraseStore = ReturnType<typeof createPhraseStore>;

/** The phrase library in SQLite. @param now the time in milliseconds */
export function createPhraseStore(database: Database.Database, now: () => number) {
  const history: HistoryStore = createHistoryStore(database, now);
  const categories: CategoryStore = createCategoryStore(database, history, now);
  const selectOne = database.prepare(`${SELECT_PHRASES} WHERE p.id = ?`);
  const insertOne = database.prepare(
    `INSERT INTO phrases (id, title, body, segments, questions, shortcut, category_id, tags, shop, favourite, hotkey,
       send_mode, note, promise, source, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );

  /** Null when there is no such phrase, not even in the trash. */
  function find(id: string): Phrase | null {
    const raw = selectOne.get(id) as Raw | undefined;
    return raw ? toPhrase(raw) : null;
  }

  /** @throws AppError phrase_missing */
  function get(id: string): Phrase {
    const phrase = find(id);
    if (!phrase) throw new AppError("phrase_missing");
    return phrase;
  }

  /** Writes a new phrase. Call inside a change. */
  function insert(remember: Remember, draft: NewPhrase): string {
    const { body, segments } = contentOf(draft.body, draft.segments ?? []);
    if (body.trim() === "") throw new AppError("phrase_empty");
    const id = draft.id ?? randomUUID();
    remember("phrase", id);
    insertOne.run(
      id,
      titleFor(draft.title, body),
      body,
      segments.length === 0 ? "[]" : JSON.stringify(segments),
      draft.questions === undefined ? "[]" : JSON.stringify(draft.questions),
      draft.shortcut.trim(),
      draft.categoryId,
      JSON.stringify(draft.tags),
      draft.shop,
      draft.favourite ? 1 : 0,
      draft.hotkey,
      draft.sendMode,
      draft.note,
      draft.promise?.trim() ?? "",
      draft.source ?? "mine",
      draft.createdAt ?? now(),
      draft.changedAt ?? now(),
    );
    return id;
  }

  /** Overwrites fields of a phrase. Call inside a change. */
  function write(
    remember: Remember,
    id: string,
    changes: Partial<PhraseDraft>,
    source?: string,
  ): void {
    remember("phrase", id);
    const all = withContent(changes);
    const names = (Object.keys(COLUMNS) as (keyof PhraseDraft)[]).filter(
      (name) => all[name] !== undefined,
    );
    const sets = [...names.map((name) => `${COLUMNS[name]} = ?`), "changed_at = ?"];
    const values = [...names.map((name) => columnValue(all[name])), now()];
    if (source !== undefined) {
      sets.push("source = ?");
      values.push(source);
    }
    database.prepare(`UPDATE phrases SET ${sets.join(", ")} WHERE id = ?`).run(...values, id);
  }

  /** @throws AppError phrase_empty, category_missing */
  function create(draft: NewPhrase): { phrase: Phrase; historyId: number } {
    if (draft.categoryId !== null) categories.get(draft.categoryId);
    let id = "";
    const { historyId } = history.change(
      "create",
      titleFor(draft.title, contentOf(draft.body, draft.segments ?? []).body),
      (remember) => {
        id = insert(remember, draft);
        return 1;
      },
    );
    return { phrase: get(id), historyId };
  }

  /** A phrase of a pack or of the starter library that a person edits becomes their own. */
  function update(
    id: string,
    changes: Partial<PhraseDraft>,
  ): { phrase: Phrase; historyId: number } {
    const old = get(id);
    if (changes.categoryId) categories.get(changes.categoryId);
    const next = { ...old, ...withContent(changes) };
    if (next.body.trim() === "") throw new AppError("phrase_empty");
    const filled = {
      ...changes,
      title: titleFor(next.title, next.body),
      shortcut: next.shortcut.trim(),
    };
    const edited = Object.keys(changes).some((name) => name !== "favourite");
    const receipt = history.change("update", filled.title, (remember) => {
      write(remember, id, filled, edited ? "mine" : undefined);
      return 1;
    });
    return { phrase: get(id), historyId: receipt.historyId };
  }

  /** Changes many rows the same way, as one step of the history. */
  function changeAll(
    kind: string,
    ids: readonly string[],
    sql: string,
    ...values: (string | number | null)[]
  ): ChangeReceipt {
    const first = get(ids[0]!);
    return history.change(kind, first.title, (remember) => {
      const statement = database.prepare(sql);
      let count = 0;
      for (const id of ids) {
        remember("phrase", id);
        count += statement.run(...values, id).changes;
      }
      return count;
    });
  }

  function move(ids: readonly string[], categoryId: string | null): ChangeReceipt {
    if (categoryId !== null) categories.get(categoryId);
    return changeAll("move", ids, "UPDATE phrases SET category_id = ? WHERE id = ?", categoryId);
  }

  /** Gives a shop's phrases its other name, the trash included; gives how many. Call inside a change. */
  function renameShop(remember: Remember, before: string, after: string): number {
    const ids = database
      .prepare("SELECT id FROM phrases WHERE shop = ?")
      .pluck()
      .all(before) as string[];
    for (const id of ids) remember("phrase", id);
    return database.prepare("UPDATE phrases SET shop = ? WHERE shop = ?").run(after, before)
      .changes;
  }

  const trash = (ids: readonly string[]): ChangeReceipt =>
    changeAll(
      "trash",
      ids,
      "UPDATE phrases SET trashed_at = ? WHERE trashed_at IS NULL AND id = ?",
      now(),
    );

  /** Out of the trash; a hotkey another phrase took meanwhile is given up. */
  const restore = (ids: readonly string[]): ChangeReceipt =>
    changeAll(
      "restore",
      ids,
      `UPDATE phrases SET trashed_at = NULL, hotkey = CASE WHEN hotkey IN
         (SELECT hotkey FROM phrases WHERE trashed_at IS NULL AND hotkey IS NOT NULL) THEN NULL ELSE hotkey END
       WHERE trashed_at IS NOT NULL AND id = ?`,
    );

  /** Deletes for good what is in the trash; no step can bring it back. */
  function emptyTrash(): number {
    return database.transaction(() => {
      const gone = database
        .prepare("SELECT id FROM phrases WHERE trashed_at IS NOT NULL")
        .pluck()
        .all() as string[];
      history.forget(gone);
      database
        .prepare("DELETE FROM phrase_use WHERE phrase_id IN (SELECT value FROM json_each(?))")
        .run(JSON.stringify(gone));
      return database.prepare("DELETE FROM phrases WHERE trashed_at IS NOT NULL").run().changes;
    })();
  }

  /** Takes phrases out without the trash; the step remembers them. Call inside a change. */
  function removeForGood(remember: Remember, doomed: readonly string[]): void {
    const remove = database.prepare("DELETE FROM phrases WHERE id = ?");
    for (const id of doomed) {
      remember("phrase", id);
      remove.run(id);
    }
  }

  /** Every live phrase, read in portions: no statement stays open while the caller does other things. */
  function* live(): Generator<Phrase> {
    const portion = database.prepare(
      `${SELECT_PHRASES} WHERE p.trashed_at IS NULL AND p.id > ? ORDER BY p.id LIMIT 500`,
    );
    for (let after = ""; ;) {
      const raws = portion.all(after) as Raw[];
      for (const raw of raws) yield toPhrase(raw);
      const last = raws.at(-1);
      if (!last) return;
      after = last.id;
    }
  }

  /** Every phrase, the trash included, oldest first or as lists have it. A statement stays open until the end. */
  function* everything(order: "oldest" | "listed"): Generator<Phrase> {
    const by = order === "oldest" ? "p.created_at, p.rowid" : "p.created_at DESC, p.rowid DESC";
    for (const raw of database.prepare(`${SELECT_PHRASES} ORDER BY ${by}`).iterate())
      yield toPhrase(raw as Raw);
  }

  const count = (): number =>
    database
      .prepare("SELECT count(*) FROM phrases WHERE trashed_at IS NULL")
      .pluck()
      .get() as number;

  function used(id: string, at: number): { useCount: number; lastUsedAt: number } {
    const useCount = database
      .prepare(
        `INSERT INTO phrase_use (phrase_id, count, last_used_at) VALUES (?, 1, ?)
         ON CONFLICT (phrase_id) DO UPDATE SET count = count + 1, last_used_at = excluded.last_used_at RETURNING count`,
      )
      .pluck()
      .get(id, at) as number;
    return { useCount, lastUsedAt: at };
  }

  /** Sets what an import carried over from another store. */
  function setUse(id: string, useCount: number, lastUsedAt: number | null): void {
    database
      .prepare(
        "INSERT OR REPLACE INTO phrase_use (phrase_id, count, last_used_at) VALUES (?, ?, ?)",
      )
      .run(id, useCount, lastUsedAt);
  }

  const withHotkey = (): { id: string; title: string; hotkey: string }[] =>
    database
      .prepare(
        "SELECT id, title, hotkey FROM phrases WHERE hotkey IS NOT NULL AND trashed_at IS NULL",
      )
      .all() as { id: string; title: string; hotkey: string }[];

  const idsOfSource = (source: string): string[] =>
    database
      .prepare("SELECT id FROM phrases WHERE source = ? AND trashed_at IS NULL")
      .pluck()
      .all(source) as string[];

  return {
    ...createListStore(database, categories),
    history,
    categories,
    find,
    get,
    insert,
    write,
    create,
    update,
    move,
    renameShop,
    trash,
    restore,
    emptyTrash,
    removeForGood,
    live,
    everything,
    count,
    used,
    setUse,
    withHotkey,
    idsOfSource,
  };
}
