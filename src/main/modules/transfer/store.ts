import type Database from "better-sqlite3";
import type { PhraseDraft } from "../../../shared/contract/phrases.ts";
import type {
  ExistingPhrase,
  ExportedPhrase,
  NewPhrase,
  PhraseContent,
  TransferStore,
  TransferWriter,
} from "./transferPort.ts";

type Remember = (entity: "phrase" | "category", id: string) => void;

/** The part of the phrase library that writes; handed in, so that there is one place that knows how. */
export interface Library {
  readonly history: {
    change(kind: string, label: string, run: (remember: Remember) => number): { historyId: number };
  };
  readonly categories: {
    ensurePath(remember: Remember, path: readonly string[]): string | null;
  };
  insert(
    remember: Remember,
    draft: PhraseDraft & { id?: string; source?: string; createdAt?: number; changedAt?: number },
  ): string;
  write(remember: Remember, id: string, changes: Partial<PhraseDraft>, source?: string): void;
}

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

const CATEGORIES = `
  WITH RECURSIVE tree (id, path, depth, position) AS (
    SELECT id, json_array(name), 1, position FROM categories WHERE parent_id IS NULL
    UNION ALL
    SELECT c.id, json_insert(t.path, '$[#]', c.name), t.depth + 1, c.position
      FROM categories AS c JOIN tree AS t ON c.parent_id = t.id WHERE t.depth < 16
  )
  SELECT id, path FROM tree ORDER BY depth, position, id`;

const PHRASES = `SELECT p.*, coalesce(u.count, 0) AS use_count, u.last_used_at
  FROM phrases AS p LEFT JOIN phrase_use AS u ON u.phrase_id = p.id`;

/**
 * The library for import and export.
 * @param database a connection nobody else uses while an import writes
 * @param now the time in milliseconds
 */
export function createTransferStore(
  database: Database.Database,
  library: Library,
  now: () => number,
): TransferStore {
  function categories(): Map<string, string[]> {
    const rows = database.prepare(CATEGORIES).all() as { id: string; path: string }[];
    return new Map(rows.map(({ id, path }) => [id, JSON.parse(path) as string[]]));
  }

  function* read(tail: string): Generator<ExportedPhrase & ExistingPhrase> {
    const paths = categories();
    for (const raw of database.prepare(`${PHRASES} ${tail}`).iterate())
      yield toPhrase(raw as Raw, paths);
  }

  return {
    existing: () => read("ORDER BY p.created_at, p.rowid"),
    exported: () => read("WHERE p.trashed_at IS NULL ORDER BY p.created_at DESC, p.rowid DESC"),
    categoryPaths: () => categories().values(),
    async change(label, count, work) {
      database.exec("BEGIN IMMEDIATE");
      try {
        let note: Remember = () => undefined;
        // The step is made at once; what it remembers is noted while the transaction around it stays open.
        const { historyId } = library.history.change("import", label, (remember) => {
          note = remember;
          return count;
        });
        await work(writer(database, library, note, now()));
        database.exec("COMMIT");
        return { historyId };
      } catch (error) {
        // SQLite has already rolled back by itself after some failures, a full disk among them.
        if (database.inTransaction) database.exec("ROLLBACK");
        throw error;
      }
    },
  };
}

function writer(
  database: Database.Database,
  library: Library,
  remember: Remember,
  start: number,
): TransferWriter {
  const setUse = database.prepare(
    "INSERT OR REPLACE INTO phrase_use (phrase_id, count, last_used_at) VALUES (?, ?, ?)",
  );
  const known = new Map<string, string | null>();
  let time = start;

  function categoryId(path: readonly string[]): string | null {
    const key = path.join("\0");
    const found = known.get(key);
    if (found !== undefined) return found;
    const id = library.categories.ensurePath(remember, path);
    known.set(key, id);
    return id;
  }

  return {
    ensureCategory(path) {
      categoryId(path);
    },
    insert(phrase) {
      // Lists show the newest first: later rows get earlier times, so the list has the order of the file.
      const created = phrase.createdAt ?? time--;
      const { id, source, changedAt } = phrase;
      const written = library.insert(remember, {
        ...contentColumns(phrase, categoryId(phrase.category)),
        id,
        source,
        createdAt: created,
        changedAt: changedAt ?? created,
      });
      const used = (phrase.useCount ?? 0) > 0 || (phrase.lastUsedAt ?? null) !== null;
      if (used) setUse.run(written, phrase.useCount ?? 0, phrase.lastUsedAt ?? null);
    },
    update(id, { category, tags, ...changes }) {
      const draft: Partial<PhraseDraft> = { ...changes };
      if (category !== undefined) draft.categoryId = categoryId(category);
      if (tags !== undefined) draft.tags = [...tags];
      // What a person rewrites is theirs from then on, as in the editor.
      const rewritten = changes.title !== undefined || changes.body !== undefined;
      library.write(remember, id, draft, rewritten ? "mine" : undefined);
    },
  };
}

function contentColumns(phrase: NewPhrase | PhraseContent, categoryId: string | null): PhraseDraft {
  const { title, body, shortcut, tags, shop, favourite, hotkey, sendMode, note } = phrase;
  return {
    title,
    body,
    shortcut,
    categoryId,
    tags: [...tags],
    shop,
    favourite,
    hotkey,
    sendMode,
    note,
  };
}

function toPhrase(raw: Raw, paths: ReadonlyMap<string, string[]>): ExportedPhrase & ExistingPhrase {
  return {
    id: raw.id,
    title: raw.title,
    body: raw.body,
    shortcut: raw.shortcut,
    category: raw.category_id === null ? [] : (paths.get(raw.category_id) ?? []),
    tags: JSON.parse(raw.tags) as string[],
    shop: raw.shop,
    favourite: raw.favourite === 1,
    hotkey: raw.hotkey,
    sendMode: raw.send_mode,
    note: raw.note,
    source: raw.source,
    createdAt: raw.created_at,
    changedAt: raw.changed_at,
    useCount: raw.use_count,
    lastUsedAt: raw.last_used_at,
    trashed: raw.trashed_at !== null,
  };
}
