import { z } from "zod";
import type { JournalEvent } from "../../../shared/contract/journal.ts";
import { promiseSource } from "../../../shared/contract/promises.ts";

/** What the journal calls a promise, and the sheet of a day. */
export const SUBJECT = "promise";
export const DAY_SUBJECT = "promise-day";

const due = { dueAt: z.number().int(), dateOnly: z.boolean(), zone: z.string() };
const by = z.string();

const changes = z
  .object({
    text: z.string(),
    note: z.string(),
    customer: z.string(),
    order: z.string(),
    shop: z.string(),
    ...due,
  })
  .partial();

/** What an event of each kind says. A kind that a newer program wrote is kept and told to nobody. */
const kinds = {
  made: z.object({
    text: z.string(),
    note: z.string(),
    customer: z.string(),
    order: z.string(),
    shop: z.string(),
    ...due,
    source: promiseSource,
    phraseId: z.string().nullable(),
    caseId: z.string().nullable(),
    by,
  }),
  amended: z.object({ changes, by }),
  done: z.object({ by }),
  reopened: z.object({ by }),
  withdrawn: z.object({ reason: z.string(), by }),
  carried: z.object({ ...due, reason: z.string(), by }),
  snoozed: z.object({ until: z.number().int().nullable(), by }),
  handed: z.object({ to: z.string(), note: z.string(), by }),
  /** `hand`: the event by which it was given. */
  taken: z.object({ hand: z.string(), from: z.string(), by }),
  /** `event`: the step that does not count any more. */
  undone: z.object({ event: z.string(), by }),
};
type Kinds = typeof kinds;
export type Kind = keyof Kinds;
export type DataOf<K extends Kind> = z.output<Kinds[K]>;
export type Changes = z.output<typeof changes>;

/** An event about a promise, with what it says. */
export type Said = {
  [K in Kind]: {
    readonly kind: K;
    readonly data: DataOf<K>;
    readonly id: string;
    readonly device: string;
    readonly at: number;
    readonly clock: number;
  };
}[Kind];

/** Events that can be understood, in the order in which they are told. */
export function saidBy(events: readonly JournalEvent[]): Said[] {
  return events.flatMap(({ id, device, at, clock, kind, data }): Said[] => {
    if (!Object.hasOwn(kinds, kind)) return [];
    const parsed = kinds[kind as Kind].safeParse(data);
    return parsed.success ? [{ id, device, at, clock, kind, data: parsed.data } as Said] : [];
  });
}

/** Steps that were taken back. */
export const undoneIn = (events: readonly Said[]): ReadonlySet<string> =>
  new Set(events.flatMap((each) => (each.kind === "undone" ? [each.data.event] : [])));
