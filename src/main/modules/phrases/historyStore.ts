import type Database from "better-sqlite3";
import type { ChangeReceipt } from "../../../shared/contract/phrases.ts";
import type { Output } from "../../../shared/contract/index.ts";
import { AppError } from "../../../shared/errors.ts";

/** What kind of row: "phrase", "category", or one that another feature keeps (see `keep`). */
export type Entity = string;

/** Notes how a row stands before it is changed; only the first note of a change counts. */
export type Remember = (entity: Entity, id: string) => void;

/** How many steps can be looked up and undone. */
const HISTORY_KEPT = 500;

const PHRASE_COLUMNS =
  "id title body segments questions shortcut category_id tags shop favourite hotkey send_mode note promise source created_at changed_at trashed_at".split(
    " ",
  );
/** What a row noted by an earlier version of the program does not say. */
const NEWER_COLUMNS: Row = { segments: "[]", questions: "[]", promise: "" };
const CATEGORY_COLUMNS = ["id", "parent_id", "name", "position"];

type Row = Record<string, string | number | null>;

/** Rows of another feature, noted and put back by whoever owns their table. */
export interface KeptRows {
  /** The row as it stands, or undefined. */
  read(id: string): unknown;
  /** What the row is called, for sentences; null when it is not there. */
  title(id: string): string | null;
  /**
   * Makes these rows as they were (null: not there). What others have taken meanwhile (a hotkey, a SKU) they keep.
   */
  takeBack(
    rows: readonly { id: string; before: Record<string, string | number | null> | null }[],
  ): void;
}

interface StepRow {
  readonly entity: Entity;
  readonly entity_id: string;
  /** The row as it was, as JSON; null when it was not there. */
  readonly before: string | null;
}

/** Inserts a row or overwrites the one with its id. */
const upsert = (table: string, columns: readonly string[]): string =>
  `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map((name) => `@${name}`).join(", ")})
   ON CONFLICT (id) DO UPDATE SET ${columns.map((name) => `${name} = excluded.${name}`).join(", ")}`;

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
  const kept = new Map<Entity, KeptRows>();

  /** Lets another feature's rows be part of steps. */
  const keep = (entity: Entity, rows: KeptRows): void => void kept.set(entity, rows);

  function readRow(entity: Entity, id: string): unknown {
    if (entity === "phrase" || entity === "category") return read[entity].get(id);
    const others = kept.get(entity);
    if (!others) throw new Error(`nobody keeps rows of ${entity}`);
    return others.read(id);
  }

  /**
   * Runs one change in a transaction and keeps what is needed to take it back.
   * `run` returns how many things it changed, or that and a better label.
   */
  function change(
    kind: string,
    label: string,
    run: (remember: Remember, historyId: number) => number | { count: number; label: string },
    undoes: number | null = null,
  ): ChangeReceipt {
    return database.transaction(() => {
      const historyId = Number(insertEntry.run(now(), kind, label, undoes).lastInsertRowid);
      const remember: Remember = (entity, id) => {
        const before = readRow(entity, id);
        insertRow.run(historyId, entity, id, before === undefined ? null : JSON.stringify(before));
      };
      const done = run(remember, historyId);
      const result = typeof done === "number" ? { count: done, label } : done;
      setCount.run(result.count, result.label, historyId);
      prune.run(historyId, HISTORY_KEPT);
      return { historyId, count: result.count };
    })();
  }

  // One statement for all phrases of a step: an import of 100,000 is taken back while the person waits.
  const rememberPhrases = database.prepare(
    `INSERT OR IGNORE INTO history_rows (history_id, entity, entity_id, before)
     SELECT @into, 'phrase', step.entity_id, iif(p.id IS NULL, NULL,
       json_object(${PHRASE_COLUMNS.map((name) => `'${name}', p.${name}`).join(", ")}))
     FROM history_rows AS step LEFT JOIN phrases AS p ON p.id = step.entity_id
     WHERE step.history_id = @step AND step.entity = 'phrase'`,
  );
  const removeAdded = database.prepare(
    `DELETE FROM phrases WHERE id IN
       (SELECT entity_id FROM history_rows WHERE history_id = ? AND entity = 'phrase' AND before IS NULL)`,
  );
  // Hotkeys that move between phrases of a step are free while it is taken back.
  const dropHotkeys = database.prepare(
    `UPDATE phrases SET hotkey = NULL WHERE hotkey IS NOT NULL AND id IN
       (SELECT entity_id FROM history_rows WHERE history_id = ? AND entity = 'phrase')`,
  );

  const putBack = {
    phrase: database.prepare(upsert("phrases", PHRASE_COLUMNS)),
    category: database.prepare(upsert("categories", CATEGORY_COLUMNS)),
  };
  // One that somebody has put something into since stays.
  const removeCategory = database.prepare(
    `DELETE FROM categories WHERE id = @id AND NOT EXISTS (SELECT 1 FROM phrases WHERE category_id = @id)
       AND NOT EXISTS (SELECT 1 FROM categories WHERE parent_id = @id)`,
  );
  const categoryThere = database.prepare("SELECT 1 FROM categories WHERE id = ?");
  const hotkeyHolder = database.prepare(
    "SELECT 1 FROM phrases WHERE hotkey = ? AND trashed_at IS NULL AND id <> ?",
  );
  const nameTaken = database.prepare(
    "SELECT 1 FROM categories WHERE coalesce(parent_id, '') = coalesce(?, '') AND name = ? AND id <> ?",
  );

  function putBackPhrase(row: Row): void {
    const taken = row["hotkey"] !== null && row["trashed_at"] === null;
    if (taken && hotkeyHolder.get(row["hotkey"], row["id"])) row["hotkey"] = null;
    if (row["category_id"] !== null && !categoryThere.get(row["category_id"]))
      row["category_id"] = null;
    putBack.phrase.run({ ...NEWER_COLUMNS, ...row });
  }

  function putBackCategory(row: Row): void {
    let name = String(row["name"]);
    for (let n = 2; nameTaken.get(row["parent_id"], name, row["id"]); n += 1)
      name = `${String(row["name"])} (${n})`;
    putBack.category.run({ ...row, name });
  }

  /**
   * Puts the rows of a step back as they were. What others have taken meanwhile (a hotkey, a category's name) they
   * keep; what is gone meanwhile (a category) is done without.
   */
  function takeBack(step: number, rows: readonly StepRow[]): void {
    const of = (entity: Entity): StepRow[] => rows.filter((row) => row.entity === entity);
    const before = (row: StepRow): Row => JSON.parse(row.before ?? "{}") as Row;
    // Parents first, so that each finds its own; a parent that is gone leaves its child at the top.
    let open = of("category")
      .filter((row) => row.before !== null)
      .map(before);
    while (open.length > 0) {
      const ready = open.filter(
        (row) => row["parent_id"] === null || categoryThere.get(row["parent_id"]),
      );
      for (const row of ready) putBackCategory(row);
      const rest = open.filter((row) => !ready.includes(row));
      if (ready.length === 0) for (const row of rest) putBackCategory({ ...row, parent_id: null });
      open = ready.length === 0 ? [] : rest;
    }
    dropHotkeys.run(step);
    removeAdded.run(step);
    for (const row of of("phrase")) if (row.before !== null) putBackPhrase(before(row));
    let gone = of("category").filter((row) => row.before === null);
    for (let changed = true; changed;) {
      const left = gone.filter((row) => removeCategory.run({ id: row.entity_id }).changes === 0);
      changed = left.length < gone.length;
      gone = left;
    }
  }

  function takeBackKept(rows: readonly StepRow[]): void {
    for (const [entity, others] of kept) {
      const own = rows.filter((row) => row.entity === entity);
      if (own.length === 0) continue;
      others.takeBack(
        own.map((row) => ({
          id: row.entity_id,
          before: row.before === null ? null : (JSON.parse(row.before) as Row),
        })),
      );
    }
  }

  // A step and a later undo of a still later one cancel out; what else came later stands in the way.
  const overtaking = database.prepare(
    `SELECT (SELECT title FROM phrases WHERE id = mine.entity_id) AS title, h.label, mine.entity, mine.entity_id
     FROM history_rows AS mine
     JOIN history_rows AS theirs ON theirs.entity_id = mine.entity_id AND theirs.history_id > mine.history_id
     JOIN history AS h ON h.id = theirs.history_id AND h.undone_at IS NULL
       AND (h.undoes IS NULL OR h.undoes < mine.history_id)
     WHERE mine.history_id = ? LIMIT 1`,
  );

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
    const later = overtaking.get(id) as
      | { title: string | null; label: string; entity: Entity; entity_id: string }
      | undefined;
    if (later) {
      const title = later.title ?? kept.get(later.entity)?.title(later.entity_id) ?? later.label;
      throw new AppError("history_overtaken", { title });
    }

    const work = (remember: Remember, into: number): number => {
      const rows = database
        .prepare("SELECT entity, entity_id, before FROM history_rows WHERE history_id = ?")
        .all(id) as StepRow[];
      rememberPhrases.run({ into, step: id });
      for (const row of rows) if (row.entity !== "phrase") remember(row.entity, row.entity_id);
      takeBack(id, rows);
      takeBackKept(rows);
      database.prepare("UPDATE history SET undone_at = ? WHERE id = ?").run(now(), id);
      if (entry.undoes !== null)
        database.prepare("UPDATE history SET undone_at = NULL WHERE id = ?").run(entry.undoes);
      return rows.filter((row) => row.entity === "phrase").length || rows.length;
    };
    return change("undo", entry.label, work, id);
  }

  const size = database.prepare(
    `SELECT count(*) AS rows, coalesce(sum(entity NOT IN (SELECT value FROM json_each(?))), 0) AS others
     FROM history_rows WHERE history_id = ?`,
  );

  /** Whether a step touched at least so many rows, and none of another kind than these. */
  function isLarge(id: number, rows: number, entities: readonly Entity[]): boolean {
    const found = size.get(JSON.stringify(entities), id) as { rows: number; others: number };
    return found.rows >= rows && found.others === 0;
  }

  /** Forgets rows that were deleted for good, and steps that were about nothing else. */
  function forget(ids: readonly string[], entity: Entity = "phrase"): void {
    database
      .prepare(
        "DELETE FROM history_rows WHERE entity = ? AND entity_id IN (SELECT value FROM json_each(?))",
      )
      .run(entity, JSON.stringify(ids));
    database.exec("DELETE FROM history WHERE id NOT IN (SELECT history_id FROM history_rows)");
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

  /** Ids of one kind that a step touched. */
  const touched = (historyId: number, entity: Entity): string[] =>
    database
      .prepare("SELECT entity_id FROM history_rows WHERE history_id = ? AND entity = ?")
      .pluck()
      .all(historyId, entity) as string[];

  const searched = database
    .prepare(
      `WITH RECURSIVE touched(id) AS (
         SELECT entity_id FROM history_rows WHERE history_id = @step AND entity = 'category'
         UNION SELECT c.id FROM categories AS c JOIN touched AS t ON c.parent_id = t.id)
       SELECT entity_id FROM history_rows WHERE history_id = @step AND entity = 'phrase'
       UNION SELECT p.id FROM touched AS t CROSS JOIN phrases AS p INDEXED BY phrases_in_category
         ON p.category_id = t.id AND p.trashed_at IS NULL`,
    )
    .pluck();

  /** Phrases that a step made searchable differently: a category's name is searched with every phrase below it. */
  const searchedIn = (historyId: number): string[] => searched.all({ step: historyId }) as string[];

  return { change, keep, undo, isLarge, forget, list, touched, searchedIn };
}
