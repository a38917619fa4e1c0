import type { Entry } from "./lookup.ts";
import type { PromiseRow } from "../../../shared/contract/promises.ts";

/** A row of the table of promises. */
export interface Raw {
  id: string;
  text: string;
  note: string;
  customer: string;
  order_number: string;
  shop: string;
  due_at: number;
  date_only: number;
  due_zone: string;
  source: PromiseRow["source"];
  phrase_id: string | null;
  case_id: string | null;
  owner: string;
  created_at: number;
  changed_at: number;
  state: PromiseRow["state"];
  closed_at: number | null;
  handed_to: string | null;
  taken_at: number | null;
  given_by: string | null;
  carried: number;
  reason: string;
  snoozed_until: number | null;
}

export const toPromise = (raw: Raw): PromiseRow => ({
  id: raw.id,
  text: raw.text,
  note: raw.note,
  customer: raw.customer,
  order: raw.order_number,
  shop: raw.shop,
  dueAt: raw.due_at,
  dateOnly: raw.date_only === 1,
  dueZone: raw.due_zone,
  source: raw.source,
  phraseId: raw.phrase_id,
  caseId: raw.case_id,
  owner: raw.owner,
  createdAt: raw.created_at,
  changedAt: raw.changed_at,
  state: raw.state,
  closedAt: raw.closed_at,
  handedTo: raw.handed_to,
  takenAt: raw.taken_at,
  from: raw.given_by,
  carried: raw.carried,
  reason: raw.reason,
  snoozedUntil: raw.snoozed_until,
});

export const toRaw = (row: PromiseRow): Raw => ({
  id: row.id,
  text: row.text,
  note: row.note,
  customer: row.customer,
  order_number: row.order,
  shop: row.shop,
  due_at: row.dueAt,
  date_only: row.dateOnly ? 1 : 0,
  due_zone: row.dueZone,
  source: row.source,
  phrase_id: row.phraseId,
  case_id: row.caseId,
  owner: row.owner,
  created_at: row.createdAt,
  changed_at: row.changedAt,
  state: row.state,
  closed_at: row.closedAt,
  handed_to: row.handedTo,
  taken_at: row.takenAt,
  given_by: row.from,
  carried: row.carried,
  reason: row.reason,
  snoozed_until: row.snoozedUntil,
});

/** What lists and searches know of a promise: everything a person wrote of it, in small letters. */
export const entryOf = (row: PromiseRow): Entry => ({
  id: row.id,
  words: [row.text, row.customer, row.order, row.shop, row.note].join("\n").toLowerCase(),
  open: row.state === "open",
  dueAt: row.dueAt,
  closedAt: row.closedAt ?? 0,
});

/** What is looked for: every word has to be in it. */
export const termsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/\s+/)
    .filter((term) => term !== "");
