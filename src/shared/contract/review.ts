import { z } from "zod";
import { pictureId } from "./phrases.ts";

/** Something a script asks for before it can be pasted. */
export const reviewField = z.object({
  /** What the script calls it: the key of its answer. */
  name: z.string(),
  kind: z.enum(["input", "choice", "number"]),
  label: z.string(),
  options: z.array(z.string()),
  /** The answer so far: given now, earlier today to the same customer, or the script's own default. */
  value: z.string(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  required: z.boolean(),
  /** Why the value will not do, as a message; null when it will or nobody was asked yet. */
  wrong: z
    .object({
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    })
    .nullable(),
});
export type ReviewField = z.infer<typeof reviewField>;

/** A word that should not be sent; places in UTF-16 units of the text it is in. */
export const reviewFinding = z.object({
  start: z.number().int(),
  end: z.number().int(),
  word: z.string(),
  /** Which list it is from: a message key of the gate's kinds. */
  kind: z.string(),
  severity: z.enum(["warn", "block"]),
  replacements: z.array(z.string()),
});
export type ReviewFinding = z.infer<typeof reviewFinding>;

/** One piece as it would go out. */
export const reviewPart = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string(), findings: z.array(reviewFinding) }),
  z.object({ kind: z.literal("picture"), picture: pictureId, name: z.string() }),
]);
export type ReviewPart = z.infer<typeof reviewPart>;

/** Why a paste waits, as a message. "ask": goes on when the person says so; "block": something has to change first. */
export const reviewStop = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  severity: z.enum(["ask", "block"]),
});
export type ReviewStop = z.infer<typeof reviewStop>;

/** What a buyer who has not paid is reminded with: never a bare "pay". */
export const urgingReason = z.enum(["stock", "gift", "dispatch", "discount", "confirm", "help"]);
export type UrgingReason = z.infer<typeof urgingReason>;

/** The order a script is to urge. */
export const urges = z.object({
  order: z.string().trim().min(1).max(40),
  reason: urgingReason.nullable().default(null),
});
export type Urges = z.infer<typeof urges>;

/** A script on its way out: what will be sent, what it still asks for, and what stands in the way. */
export const review = z.object({
  phraseId: z.uuid().nullable(),
  title: z.string(),
  parts: z.array(reviewPart),
  fields: z.array(reviewField),
  stops: z.array(reviewStop),
  /** True when nothing is missing and nothing stands in the way. */
  ready: z.boolean(),
  /** Set when it is to urge an order. */
  urges: urges.optional(),
});
export type Review = z.infer<typeof review>;

/** What the person adds to a script on its way out. */
export const reviewInput = z.object({
  /** Answers to the script's fields, by name. */
  answers: z.record(z.string().max(80), z.string().max(500)).default({}),
  /** The texts as the person changed them, in order; null: as the script has them. */
  texts: z.array(z.string().max(20_000)).max(10).nullable().default(null),
  /** The person has seen what may be asked about and goes on. */
  accept: z.boolean().default(false),
  /** Set when the script is pasted to urge an order: the rules of urging hold, and that it was urged is kept. */
  urges: urges.nullable().default(null),
});
export type ReviewInput = z.infer<typeof reviewInput>;
