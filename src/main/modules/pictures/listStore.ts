import type Database from "better-sqlite3";
import type {
  Picture,
  PictureMime,
  PictureRow,
  PictureView,
} from "../../../shared/contract/pictures.ts";
import { skuKey } from "../../../shared/rules/sku.ts";
import { type Raw, SELECT_PICTURES, toPicture, toRow } from "./pictureRows.ts";

const VIEWS: Readonly<Record<PictureView, string>> = {
  all: "p.trashed_at IS NULL",
  favourites: "p.trashed_at IS NULL AND p.favourite = 1",
  unlinked: "p.trashed_at IS NULL AND p.sku_key = ''",
  trash: "p.trashed_at IS NOT NULL",
};

/** Which pictures a list is about. */
export interface PictureFilter {
  readonly view: PictureView;
  /** Null: of any SKU. */
  readonly sku: string | null;
}

/** What grids and fields show of the pictures. Reads only. */
export function createPictureList(database: Database.Database) {
  const selectSome = database.prepare(
    `${SELECT_PICTURES} WHERE p.id IN (SELECT value FROM json_each(?))`,
  );

  function where({ view, sku }: PictureFilter): { sql: string; values: string[] } {
    if (sku === null) return { sql: VIEWS[view], values: [] };
    return { sql: `${VIEWS[view]} AND p.sku_key = ?`, values: [skuKey(sku)] };
  }

  /** Rows of these pictures, in this order; those that are gone are left out. */
  function rows(ids: readonly string[]): PictureRow[] {
    const raws = selectSome.all(JSON.stringify(ids)) as Raw[];
    const byId = new Map(raws.map((raw) => [raw.id, toRow(raw)]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** One window, newest first; `contains` is a plain substring filter. */
  function page(
    filter: PictureFilter,
    offset: number,
    limit: number,
    contains = "",
  ): { total: number; rows: PictureRow[] } {
    const { sql, values } = where(filter);
    const text = contains === "" ? "" : " AND instr(lower(p.name || ' ' || p.sku), ?)";
    const all = contains === "" ? values : [...values, contains.toLowerCase()];
    const order =
      filter.view === "trash"
        ? "p.trashed_at DESC, p.rowid DESC"
        : "p.created_at DESC, p.rowid DESC";
    const total = database
      .prepare(`SELECT count(*) FROM pictures AS p WHERE ${sql}${text}`)
      .pluck()
      .get(...all) as number;
    const found = database
      // The window is found in an index first; only its rows are read.
      .prepare(
        `${SELECT_PICTURES} WHERE p.id IN (SELECT p.id FROM pictures AS p WHERE ${sql}${text}
           ORDER BY ${order} LIMIT ? OFFSET ?) ORDER BY ${order}`,
      )
      .all(...all, limit, offset) as Raw[];
    return { total, rows: found.map(toRow) };
  }

  /** Ids of a list, for filtering what a search found. */
  function ids(filter: PictureFilter): Set<string> {
    const { sql, values } = where(filter);
    return new Set(
      database
        .prepare(`SELECT p.id FROM pictures AS p WHERE ${sql}`)
        .pluck()
        .all(...values) as string[],
    );
  }

  /** Every live picture, read in portions: no statement stays open while the caller does other things. */
  function* live(): Generator<Picture> {
    const portion = database.prepare(
      `${SELECT_PICTURES} WHERE p.trashed_at IS NULL AND p.id > ? ORDER BY p.id LIMIT 500`,
    );
    for (let after = ""; ;) {
      const raws = portion.all(after) as Raw[];
      for (const raw of raws) yield toPicture(raw);
      const last = raws.at(-1);
      if (!last) return;
      after = last.id;
    }
  }

  const count = (): number =>
    database
      .prepare("SELECT count(*) FROM pictures WHERE trashed_at IS NULL")
      .pluck()
      .get() as number;

  /** Every picture, the trash included: what the files are checked against. */
  const all = (): { id: string; name: string; mime: PictureMime }[] =>
    database.prepare("SELECT id, name, mime FROM pictures ORDER BY created_at, rowid").all() as {
      id: string;
      name: string;
      mime: PictureMime;
    }[];

  return { rows, page, ids, live, count, all };
}
