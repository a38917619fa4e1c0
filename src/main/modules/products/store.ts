import { randomUUID } from "node:crypto";
import type Database from "better-sqlite3";
import type { ChangeReceipt } from "../../../shared/contract/phrases.ts";
import type { Product, ProductFields } from "../../../shared/contract/products.ts";
import { AppError } from "../../../shared/errors.ts";
import { skuKey } from "../../../shared/rules/sku.ts";
import { createProductList } from "./listStore.ts";
import { PRODUCT_COLUMNS, type Raw, toColumns, toProduct } from "./productRows.ts";

type Row = Record<string, string | number | null>;
export type Remember = (entity: string, id: string) => void;

/** The library's history, handed in: products are part of its steps. */
export interface History {
  keep(
    entity: string,
    rows: {
      read(id: string): unknown;
      title(id: string): string | null;
      takeBack(rows: readonly { id: string; before: Row | null }[]): void;
    },
  ): void;
  change(kind: string, label: string, run: (remember: Remember) => number): ChangeReceipt;
  forget(ids: readonly string[], entity: string): void;
}

/** How the history calls a product. */
export const PRODUCT = "product";

/** Longer ago than this a use no longer decides anything, milliseconds. */
const USES_KEPT = 60 * 24 * 60 * 60 * 1_000;

export type ProductStore = ReturnType<typeof createProductStore>;

/** Product cards in SQLite. @param now the time in milliseconds */
export function createProductStore(
  database: Database.Database,
  history: History,
  now: () => number,
) {
  const selectOne = database.prepare("SELECT * FROM products WHERE id = ?");
  const put = database.prepare(
    `INSERT INTO products (${PRODUCT_COLUMNS.join(", ")}) VALUES (${PRODUCT_COLUMNS.map((name) => `@${name}`).join(", ")})
     ON CONFLICT (id) DO UPDATE SET ${PRODUCT_COLUMNS.map((name) => `${name} = excluded.${name}`).join(", ")}`,
  );
  const holder = database.prepare(
    "SELECT id, name FROM products WHERE shop = ? AND sku_key = ? AND trashed_at IS NULL AND id <> ?",
  );

  /** Null when there is no such product, not even in the trash. */
  function find(id: string): Product | null {
    const raw = selectOne.get(id) as Raw | undefined;
    return raw ? toProduct(raw) : null;
  }

  /** @throws AppError product_missing */
  function get(id: string): Product {
    const found = find(id);
    if (!found) throw new AppError("product_missing");
    return found;
  }

  /** @throws AppError product_sku_needed, product_name_needed, product_sku_taken */
  function check(fields: ProductFields, id: string): void {
    if (skuKey(fields.sku) === "") throw new AppError("product_sku_needed");
    if (fields.name.trim() === "") throw new AppError("product_name_needed");
    const other = holder.get(fields.shop, skuKey(fields.sku), id) as { name: string } | undefined;
    if (other)
      throw new AppError("product_sku_taken", {
        sku: fields.sku,
        name: other.name,
        shop: fields.shop || "-",
      });
  }

  /** Writes a new product. Call inside a change. @throws AppError as `check` */
  function insert(remember: Remember, fields: ProductFields): string {
    const id = randomUUID();
    check(fields, id);
    remember(PRODUCT, id);
    const at = now();
    put.run({ ...toColumns(fields), id, created_at: at, changed_at: at, trashed_at: null });
    return id;
  }

  /** Overwrites fields of a product. Call inside a change. @throws AppError as `check` */
  function write(remember: Remember, id: string, changes: Partial<ProductFields>): void {
    const old = get(id);
    const fields = { ...old, ...changes };
    if (old.trashedAt === null) check(fields, id);
    remember(PRODUCT, id);
    put.run({
      ...toColumns(fields),
      ...{ id, created_at: old.createdAt, changed_at: now(), trashed_at: old.trashedAt },
    });
  }

  function create(fields: ProductFields): { product: Product; historyId: number } {
    let id = "";
    const { historyId } = history.change("create", fields.name, (remember) => {
      id = insert(remember, fields);
      return 1;
    });
    return { product: get(id), historyId };
  }

  function update(
    id: string,
    changes: Partial<ProductFields>,
  ): { product: Product; historyId: number } {
    const { historyId } = history.change("update", changes.name ?? get(id).name, (remember) => {
      write(remember, id, changes);
      return 1;
    });
    return { product: get(id), historyId };
  }

  const trash = (ids: readonly string[]): ChangeReceipt =>
    history.change("trash", get(ids[0]!).name, (remember) => {
      const statement = database.prepare(
        "UPDATE products SET trashed_at = ? WHERE trashed_at IS NULL AND id = ?",
      );
      let count = 0;
      for (const id of ids) {
        remember(PRODUCT, id);
        count += statement.run(now(), id).changes;
      }
      return count;
    });

  /** Out of the trash. @throws AppError product_sku_taken: another has the SKU by now; nothing is restored */
  const restore = (ids: readonly string[]): ChangeReceipt =>
    history.change("restore", get(ids[0]!).name, (remember) => {
      const statement = database.prepare(
        "UPDATE products SET trashed_at = NULL WHERE trashed_at IS NOT NULL AND id = ?",
      );
      let count = 0;
      for (const id of ids) {
        check(get(id), id);
        remember(PRODUCT, id);
        count += statement.run(id).changes;
      }
      return count;
    });

  /** Deletes for good what is in the trash; no step can bring it back. */
  const emptyTrash = (): number =>
    database.transaction(() => {
      const gone = database
        .prepare("SELECT id FROM products WHERE trashed_at IS NOT NULL")
        .pluck()
        .all() as string[];
      history.forget(gone, PRODUCT);
      return database.prepare("DELETE FROM products WHERE trashed_at IS NOT NULL").run().changes;
    })();

  const noteUse = database.prepare("INSERT INTO product_uses (at, product_id) VALUES (?, ?)");
  const forgetUses = database.prepare("DELETE FROM product_uses WHERE at < ?");

  /** Counts a use of the card itself. @param at milliseconds since 1970 */
  function used(id: string, at: number): void {
    database.transaction(() => {
      noteUse.run(at, id);
      forgetUses.run(at - USES_KEPT);
    })();
  }

  /** How often each card was used since a time. */
  const usesSince = (at: number): Map<string, number> =>
    new Map(
      (
        database
          .prepare(
            "SELECT product_id AS id, count(*) AS count FROM product_uses WHERE at >= ? GROUP BY product_id",
          )
          .all(at) as { id: string; count: number }[]
      ).map(({ id, count }) => [id, count]),
    );

  /** A row with a SKU that nobody else has: what others took meanwhile they keep. */
  function withFreeSku(row: Row): Row {
    if (row["trashed_at"] !== null) return row;
    let sku = String(row["sku"]);
    for (let n = 2; holder.get(row["shop"], skuKey(sku), row["id"]); n += 1)
      sku = `${String(row["sku"])} (${n})`;
    return { ...row, sku, sku_key: skuKey(sku) };
  }

  history.keep(PRODUCT, {
    read: (id) => selectOne.get(id),
    title: (id) => find(id)?.name ?? null,
    takeBack(rows) {
      // SKUs that move between products of this step are free while it is taken back.
      const aside = database.prepare("UPDATE products SET sku_key = 'aside ' || id WHERE id = ?");
      for (const { id } of rows) aside.run(id);
      for (const { id, before } of rows)
        if (before === null) database.prepare("DELETE FROM products WHERE id = ?").run(id);
        else put.run(withFreeSku(before));
    },
  });

  return {
    ...createProductList(database),
    find,
    get,
    insert,
    write,
    create,
    update,
    trash,
    restore,
    emptyTrash,
    used,
    usesSince,
  };
}
