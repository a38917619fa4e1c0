import type Database from "better-sqlite3";
import type { PhraseRow } from "../../../shared/contract/phrases.ts";
import type { CategoryStore } from "./categoryStore.ts";
import { type Raw, SELECT_PHRASES, toPhrase } from "./phraseRows.ts";

/** How much of a body a list row carries, in characters. */
const ROW_BODY = 160;

export type View = "all" | "favourites" | "uncategorised" | "trash";

/** Which phrases a list shows. */
export interface Listed {
  readonly view: View;
  readonly categoryId: string | null;
  /** What is below the category too. */
  readonly below: boolean;
}

const VIEWS: Record<View, string> = {
  all: "p.trashed_at IS NULL",
  favourites: "p.trashed_at IS NULL AND p.favourite = 1",
  uncategorised: "p.trashed_at IS NULL AND p.category_id IS NULL",
  trash: "p.trashed_at IS NOT NULL",
};

/** What lists and fields show of the library: windows of rows, ids, what was used lately. Reads only. */
export function createListStore(database: Database.Database, categories: CategoryStore) {
  const selectOne = database.prepare(`${SELECT_PHRASES} WHERE p.id = ?`);

  function toRows(raws: readonly Raw[]): PhraseRow[] {
    const paths = categories.paths();
    return raws.map((raw) => {
      const { note: _note, createdAt: _createdAt, questions: _, segments, ...row } = toPhrase(raw);
      return {
        ...row,
        body: [...row.body.slice(0, ROW_BODY * 2)].slice(0, ROW_BODY).join(""),
        texts: segments.length === 0 ? 1 : segments.filter(({ kind }) => kind === "text").length,
        pictures: segments.flatMap((each) => (each.kind === "picture" ? [each.picture] : [])),
        categoryPath: (row.categoryId === null ? undefined : paths.get(row.categoryId)) ?? [],
      };
    });
  }

  /** List rows of these phrases, in this order; those that are gone are left out. */
  function rows(ids: readonly string[]): PhraseRow[] {
    return toRows(ids.flatMap((id) => (selectOne.get(id) as Raw | undefined) ?? []));
  }

  function where({ view, categoryId, below }: Listed): { sql: string; values: string[] } {
    if (categoryId === null) return { sql: VIEWS[view], values: [] };
    const within = below ? categories.within(categoryId) : [categoryId];
    return {
      sql: `${VIEWS[view]} AND p.category_id IN (SELECT value FROM json_each(?))`,
      values: [JSON.stringify(within)],
    };
  }

  /** One window of a list, newest first; `contains` is a plain substring filter. */
  function page(
    listed: Listed,
    offset: number,
    limit: number,
    contains = "",
  ): { total: number; rows: PhraseRow[] } {
    const filter = where(listed);
    const text =
      contains === ""
        ? ""
        : " AND (instr(lower(p.title), ?) OR instr(lower(p.body), ?) OR instr(lower(p.shortcut), ?))";
    const needle = contains.toLowerCase();
    const values = [...filter.values, ...(contains === "" ? [] : [needle, needle, needle])];
    const order =
      listed.view === "trash"
        ? "p.trashed_at DESC, p.rowid DESC"
        : "p.created_at DESC, p.rowid DESC";
    const total = database
      .prepare(`SELECT count(*) FROM phrases AS p WHERE ${filter.sql}${text}`)
      .pluck()
      .get(...values) as number;
    const found = database
      // The window is found in an index first; only its rows are read.
      .prepare(
        `${SELECT_PHRASES} WHERE p.id IN (SELECT p.id FROM phrases AS p WHERE ${filter.sql}${text}
           ORDER BY ${order} LIMIT ? OFFSET ?) ORDER BY ${order}`,
      )
      .all(...values, limit, offset) as Raw[];
    return { total, rows: toRows(found) };
  }

  /** Ids in a view, for filtering search results. */
  function ids(listed: Listed): Set<string> {
    const filter = where(listed);
    return new Set(
      database
        .prepare(`SELECT p.id FROM phrases AS p WHERE ${filter.sql}`)
        .pluck()
        .all(...filter.values) as string[],
    );
  }

  const favourites = database.prepare(
    `${SELECT_PHRASES} WHERE p.trashed_at IS NULL AND p.favourite = 1 AND (@shop IS NULL OR p.shop IN ('', @shop))
     ORDER BY coalesce(u.last_used_at, 0) DESC, p.created_at DESC LIMIT @limit`,
  );
  const lately = database.prepare(
    `SELECT p.*, u.count AS use_count, u.last_used_at
     FROM phrase_use AS u CROSS JOIN phrases AS p ON p.id = u.phrase_id
     WHERE p.trashed_at IS NULL AND p.favourite = 0 AND (@shop IS NULL OR p.shop IN ('', @shop))
     ORDER BY u.last_used_at DESC LIMIT @limit`,
  );

  const eldest = database.prepare(
    `${SELECT_PHRASES} WHERE p.trashed_at IS NULL AND (@shop IS NULL OR p.shop IN ('', @shop))
     ORDER BY p.rowid LIMIT @limit`,
  );

  /**
   * Favourites, the last used first, then what else was used lately. Of a library nothing was used of yet, what it
   * begins with: who has just imported their file sees that it is there.
   */
  function recent(limit: number, shop: string | null): PhraseRow[] {
    // However many favourites there are, a third of the list is for what was used lately.
    const rest = lately.all({ shop, limit }) as Raw[];
    const first = favourites.all({ shop, limit }) as Raw[];
    if (first.length + rest.length === 0) return toRows(eldest.all({ shop, limit }) as Raw[]);
    const room = Math.max(limit - rest.length, Math.ceil((limit * 2) / 3));
    return toRows([...first.slice(0, room), ...rest].slice(0, limit));
  }

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

  /** Live phrases with exactly this code, the shop's own first, then those of no shop. */
  const withCode = (code: string, shop: string): { id: string }[] =>
    database
      .prepare(
        `SELECT id FROM phrases WHERE lower(shortcut) = lower(?) AND shortcut <> '' AND trashed_at IS NULL
         ORDER BY shop = ? DESC, shop = '' DESC, created_at LIMIT 20`,
      )
      .all(code, shop) as { id: string }[];

  const shops = (): string[] =>
    database
      .prepare(
        "SELECT DISTINCT shop FROM phrases WHERE shop <> '' AND trashed_at IS NULL ORDER BY shop",
      )
      .pluck()
      .all() as string[];

  /** Live phrases that show a picture. */
  const withPicture = (picture: string): { id: string; title: string }[] =>
    database
      .prepare(
        `SELECT id, title FROM phrases WHERE trashed_at IS NULL AND segments <> '[]' AND instr(segments, ?) > 0
         ORDER BY created_at DESC LIMIT 50`,
      )
      .all(picture) as { id: string; title: string }[];

  /** Every picture that some phrase shows, also one in the trash: it may come back. */
  const picturesUsed = (): string[] =>
    database
      .prepare(
        `SELECT DISTINCT json_extract(each.value, '$.picture') FROM phrases AS p, json_each(p.segments) AS each
         WHERE p.segments <> '[]' AND json_extract(each.value, '$.kind') = 'picture'`,
      )
      .pluck()
      .all() as string[];

  /** How many live phrases each shop has. */
  const shopCounts = (): Map<string, number> =>
    new Map(
      database
        .prepare(
          "SELECT shop, count(*) FROM phrases WHERE shop <> '' AND trashed_at IS NULL GROUP BY shop ORDER BY shop",
        )
        .raw()
        .all() as [string, number][],
    );

  /** Live phrases whose words have braces in them: they may be templates. */
  const withBraces = (): string[] =>
    database
      .prepare(
        "SELECT id FROM phrases WHERE trashed_at IS NULL AND (instr(body, '{{') > 0 OR instr(body, '{%') > 0)",
      )
      .pluck()
      .all() as string[];

  /** Live phrases in one of these categories or with one of these tags, the most used first. */
  const inScene = (categoryIds: readonly string[], tags: readonly string[]): string[] =>
    database
      .prepare(
        `SELECT p.id FROM phrases AS p LEFT JOIN phrase_use AS u ON u.phrase_id = p.id
         WHERE p.trashed_at IS NULL AND (p.category_id IN (SELECT value FROM json_each(@categories))
           OR (p.tags <> '[]' AND EXISTS (SELECT 1 FROM json_each(p.tags) AS tag
             WHERE lower(trim(tag.value)) IN (SELECT value FROM json_each(@tags)))))
         ORDER BY p.favourite DESC, coalesce(u.count, 0) DESC, p.created_at, p.rowid`,
      )
      .pluck()
      .all({
        categories: JSON.stringify(categoryIds),
        tags: JSON.stringify(tags),
      }) as string[];

  const lists = { rows, page, ids, recent, withBraces, inScene };
  return { ...lists, sameShortcut, withCode, shops, shopCounts, withPicture, picturesUsed };
}
