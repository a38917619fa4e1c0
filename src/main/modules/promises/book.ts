import { randomUUID } from "node:crypto";
import type { ParsedInput } from "../../../shared/contract/index.ts";
import type {
  PromiseReceipt,
  PromiseRow,
  PromiseSource,
  UnderstoodDue,
} from "../../../shared/contract/promises.ts";
import { AppError } from "../../../shared/errors.ts";
import type { JournalEvent } from "../../../shared/contract/journal.ts";
import type { Entry, Journal } from "../../database/journal.ts";
import { type DataOf, type Kind, saidBy, SUBJECT, undoneIn } from "./events.ts";
import type { PromiseStore } from "./store.ts";
import { dayEnd } from "./workday.ts";

export interface BookSurroundings {
  readonly journal: Pick<Journal, "append" | "of" | "device">;
  readonly store: PromiseStore;
  readonly now: () => number;
  readonly zone: () => string;
  /** How the agent signs; "" for no name. */
  readonly agent: () => string;
  readonly understand: (text: string) => UnderstoodDue;
  /** What else follows from a step on a promise, with the reason given; in its transaction, which it may refuse. */
  readonly followed: (row: PromiseRow, reason: string) => void;
  /** Called after every step. */
  readonly changed: () => void;
}

/** A promise to be written down. Times in milliseconds since 1970. */
export interface Draft {
  /** Left out: a new one. Given: known already it is left as it is, so that two libraries make one of it. */
  readonly id?: string;
  readonly text: string;
  readonly note?: string;
  readonly customer?: string;
  readonly order?: string;
  readonly shop?: string;
  /** Null: what the text says of a time, else the end of today. */
  readonly dueAt: number | null;
  readonly dateOnly?: boolean;
  readonly source: PromiseSource;
  readonly phraseId?: string | null;
  readonly caseId?: string | null;
}

/** A promise that was just written down, and what takes it back. */
export interface MadePromise {
  readonly promise: PromiseRow;
  readonly receipt: PromiseReceipt;
}

export type Book = ReturnType<typeof createBook>;

/** What can be done to promises. Every step is an event that is added; its receipt takes it back. */
export function createBook(around: BookSurroundings) {
  const { journal, store, now, zone, agent } = around;

  /** Writes steps and what follows from them, all or nothing; what is in memory of a write that failed is not kept. */
  function append(entries: readonly Entry[], reason: string): JournalEvent[] {
    try {
      return store.atOnce(() => {
        const events = journal.append(entries);
        for (const { subjectId } of entries) around.followed(store.get(subjectId), reason);
        return events;
      });
    } catch (error) {
      store.forget();
      throw error;
    }
  }

  function write<K extends Kind>(
    kind: K,
    ids: readonly string[],
    data: Omit<DataOf<K>, "by">,
  ): PromiseReceipt {
    if (ids.length === 0) return { count: 0, events: [] };
    const events = append(
      ids.map((subjectId) => ({
        subject: SUBJECT,
        subjectId,
        kind,
        data: { ...data, by: agent() },
      })),
      "reason" in data ? String(data.reason) : "",
    );
    around.changed();
    return { count: ids.length, events: events.map(({ id }) => id) };
  }

  const those = (ids: readonly string[], which: (row: PromiseRow) => boolean): string[] =>
    [...new Set(ids)].filter((id) => which(store.get(id)));
  const isOpen = ({ state }: PromiseRow): boolean => state === "open";

  /** @throws AppError promise_not_open: one of them is closed already */
  function allOpen(ids: readonly string[]): string[] {
    const unique = [...new Set(ids)];
    for (const { state, text } of unique.map(store.get))
      if (state !== "open") throw new AppError("promise_not_open", { text });
    return unique;
  }

  return {
    /** Writes it down; what is known already by its id is given back as it is. */
    add(draft: Draft): MadePromise {
      const known = draft.id === undefined ? null : store.find(draft.id);
      if (known) return { promise: known, receipt: { count: 0, events: [] } };
      const id = draft.id ?? randomUUID();
      const due =
        draft.dueAt === null
          ? around.understand(draft.text)
          : { dueAt: draft.dueAt, dateOnly: draft.dateOnly ?? false };
      const receipt = write("made", [id], {
        text: draft.text,
        note: draft.note ?? "",
        customer: draft.customer ?? "",
        order: draft.order ?? "",
        shop: draft.shop ?? "",
        dueAt: due.dueAt ?? dayEnd(now(), zone()),
        dateOnly: due.dueAt === null ? true : due.dateOnly,
        zone: zone(),
        source: draft.source,
        phraseId: draft.phraseId ?? null,
        caseId: draft.caseId ?? null,
      });
      return { promise: store.get(id), receipt };
    },
    amend({ id, changes }: ParsedInput<"promises.amend">): {
      promise: PromiseRow;
      receipt: PromiseReceipt;
    } {
      const row = store.get(id);
      const different = Object.entries(changes).filter(
        ([field, value]) => value !== undefined && row[field as keyof typeof changes] !== value,
      );
      if (different.length === 0) return { promise: row, receipt: { count: 0, events: [] } };
      const timed = different.some(([field]) => field === "dueAt" || field === "dateOnly");
      const receipt = write("amended", [id], {
        changes: { ...Object.fromEntries(different), ...(timed ? { zone: zone() } : {}) },
      });
      return { promise: store.get(id), receipt };
    },
    clear: (ids: readonly string[]): PromiseReceipt =>
      write(
        "done",
        those(ids, ({ state }) => state === "open" || state === "handed"),
        {},
      ),
    reopen: (ids: readonly string[]): PromiseReceipt =>
      write(
        "reopened",
        those(ids, (row) => !isOpen(row) && !takenElsewhere(row)),
        {},
      ),
    withdraw: (ids: readonly string[], reason: string): PromiseReceipt =>
      write(
        "withdrawn",
        those(ids, ({ state }) => state === "open" || state === "handed"),
        { reason },
      ),
    /** @throws AppError promise_not_open, promise_due_past, promise_reason_missing */
    carry({ ids, dueAt, dateOnly, reason }: ParsedInput<"promises.carry">): PromiseReceipt {
      if (reason === "") throw new AppError("promise_reason_missing");
      if (dueAt <= now()) throw new AppError("promise_due_past");
      return write("carried", allOpen(ids), { dueAt, dateOnly, zone: zone(), reason });
    },
    snooze: (ids: readonly string[], until: number | null): PromiseReceipt =>
      write("snoozed", allOpen(ids), { until }),
    /** @throws AppError promise_not_open, promise_to_missing, promise_to_self */
    hand(ids: readonly string[], to: string, note: string): PromiseReceipt {
      if (to === "") throw new AppError("promise_to_missing");
      if (to === agent()) throw new AppError("promise_to_self", { name: to });
      return write("handed", allOpen(ids), { to, note });
    },
    take: (ids: readonly string[], data: Omit<DataOf<"taken">, "by">): PromiseReceipt =>
      write("taken", ids, data),
    /** Takes steps back; those that do not count any more are left. @throws AppError promise_step_missing */
    undo(events: readonly string[]): PromiseReceipt {
      const owners = new Map(
        [...new Set(events)].map((event) => {
          const owner = store.promiseOf(event);
          if (owner === null) throw new AppError("promise_step_missing");
          return [event, owner] as const;
        }),
      );
      const standing = [...owners].filter(([event, owner]) => {
        const said = saidBy(journal.of(SUBJECT, owner));
        const kind = said.find(({ id }) => id === event)?.kind;
        return kind !== undefined && kind !== "undone" && !undoneIn(said).has(event);
      });
      if (standing.length === 0) return { count: 0, events: [] };
      const written = append(
        standing.map(([event, subjectId]) => ({
          ...{ subject: SUBJECT, subjectId, kind: "undone" },
          data: { event, by: agent() } satisfies DataOf<"undone">,
        })),
        "",
      );
      around.changed();
      return { count: standing.length, events: written.map(({ id }) => id) };
    },
  };
}

/** A colleague has it: only they can give it back. */
const takenElsewhere = ({ state, takenAt }: PromiseRow): boolean =>
  state === "handed" && takenAt !== null;
