import { randomUUID } from "node:crypto";
import type Database from "better-sqlite3";
import type { ChangeReceipt } from "../../../shared/contract/phrases.ts";
import type { Shop, ShopVariable } from "../../../shared/contract/shops.ts";
import { AppError } from "../../../shared/errors.ts";
import { type PlainRows, plainRows } from "../../database/keptRows.ts";
import { checkVariables } from "./rules.ts";

type Remember = (entity: string, id: string) => void;

/** What a shop's name is written into elsewhere, and the history its changes are steps of. */
export interface ShopSurroundings {
  readonly history: {
    keep(entity: string, rows: PlainRows): void;
    change(
      kind: string,
      label: string,
      run: (remember: Remember) => number | { count: number; label: string },
    ): ChangeReceipt;
  };
  /** Names of shops in live phrases, with how many each has. */
  readonly inPhrases: () => ReadonlyMap<string, number>;
  /** Gives a shop's phrases another name; gives how many. Called inside a change. */
  readonly renamePhrases: (remember: Remember, before: string, after: string) => number;
  /** The same for whatever else of the history says a shop's name. */
  readonly renameElsewhere: (remember: Remember, before: string, after: string) => void;
}

/** A shop as its draft says. */
export interface ShopDraft {
  readonly id: string | null;
  readonly name: string;
  readonly variables: readonly ShopVariable[];
  readonly position?: number | undefined;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly variables: string;
  readonly position: number;
}

/** A shop that has another name since. */
export interface Renamed {
  readonly before: string;
  readonly after: string;
}

/** What the history calls our rows. */
export const SHOP = "shop";

export type ShopStore = ReturnType<typeof createShopStore>;

/** The shops an agent serves. Every change is a step of the history. */
export function createShopStore(database: Database.Database, around: ShopSurroundings) {
  const { history } = around;
  const all = database.prepare("SELECT * FROM shops ORDER BY position, name");
  const one = database.prepare("SELECT * FROM shops WHERE id = ?");
  const named = database.prepare("SELECT * FROM shops WHERE name = ?");
  const last = database.prepare("SELECT coalesce(max(position), 0) FROM shops").pluck();
  const upsert = database.prepare(
    `INSERT INTO shops (id, name, variables, position) VALUES (@id, @name, @variables, @position)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, variables = excluded.variables, position = excluded.position`,
  );
  const variableNames = database
    .prepare("SELECT DISTINCT value ->> 'name' FROM shops, json_each(shops.variables) ORDER BY 1")
    .pluck();

  let renames: Renamed[] = [];
  const rows = plainRows(database, "shops", "name");
  history.keep(SHOP, {
    ...rows,
    takeBack(steps) {
      for (const { id, before } of steps) {
        const present = one.get(id) as Row | undefined;
        const name = before === null ? null : freeName(String(before["name"]), id);
        rows.takeBack([{ id, before: name === null ? null : { ...before, name } }]);
        if (present && name !== null && present.name !== name)
          renames.push({ before: present.name, after: name });
      }
    },
  });

  function isTaken(name: string, exceptId: string | null): boolean {
    const holder = named.get(name) as Row | undefined;
    return holder !== undefined && holder.id !== exceptId;
  }

  /** A name that another shop took meanwhile stays with that one. */
  function freeName(name: string, id: string): string {
    let free = name;
    for (let n = 2; isTaken(free, id); n += 1) free = `${name} (${n})`;
    return free;
  }

  const toShop = ({ variables, ...row }: Row, phrases: number): Shop => ({
    ...row,
    variables: JSON.parse(variables) as ShopVariable[],
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
   * Adds or changes a shop; a new name goes into its phrases and whatever else says it in the same step.
   * @throws AppError shop_missing, shop_exists, shop_variable_name, shop_variable_twice
   */
  function save(draft: ShopDraft): { shop: Shop; receipt: ChangeReceipt; phrases: number } {
    const { name } = draft;
    checkVariables(draft.variables);
    const old = draft.id === null ? null : get(draft.id);
    if (isTaken(name, draft.id)) throw new AppError("shop_exists", { name });
    const row: Row = {
      id: old?.id ?? randomUUID(),
      name,
      variables: JSON.stringify(draft.variables),
      position: draft.position ?? old?.position ?? (last.get() as number) + 1,
    };
    const renamed = old !== null && old.name !== name;
    let phrases = 0;
    const receipt = history.change(SHOP, renamed ? `${old.name} → ${name}` : name, (remember) => {
      remember(SHOP, row.id);
      upsert.run(row);
      if (renamed) {
        phrases = around.renamePhrases(remember, old.name, name);
        around.renameElsewhere(remember, old.name, name);
      }
      return Math.max(1, phrases);
    });
    if (renamed) renames.push({ before: old.name, after: name });
    return { shop: toShop(row, around.inPhrases().get(name) ?? 0), receipt, phrases };
  }

  /** Takes a shop out; its phrases keep its name. @throws AppError shop_missing */
  function remove(id: string): ChangeReceipt {
    const { name } = get(id);
    return history.change(SHOP, name, (remember) => {
      remember(SHOP, id);
      return database.prepare("DELETE FROM shops WHERE id = ?").run(id).changes;
    });
  }

  /** What a shop fills in; nothing for a name that is no shop of ours. */
  function valuesOf(name: string): Record<string, string> {
    const row = named.get(name) as Row | undefined;
    if (!row) return {};
    const variables = JSON.parse(row.variables) as ShopVariable[];
    return Object.fromEntries(variables.map((each) => [each.name, each.value]));
  }

  return {
    list,
    save,
    remove,
    valuesOf,
    /** Names of every variable of any shop. */
    variableNames: (): Set<string> => new Set(variableNames.all() as string[]),
    names: (): string[] => list().map((shop) => shop.name),
    /** New names since it was last asked, an undo's included. */
    takeRenames(): Renamed[] {
      const taken = renames;
      renames = [];
      return taken;
    },
  };
}
