import { z } from "zod";
import { CUSTOMER_LIMITS } from "./customers.ts";
import { PHRASE_LIMITS, phraseRow } from "./phrases.ts";
import { event, procedure } from "./procedure.ts";
import { reviewStop, urgingReason } from "./review.ts";

export const URGING_LIMITS = {
  /** Rows of one file. */
  rows: 20_000,
  goods: 200,
  /** Orders the queue shows at once; the count says how many there are. */
  shown: 1_000,
  /** Cents. */
  amount: 100_000_000_00,
} as const;

/** How the person answered, or that the buyer is to be left alone. */
export const urgingResult = z.enum(["paid", "willPay", "noAnswer", "refused", "leave"]);
export type UrgingResult = z.infer<typeof urgingResult>;

/** What a column of an unpaid-orders file is about. */
export const urgingColumn = z.enum([
  "order",
  "buyer",
  "amount",
  "orderedAt",
  "goods",
  "shop",
  "status",
  "paidAt",
]);
export type UrgingColumn = z.infer<typeof urgingColumn>;

const params = z.record(z.string(), z.union([z.string(), z.number()]));

/** A row that was not taken: where it stands, which column, and why as a message. */
export const urgingRefusal = z.object({
  row: z.number().int(),
  /** The file's own name of the column; "" for the whole row. */
  column: z.string(),
  code: z.string(),
  params,
});
export type UrgingRefusal = z.infer<typeof urgingRefusal>;

/** One time an order was urged. */
export const urge = z.object({
  /** The event that says so. */
  event: z.uuid(),
  at: z.number().int(),
  reason: urgingReason.nullable(),
  /** The script's title. */
  title: z.string(),
  /** Who urged; "" when the agent has no name. */
  by: z.string(),
});
export type Urge = z.infer<typeof urge>;

/** An order that was not paid when it was listed, and what became of it. */
export const urgingOrder = z.object({
  /** The order's number. */
  order: z.string(),
  buyer: z.string(),
  shop: z.string(),
  goods: z.string(),
  /** In cents; null when the file does not say. */
  amount: z.number().int().nullable(),
  orderedAt: z.number().int().nullable(),
  /** When it was listed last, milliseconds since 1970. */
  listedAt: z.number().int(),
  paidAt: z.number().int().nullable(),
  /** Cancelled or closed at the shop. */
  closed: z.boolean(),
  urges: z.array(urge),
  result: urgingResult.nullable(),
  resultAt: z.number().int().nullable(),
});
export type UrgingOrder = z.infer<typeof urgingOrder>;

/** An order as the queue shows it: with why it may not be urged. */
export const urgingRow = urgingOrder.extend({ stops: z.array(reviewStop) });
export type UrgingRow = z.infer<typeof urgingRow>;

/** What of the orders is looked at. "waiting": urged, and not settled yet. */
export const urgingView = z.enum(["todo", "waiting", "done"]);
export type UrgingView = z.infer<typeof urgingView>;

const orderNumber = z.string().trim().min(1).max(CUSTOMER_LIMITS.order);

const counts = {
  added: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  /** Of the added and changed: how many the file says are paid. */
  paid: z.number().int(),
  /** Rows about an order that stood in the file before. */
  repeated: z.number().int(),
  refusedCount: z.number().int(),
};

export const urgingDay = z.object({
  /** "2026-11-22" where the person is. */
  day: z.string(),
  listed: z.number().int(),
  urged: z.number().int(),
  /** Of those urged that day: how many were paid afterwards. */
  paid: z.number().int(),
  /** Their cents. */
  amount: z.number().int(),
});
export type UrgingDay = z.infer<typeof urgingDay>;

/** So many days, today the last. */
const days = z.number().int().min(1).max(366);

const changedOrder = z.object({
  order: urgingRow,
  /** What `urging.withdraw` takes back; null when there is nothing to take back. */
  event: z.uuid().nullable(),
});

/** 催付: the day's unpaid orders, one after the other. */
export const urgingProcedures = {
  /** Looks at a file and says what an import would do; nothing is changed. @throws import_* */
  "urging.plan": procedure({
    input: z.object({ file: z.string() }),
    output: z.object({
      ...counts,
      headers: z.array(z.string()),
      /** By place of the column. */
      columns: z.record(z.string(), urgingColumn),
      refused: z.array(urgingRefusal),
      preview: z.array(urgingOrder.pick({ order: true, buyer: true, shop: true, amount: true })),
    }),
  }),
  /** Does what `urging.plan` says. An order that is known is updated, never doubled. @throws import_* */
  "urging.import": procedure({
    input: z.object({ file: z.string() }),
    output: z.object({ ...counts, refused: z.array(urgingRefusal) }),
  }),
  /** Lists one order by hand. @throws urging_order_empty */
  "urging.add": procedure({
    input: z.object({
      order: z.string().trim().max(CUSTOMER_LIMITS.order),
      buyer: z.string().trim().max(CUSTOMER_LIMITS.name).default(""),
      shop: z.string().trim().max(PHRASE_LIMITS.shop).default(""),
      goods: z.string().trim().max(URGING_LIMITS.goods).default(""),
      amount: z.number().int().min(0).max(URGING_LIMITS.amount).nullable().default(null),
    }),
    output: changedOrder,
  }),
  "urging.queue": procedure({
    input: z.object({
      view: urgingView.default("todo"),
      /** Only what was listed, urged or settled today. */
      today: z.boolean().default(true),
      text: z.string().max(80).default(""),
    }),
    output: z.object({
      total: z.number().int(),
      rows: z.array(urgingRow),
      counts: z.record(urgingView, z.number().int()),
    }),
  }),
  /** One order as the queue shows it. @throws urging_order_missing */
  "urging.get": procedure({ input: z.object({ order: orderNumber }), output: urgingRow }),
  /** Takes an order up: its buyer becomes the customer in hand. @throws urging_order_missing */
  "urging.take": procedure({ input: z.object({ order: orderNumber }), output: urgingRow }),
  /** Urging scripts of the library, those about the reason first. */
  "urging.scripts": procedure({
    input: z.object({
      reason: urgingReason.nullable().default(null),
      shop: z.string().max(PHRASE_LIMITS.shop).default(""),
      limit: z.number().int().min(1).max(50).default(12),
    }),
    output: z.array(phraseRow.extend({ fits: z.boolean() })),
  }),
  /** Says what came of it. @throws urging_order_missing */
  "urging.record": procedure({
    input: z.object({ order: orderNumber, result: urgingResult }),
    output: changedOrder,
  }),
  /** Takes back a result, or that an order was listed by hand; both stay in the record. */
  "urging.withdraw": procedure({
    input: z.object({ order: orderNumber, event: z.uuid() }),
    output: z.object({}),
  }),
  /** Every urge, newest first. */
  "urging.log": procedure({
    input: z.object({
      days,
      limit: z.number().int().min(1).max(1_000).default(200),
    }),
    output: z.object({
      total: z.number().int(),
      rows: z.array(urgingOrder.extend({ urge })),
    }),
  }),
  /** By day where the person is, every one of them, oldest first. */
  "urging.figures": procedure({
    input: z.object({ days }),
    output: z.array(urgingDay),
  }),
};

export const urgingEvents = {
  /** Orders were listed, urged or settled. */
  "urging.changed": event(z.object({})),
};
