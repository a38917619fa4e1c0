import type Database from "better-sqlite3";
import type { Product, ProductRow } from "../../../shared/contract/products.ts";
import { skuKey } from "../../../shared/rules/sku.ts";
import { type Raw, toProduct } from "./productRows.ts";

const VIEWS = {
  all: "p.trashed_at IS NULL",
  trash: "p.trashed_at IS NOT NULL",
} as const;

export interface ProductFilter {
  readonly view: keyof typeof VIEWS;
  /** Null: every shop's. */
  readonly shop: string | null;
}

/** A product as far as its uses are concerned. */
export interface ProductLinks {
  readonly id: string;
  readonly phraseIds: string[];
  readonly pictureIds: string[];
}

type RawRow = Omit<ProductRow, "trashedAt"> & { trashed_at: number | null };

// The face is the first picture that is there and not in the trash.
const SELECT_ROWS = `SELECT p.id, p.sku, p.name, p.shop, p.price, p.stock_note AS stockNote, p.trashed_at,
    json_array_length(p.pictures) AS pictures,
    (SELECT i.id FROM json_each(p.pictures) AS each JOIN pictures AS i ON i.id = each.value
     WHERE i.trashed_at IS NULL ORDER BY each.key LIMIT 1) AS picture
  FROM products AS p`;

const toRow = ({ trashed_at, ...row }: RawRow): ProductRow => ({ ...row, trashedAt: trashed_at });

/** What lists and other features see of the products. Reads only. */
export function createProductList(database: Database.Database) {
  const some = database.prepare(`${SELECT_ROWS} WHERE p.id IN (SELECT value FROM json_each(?))`);

  function where({ view, shop }: ProductFilter): { sql: string; values: string[] } {
    return shop === null
      ? { sql: VIEWS[view], values: [] }
      : { sql: `${VIEWS[view]} AND p.shop IN ('', ?)`, values: [shop] };
  }

  /** Rows of these products, in this order; those that are gone are left out. */
  function rows(ids: readonly string[]): ProductRow[] {
    const raws = some.all(JSON.stringify(ids)) as RawRow[];
    const byId = new Map(raws.map((raw) => [raw.id, toRow(raw)]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** One window, newest first; `contains` is a plain substring filter. */
  function page(
    filter: ProductFilter,
    offset: number,
    limit: number,
    contains = "",
  ): { total: number; rows: ProductRow[] } {
    const { sql, values } = where(filter);
    const text = contains === "" ? "" : " AND instr(lower(p.name || ' ' || p.sku), ?)";
    const all = contains === "" ? values : [...values, contains.toLowerCase()];
    const by = filter.view === "trash" ? "p.trashed_at" : "p.created_at";
    const total = database
      .prepare(`SELECT count(*) FROM products AS p WHERE ${sql}${text}`)
      .pluck()
      .get(...all) as number;
    const found = database
      .prepare(
        `${SELECT_ROWS} WHERE p.id IN (SELECT p.id FROM products AS p WHERE ${sql}${text}
           ORDER BY ${by} DESC, p.rowid DESC LIMIT ? OFFSET ?) ORDER BY ${by} DESC, p.rowid DESC`,
      )
      .all(...all, limit, offset) as RawRow[];
    return { total, rows: found.map(toRow) };
  }

  /** Ids of a list, for filtering what a search found. */
  function ids(filter: ProductFilter): Set<string> {
    const { sql, values } = where(filter);
    return new Set(
      database
        .prepare(`SELECT p.id FROM products AS p WHERE ${sql}`)
        .pluck()
        .all(...values) as string[],
    );
  }

  /** Every live product, read in portions: no statement stays open while the caller does other things. */
  function* live(): Generator<Product> {
    const portion = database.prepare(
      "SELECT * FROM products WHERE trashed_at IS NULL AND id > ? ORDER BY id LIMIT 500",
    );
    for (let after = ""; ;) {
      const raws = portion.all(after) as Raw[];
      for (const raw of raws) yield toProduct(raw);
      const last = raws.at(-1);
      if (!last) return;
      after = last.id;
    }
  }

  /** Live products of a SKU, whichever shop's. */
  const bySku = (sku: string): Product[] =>
    (
      database
        .prepare(
          "SELECT * FROM products WHERE sku_key = ? AND trashed_at IS NULL ORDER BY shop, created_at",
        )
        .all(skuKey(sku)) as Raw[]
    ).map(toProduct);

  /** The SKUs of live products, as they are compared. */
  const skuKeys = (): string[] =>
    database
      .prepare("SELECT DISTINCT sku_key FROM products WHERE trashed_at IS NULL")
      .pluck()
      .all() as string[];

  /** Live products that show a picture. */
  const withPicture = (picture: string): { id: string; sku: string; name: string }[] =>
    database
      .prepare(
        `SELECT id, sku, name FROM products
         WHERE trashed_at IS NULL AND instr(pictures, ?) > 0 ORDER BY created_at DESC LIMIT 50`,
      )
      .all(picture) as { id: string; sku: string; name: string }[];

  /** Every picture that some product shows, also one in the trash: it may come back. */
  const picturesUsed = (): string[] =>
    database
      .prepare("SELECT DISTINCT each.value FROM products AS p, json_each(p.pictures) AS each")
      .pluck()
      .all() as string[];

  /** What of each live product can be used in a chat. */
  const links = (): ProductLinks[] =>
    (
      database
        .prepare("SELECT id, questions, pictures FROM products WHERE trashed_at IS NULL")
        .all() as { id: string; questions: string; pictures: string }[]
    ).map(({ id, questions, pictures }) => ({
      id,
      phraseIds: (JSON.parse(questions) as { phraseId: string | null }[]).flatMap(({ phraseId }) =>
        phraseId === null ? [] : [phraseId],
      ),
      pictureIds: JSON.parse(pictures) as string[],
    }));

  const shops = (): string[] =>
    database
      .prepare(
        "SELECT DISTINCT shop FROM products WHERE shop <> '' AND trashed_at IS NULL ORDER BY shop",
      )
      .pluck()
      .all() as string[];

  return { rows, page, ids, live, bySku, skuKeys, withPicture, picturesUsed, links, shops };
}
