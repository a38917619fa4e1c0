import { z } from "zod";
import { delivered } from "./files.ts";
import { event, procedure } from "./procedure.ts";

export const FEEDBACK_LIMITS = {
  text: 2_000,
  answer: 2_000,
  department: 40,
  to: 60,
} as const;

/** What a buyer's word is about. */
export const feedbackKind = z.enum([
  "pageError",
  "suggestion",
  "notBuying",
  "product",
  "price",
  "logistics",
  "service",
  "other",
]);
export type FeedbackKind = z.infer<typeof feedbackKind>;

const department = z.string().trim().max(FEEDBACK_LIMITS.department);

/** What a buyer said, and what became of it. */
export const feedback = z.object({
  id: z.uuid(),
  text: z.string(),
  kind: feedbackKind,
  /** Which department can solve it; "" for not known. */
  department: z.string(),
  /** Of the customer; "" where nobody was in hand. */
  customer: z.string(),
  order: z.string(),
  shop: z.string(),
  /** Who noted it; "" when the agent has no name. */
  by: z.string(),
  notedAt: z.number().int(),
  /** Null: nobody has said yet. */
  valuable: z.boolean().nullable(),
  sentAt: z.number().int().nullable(),
  sentTo: z.string(),
  answeredAt: z.number().int().nullable(),
  answer: z.string(),
});
export type Feedback = z.infer<typeof feedback>;

/** Where it stands: noted, sent on, answered. */
export const feedbackState = z.enum(["noted", "sent", "answered"]);
export type FeedbackState = z.infer<typeof feedbackState>;

/** Which of it is looked at; null: all. */
const filter = z.object({
  state: feedbackState.nullable().default(null),
  kind: feedbackKind.nullable().default(null),
  department: department.nullable().default(null),
  valuable: z.boolean().nullable().default(null),
  /** Noted from this moment on, and before that one; null: whenever. */
  from: z.number().int().nullable().default(null),
  to: z.number().int().nullable().default(null),
  text: z.string().max(200).default(""),
});
export type FeedbackFilter = z.infer<typeof filter>;

const fields = {
  text: z.string().trim().max(FEEDBACK_LIMITS.text),
  kind: feedbackKind,
  department,
};

/** One step, with the event that `feedback.withdraw` takes back. */
const stepped = z.object({ feedback, event: z.uuid() });

export const topic = z.object({
  word: z.string(),
  /** How many notes of the week speak of it, and of the week before. */
  count: z.number().int(),
  before: z.number().int(),
});

export const feedbackWeek = z.object({
  /** Monday of the week where the person is, "2026-11-16". */
  monday: z.string(),
  total: z.number().int(),
  kinds: z.record(feedbackKind, z.number().int()),
});
export type FeedbackWeek = z.infer<typeof feedbackWeek>;

/** 意见反馈: what buyers say, sorted, sent on and answered. */
export const feedbackProcedures = {
  /** What kind a text is and who could solve it, by its words and by what was chosen before. */
  "feedback.suggest": procedure({
    input: z.object({ text: z.string().max(FEEDBACK_LIMITS.text) }),
    output: z.object({
      kind: feedbackKind,
      department,
      departments: z.array(z.string()),
      /** What each kind would go to. */
      byKind: z.record(feedbackKind, z.string()),
    }),
  }),
  /** Notes what a buyer said, with who is in hand. @throws feedback_empty */
  "feedback.note": procedure({
    input: z.object({
      text: fields.text,
      kind: feedbackKind.nullable().default(null),
      department: department.nullable().default(null),
    }),
    output: stepped,
  }),
  /** Changes what was noted; left out: as it is. @throws feedback_missing, feedback_empty */
  "feedback.change": procedure({
    input: z.object({
      id: z.uuid(),
      text: fields.text.optional(),
      kind: fields.kind.optional(),
      department: fields.department.optional(),
      valuable: z.boolean().nullable().optional(),
    }),
    output: stepped,
  }),
  /** It was sent on. `to`: whom; "" for the department. @throws feedback_missing */
  "feedback.send": procedure({
    input: z.object({ id: z.uuid(), to: z.string().trim().max(FEEDBACK_LIMITS.to).default("") }),
    output: stepped,
  }),
  /** What was answered. @throws feedback_missing, feedback_empty */
  "feedback.answer": procedure({
    input: z.object({ id: z.uuid(), answer: z.string().trim().max(FEEDBACK_LIMITS.answer) }),
    output: stepped,
  }),
  /** Takes it off the list; it stays in the record. @throws feedback_missing */
  "feedback.drop": procedure({ input: z.object({ id: z.uuid() }), output: stepped }),
  /** Takes a step back; the step stays in the record. */
  "feedback.withdraw": procedure({
    input: z.object({ id: z.uuid(), event: z.uuid() }),
    output: z.object({}),
  }),
  "feedback.list": procedure({
    input: filter.extend({ limit: z.number().int().min(1).max(2_000).default(500) }),
    output: z.object({
      total: z.number().int(),
      rows: z.array(feedback),
      /** Of every state, whatever `state` is asked for. */
      counts: z.record(feedbackState, z.number().int()),
      departments: z.array(z.string()),
    }),
  }),
  /** By week and kind, oldest first, the week of `until` last; and what is spoken of most in that week. */
  "feedback.trend": procedure({
    input: z.object({
      until: z.number().int(),
      weeks: z.number().int().min(1).max(52).default(8),
    }),
    output: z.object({ weeks: z.array(feedbackWeek), topics: z.array(topic) }),
  }),
  /** The digest of the week a moment lies in, as text. */
  "feedback.digest": procedure({
    input: z.object({ at: z.number().int() }),
    output: z.object({ title: z.string(), text: z.string() }),
  }),
  /** Hands the digest over as a file. @throws no_printing */
  "feedback.digestFile": procedure({
    input: z.object({ at: z.number().int(), format: z.enum(["pdf", "txt"]) }),
    output: delivered,
  }),
  /** Hands what the filter finds over as a table. @throws feedback_nothing */
  "feedback.export": procedure({
    input: filter.extend({ format: z.enum(["csv", "xlsx"]) }),
    output: delivered.extend({ count: z.number().int() }),
  }),
};

export const feedbackEvents = {
  "feedback.changed": event(z.object({})),
};
