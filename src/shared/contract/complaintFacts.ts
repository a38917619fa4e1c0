import { z } from "zod";

/** Longest texts of a case, characters. */
export const COMPLAINT_LIMITS = {
  title: 80,
  name: 60,
  order: 40,
  shop: 80,
  product: 120,
  demand: 1_000,
  cause: 60,
  note: 1_000,
  /** One record: a piece of chat, a call, a note. Longer ones are attached as a file. */
  record: 20_000,
  /** The largest money there is, fen. */
  fen: 100_000_000,
  /** One file, bytes. */
  file: 100 * 1024 * 1024,
} as const;

export const complaintKind = z.enum([
  "quality",
  "not_as_described",
  "logistics",
  "attitude",
  "price",
  "refund",
  "invoice",
  "other",
]);
export type ComplaintKind = z.infer<typeof complaintKind>;

/** How the complaint came. */
export const complaintChannel = z.enum([
  "chat",
  "phone",
  "review",
  "platform",
  "regulator",
  "media",
  "other",
]);
export type ComplaintChannel = z.infer<typeof complaintChannel>;

export const complaintSeverity = z.enum(["normal", "serious", "critical"]);
export type ComplaintSeverity = z.infer<typeof complaintSeverity>;

/** The four stages of the work in their order, and what comes after. */
export const complaintStage = z.enum(["accept", "clarify", "resolve", "follow", "closed"]);
export type ComplaintStage = z.infer<typeof complaintStage>;

/** 老虎 brief, 孔雀 expressive, 猫头鹰 analytic, 鸽子 amiable. */
export const customerKind = z.enum(["tiger", "peacock", "owl", "dove"]);
export type CustomerKind = z.infer<typeof customerKind>;

/** Who may give how much; above the lead there is the owner of the shop. */
/** What a case can be waiting for. */
export const complaintWaits = z.enum(["answer", "plan", "decision", "follow"]);
export type ComplaintWaits = z.infer<typeof complaintWaits>;

export const complaintRole = z.enum(["agent", "senior", "lead"]);
export type ComplaintRole = z.infer<typeof complaintRole>;
export const complaintLevel = z.enum(["senior", "lead", "owner"]);
export type ComplaintLevel = z.infer<typeof complaintLevel>;

export const compensationKind = z.enum([
  "none",
  "coupon",
  "partial_refund",
  "full_refund",
  "reship",
  "exchange",
  "gift",
  "other",
]);
export type CompensationKind = z.infer<typeof compensationKind>;

/** What there is to do in each stage; `rules/complaints/duties.ts` says which are needed to move on. */
export const complaintDutyId = z.enum([
  // accept
  "listened",
  "course_recorded",
  "waiting_told",
  // clarify
  "no_dispute",
  "buyers_side",
  "nobody_blamed",
  "not_passed_on",
  "apologised",
  "summarised",
  "expectation",
  // resolve
  "plan_told",
  "choices",
  "agreed",
  "handed_on",
  // follow
  "time_kept",
  "result_reported",
  "satisfaction_asked",
  "thanked",
]);
export type ComplaintDutyId = z.infer<typeof complaintDutyId>;

/** The eight kinds of wording an agent needs. */
export const complaintWordingKind = z.enum([
  "acknowledge",
  "apologise",
  "remedy",
  "no_repeat",
  "options",
  "refuse",
  "thanks",
  "escalate",
]);
export type ComplaintWordingKind = z.infer<typeof complaintWordingKind>;

/** The seven steps in their order. */
export const complaintStep = z.enum([
  "accept_at_once",
  "meet_feeling",
  "summarise",
  "offer_choices",
  "agree_and_act",
  "thank",
  "track",
]);
export type ComplaintStep = z.infer<typeof complaintStep>;

/** A moment, milliseconds since 1970. */
export const moment = z.number().int().min(0).max(8.64e15);
export const fen = z.number().int().min(0).max(COMPLAINT_LIMITS.fen);
const text = (limit: number) => z.string().trim().max(limit);

export const compensation = z.object({
  kind: compensationKind,
  /** What it is worth, fen. */
  fen: fen.default(0),
  note: text(COMPLAINT_LIMITS.note).default(""),
});
export type Compensation = z.infer<typeof compensation>;

/** What is going to be done for the buyer. */
export const complaintPlan = z.object({
  measure: text(COMPLAINT_LIMITS.note).min(1),
  /** Why this and not another. */
  reason: text(COMPLAINT_LIMITS.note).default(""),
  /** By when it is done. */
  dueAt: moment.nullable().default(null),
});
export type ComplaintPlan = z.infer<typeof complaintPlan>;

/** What a case says of itself. Without defaults: what is left out of a change stays as it is. */
const fields = {
  title: text(COMPLAINT_LIMITS.title),
  customer: text(COMPLAINT_LIMITS.name),
  order: text(COMPLAINT_LIMITS.order),
  shop: text(COMPLAINT_LIMITS.shop),
  product: text(COMPLAINT_LIMITS.product),
  kind: complaintKind,
  channel: complaintChannel,
  severity: complaintSeverity,
  /** Whose case it is. */
  owner: text(COMPLAINT_LIMITS.name),
  /** What the buyer wants. */
  demand: text(COMPLAINT_LIMITS.demand),
  customerKind: customerKind.nullable(),
  /** The cause in a few words, the same words for the same cause: that shows what repeats. */
  cause: text(COMPLAINT_LIMITS.cause),
  /** By when the buyer was told to have an answer. */
  answerBy: moment.nullable(),
};
export const complaintFields = z.object(fields);
export type ComplaintFields = z.infer<typeof complaintFields>;

/** What is said when a case is opened. */
export const complaintDraft = z.object({
  /** "": made of what the buyer wants. */
  title: fields.title.default(""),
  customer: fields.customer.default(""),
  order: fields.order.default(""),
  shop: fields.shop.default(""),
  product: fields.product.default(""),
  kind: complaintKind,
  channel: complaintChannel.default("chat"),
  severity: complaintSeverity.default("normal"),
  /** "": the agent of this workstation. */
  owner: fields.owner.default(""),
  demand: fields.demand.default(""),
  customerKind: fields.customerKind.default(null),
  cause: fields.cause.default(""),
  answerBy: fields.answerBy.default(null),
  /** The complaint in the buyer's own words, kept as the first record; "" for none yet. */
  words: text(COMPLAINT_LIMITS.record).default(""),
});
export type ComplaintDraft = z.infer<typeof complaintDraft>;

/** What may be changed later; what is left out stays. */
export const complaintChanges = z.object({ ...fields, followUpAt: moment.nullable() }).partial();
export type ComplaintChanges = z.infer<typeof complaintChanges>;

export const evidenceFile = z.object({
  /** SHA-256 of the bytes, hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1).max(200),
  size: z.number().int().min(0),
  /** Told from the content, not from the name. */
  mime: z.string().max(100),
});
export type EvidenceFile = z.infer<typeof evidenceFile>;

/** A value for each kind of complaint. */
export const perKind = <T extends z.ZodType>(value: T) => z.record(complaintKind, value);

/** Who may give how much by role and kind, and who decides above it. */
export const complaintAuthority = z.object({
  /** The role of the person at this workstation. */
  role: complaintRole,
  /** Fen; null: without limit. */
  limits: z.record(complaintRole, perKind(fen.nullable())),
  /** By kind: which level at least, to whom ("" where nobody is named), within how many hours. */
  rules: perKind(
    z.object({
      level: complaintLevel,
      to: text(COMPLAINT_LIMITS.name),
      hours: z.number().int().min(1).max(720),
    }),
  ),
  /** The 回访 is due so many hours after the plan is. */
  followUpHours: z.number().int().min(1).max(720),
  /** Closed cases are kept for so many years; the law asks for three. */
  keepYears: z.number().int().min(3).max(50),
});
export type ComplaintAuthority = z.infer<typeof complaintAuthority>;
