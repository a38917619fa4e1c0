import type { HandlersFor } from "../../../shared/contract/index.ts";
import type { PhraseRow } from "../../../shared/contract/phrases.ts";
import {
  URGING_LIMITS,
  type UrgingOrder,
  type UrgingRow,
} from "../../../shared/contract/urging.ts";
import { AppError } from "../../../shared/errors.ts";
import { figuresOf } from "./figures.ts";
import type { UrgingGuard } from "./guard.ts";
import type { createOrderImporter, UrgingEntry } from "./importer.ts";
import { dayAround, daysUntil, ORDER, orderKey } from "./rules.ts";
import { forReason } from "./scripts.ts";
import type { UrgingStore } from "./store.ts";

type Names =
  | "urging.plan"
  | "urging.import"
  | "urging.add"
  | "urging.queue"
  | "urging.get"
  | "urging.take"
  | "urging.scripts"
  | "urging.record"
  | "urging.withdraw"
  | "urging.log"
  | "urging.figures";

export interface UrgingDoor {
  readonly store: UrgingStore;
  readonly guard: UrgingGuard;
  readonly importer: ReturnType<typeof createOrderImporter>;
  readonly now: () => number;
  readonly zone: () => string;
  readonly append: (entries: readonly UrgingEntry[]) => readonly { readonly id: string }[];
  /** Kind of an event about an order; null when there is none. */
  readonly kindOf: (order: string, event: string) => string | null;
  /** Urging scripts of the library for a shop, the most used first. */
  readonly scripts: (shop: string) => readonly PhraseRow[];
  /** Makes somebody the customer in hand. */
  readonly takeUp: (order: UrgingOrder) => void;
}

/** Answers the calls about urging. */
export function urgingHandlers(door: UrgingDoor): HandlersFor<Names> {
  const { store, guard, importer } = door;

  const toRow = (order: UrgingOrder): UrgingRow => ({ ...order, stops: guard.stopsOf(order) });

  /** @throws AppError urging_order_missing */
  function get(number: string): UrgingOrder {
    const order = store.find(orderKey(number));
    if (!order) throw new AppError("urging_order_missing", { order: number });
    return order;
  }

  return {
    "urging.plan": ({ file }) => importer.plan(file),
    "urging.import": async ({ file }) => {
      const { entries, done } = await importer.entries(file);
      if (entries.length > 0) door.append(entries);
      return done;
    },
    "urging.add": ({ order: written, buyer, shop, goods, amount }) => {
      const number = orderKey(written);
      if (number === "") throw new AppError("urging_order_empty");
      const data = {
        ...(buyer === "" ? {} : { buyer }),
        ...(shop === "" ? {} : { shop }),
        ...(goods === "" ? {} : { goods }),
        ...(amount === null ? {} : { amount }),
      };
      const known = store.find(number);
      const [event] = door.append([{ subject: ORDER, subjectId: number, kind: "listed", data }]);
      return { order: toRow(get(number)), event: known ? null : (event?.id ?? null) };
    },
    "urging.queue": ({ view, today, text }) => {
      const { from } = dayAround(door.now(), door.zone());
      const found = store.queue(view, today ? from : 0, text.trim(), URGING_LIMITS.shown);
      return { ...found, rows: found.rows.map(toRow) };
    },
    "urging.get": ({ order }) => toRow(get(order)),
    "urging.take": ({ order }) => {
      const found = get(order);
      door.takeUp(found);
      return toRow(found);
    },
    "urging.scripts": ({ reason, shop, limit }) =>
      forReason(door.scripts(shop), reason).slice(0, limit),
    "urging.record": ({ order, result }) => {
      const { order: number } = get(order);
      const [event] = door.append([
        { subject: ORDER, subjectId: number, kind: "result", data: { result } },
      ]);
      return { order: toRow(get(number)), event: event?.id ?? null };
    },
    "urging.withdraw": ({ order, event }) => {
      const number = orderKey(order);
      // That somebody was urged is never taken back by hand.
      const kind = door.kindOf(number, event);
      if (kind === "result" || kind === "listed")
        door.append([{ subject: ORDER, subjectId: number, kind: "withdrawn", data: { event } }]);
      return {};
    },
    "urging.log": ({ days, limit }) => {
      const { from, to } = daysUntil(door.now(), days, door.zone());
      const rows = store
        .urgedIn(from, to)
        .flatMap((order) => order.urges.map((urge) => ({ ...order, urge })))
        .filter(({ urge }) => urge.at >= from && urge.at < to)
        .toSorted((a, b) => b.urge.at - a.urge.at);
      return { total: rows.length, rows: rows.slice(0, limit) };
    },
    "urging.figures": ({ days }) => {
      const zone = door.zone();
      const { from, to } = daysUntil(door.now(), days, zone);
      return figuresOf(store.urgedIn(from, to), store.listedIn(from, to), { from, to, zone });
    },
  };
}
