import { randomUUID } from "node:crypto";
import type Database from "better-sqlite3";
import {
  type PriceScheme,
  type PriceSchemeDraft,
  priceCounting,
  priceRule,
} from "../../../shared/contract/price.ts";
import type { ChangeReceipt } from "../../../shared/contract/phrases.ts";
import { AppError } from "../../../shared/errors.ts";

/** What a step of the history calls a row of ours. */
const SCHEME = "price_scheme";

type Raw = Record<string, string | number | null>;

/** The history of the library, as far as schemes need it: each change is a step that can be undone. */
export interface Steps {
  change(
    kind: string,
    label: string,
    run: (remember: (entity: string, id: string) => void) => number,
  ): ChangeReceipt;
  keep(
    entity: string,
    rows: {
      read(id: string): unknown;
      title(id: string): string | null;
      takeBack(rows: readonly { id: string; before: Raw | null }[]): void;
    },
  ): void;
}

const toScheme = (raw: Raw): PriceScheme => ({
  id: String(raw["id"]),
  name: String(raw["name"]),
  shop: String(raw["shop"]),
  rules: priceRule.array().parse(JSON.parse(String(raw["rules"]))),
  counting: priceCounting.parse(JSON.parse(String(raw["counting"]))),
  createdAt: Number(raw["created_at"]),
  changedAt: Number(raw["changed_at"]),
  lastUsedAt: raw["last_used_at"] === null ? null : Number(raw["last_used_at"]),
});

export type PriceStore = ReturnType<typeof createPriceStore>;

/** Saved schemes of final prices. @param now the time in milliseconds */
export function createPriceStore(database: Database.Database, steps: Steps, now: () => number) {
  const SELECT = `SELECT s.*, u.last_used_at FROM price_schemes AS s
    LEFT JOIN price_scheme_use AS u ON u.scheme_id = s.id`;
  const all = database.prepare(
    `${SELECT} ORDER BY coalesce(u.last_used_at, s.created_at) DESC, s.created_at DESC, s.id`,
  );
  const one = database.prepare(`${SELECT} WHERE s.id = ?`);
  const row = database.prepare("SELECT * FROM price_schemes WHERE id = ?");
  const nameTaken = database.prepare(
    "SELECT 1 FROM price_schemes WHERE shop = ? AND name = ? AND id <> ?",
  );
  const write = database.prepare(
    `INSERT INTO price_schemes (id, name, shop, rules, counting, created_at, changed_at)
     VALUES (@id, @name, @shop, @rules, @counting, @created_at, @changed_at)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, shop = excluded.shop, rules = excluded.rules,
       counting = excluded.counting, changed_at = excluded.changed_at`,
  );
  const erase = database.prepare("DELETE FROM price_schemes WHERE id = ?");
  const touch = database.prepare(
    `INSERT INTO price_scheme_use (scheme_id, last_used_at) VALUES (?, ?)
     ON CONFLICT (scheme_id) DO UPDATE SET last_used_at = excluded.last_used_at`,
  );

  /** A name that somebody has taken meanwhile gets a number behind it. */
  function freeName(shop: string, name: string, id: string): string {
    let free = name;
    for (let n = 2; nameTaken.get(shop, free, id); n += 1) free = `${name} (${n})`;
    return free;
  }

  steps.keep(SCHEME, {
    read: (id) => row.get(id),
    title: (id) => ((row.get(id) as Raw | undefined)?.["name"] as string | undefined) ?? null,
    takeBack(rows) {
      for (const { id } of rows) erase.run(id);
      for (const { id, before } of rows)
        if (before)
          write.run({
            ...before,
            name: freeName(String(before["shop"]), String(before["name"]), id),
          });
    },
  });

  /** @throws AppError price_scheme_missing */
  function get(id: string): PriceScheme {
    const raw = one.get(id) as Raw | undefined;
    if (!raw) throw new AppError("price_scheme_missing");
    return toScheme(raw);
  }

  return {
    list: (): PriceScheme[] => (all.all() as Raw[]).map(toScheme),
    get,

    /** @throws AppError price_scheme_missing, price_scheme_name_taken */
    save(
      id: string | null,
      { name, shop, rules, counting }: PriceSchemeDraft,
    ): { scheme: PriceScheme; historyId: number } {
      const own = id ?? randomUUID();
      const before = id === null ? null : get(id);
      if (nameTaken.get(shop, name, own)) throw new AppError("price_scheme_name_taken", { name });
      const { historyId } = steps.change(before ? "update" : "create", name, (remember) => {
        remember(SCHEME, own);
        const time = now();
        write.run({
          id: own,
          name,
          shop,
          rules: JSON.stringify(rules),
          counting: JSON.stringify(counting),
          created_at: before?.createdAt ?? time,
          changed_at: time,
        });
        return 1;
      });
      return { scheme: get(own), historyId };
    },

    /** @throws AppError price_scheme_missing */
    remove(id: string): ChangeReceipt {
      const { name } = get(id);
      return steps.change("trash", name, (remember) => {
        remember(SCHEME, id);
        erase.run(id);
        return 1;
      });
    },

    /** Notes that its rules were taken over. @throws AppError price_scheme_missing */
    used(id: string): void {
      get(id);
      touch.run(id, now());
    },
  };
}
