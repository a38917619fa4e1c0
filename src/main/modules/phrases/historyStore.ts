import type Database from "better-sqlite3";
import type { ChangeReceipt } from "../../../shared/contract/phrases.ts";
import type { Output } from "../../../shared/contract/index.ts";
import { AppError } from "../../../shared/errors.ts";

export type Entity = "phrase" | "category";

/** Notes how a row stands before it is changed; only the first note of a change counts. */
export type Remember = (entity: Entity, id: string) => void;

/** How many steps can be looked up and undone. */
export const HISTORY_KEPT = 500;

const TABLES: Record<Entity, string> = { phrase: "phrases", category: "categories" };

type Row = Record<string, string | number | null>;

/** Undo for the library: each change keeps the rows as they were. */
export type HistoryStore = ReturnType<typeof createHistoryStore>;

/** @param now the time in milliseconds */
export function createHistoryStore(database: Database.Database, now: () => number) {
  const insertEntry = database.prepare(
    "INSERT INTO history (at, kind, label, count, undoes) VALUES (?, ?, ?, 0, ?)",
  );
  const setCount = database.prepare("UPDATE history SET count = ?, label = ? WHERE id = ?");
  const insertRow = database.prepare(
    "INSERT OR IGNORE INTO history_rows (history_id, entity, entity_id, before) VALUES (?, ?, ?, ?)",
  );
  const prune = database.prepare("DELETE FROM history WHERE id <= ? - ?");
  const read = {
    phrase: database.prepare("SELECT * FROM phrases WHERE id = ?"),
    category: database.prepare("SELECT * FROM categories WHERE id = ?"),
  };

  /**
   * Runs one change in a transaction and keeps what is needed to take it back.
   * `run` returns how many things it changed, or that and a better label.
   */
  function change(
    kind: string,
    label: string,
    run: (remember: Remember) => number | { count: number; label: string },
    undoes: number | null = null,
  ): ChangeReceipt {
    return database.transaction(() => {
      const historyId = Number(insertEntry.run(now(), kind, label, undoes).lastInsertRowid);
      const remember: Remember = (entity, id) => {
        const before = read[entity].get(id);
        insertRow.run(historyId, entity, id, before === undefined ? null : JSON.stringify(before));
      };
      const done = run(remember);
      const result = typeof done === "number" ? { count: done, label } : done;
      setCount.run(result.count, result.label, historyId);
      prune.run(historyId, HISTORY_KEPT);
      return { historyId, count: result.count };
    })();
  }

  /** Puts one row back as it was; a name or hotkey somebody else has by now gives way. */
  function putBack(entity: Entity, id: string, before: Row | null): void {
    if (before === null) {
      database.prepare(`DELETE FROM ${TABLES[entity]} WHERE id = ?`).run(id);
      return;
    }
    const row = { ...before };
    if (entity === "phrase" && row["hotkey"] !== null && row["trashed_at"] === null) {
      const holder = database
        .prepare("SELECT id FROM phrases WHERE hotkey = ? AND trashed_at IS NULL AND id <> ?")
        .get(row["hotkey"], id);
      if (holder) row["hotkey"] = null;
    }
    if (entity === "category")
      row["name"] = freeName(String(row["name"]), row["parent_id"] ?? null, id);
    const columns = Object.keys(row);
    database
      .prepare(
        `INSERT INTO ${TABLES[entity]} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})
         ON CONFLICT (id) DO UPDATE SET ${columns.map((name) => `${name} = excluded.${name}`).join(", ")}`,
      )
      .run(...columns.map((name) => row[name] ?? null));
  }

  function freeName(name: string, parentId: string | number | null, exceptId: string): string {
    const taken = database.prepare(
      "SELECT 1 FROM categories WHERE coalesce(parent_id, '') = coalesce(?, '') AND name = ? AND id <> ?",
    );
    let candidate = name;
    for (let n = 2; taken.get(parentId, candidate, exceptId); n += 1) candidate = `${name} (${n})`;
    return candidate;
  }

  /**
   * Takes one step back. The undo is itself a step and can be undone.
   * @throws AppError history_missing, history_undone, history_overtaken
   */
  function undo(id: number): ChangeReceipt {
    const entry = database.prepare("SELECT * FROM history WHERE id = ?").get(id) as
      | { label: string; undone_at: number | null; undoes: number | null }
      | undefined;
    if (!entry) throw new AppError("history_missing");
    if (entry.undone_at !== null) throw new AppError("history_undone");
    // An undo and what it took back cancel out, so only live, forward steps stand in the way.
    const later = database
      .prepare(
        `SELECT coalesce((SELECT title FROM phrases WHERE id = mine.entity_id), h.label) AS title
         FROM history_rows AS mine
         JOIN history_rows AS theirs ON theirs.entity_id = mine.entity_id AND theirs.history_id > mine.history_id
         JOIN history AS h ON h.id = theirs.history_id AND h.undone_at IS NULL AND h.undoes IS NULL
         WHERE mine.history_id = ? LIMIT 1`,
      )
      .get(id) as { title: string } | undefined;
    if (later) throw new AppError("history_overtaken", { title: later.title });

    return change(
      "undo",
      entry.label,
      (remember) => {
        const rows = database
          .prepare("SELECT entity, entity_id, before FROM history_rows WHERE history_id = ?")
          .all(id) as { entity: Entity; entity_id: string; before: string | null }[];
        for (const row of rows) remember(row.entity, row.entity_id);
        for (const row of rows)
          putBack(
            row.entity,
            row.entity_id,
            row.before === null ? null : (JSON.parse(row.before) as Row),
          );
        database.prepare("UPDATE history SET undone_at = ? WHERE id = ?").run(now(), id);
        if (entry.undoes !== null)
          database.prepare("UPDATE history SET undone_at = NULL WHERE id = ?").run(entry.undoes);
        return rows.filter((row) => row.entity === "phrase").length || rows.length;
      },
      id,
    );
  }

  /** Newest first. */
  function list(limit: number): Output<"history.list"> {
    const rows = database
      .prepare("SELECT id, at, kind, label, count, undone_at FROM history ORDER BY id DESC LIMIT ?")
      .all(limit) as {
      id: number;
      at: number;
      kind: string;
      label: string;
      count: number;
      undone_at: number | null;
    }[];
    return rows.map(({ undone_at, ...row }) => ({ ...row, undone: undone_at !== null }));
  }

  /** Phrases a step touched. */
  const phrasesOf = (historyId: number): string[] =>
    database
      .prepare("SELECT entity_id FROM history_rows WHERE history_id = ? AND entity = 'phrase'")
      .pluck()
      .all(historyId) as string[];

  /** True when a step touched categories: their names are part of what is searched. */
  const touchedCategories = (historyId: number): boolean =>
    database
      .prepare("SELECT 1 FROM history_rows WHERE history_id = ? AND entity = 'category' LIMIT 1")
      .get(historyId) !== undefined;

  return { change, undo, list, phrasesOf, touchedCategories };
}
