import { z } from "zod";
import { event, procedure } from "./procedure.ts";
import { delivered } from "./files.ts";
import { complaintEvent, recordKind } from "./complaintEvents.ts";
import {
  COMPLAINT_LIMITS,
  complaintAuthority,
  compensation,
  complaintChanges,
  complaintDraft,
  complaintDutyId,
  complaintFields,
  complaintKind,
  complaintLevel,
  complaintPlan,
  complaintRole,
  complaintSeverity,
  complaintStage,
  complaintStep,
  complaintWaits,
  complaintWordingKind,
  fen,
  moment,
  perKind,
} from "./complaintFacts.ts";

const id = z.uuid();
const note = z.string().trim().max(COMPLAINT_LIMITS.note);
const name = z.string().trim().max(COMPLAINT_LIMITS.name);
const params = z.record(z.string(), z.union([z.string(), z.number()]));
/** A sentence of `shared/messages`. */
const sentence = z.object({ code: z.string(), params });
/** An IANA name such as Asia/Shanghai; left out: the person's own. */
const zone = z.string().max(60).optional();

/** What a case is waiting for, the earliest of it. */
export const complaintDeadline = z.object({
  what: complaintWaits,
  at: moment,
});
export type ComplaintDeadline = z.infer<typeof complaintDeadline>;

export const escalation = z.object({
  to: z.string(),
  level: complaintLevel,
  /** By when it should be decided. */
  by: moment,
  reason: z.string(),
  state: z.enum(["waiting", "approved", "refused"]),
  /** What the superior said; "" while it waits. */
  decision: z.string(),
  decidedBy: z.string(),
  decidedAt: moment.nullable(),
  /** How much may be given; null while it waits or when it was refused. */
  fen: fen.nullable(),
});
export type Escalation = z.infer<typeof escalation>;

/** A case as everything that happened says it is. */
export const complaint = complaintFields.extend({
  id,
  /** Told to buyers: TS, the day, the how manieth of that day here, and a mark of this installation: TS-20261127-003-K7Q. */
  number: z.string(),
  stage: complaintStage,
  /** When the buyer got the answer that `answerBy` was told for. */
  answeredAt: moment.nullable(),
  plan: complaintPlan.nullable(),
  compensation: compensation.nullable(),
  /** The buyer's answer to the plan; "refused" means that the policy was told frankly. Null: none yet. */
  agreed: z.enum(["yes", "refused"]).nullable(),
  escalation: escalation.nullable(),
  /** True while the compensation is more than this person may give and no decision covers it. */
  needsApproval: z.boolean(),
  followUpAt: moment.nullable(),
  satisfaction: z.number().int().min(1).max(5).nullable(),
  /** The earliest thing that is due; null when nothing is. */
  deadline: complaintDeadline.nullable(),
  /** How many records and files there are. */
  records: z.number().int(),
  openedAt: moment,
  changedAt: moment,
  closedAt: moment.nullable(),
});
export type Complaint = z.infer<typeof complaint>;

/** One thing that happened, in its order. */
export const timelineEntry = z.object({
  id,
  at: moment,
  /** Written at this workstation. */
  mine: z.boolean(),
  /** The stage the case was in then. */
  stage: complaintStage,
  event: complaintEvent,
  /** What was added to a record later; the record itself stays as it was. */
  corrections: z.array(z.object({ id, at: moment, by: z.string(), text: z.string() })),
  /** Of a file: it is where it was kept. Null for anything else. */
  kept: z.boolean().nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

export const complaintDuty = z.object({
  id: complaintDutyId,
  stage: complaintStage.exclude(["closed"]),
  /** Without it the case does not go on to the next stage. */
  required: z.boolean(),
  /** False: it is so or not by what is recorded (the buyer's answer, the satisfaction), nobody ticks it. */
  byHand: z.boolean(),
  done: z.boolean(),
  at: moment.nullable(),
  by: z.string(),
});
export type ComplaintDuty = z.infer<typeof complaintDuty>;

/** What this person may give in this case, and who decides above it. */
export const complaintMandate = z.object({
  role: complaintRole,
  /** Fen; null: without limit. */
  limit: fen.nullable(),
  escalate: z.object({ level: complaintLevel, to: z.string(), by: moment }),
});

export const complaintDetail = z.object({
  now: moment,
  case: complaint,
  timeline: z.array(timelineEntry),
  duties: z.array(complaintDuty),
  /** What stops the next stage; empty: it may go on. */
  missing: z.array(sentence),
  authority: complaintMandate,
  /** Other cases of the same customer or order, the newest first. */
  related: z.array(z.object({ case: complaint, why: z.enum(["customer", "order"]) })),
  /** Any of them within a year: this buyer complains again. */
  repeated: z.number().int(),
  /** Other cases with the same cause within 90 days. */
  sameCause: z.number().int(),
});
export type ComplaintDetail = z.infer<typeof complaintDetail>;

export const complaintCounts = z.object({
  accept: z.number().int(),
  clarify: z.number().int(),
  resolve: z.number().int(),
  follow: z.number().int(),
  closed: z.number().int(),
});

/** A ready text of a wording. */
export const complaintText = z.object({
  id: z.string(),
  /** As it would be pasted; a fact that is not known yet stands as ……. */
  text: z.string(),
  /** The facts that are missing: not to be pasted before they are known. */
  unfilled: z.array(
    z.enum([
      "customer",
      "order",
      "product",
      "agent",
      "answer",
      "plan",
      "due",
      "reason",
      "compensation",
      "superior",
      "decision_due",
      "number",
    ]),
  ),
  /** Written for this kind of complaint or of customer. */
  special: z.boolean(),
});
export type ComplaintText = z.infer<typeof complaintText>;

export const complaintWording = z.object({
  kind: complaintWordingKind,
  /** Where in the seven steps and four stages it belongs. */
  step: complaintStep,
  stages: z.array(complaintStage),
  texts: z.array(complaintText).min(1),
});
export type ComplaintWording = z.infer<typeof complaintWording>;

const count = z.number().int();
const ranked = z.object({ name: z.string(), count, open: count });

export const complaintTrends = z.object({
  from: moment,
  to: moment,
  opened: count,
  closed: count,
  /** Of those opened in the time and closed by now; milliseconds, null when there is none. */
  medianToClose: z.number().nullable(),
  /** Mean of the satisfaction recorded; null when there is none. */
  satisfaction: z.number().nullable(),
  /** Promised answers of the time that came too late. */
  answeredLate: count,
  fen: count,
  byKind: z.array(z.object({ kind: complaintKind, count, open: count, fen: count })),
  byProduct: z.array(ranked),
  byShop: z.array(ranked),
  /** Weeks from Monday in the zone, none left out; `week` as in 2026-W53. */
  byWeek: z.array(
    z.object({
      week: z.string(),
      start: moment,
      opened: count,
      closed: count,
      byKind: perKind(count),
    }),
  ),
  /** Customers with more than one case in the time. */
  customers: z.array(
    z.object({ customer: z.string(), shop: z.string(), count, lastId: id, lastAt: moment }),
  ),
  /** Causes with more than one case in the time. */
  causes: z.array(
    z.object({ cause: z.string(), kind: complaintKind, count, lastId: id, lastAt: moment }),
  ),
});
export type ComplaintTrends = z.infer<typeof complaintTrends>;

const changed = complaintDetail;
/** Anything that speaks of a case: `complaint_missing`, or `complaint_purged` when it was kept for long enough. */
export const complaintProcedures = {
  /** Open ones by what is due first, closed ones the newest first. */
  "complaints.list": procedure({
    input: z.object({
      stage: complaintStage.nullable().default(null),
      state: z.enum(["open", "closed", "all"]).default("open"),
      /** Words that all occur: number, customer, order, product, what was said. */
      text: z.string().trim().max(200).default(""),
      kind: complaintKind.nullable().default(null),
      severity: complaintSeverity.nullable().default(null),
      shop: z.string().trim().max(COMPLAINT_LIMITS.shop).nullable().default(null),
      /** Only those with something overdue. */
      late: z.boolean().default(false),
      /** Only those with something due before. */
      dueBefore: moment.nullable().default(null),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.object({
      now: moment,
      total: count,
      rows: z.array(complaint),
      /** By stage under the same filters, whatever stage or state was asked for. */
      counts: complaintCounts,
      /** Open ones with something overdue under the same filters. */
      overdue: count,
      /** There is not one case at all. */
      empty: z.boolean(),
    }),
  }),
  /** Cards by stage, what is due first at the top; of the closed ones the last. */
  "complaints.board": procedure({
    input: z.object({
      shop: z.string().trim().max(COMPLAINT_LIMITS.shop).nullable().default(null),
      kind: complaintKind.nullable().default(null),
      limit: z.number().int().min(1).max(200).default(30),
    }),
    output: z.object({
      now: moment,
      columns: z.array(
        z.object({
          stage: complaintStage,
          total: count,
          overdue: count,
          cards: z.array(complaint),
        }),
      ),
    }),
  }),
  "complaints.get": procedure({ input: z.object({ id }), output: complaintDetail }),
  /** @throws complaint_needs_customer when there is neither name nor order */
  "complaints.open": procedure({ input: complaintDraft, output: changed }),
  "complaints.amend": procedure({
    input: z.object({ id, changes: complaintChanges }),
    output: changed,
  }),
  /** Writes down what was said. @throws complaint_record_empty */
  "complaints.record": procedure({
    input: z.object({ id, kind: recordKind, text: z.string().max(COMPLAINT_LIMITS.record) }),
    output: changed,
  }),
  /** Keeps a file that the shell was given: chosen, dropped, or a picture from the clipboard. @throws evidence_* */
  "complaints.attach": procedure({
    input: z.object({ id, file: z.string().max(200), note: note.default("") }),
    output: changed,
  }),
  /** Adds a correction beside a record, which stays as it is. */
  "complaints.correct": procedure({
    input: z.object({
      id,
      recordId: z.uuid(),
      text: z.string().trim().min(1).max(COMPLAINT_LIMITS.record),
    }),
    output: changed,
  }),
  /** @throws complaint_duty_by_facts for one that nobody ticks */
  "complaints.duty": procedure({
    input: z.object({ id, duty: complaintDutyId, done: z.boolean() }),
    output: changed,
  }),
  /** On to the next stage. @throws the first of what is missing */
  "complaints.advance": procedure({ input: z.object({ id }), output: changed }),
  /** One stage back, from closed too (this takes a closing back); nothing is lost by it. */
  "complaints.back": procedure({
    input: z.object({ id, reason: note.default("") }),
    output: changed,
  }),
  /** The buyer came again: back to the first stage, and every duty anew. What was there before stays in the timeline. */
  "complaints.reopen": procedure({ input: z.object({ id, reason: note.min(1) }), output: changed }),
  /** Sets down what is going to be done; the buyer's answer to an earlier plan is void. */
  "complaints.propose": procedure({
    input: z.object({
      id,
      plan: complaintPlan,
      compensation: compensation.default({ kind: "none", fen: 0, note: "" }),
    }),
    output: changed,
  }),
  /** The buyer's answer. Refused: `note` is the policy as it was told. @throws complaint_needs_approval, complaint_needs_policy */
  "complaints.answer": procedure({
    input: z.object({ id, agreed: z.boolean(), note: note.default("") }),
    output: changed,
  }),
  /** Hands the decision up; what is left out comes from the rules (`authority.escalate`). */
  "complaints.escalate": procedure({
    input: z.object({
      id,
      to: name.optional(),
      level: complaintLevel.optional(),
      by: moment.optional(),
      reason: note.min(1),
    }),
    output: changed,
  }),
  /** What the superior said. `fen`: how much may be given; left out: what was proposed. */
  "complaints.decide": procedure({
    input: z.object({
      id,
      approved: z.boolean(),
      fen: fen.nullable().default(null),
      note: note.default(""),
      decidedBy: name.min(1),
    }),
    output: changed,
  }),
  "complaints.satisfaction": procedure({
    input: z.object({ id, value: z.number().int().min(1).max(5), note: note.default("") }),
    output: changed,
  }),
  /** The eight kinds of wording filled with the case's facts, in the language given or the person's. Pasted by `paste.text`. */
  "complaints.wordings": procedure({
    input: z.object({ id, locale: z.enum(["zh-CN", "zh-TW", "en"]).nullable().default(null) }),
    output: z.object({ wordings: z.array(complaintWording), now: complaintWordingKind.array() }),
  }),
  "complaints.authority": procedure({ input: z.object({}), output: complaintAuthority }),
  "complaints.setAuthority": procedure({
    input: complaintAuthority.partial(),
    output: complaintAuthority,
  }),
  /** Values used before, the most frequent first, for a field that offers them. */
  "complaints.known": procedure({
    input: z.object({
      field: z.enum(["cause", "product", "owner", "shop"]),
      text: z.string().trim().max(60).default(""),
      limit: z.number().int().min(1).max(50).default(10),
    }),
    output: z.array(z.string()),
  }),
  "complaints.trends": procedure({
    input: z.object({ from: moment, to: moment, zone }),
    output: complaintTrends,
  }),
  /** The whole case on paper, or with every file and a list of their sums, which `cli verify` checks. */
  "complaints.export": procedure({
    input: z.object({ id, format: z.enum(["pdf", "zip"]) }),
    output: delivered,
  }),
  /** A file of evidence, for the person to open. @throws evidence_missing */
  "complaints.file": procedure({
    input: z.object({ id, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    output: delivered,
  }),
  /** Takes in a case that was exported elsewhere; what is known already is not doubled. @throws case_file_* */
  "complaints.takeIn": procedure({
    input: z.object({ file: z.string().max(200) }),
    output: z.object({ id, number: z.string(), added: count, known: count, files: count }),
  }),
  /** What has been kept for long enough, and what was purged. */
  "complaints.retention": procedure({
    input: z.object({}),
    output: z.object({
      keepYears: count,
      /** Closed before this moment may go. */
      before: moment,
      due: count,
      files: count,
      bytes: count,
      purged: z.array(z.object({ id: z.string(), at: moment, events: count, sum: z.string() })),
    }),
  }),
  /** Removes what was kept for long enough, for good; a note with the sums of it stays. */
  "complaints.purge": procedure({
    input: z.object({ dryRun: z.boolean().default(false) }),
    output: z.object({
      cases: z.array(z.object({ id, number: z.string(), title: z.string(), closedAt: moment })),
      files: count,
      bytes: count,
    }),
  }),
};

export const complaintEvents = {
  /** Something happened to cases; `id` null: to several. */
  "complaints.changed": event(z.object({ id: z.uuid().nullable() })),
};

/** Every call about complaints. */
export type ComplaintName = keyof typeof complaintProcedures;
