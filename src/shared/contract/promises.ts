import { z } from "zod";
import { CUSTOMER_LIMITS } from "./customers.ts";
import { delivered } from "./files.ts";
import { PHRASE_LIMITS } from "./phrases.ts";
import { event, procedure } from "./procedure.ts";

export const PROMISE_LIMITS = {
  text: 500,
  note: 2_000,
  reason: 200,
  /** A colleague's name. */
  name: 40,
  /** Promises of one step. */
  ids: 500,
  /** A hand-over as text, UTF-16 units. */
  handover: 2_000_000,
} as const;

/** Milliseconds since 1970. */
const moment = z.number().int();

/**
 * open: somebody here has to keep it. done: kept. handed: a colleague has it, in their own program.
 * withdrawn: entered by mistake; it stays in the records.
 */
export const promiseState = z.enum(["open", "done", "handed", "withdrawn"]);
export type PromiseState = z.infer<typeof promiseState>;

/** How it came to be: by hand on the screen, over another window, with a phrase, from a complaint, from a colleague. */
export const promiseSource = z.enum(["hand", "capture", "phrase", "complaint"]);
export type PromiseSource = z.infer<typeof promiseSource>;

const words = {
  text: z.string().trim().min(1).max(PROMISE_LIMITS.text),
  note: z.string().trim().max(PROMISE_LIMITS.note),
  customer: z.string().trim().max(CUSTOMER_LIMITS.name),
  order: z.string().trim().max(CUSTOMER_LIMITS.order),
  shop: z.string().trim().max(PHRASE_LIMITS.shop),
};

/** When it is due. `dateOnly`: by the end of that day; `dueAt` is then the day's last millisecond. */
const due = { dueAt: moment, dateOnly: z.boolean() };

export const promise = z.object({
  id: z.string().min(1).max(80),
  ...words,
  ...due,
  /** The IANA zone in which the time was said; a day is a day there. */
  dueZone: z.string(),
  source: promiseSource,
  phraseId: z.string().nullable(),
  caseId: z.string().nullable(),
  /** Who keeps it; "" where agents give no name. */
  owner: z.string(),
  createdAt: moment,
  changedAt: moment,
  state: promiseState,
  /** When it was done, handed over or withdrawn. */
  closedAt: moment.nullable(),
  /** Who it was handed to last, and when they took it in, as far as is known here. */
  handedTo: z.string().nullable(),
  takenAt: moment.nullable(),
  /** Who handed it to the one who has it now; null when it was their own from the beginning. */
  from: z.string().nullable(),
  /** How often it was carried over, and the last reason. */
  carried: z.number().int(),
  reason: z.string(),
  /** No reminder before this. */
  snoozedUntil: moment.nullable(),
});
export type PromiseRow = z.infer<typeof promise>;

/** Open promises by how pressing they are; each is in one of them. */
export const promiseCounts = z.object({
  overdue: z.number().int(),
  /** Due within the hour. */
  hour: z.number().int(),
  /** Due by the end of the calendar day. */
  today: z.number().int(),
  later: z.number().int(),
});
export type PromiseCounts = z.infer<typeof promiseCounts>;

/** What one needs to say how pressing a time is (see `standing` in shared/rules). */
const present = {
  now: moment,
  /** The zone the person lives by now. */
  zone: z.string(),
  /** The last millisecond of the calendar day there. */
  todayEnds: moment,
};

/** What a step hands back: `events` given to promises.undo takes exactly this step back. */
export const promiseReceipt = z.object({
  count: z.number().int(),
  events: z.array(z.uuid()),
});
export type PromiseReceipt = z.infer<typeof promiseReceipt>;

export const promiseEventKind = z.enum([
  "made",
  "amended",
  "done",
  "reopened",
  "withdrawn",
  "carried",
  "snoozed",
  "handed",
  "taken",
  "undone",
]);

/** One line of a promise's story. What does not belong to its kind is "" or null. */
export const promiseEvent = z.object({
  id: z.uuid(),
  at: moment,
  kind: promiseEventKind,
  /** Who did it, as they signed. */
  by: z.string(),
  /** made, carried: the time it was due from then on. */
  dueAt: moment.nullable(),
  dateOnly: z.boolean(),
  /** carried, withdrawn: why; handed: the note for the colleague. */
  reason: z.string(),
  /** handed: to whom. */
  to: z.string(),
  /** snoozed. */
  until: moment.nullable(),
  /** amended: what was changed; dates as milliseconds in digits. */
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  /** This step was taken back later. */
  undone: z.boolean(),
  /** undone: the kind of the step that was taken back. */
  what: promiseEventKind.nullable(),
});
export type PromiseEvent = z.infer<typeof promiseEvent>;

/** What a text says of a time. */
export const understoodDue = z.object({
  dueAt: moment.nullable(),
  dateOnly: z.boolean(),
  /** Where the words about the time stand: start and end (exclusive), UTF-16 units. */
  spans: z.array(z.tuple([z.number().int(), z.number().int()])),
  /** The text without them. */
  rest: z.string(),
});
export type UnderstoodDue = z.infer<typeof understoodDue>;

/** One line of a day's sheet. */
export const sheetLine = z.object({
  id: z.string(),
  what: z.enum(["done", "carried", "handed", "withdrawn", "open"]),
  /** When that happened; of an open one when it was made. */
  at: moment,
  text: z.string(),
  customer: z.string(),
  order: z.string(),
  shop: z.string(),
  /** Due when the day ended: of a carried one the new time. */
  ...due,
  /** Carried: why; withdrawn: why; handed: the note. */
  reason: z.string(),
  /** Handed: to whom. */
  to: z.string(),
});
export type SheetLine = z.infer<typeof sheetLine>;

/** A working day "2026-11-27": from four in the morning to four, so that a late shift is one day. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const daySheet = z.object({
  day,
  zone: z.string(),
  agent: z.string(),
  /** Null: the day was not closed; the lines are as of now. */
  closedAt: moment.nullable(),
  lines: z.array(sheetLine),
  /** Open ones that are due on other days. */
  later: z.number().int(),
});
export type DaySheet = z.infer<typeof daySheet>;

export const calendarDay = z.object({
  day,
  done: z.number().int(),
  carried: z.number().int(),
  handed: z.number().int(),
  /** Due and still open when the day ended, whatever became of it since; of a day to come: due on it. */
  open: z.number().int(),
  /** Something was done, carried or handed, and nothing stayed open. */
  clear: z.boolean(),
  closedAt: moment.nullable(),
});

const ids = z.array(z.string().min(1).max(80)).min(1).max(PROMISE_LIMITS.ids);
const reason = z.string().trim().max(PROMISE_LIMITS.reason);
const offset = z.number().int().min(0).default(0);

/** A hand-over that a colleague takes in; giving it out again changes nothing. */
const handover = z.object({
  /** To send in a chat: the list in words, and below it the code that the colleague's program reads. */
  text: z.string(),
  /** Null: not asked for. */
  file: delivered.nullable(),
});

export const promiseProcedures = {
  /** One window of a list: open ones by when they are due, closed ones the last closed first. */
  "promises.list": procedure({
    input: z.object({
      view: z.enum(["open", "closed", "all"]).default("open"),
      /** Words that all stand somewhere in it. */
      text: z.string().max(200).default(""),
      offset,
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.object({
      ...present,
      total: z.number().int(),
      /** Of all open ones, whatever is looked for. */
      counts: promiseCounts,
      rows: z.array(promise),
    }),
  }),
  /** What a strip, a badge and the morning need: the most pressing open ones, by when they are due. */
  "promises.due": procedure({
    input: z.object({ limit: z.number().int().min(1).max(50).default(5) }),
    output: z.object({
      ...present,
      counts: promiseCounts,
      /** Done since the working day began. */
      doneToday: z.number().int(),
      rows: z.array(promise),
    }),
  }),
  /** @throws promise_missing */
  "promises.get": procedure({
    input: z.object({ id: z.string().max(80) }),
    output: z.object({ ...present, promise, events: z.array(promiseEvent) }),
  }),
  "promises.add": procedure({
    input: z.object({
      text: words.text,
      note: words.note.default(""),
      customer: words.customer.default(""),
      order: words.order.default(""),
      shop: words.shop.default(""),
      /** Null: what the text says of a time, else the end of today. */
      dueAt: moment.nullable().default(null),
      dateOnly: z.boolean().default(false),
      source: promiseSource.exclude(["phrase", "complaint"]).default("hand"),
    }),
    output: z.object({ promise, receipt: promiseReceipt }),
  }),
  /** A new due time is given without a reason here: for mistakes. To put it off there is promises.carry. */
  "promises.amend": procedure({
    input: z.object({
      id: z.string().max(80),
      changes: z.object({ ...words, ...due }).partial(),
    }),
    output: z.object({ promise, receipt: promiseReceipt }),
  }),
  /** Kept: done. Those that are done already do not count. */
  "promises.clear": procedure({ input: z.object({ ids }), output: promiseReceipt }),
  /** Closed ones are open again: done, withdrawn, or handed to somebody who did not take it. */
  "promises.reopen": procedure({ input: z.object({ ids }), output: promiseReceipt }),
  "promises.withdraw": procedure({
    input: z.object({ ids, reason: reason.default("") }),
    output: promiseReceipt,
  }),
  /** Puts open ones off. @throws promise_due_past, promise_reason_missing */
  "promises.carry": procedure({
    input: z.object({ ids, ...due, reason }),
    output: promiseReceipt,
  }),
  /** No reminder before `until`; null: reminders as usual. */
  "promises.snooze": procedure({
    input: z.object({ ids, until: moment.nullable() }),
    output: promiseReceipt,
  }),
  /**
   * Hands open ones to a colleague. `save`: also as a file. When the person closes the dialog they are handed all the
   * same; promises.handover gives text and file again.
   * @throws promise_to_missing, promise_to_self, promise_not_open
   */
  "promises.hand": procedure({
    input: z.object({
      ids,
      to: z.string().trim().max(PROMISE_LIMITS.name),
      note: reason.default(""),
      save: z.boolean().default(false),
    }),
    output: handover.extend({ receipt: promiseReceipt }),
  }),
  "promises.handover": procedure({
    input: z.object({ ids, save: z.boolean().default(false) }),
    output: handover,
  }),
  /**
   * Takes in what a colleague handed over, once however often it is given. `file` is the name an upload or dialog gave.
   * @throws handover_empty, handover_unreadable, handover_damaged, journal_damaged
   */
  "promises.takeIn": procedure({
    input: z.object({
      file: z.string().max(200).nullable().default(null),
      text: z.string().max(PROMISE_LIMITS.handover).nullable().default(null),
      /** Also when it was handed to somebody else than who works here. */
      anyway: z.boolean().default(false),
    }),
    output: z.object({
      /** Somebody else it was handed to: nothing was taken in. Whoever works here is asked, and may say `anyway`. */
      meantFor: z.string().nullable(),
      /** Promises that are to be kept here from now on, and those that were here already. */
      added: z.number().int(),
      known: z.number().int(),
      from: z.string(),
      note: z.string(),
      rows: z.array(promise),
    }),
  }),
  /** Takes steps back by the events of their receipts; what was taken back stays in the story. */
  "promises.undo": procedure({
    input: z.object({ events: z.array(z.uuid()).min(1).max(PROMISE_LIMITS.ids) }),
    output: promiseReceipt,
  }),
  /** What a text says of a time, for showing it while it is typed. */
  "promises.understand": procedure({
    input: z.object({ text: z.string().max(PROMISE_LIMITS.text) }),
    output: understoodDue.extend(present),
  }),
  /** Everything for going off shift. */
  "promises.offShift": procedure({
    input: z.object({}),
    output: z.object({
      ...present,
      day,
      /** Overdue or due by the end of the working day: each has to be done, carried over or handed on. */
      decide: z.array(promise),
      /** Due later; the first two hundred. */
      later: z.array(promise),
      laterTotal: z.number().int(),
      done: z.array(promise),
      carried: z.array(promise),
      handed: z.array(promise),
      /** When this day was closed; null: not yet. */
      closedAt: moment.nullable(),
    }),
  }),
  /** Keeps the day's sheet. @throws promises_undecided */
  "promises.closeDay": procedure({ input: z.object({}), output: daySheet }),
  /** As it was kept, else as the day stands. */
  "promises.sheet": procedure({ input: z.object({ day }), output: daySheet }),
  "promises.calendar": procedure({
    input: z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
    output: z.object({ today: day, days: z.array(calendarDay) }),
  }),
  "promises.exportSheet": procedure({
    input: z.object({ day, format: z.enum(["pdf", "csv", "text"]) }),
    output: delivered,
  }),
  /** Asked while the program is being quit: whether the person has to be asked. Once for each quit. */
  "promises.leaving": procedure({
    input: z.object({}),
    output: z.object({
      ask: z.boolean(),
      /** Overdue or due by the end of the working day. */
      open: z.number().int(),
      rows: z.array(promise),
    }),
  }),
};

export const promiseEvents = {
  /** Promises changed, or time moved one of them from one heap to another. */
  "promises.changed": event(z.object({ counts: promiseCounts })),
  /** A phrase that promises something was pasted and the entry was made; undo takes it back. */
  "promises.made": event(z.object({ promise, receipt: promiseReceipt })),
};
