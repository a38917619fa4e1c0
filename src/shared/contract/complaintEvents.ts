import { z } from "zod";
import {
  COMPLAINT_LIMITS,
  compensation,
  complaintChanges,
  complaintDutyId,
  complaintFields,
  complaintLevel,
  complaintPlan,
  complaintRole,
  complaintStage,
  complaintWaits,
  evidenceFile,
  fen,
  moment,
} from "./complaintFacts.ts";

const note = z.string().max(COMPLAINT_LIMITS.note);
/** Who wrote it down: the agent's name of that workstation, "" where none is set. */
const by = z.string().max(COMPLAINT_LIMITS.name);

export const recordKind = z.enum(["chat", "call", "note"]);
export type RecordKind = z.infer<typeof recordKind>;

/** Everything that can happen to a case, as it stands in the journal. Kinds and fields are only ever added. */
export const complaintEvent = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("opened"),
    data: z.object({ by, number: z.string().max(40), fields: complaintFields }),
  }),
  z.object({ kind: z.literal("amended"), data: z.object({ by, changes: complaintChanges }) }),
  z.object({
    kind: z.literal("recorded"),
    data: z.object({
      by,
      record: recordKind,
      text: z.string().max(COMPLAINT_LIMITS.record),
      /** SHA-256 of the text in UTF-8 and its length in bytes. */
      sha256: z.string(),
      size: z.number().int(),
    }),
  }),
  z.object({ kind: z.literal("attached"), data: z.object({ by, file: evidenceFile, note }) }),
  /** The original stays: this stands beside it. `record`: the id of the entry that is corrected. */
  z.object({
    kind: z.literal("corrected"),
    data: z.object({ by, record: z.uuid(), text: z.string().max(COMPLAINT_LIMITS.record) }),
  }),
  z.object({
    kind: z.literal("duty"),
    data: z.object({ by, duty: complaintDutyId, done: z.boolean() }),
  }),
  z.object({
    kind: z.literal("advanced"),
    data: z.object({
      by,
      from: complaintStage,
      to: complaintStage,
      /** The 回访 that is scheduled by it. */
      followUpAt: moment.nullable(),
    }),
  }),
  z.object({
    kind: z.literal("back"),
    data: z.object({ by, from: complaintStage, to: complaintStage, reason: note }),
  }),
  z.object({
    kind: z.literal("reopened"),
    data: z.object({ by, to: complaintStage, reason: note }),
  }),
  z.object({
    kind: z.literal("proposed"),
    data: z.object({
      by,
      plan: complaintPlan,
      compensation,
      /** What the person could give alone at that moment: authority is judged by it on every machine. */
      role: complaintRole,
      limit: fen.nullable(),
    }),
  }),
  z.object({
    kind: z.literal("answered"),
    data: z.object({ by, agreed: z.boolean(), note }),
  }),
  z.object({
    kind: z.literal("escalated"),
    data: z.object({
      by,
      to: z.string().max(COMPLAINT_LIMITS.name),
      level: complaintLevel,
      dueAt: moment,
      reason: note,
    }),
  }),
  z.object({
    kind: z.literal("decided"),
    data: z.object({
      by,
      approved: z.boolean(),
      fen: fen.nullable(),
      note,
      decidedBy: z.string().max(COMPLAINT_LIMITS.name),
    }),
  }),
  /** Its promise was kept, put off or reopened where promises are looked after. */
  z.object({
    kind: z.literal("deadline"),
    data: z.object({ by, what: complaintWaits, dueAt: moment, met: z.boolean(), note }),
  }),
  z.object({
    kind: z.literal("satisfied"),
    data: z.object({ by, value: z.number().int().min(1).max(5), note }),
  }),
]);
export type ComplaintEvent = z.infer<typeof complaintEvent>;
export type ComplaintEventKind = ComplaintEvent["kind"];
export type ComplaintEventData<K extends ComplaintEventKind> = Extract<
  ComplaintEvent,
  { kind: K }
>["data"];
