import { randomUUID } from "node:crypto";
import type Database from "better-sqlite3";
import type { ChangeReceipt } from "../../../shared/contract/phrases.ts";
import type { Shop, ShopVariable } from "../../../shared/contract/shops.ts";
import { AppError } from "../../../shared/errors.ts";
import { checkVariables } from "./rules.ts";

/** What a shop's name is written into elsewhere. */
export interface ShopSurroundings {
  /** Names of shops in live phrases, with how many each has. */
  readonly inPhrases: () => ReadonlyMap<string, number>;
  /** Gives a shop's phrases another name, as one step of the history; null: it has none. */
  readonly renamePhrases: (before: string, after: string) => ChangeReceipt | null;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly position: number;
}

/** What a rename or its undo changed. */
export interface Renamed {
  readonly before: string;
  readonly after: string;
}

export type ShopStore = ReturnType<typeof createShopStore>;

/** The shops an agent serves. */
export function createShopStore(database: Database.Database, around: ShopSurroundings) {
  const all = database.prepare("SELECT id, name, position FROM shops ORDER BY position, name");
  const one = database.prepare("SELECT id, name, position FROM shops WHERE id = ?");
  const named = database.prepare("SELECT id, name, position FROM shops WHERE name = ?");
  const last = database.prepare("SELECT coalesce(max(position), 0) FROM shops").pluck();
  const variables = database.prepare(
    "SELECT name, value FROM shop_variables WHERE shop_id = ? ORDER BY position",
  );
  const every = database.prepare("SELECT DISTINCT name FROM shop_variables ORDER BY name").pluck();
  const insertVariable = database.prepare(
    "INSERT INTO shop_variables (shop_id, name, value, position) VALUES (?, ?, ?, ?)",
  );
  const clearVariables = database.prepare("DELETE FROM shop_variables WHERE shop_id = ?");
  const upsert = database.prepare(
    `INSERT INTO shops (id, name, position) VALUES (@id, @name, @position)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, position = excluded.position`,
  );
  const noteRename = database.prepare(
    "INSERT INTO shop_renames (history_id, shop_id, before, after) VALUES (?, ?, ?, ?)",
  );

  const variablesOf = (id: string): ShopVariable[] => variables.all(id) as ShopVariable[];
  const toShop = (row: Row, phrases: number): Shop => ({
    ...row,
    variables: variablesOf(row.id),
    phrases,
  });

  /** The shops in their order, then names that only phrases know. */
  function list(): Shop[] {
    const counts = new Map(around.inPhrases());
    const shops = (all.all() as Row[]).map((row) => {
      const phrases = counts.get(row.name) ?? 0;
      counts.delete(row.name);
      return toShop(row, phrases);
    });
    const end = shops.at(-1)?.position ?? 0;
    const others = [...counts].map(([name, phrases], index) => ({
      id: null,
      name,
      variables: [],
      position: end + index + 1,
      phrases,
    }));
    return [...shops, ...others];
  }

  /** @throws AppError shop_missing */
  function get(id: string): Row {
    const row = one.get(id) as Row | undefined;
    if (!row) throw new AppError("shop_missing");
    return row;
  }

  /**
   * Adds or changes a shop; a new name goes into its phrases in the same transaction.
   * @throws AppError shop_missing, shop_exists, shop_variable_name, shop_variable_twice
   */
  function save(draft: {
    readonly id: string | null;
    readonly name: string;
    readonly variables: readonly ShopVariable[];
    readonly position?: number | undefined;
  }): { shop: Shop; receipt: ChangeReceipt | null; renamed: Renamed | null } {
    const { name } = draft;
    checkVariables(draft.variables);
    return database.transaction(() => {
      const old = draft.id === null ? null : get(draft.id);
      const holder = named.get(name) as Row | undefined;
      if (holder && holder.id !== old?.id) throw new AppError("shop_exists", { name });
      const id = old?.id ?? randomUUID();
      const position = draft.position ?? old?.position ?? (last.get() as number) + 1;
      upsert.run({ id, name, position });
      clearVariables.run(id);
      for (const [index, variable] of draft.variables.entries())
        insertVariable.run(id, variable.name, variable.value, index);
      let receipt: ChangeReceipt | null = null;
      const renamed = old && old.name !== name ? { before: old.name, after: name } : null;
      if (renamed) {
        receipt = around.renamePhrases(renamed.before, renamed.after);
        if (receipt) noteRename.run(receipt.historyId, id, renamed.before, renamed.after);
      }
      const phrases = around.inPhrases().get(name) ?? 0;
      return { shop: toShop({ id, name, position }, phrases), receipt, renamed };
    })();
  }

  /** @throws AppError shop_missing */
  function remove(id: string): Shop {
    const row = get(id);
    const shop = toShop(row, around.inPhrases().get(row.name) ?? 0);
    database.prepare("DELETE FROM shops WHERE id = ?").run(id);
    return shop;
  }

  /**
   * A step of the history was taken back: when it gave a shop another name, the shop has its old one again.
   * Call in the transaction of the undo. A name that another shop took meanwhile stays with that one.
   */
  function followUndo(undone: number, by: number): Renamed | null {
    const rename = database
      .prepare("SELECT shop_id, before, after FROM shop_renames WHERE history_id = ?")
      .get(undone) as { shop_id: string; before: string; after: string } | undefined;
    if (!rename) return null;
    const row = one.get(rename.shop_id) as Row | undefined;
    if (!row || row.name !== rename.after || named.get(rename.before)) return null;
    upsert.run({ ...row, name: rename.before });
    noteRename.run(by, row.id, rename.after, rename.before);
    return { before: rename.after, after: rename.before };
  }

  /** What a shop fills in; nothing for a name that is no shop of ours. */
  function valuesOf(name: string): Record<string, string> {
    const row = named.get(name) as Row | undefined;
    if (!row) return {};
    return Object.fromEntries(variablesOf(row.id).map((each) => [each.name, each.value]));
  }

  return {
    list,
    save,
    remove,
    followUndo,
    valuesOf,
    /** Names of every variable of any shop. */
    variableNames: (): Set<string> => new Set(every.all() as string[]),
    names: (): string[] => list().map((shop) => shop.name),
  };
}
