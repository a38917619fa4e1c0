import type Database from "better-sqlite3";
import type { Urge, UrgingOrder, UrgingView } from "../../../shared/contract/urging.ts";
import { buyerKey } from "./rules.ts";

interface Raw extends Omit<UrgingOrder, "closed" | "urges" | "order"> {
  readonly id: string;
  readonly closed: number;
  readonly urges: string;
}

const COLUMNS = `id, buyer, shop, goods, amount, ordered_at AS orderedAt, listed_at AS listedAt, paid_at AS paidAt, closed,
  urges, result, result_at AS resultAt`;

const SETTLED =
  "(paid_at IS NOT NULL OR closed = 1 OR coalesce(result, '') IN ('refused', 'leave'))";
/** As `viewOf` says it. */
const VIEWS: Readonly<Record<UrgingView, string>> = {
  todo: `NOT ${SETTLED} AND urged_at IS NULL AND result IS NULL`,
  waiting: `NOT ${SETTLED} AND (urged_at IS NOT NULL OR result IS NOT NULL)`,
  done: SETTLED,
};
/** When something happened to it last. */
const TOUCHED = "max(listed_at, coalesce(urged_at, 0), coalesce(result_at, 0))";

const ORDERS: Readonly<Record<UrgingView, string>> = {
  // Who ordered first is closed by the shop first.
  todo: "coalesce(ordered_at, listed_at), id",
  waiting: `${TOUCHED} DESC, id`,
  done: `${TOUCHED} DESC, id`,
};

const toOrder = ({ id, closed, urges, ...rest }: Raw): UrgingOrder => ({
  order: id,
  ...rest,
  closed: closed === 1,
  urges: JSON.parse(urges) as Urge[],
});

export type UrgingStore = ReturnType<typeof createUrgingStore>;

/** Orders as the journal says them, for looking up; written by the journal's follower only. */
export function createUrgingStore(database: Database.Database) {
  const one = database.prepare(`SELECT ${COLUMNS} FROM urging_orders WHERE id = ?`);
  const remove = database.prepare("DELETE FROM urging_orders WHERE id = ?");
  const upsert = database.prepare(
    `INSERT OR REPLACE INTO urging_orders (id, buyer, buyer_key, shop, goods, amount, ordered_at, listed_at, paid_at, closed,
       urges, urged_at, result, result_at)
     VALUES (@order, @buyer, @buyerKey, @shop, @goods, @amount, @orderedAt, @listedAt, @paidAt, @closed, @urges, @urgedAt,
       @result, @resultAt)`,
  );
  const paidByBuyer = database.prepare(
    `SELECT ${COLUMNS} FROM urging_orders
     WHERE buyer_key = @key AND buyer_key <> '' AND id <> @order AND paid_at >= @from AND paid_at < @to LIMIT 1`,
  );
  const paidByLikeness = database.prepare(
    `SELECT ${COLUMNS} FROM urging_orders
     WHERE buyer = @buyer AND buyer_key = '' AND shop = @shop AND id <> @order AND paid_at >= @from AND paid_at < @to LIMIT 1`,
  );
  const ofBuyer = database.prepare(
    `SELECT ${COLUMNS} FROM urging_orders WHERE buyer_key = ? AND buyer_key <> '' ORDER BY listed_at DESC, id LIMIT 20`,
  );
  const urgedBetween = database.prepare(
    `SELECT ${COLUMNS} FROM urging_orders WHERE urged_at IS NOT NULL AND EXISTS (
       SELECT 1 FROM json_each(urges) AS each WHERE json_extract(each.value, '$.at') >= @from
         AND json_extract(each.value, '$.at') < @to)`,
  );

  const map = (raw: unknown): UrgingOrder | null => (raw ? toOrder(raw as Raw) : null);
  const all = (raws: unknown[]): UrgingOrder[] => (raws as Raw[]).map(toOrder);

  return {
    /** Makes the rows of these orders what the journal says; null: nothing says that it was listed. */
    put(orders: readonly (readonly [id: string, order: UrgingOrder | null])[]): void {
      for (const [id, order] of orders)
        if (order === null) remove.run(id);
        else
          upsert.run({
            ...order,
            buyerKey: buyerKey(order.buyer),
            closed: order.closed ? 1 : 0,
            urges: JSON.stringify(order.urges),
            urgedAt: order.urges[0]?.at ?? null,
          });
    },
    find: (order: string): UrgingOrder | null => map(one.get(order)),
    /** Orders of a buyer, listed last first. @param key as `buyerKey` gives it */
    ofBuyer: (key: string): UrgingOrder[] => all(ofBuyer.all(key)),
    /** Another order of this buyer paid in a time. */
    paidBy: (key: string, order: string, from: number, to: number): UrgingOrder | null =>
      map(paidByBuyer.get({ key, order, from, to })),
    /** Another order under the same blotted-out name in the same shop paid in a time. */
    paidByLikes: (
      { buyer, shop, order }: Pick<UrgingOrder, "buyer" | "shop" | "order">,
      from: number,
      to: number,
    ): UrgingOrder | null => map(paidByLikeness.get({ buyer, shop, order, from, to })),
    /** @param from only what was listed, urged or settled since; 0: all */
    queue(
      view: UrgingView,
      from: number,
      needle: string,
      limit: number,
    ): { total: number; rows: UrgingOrder[]; counts: Record<UrgingView, number> } {
      const where = `${TOUCHED} >= @from AND (@needle = '' OR instr(lower(id || ' ' || buyer || ' ' || goods || ' ' || shop), @needle) > 0)`;
      const values = { from, needle: needle.toLowerCase() };
      const counts = database
        .prepare(
          `SELECT coalesce(sum(${VIEWS.todo}), 0) AS todo, coalesce(sum(${VIEWS.waiting}), 0) AS waiting,
             coalesce(sum(${VIEWS.done}), 0) AS done FROM urging_orders WHERE ${where}`,
        )
        .get(values) as Record<UrgingView, number>;
      const rows = database
        .prepare(
          `SELECT ${COLUMNS} FROM urging_orders WHERE ${where} AND ${VIEWS[view]} ORDER BY ${ORDERS[view]} LIMIT @limit`,
        )
        .all({ ...values, limit });
      return { total: counts[view], rows: all(rows), counts };
    },
    /** Orders urged at least once in a time. */
    urgedIn: (from: number, to: number): UrgingOrder[] => all(urgedBetween.all({ from, to })),
    /** When orders were listed last, in a time. */
    listedIn: (from: number, to: number): number[] =>
      database
        .prepare("SELECT listed_at FROM urging_orders WHERE listed_at >= ? AND listed_at < ?")
        .pluck()
        .all(from, to) as number[],
  };
}
