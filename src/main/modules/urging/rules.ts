import { DateTime } from "luxon";
import type { JournalEvent } from "../../../shared/contract/journal.ts";
import type { ReviewStop } from "../../../shared/contract/review.ts";
import {
  type Urge,
  urge as urgeSchema,
  type UrgingOrder,
  type UrgingResult,
  urgingResult,
  type UrgingView,
} from "../../../shared/contract/urging.ts";

/** What the journal calls an order. */
export const ORDER = "order";

/** An order's number as it is kept: the same whatever signs and blanks it was written with. */
export const orderKey = (order: string): string =>
  order
    .normalize("NFKC")
    .replaceAll(/[\s'"=\u200B-\u200F\uFEFF]/g, "")
    .slice(0, 40);

const BLOTTED = /[*＊※•·…]{1,}/;

/** True for a name a platform has partly hidden: t***1 may be many people. */
export const isBlotted = (buyer: string): boolean => BLOTTED.test(buyer);

/** A buyer's name as it is compared; "" when it names nobody for sure. */
export function buyerKey(buyer: string): string {
  const plain = buyer.normalize("NFKC").trim().toLowerCase();
  return isBlotted(plain) ? "" : plain;
}

/** Facts of an order; what is left out is not known. */
export interface OrderFacts {
  readonly buyer?: string;
  readonly shop?: string;
  readonly goods?: string;
  readonly amount?: number;
  readonly orderedAt?: number;
}

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;
const number = (value: unknown): number | undefined =>
  typeof value === "number" ? value : undefined;

/**
 * An order as its events say; null when nothing says that it was listed. Events come in the journal's order; those
 * another one withdraws do not count.
 */
export function orderOf(id: string, events: readonly JournalEvent[]): UrgingOrder | null {
  const withdrawn = new Set(
    events.flatMap(({ kind, data }) => (kind === "withdrawn" ? [String(data["event"])] : [])),
  );
  const counting = events.filter((each) => !withdrawn.has(each.id));
  const order = {
    ...{ order: id, buyer: "", shop: "", goods: "", closed: false, listedAt: 0 },
    ...{ amount: null as number | null, orderedAt: null as number | null },
    ...{ paidAt: null as number | null, resultAt: null as number | null },
    result: null as UrgingResult | null,
    urges: [] as Urge[],
  };
  let known = false;
  for (const { id: event, kind, at, data } of counting)
    switch (kind) {
      case "listed":
        known = true;
        order.listedAt = Math.max(order.listedAt, at);
        order.buyer = text(data["buyer"]) ?? order.buyer;
        order.shop = text(data["shop"]) ?? order.shop;
        order.goods = text(data["goods"]) ?? order.goods;
        order.amount = number(data["amount"]) ?? order.amount;
        order.orderedAt = number(data["orderedAt"]) ?? order.orderedAt;
        break;
      case "paid":
        order.paidAt ??= number(data["at"]) ?? at;
        break;
      case "closed":
        order.closed = true;
        break;
      case "urged": {
        const said = urgeSchema.safeParse({ ...data, event, at });
        if (said.success) order.urges.push(said.data);
        break;
      }
      case "result": {
        const said = urgingResult.safeParse(data["result"]);
        if (!said.success) break;
        order.result = said.data;
        order.resultAt = at;
        if (said.data === "paid") order.paidAt ??= number(data["at"]) ?? at;
        break;
      }
    }
  return known ? order : null;
}

/** Where an order stands in the work of a day. */
export function viewOf({ paidAt, closed, result, urges }: UrgingOrder): UrgingView {
  if (paidAt !== null || closed || result === "refused" || result === "leave") return "done";
  return urges.length > 0 || result !== null ? "waiting" : "todo";
}

/** The day of a moment in a zone, from its first to its last moment, milliseconds since 1970. */
export function dayAround(at: number, zone: string): { day: string; from: number; to: number } {
  const start = DateTime.fromMillis(at, { zone }).startOf("day");
  return {
    day: start.toISODate() ?? "",
    from: start.toMillis(),
    to: start.plus({ days: 1 }).startOf("day").toMillis(),
  };
}

/** So many days in a zone, the one of a moment the last; milliseconds since 1970. */
export function daysUntil(at: number, days: number, zone: string): { from: number; to: number } {
  const start = DateTime.fromMillis(at, { zone }).startOf("day");
  return {
    from: start.minus({ days: days - 1 }).toMillis(),
    to: start.plus({ days: 1 }).toMillis(),
  };
}

/** What is known of the buyer beside the order itself. */
export interface BuyerKnown {
  /** Another order of the same buyer that was paid today. */
  readonly paidToday: UrgingOrder | null;
  /** One paid today by somebody whose blotted-out name is the same in the same shop. */
  readonly perhapsPaidToday: UrgingOrder | null;
}

const hour = (at: number, zone: string): string =>
  DateTime.fromMillis(at, { zone }).toFormat("yyyy-MM-dd HH:mm");

/** Why an order may not be urged now: paid, its buyer paid today, urged before, to be left alone. */
export function stopsFor(order: UrgingOrder, known: BuyerKnown, zone: string): ReviewStop[] {
  const stops: ReviewStop[] = [];
  const stop = (
    code: string,
    params: ReviewStop["params"],
    severity: ReviewStop["severity"] = "block",
  ): void => void stops.push({ code, params: { order: order.order, ...params }, severity });
  const [first] = order.urges;
  if (order.paidAt !== null) stop("urging_paid", { time: hour(order.paidAt, zone) });
  else if (order.closed) stop("urging_closed", {});
  else if (known.paidToday)
    stop("urging_paid_today", { buyer: order.buyer, other: known.paidToday.order });
  else if (known.perhapsPaidToday)
    stop("urging_paid_perhaps", { buyer: order.buyer, other: known.perhapsPaidToday.order }, "ask");
  if (first) stop("urging_twice", { time: hour(first.at, zone), title: first.title });
  if (order.result === "leave" || order.result === "refused") stop("urging_leave", {});
  return stops;
}

/** Tags of urging scripts, in lower case. */
export const URGING_TAGS = [
  "催付",
  "催付款",
  "催单",
  "催單",
  "urging",
  "payment reminder",
] as const;

/** True for a category of urging scripts, by the names from the top. */
export const isUrgingCategory = (path: readonly string[]): boolean =>
  path.some((name) => /催付|催單|催单|\burging\b|payment reminder/i.test(name));

/** True for a script of the library that urges. */
export const isUrging = (tags: readonly string[], path: readonly string[]): boolean =>
  isUrgingCategory(path) ||
  tags.some((tag) => (URGING_TAGS as readonly string[]).includes(tag.trim().toLowerCase()));
