import { randomUUID } from "node:crypto";
import type Database from "better-sqlite3";
import type {
  ChangeReceipt,
  Phrase,
  PhraseDraft,
  PhraseRow,
} from "../../../shared/contract/phrases.ts";
import { AppError } from "../../../shared/errors.ts";
import { type CategoryStore, createCategoryStore } from "./categoryStore.ts";
import { createHistoryStore, type HistoryStore, type Remember } from "./historyStore.ts";
import { titleFor } from "./rules.ts";

/** How much of a body a list row carries, in characters. */
export const ROW_BODY = 160;

/** A phrase as it is written to the store; what is left out gets its default. */
export type NewPhrase = PhraseDraft & {
  id?: string;
  source?: string;
  createdAt?: number;
  changedAt?: number;
};

export type View = "all" | "favourites" | "uncategorised" | "trash";

interface Raw {
  id: string;
  title: string;
  body: string;
  shortcut: string;
  category_id: string | null;
  tags: string;
  shop: string;
  favourite: number;
  hotkey: string | null;
  send_mode: "paste" | "send";
  note: string;
  source: string;
  created_at: number;
  changed_at: number;
  trashed_at: number | null;
  use_count: number;
  last_used_at: number | null;
}

const SELECT = `SELECT p.*, coalesce(u.count, 0) AS use_count, u.last_used_at
  FROM phrases AS p LEFT JOIN phrase_use AS u ON u.phrase_id = p.id`;

const VIEWS: Record<View, string> = {
  all: "p.trashed_at IS NULL",
  favourites: "p.trashed_at IS NULL AND p.favourite = 1",
  uncategorised: "p.trashed_at IS NULL AND p.category_id IS NULL",
  trash: "p.trashed_at IS NOT NULL",
};

const COLUMNS: Record<keyof PhraseDraft, string> = {
  title: "title",
  body: "body",
  shortcut: "shortcut",
  categoryId: "category_id",
  tags: "tags",
  shop: "shop",
  favourite: "favourite",
  hotkey: "hotkey",
  sendMode: "send_mode",
  note: "note",
};

/** A draft field as its column holds it. */
function columnValue(value: PhraseDraft[keyof PhraseDraft] | undefined): string | number | null {
  if (Array.isArray(value)) return JSON.stringify(value);
  if (typeof value === "boolean") return value ? 1 : 0;
  return value ?? null;
}

function toPhrase(raw: Raw): Phrase {
  return {
    id: raw.id,
    title: raw.title,
    body: raw.body,
    shortcut: raw.shortcut,
    categoryId: raw.category_id,
    tags: JSON.parse(raw.tags) as string[],
    shop: raw.shop,
    favourite: raw.favourite === 1,
    hotkey: raw.hotkey,
    sendMode: raw.send_mode,
    note: raw.note,
    source: raw.source,
    createdAt: raw.created_at,
    changedAt: raw.changed_at,
    trashedAt: raw.trashed_at,
    useCount: raw.use_count,
    lastUsedAt: raw.last_used_at,
  };
}

export type PhraseStore = ReturnType<typeof createPhraseStore>;

/** The phrase library in SQLite. @param now the time in milliseconds */
export function createPhraseStore(database: Database.Database, now: () => number) {
  const history: HistoryStore = createHistoryStore(database, now);
  const categories: CategoryStore = createCategoryStore(database, history, now);
  const selectOne = database.prepare(`${SELECT} WHERE p.id = ?`);
  const insertOne = database.prepare(
    `INSERT INTO phrases (id, title, body, shortcut, category_id, tags, shop, favourite, hotkey, send_mode, note,
       source, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
    if (draft.body.trim() === "") throw new AppError("phrase_empty");
    const id = draft.id ?? randomUUID();
    remember("phrase", id);
    insertOne.run(
      id,
      titleFor(draft.title, draft.body),
      draft.body,
      draft.shortcut.trim(),
      draft.categoryId,
      JSON.stringify(draft.tags),
      draft.shop,
      draft.favourite ? 1 : 0,
      draft.hotkey,
      draft.sendMode,
      draft.note,
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
    const names = (Object.keys(COLUMNS) as (keyof PhraseDraft)[]).filter(
      (name) => changes[name] !== undefined,
    );
    remember("phrase", id);
    const sets = [...names.map((name) => `${COLUMNS[name]} = ?`), "changed_at = ?"];
    const values = [...names.map((name) => columnValue(changes[name])), now()];
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
      titleFor(draft.title, draft.body),
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
    const next = { ...old, ...changes };
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

  function toRows(raws: readonly Raw[]): PhraseRow[] {
    const paths = categories.paths();
    return raws.map((raw) => {
      const { note: _note, createdAt: _createdAt, ...row } = toPhrase(raw);
      return {
        ...row,
        body: [...row.body.slice(0, ROW_BODY * 2)].slice(0, ROW_BODY).join(""),
        categoryPath: (row.categoryId === null ? undefined : paths.get(row.categoryId)) ?? [],
      };
    });
  }

  /** List rows of these phrases, in this order; those that are gone are left out. */
  function rows(ids: readonly string[]): PhraseRow[] {
    return toRows(ids.flatMap((id) => (selectOne.get(id) as Raw | undefined) ?? []));
  }

  function where(view: View, categoryId: string | null): { sql: string; values: string[] } {
    if (categoryId === null) return { sql: VIEWS[view], values: [] };
    const within = categories.within(categoryId);
    return {
      sql: `${VIEWS[view]} AND p.category_id IN (SELECT value FROM json_each(?))`,
      values: [JSON.stringify(within)],
    };
  }

  /** One window of a list, newest first; `contains` is a plain substring filter. */
  function page(
    view: View,
    categoryId: string | null,
    offset: number,
    limit: number,
    contains = "",
  ): { total: number; rows: PhraseRow[] } {
    const filter = where(view, categoryId);
    const text =
      contains === ""
        ? ""
        : " AND (instr(lower(p.title), ?) OR instr(lower(p.body), ?) OR instr(lower(p.shortcut), ?))";
    const needle = contains.toLowerCase();
    const values = [...filter.values, ...(contains === "" ? [] : [needle, needle, needle])];
    const order =
      view === "trash" ? "p.trashed_at DESC, p.rowid DESC" : "p.created_at DESC, p.rowid DESC";
    const total = database
      .prepare(`SELECT count(*) FROM phrases AS p WHERE ${filter.sql}${text}`)
      .pluck()
      .get(...values) as number;
    const found = database
      // The window is found in an index first; only its rows are read.
      .prepare(
        `${SELECT} WHERE p.id IN (SELECT p.id FROM phrases AS p WHERE ${filter.sql}${text}
           ORDER BY ${order} LIMIT ? OFFSET ?) ORDER BY ${order}`,
      )
      .all(...values, limit, offset) as Raw[];
    return { total, rows: toRows(found) };
  }

  /** Ids in a view, for filtering search results. */
  function ids(view: View, categoryId: string | null): Set<string> {
    const filter = where(view, categoryId);
    return new Set(
      database
        .prepare(`SELECT p.id FROM phrases AS p WHERE ${filter.sql}`)
        .pluck()
        .all(...filter.values) as string[],
    );
  }

  /** Every live phrase, read in portions: no statement stays open while the caller does other things. */
  function* live(): Generator<Phrase> {
    const portion = database.prepare(
      `${SELECT} WHERE p.trashed_at IS NULL AND p.id > ? ORDER BY p.id LIMIT 500`,
    );
    for (let after = ""; ;) {
      const raws = portion.all(after) as Raw[];
      for (const raw of raws) yield toPhrase(raw);
      const last = raws.at(-1);
      if (!last) return;
      after = last.id;
    }
  }

  const count = (): number =>
    database
      .prepare("SELECT count(*) FROM phrases WHERE trashed_at IS NULL")
      .pluck()
      .get() as number;

  const favourites = database.prepare(
    `${SELECT} WHERE p.trashed_at IS NULL AND p.favourite = 1 AND (@shop IS NULL OR p.shop IN ('', @shop))
     ORDER BY coalesce(u.last_used_at, 0) DESC, p.created_at DESC LIMIT @limit`,
  );
  const lately = database.prepare(
    `SELECT p.*, u.count AS use_count, u.last_used_at
     FROM phrase_use AS u CROSS JOIN phrases AS p ON p.id = u.phrase_id
     WHERE p.trashed_at IS NULL AND p.favourite = 0 AND (@shop IS NULL OR p.shop IN ('', @shop))
     ORDER BY u.last_used_at DESC LIMIT @limit`,
  );

  /** Favourites, the last used first, then what else was used lately. */
  function recent(limit: number, shop: string | null): PhraseRow[] {
    // However many favourites there are, a third of the list is for what was used lately.
    const rest = lately.all({ shop, limit }) as Raw[];
    const first = favourites.all({ shop, limit }) as Raw[];
    const room = Math.max(limit - rest.length, Math.ceil((limit * 2) / 3));
    return toRows([...first.slice(0, room), ...rest].slice(0, limit));
  }

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

  const sameShortcut = (
    shortcut: string,
    exceptId: string | null,
  ): { id: string; title: string }[] =>
    shortcut.trim() === ""
      ? []
      : (database
          .prepare(
            "SELECT id, title FROM phrases WHERE lower(shortcut) = lower(?) AND shortcut <> '' AND trashed_at IS NULL AND id IS NOT ? LIMIT 20",
          )
          .all(shortcut.trim(), exceptId) as { id: string; title: string }[]);

  const shops = (): string[] =>
    database
      .prepare(
        "SELECT DISTINCT shop FROM phrases WHERE shop <> '' AND trashed_at IS NULL ORDER BY shop",
      )
      .pluck()
      .all() as string[];

  const idsOfSource = (source: string): string[] =>
    database
      .prepare("SELECT id FROM phrases WHERE source = ? AND trashed_at IS NULL")
      .pluck()
      .all(source) as string[];

  return {
    history,
    categories,
    find,
    get,
    insert,
    write,
    create,
    update,
    move,
    trash,
    restore,
    emptyTrash,
    removeForGood,
    rows,
    page,
    ids,
    live,
    count,
    recent,
    used,
    setUse,
    withHotkey,
    sameShortcut,
    shops,
    idsOfSource,
  };
}
