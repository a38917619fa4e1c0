import type Database from "better-sqlite3";
import type { ChangeReceipt } from "../../../shared/contract/phrases.ts";
import type { History } from "./store.ts";

/** How the history calls a choice. */
export const FEATURED = "featured";

const COLUMNS = ["id", "week", "shop", "product_id", "chosen_at"] as const;

export interface Choice {
  readonly shop: string;
  readonly productId: string;
}

export type FeaturedStore = ReturnType<typeof createFeaturedStore>;

/** Which product is the week's, at most one per shop. @param now the time in milliseconds */
export function createFeaturedStore(
  database: Database.Database,
  history: History,
  now: () => number,
) {
  const put = database.prepare(
    `INSERT INTO featured_products (${COLUMNS.join(", ")}) VALUES (${COLUMNS.map((name) => `@${name}`).join(", ")})
     ON CONFLICT (id) DO UPDATE SET ${COLUMNS.map((name) => `${name} = excluded.${name}`).join(", ")}`,
  );
  const remove = database.prepare("DELETE FROM featured_products WHERE id = ?");
  const idOf = (week: string, shop: string): string => `${week}/${shop}`;

  history.keep(FEATURED, {
    read: (id) => database.prepare("SELECT * FROM featured_products WHERE id = ?").get(id),
    title: () => null,
    takeBack(rows) {
      for (const { id, before } of rows)
        if (before === null) remove.run(id);
        else put.run(before);
    },
  });

  /** @param label what the step is called @param productId null takes the choice back */
  function choose(
    week: string,
    shop: string,
    productId: string | null,
    label: string,
  ): ChangeReceipt {
    const id = idOf(week, shop);
    return history.change("featured", label, (remember) => {
      remember(FEATURED, id);
      if (productId === null) return remove.run(id).changes;
      return put.run({ id, week, shop, product_id: productId, chosen_at: now() }).changes;
    });
  }

  /** The choices of a week whose products are there, those of every shop last. */
  const of = (week: string): Choice[] =>
    database
      .prepare(
        `SELECT f.shop, f.product_id AS productId FROM featured_products AS f
         JOIN products AS p ON p.id = f.product_id AND p.trashed_at IS NULL
         WHERE f.week = ? ORDER BY f.shop = '', f.shop`,
      )
      .all(week) as Choice[];

  return { choose, of };
}
