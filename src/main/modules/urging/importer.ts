import type { Output } from "../../../shared/contract/index.ts";
import {
  URGING_LIMITS,
  type UrgingOrder,
  type UrgingRefusal,
} from "../../../shared/contract/urging.ts";
import { AppError } from "../../../shared/errors.ts";
import { createOrderReader, type ReadOrder, type TableRow } from "./cells.ts";
import { recogniseOrders } from "./columns.ts";
import { dayAround, ORDER } from "./rules.ts";
import type { UrgingStore } from "./store.ts";

/** How many refused rows and how many orders a plan names. */
const REFUSED_NAMED = 500;
const PREVIEWED = 8;

/** What an import writes down. */
export interface UrgingEntry {
  readonly subject: string;
  readonly subjectId: string;
  readonly kind: "listed" | "paid" | "closed" | "urged" | "result" | "withdrawn";
  readonly data: object;
}

interface Around {
  readonly store: Pick<UrgingStore, "find">;
  readonly uploads: { find(name: string): { path: string; fileName: string } };
  /** Every row of a table file. @throws AppError import_* */
  readTable(path: string, fileName: string): Promise<readonly TableRow[]>;
  readonly now: () => number;
  readonly zone: () => string;
}

/** True when the row says nothing that is not known. */
function saysNothingNew(read: ReadOrder, known: UrgingOrder): boolean {
  const facts = Object.entries(read.facts) as [keyof typeof read.facts, unknown][];
  if (facts.some(([key, value]) => known[key] !== value)) return false;
  if (read.state === "paid") return known.paidAt !== null;
  return read.state === "unpaid" || known.closed;
}

/** Imports of unpaid orders: what a file comes to, without writing anything. */
export function createOrderImporter(around: Around) {
  /** @throws AppError import_*, urging_no_order_column */
  async function read(file: string) {
    const { path, fileName } = around.uploads.find(file);
    const rows = await around.readTable(path, fileName);
    const table = recogniseOrders(rows);
    if (!table.columns.has("order"))
      throw new AppError("urging_no_order_column", {
        file: fileName,
        headers: (rows[0]?.cells ?? []).slice(0, 12).join("、"),
      });
    const below = rows.slice(table.headerIndex + 1);
    if (below.length > URGING_LIMITS.rows)
      throw new AppError("import_too_many_rows", { file: fileName, limit: URGING_LIMITS.rows });
    const reader = createOrderReader(table, around.zone());
    const refused: UrgingRefusal[] = [];
    let repeated = 0;
    // One line per piece of goods: an order with three of them stands on three lines.
    const orders = new Map<string, ReadOrder>();
    for (const row of below) {
      const found = reader(row);
      if (found === null) continue;
      if ("refused" in found) refused.push(found.refused);
      else {
        if (orders.has(found.order)) repeated += 1;
        orders.set(found.order, together(orders.get(found.order), found));
      }
    }
    return { table, refused, repeated, orders: [...orders.values()] };
  }

  async function work(file: string) {
    const { table, refused, repeated, orders } = await read(file);
    const today = dayAround(around.now(), around.zone());
    const counts = {
      added: 0,
      changed: 0,
      same: 0,
      paid: 0,
      repeated,
      refusedCount: refused.length,
    };
    const entries: UrgingEntry[] = [];
    const preview: Output<"urging.plan">["preview"] = [];
    for (const found of orders) {
      const known = around.store.find(found.order);
      const about = { subject: ORDER, subjectId: found.order };
      const same = known !== null && saysNothingNew(found, known);
      if (same) counts.same += 1;
      else if (known) counts.changed += 1;
      else counts.added += 1;
      // Seen again on another day and unpaid still: that is news too, it belongs to that day.
      if (!same || (found.state === "unpaid" && known.listedAt < today.from))
        entries.push({ ...about, kind: "listed", data: found.facts });
      if (found.state === "paid" && known?.paidAt == null) {
        counts.paid += 1;
        const at = found.paidAt ?? around.now();
        entries.push({ ...about, kind: "paid", data: { at } });
      }
      if (found.state === "closed" && !known?.closed)
        entries.push({ ...about, kind: "closed", data: {} });
      if (preview.length < PREVIEWED) {
        const { buyer = "", shop = "", amount = null } = found.facts;
        preview.push({ order: found.order, buyer, shop, amount });
      }
    }
    return { table, refused, counts, entries, preview };
  }

  return {
    /** What an import would do. */
    async plan(file: string): Promise<Output<"urging.plan">> {
      const { table, refused, counts, preview } = await work(file);
      return {
        ...counts,
        headers: [...table.headers],
        columns: Object.fromEntries([...table.columns].map(([column, at]) => [at, column])),
        refused: refused.slice(0, REFUSED_NAMED),
        preview,
      };
    },
    /** What an import writes down, and what is said of it. */
    async entries(
      file: string,
    ): Promise<{ entries: UrgingEntry[]; done: Output<"urging.import"> }> {
      const { refused, counts, entries } = await work(file);
      return { entries, done: { ...counts, refused: refused.slice(0, REFUSED_NAMED) } };
    },
  };
}

function together(before: ReadOrder | undefined, now: ReadOrder): ReadOrder {
  if (!before) return now;
  const goods = [before.facts.goods, now.facts.goods]
    .filter((each, index, both) => each !== undefined && both.indexOf(each) === index)
    .join("；")
    .slice(0, URGING_LIMITS.goods);
  // A line that says it was paid holds for the order: the lines below it often leave the time out.
  const paid = [now, before].find(({ state }) => state === "paid");
  return {
    ...now,
    ...(paid ? { state: paid.state, paidAt: paid.paidAt ?? before.paidAt } : {}),
    row: before.row,
    facts: { ...before.facts, ...now.facts, ...(goods === "" ? {} : { goods }) },
  };
}
