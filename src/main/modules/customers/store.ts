import { randomUUID } from "node:crypto";
import type Database from "better-sqlite3";
import type { Customer, CustomerFields } from "../../../shared/contract/customers.ts";
import { AppError } from "../../../shared/errors.ts";
import { plainOrder, whoIsMeant } from "./rules.ts";

const SELECT = `SELECT id, name, order_number AS "order", shop, note, seen_at AS seenAt FROM customers`;
const DAY = 24 * 60 * 60 * 1_000;

export type CustomerStore = ReturnType<typeof createCustomerStore>;

/** Customers in SQLite and who of them is in hand. */
export function createCustomerStore(database: Database.Database) {
  const one = database.prepare(`${SELECT} WHERE id = ?`);
  const inHand = database.prepare(
    `${SELECT} WHERE id = (SELECT customer_id FROM customer_in_hand)`,
  );
  const byOrder = database.prepare(
    `${SELECT} WHERE order_number = ? AND order_number <> '' ORDER BY seen_at DESC LIMIT 1`,
  );
  const byName = database.prepare(
    `${SELECT} WHERE name = ? AND name <> '' AND shop = ? ORDER BY seen_at DESC LIMIT 1`,
  );
  const newest = database.prepare(`${SELECT} ORDER BY seen_at DESC, rowid DESC LIMIT ?`);
  const upsert = database.prepare(
    `INSERT INTO customers (id, name, order_number, shop, note, seen_at) VALUES (@id, @name, @order, @shop, @note, @seenAt)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, order_number = excluded.order_number, shop = excluded.shop,
       note = excluded.note, seen_at = excluded.seen_at`,
  );
  const take = database.prepare(
    `INSERT INTO customer_in_hand (one, customer_id) VALUES (1, ?)
     ON CONFLICT (one) DO UPDATE SET customer_id = excluded.customer_id`,
  );
  const drop = database.prepare("DELETE FROM customer_in_hand");

  const find = (id: string): Customer | null => (one.get(id) as Customer | undefined) ?? null;
  const current = (): Customer | null => (inHand.get() as Customer | undefined) ?? null;

  /**
   * Makes somebody the one in hand; see `whoIsMeant`.
   * @param editedId whose fields were edited; null: somebody else
   * @throws AppError customer_empty
   */
  function set(given: CustomerFields, editedId: string | null, now: number): Customer {
    const fields = { ...given, order: plainOrder(given.order) };
    if (fields.name === "" && fields.order === "") throw new AppError("customer_empty");
    return database.transaction(() => {
      const { customer, whole } = whoIsMeant(fields, {
        edited: editedId === null ? null : find(editedId),
        byOrder: (byOrder.get(fields.order) as Customer | undefined) ?? null,
        byName: (byName.get(fields.name, fields.shop) as Customer | undefined) ?? null,
      });
      const kept = (key: keyof CustomerFields): string =>
        fields[key] === "" && !whole ? (customer?.[key] ?? "") : fields[key];
      const saved: Customer = {
        id: customer?.id ?? randomUUID(),
        name: kept("name"),
        order: kept("order"),
        shop: kept("shop"),
        note: kept("note"),
        seenAt: now,
      };
      upsert.run(saved);
      take.run(saved.id);
      return saved;
    })();
  }

  /** Takes up somebody known. @throws AppError customer_missing */
  function choose(id: string, now: number): Customer {
    const found = find(id);
    if (!found) throw new AppError("customer_missing");
    const seen = { ...found, seenAt: now };
    database.transaction(() => {
      upsert.run(seen);
      take.run(id);
    })();
    return seen;
  }

  /** Nobody in hand any more; gives who was. */
  function clear(): Customer | null {
    const was = current();
    drop.run();
    return was;
  }

  const forgetChoices = database.prepare("DELETE FROM customer_choices WHERE customer_id = ?");
  const remove = database.prepare("DELETE FROM customers WHERE id = ?");

  /** Forgets somebody with everything remembered of them. */
  const forget = (id: string): void =>
    database.transaction(() => {
      forgetChoices.run(id);
      remove.run(id);
    })();

  const recent = (limit: number): Customer[] => newest.all(limit) as Customer[];

  /** Forgets whoever was not seen for so many days; gives how many. */
  function prune(now: number, days: number): number {
    const before = now - days * DAY;
    return database.transaction(() => {
      database.prepare("DELETE FROM customer_choices WHERE at < ?").run(before);
      database.prepare("DELETE FROM customer_pastes WHERE at < ?").run(before);
      return database.prepare("DELETE FROM customers WHERE seen_at < ?").run(before).changes;
    })();
  }

  const rename = database.prepare("UPDATE customers SET shop = @after WHERE shop = @before");
  /** A shop has another name since: its customers are still its own. */
  const renameShop = (before: string, after: string): void => void rename.run({ before, after });

  return { find, current, set, choose, clear, forget, recent, prune, renameShop };
}
