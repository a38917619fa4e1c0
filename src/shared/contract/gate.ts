import { z } from "zod";
import { event, procedure } from "./procedure.ts";
import { reviewFinding } from "./review.ts";

/** Limits of one entry. The form, the importer and the core use the same numbers. */
export const GATE_LIMITS = {
  word: 40,
  also: 30,
  replacements: 10,
  replacement: 80,
  exceptions: 60,
  shops: 20,
  shop: 80,
  /** Team and personal entries together. */
  entries: 20_000,
} as const;

/** Advertising law, off-platform contact and payment, insults, promises, effects on health, what else a platform forbids. */
export const gateKind = z.enum(["absolute", "contact", "insult", "promise", "medical", "other"]);
export type GateKind = z.infer<typeof gateKind>;

/** "block": has to go before a script is sent. "warn": asked about. */
export const gateSeverity = z.enum(["block", "warn"]);
export type GateSeverity = z.infer<typeof gateSeverity>;

/** Whose entry it is. */
export const gateSource = z.enum(["bundled", "team", "mine"]);
export type GateSource = z.infer<typeof gateSource>;

const word = z.string().trim().min(1).max(GATE_LIMITS.word);
/** "" means: leave the word out. */
const replacement = z.string().max(GATE_LIMITS.replacement);

const fields = z.object({
  word,
  /** Other spellings of the same. */
  also: z.array(word).max(GATE_LIMITS.also),
  kind: gateKind,
  severity: gateSeverity,
  replacements: z.array(replacement).max(GATE_LIMITS.replacements),
  /** Words in which the entry is fine; "^" before: at the beginning of a clause only; "$" behind: at its end only. */
  exceptions: z.array(word).max(GATE_LIMITS.exceptions),
  /** Shops it counts for; empty: all. */
  shops: z.array(z.string().min(1).max(GATE_LIMITS.shop)).max(GATE_LIMITS.shops),
});

/** What a person writes. */
export const gateDraft = fields.extend({
  also: fields.shape.also.default([]),
  kind: gateKind.default("other"),
  severity: gateSeverity.default("warn"),
  replacements: fields.shape.replacements.default([]),
  exceptions: fields.shape.exceptions.default([]),
  shops: fields.shape.shops.default([]),
});
export type GateDraft = z.infer<typeof gateDraft>;

export const gateWord = fields.extend({
  id: z.string(),
  source: gateSource,
  enabled: z.boolean(),
  /** The severity of the list, when the person gave it another. */
  listed: gateSeverity.nullable(),
});
export type GateWord = z.infer<typeof gateWord>;

/** A word that should not be sent, with the entry that says so. */
export const finding = reviewFinding.extend({
  kind: gateKind,
  source: gateSource,
  entryId: z.string(),
});
export type Finding = z.infer<typeof finding>;

/** How long a script is for a chat bubble. */
export const bubble = z.object({
  /** Wide characters count 1, narrow ones a half. */
  length: z.number(),
  limit: z.number().int(),
  over: z.boolean(),
  /** Where it is best cut, as UTF-16 offsets; empty when it is not over. */
  cuts: z.array(z.number().int()),
});

export const gateChange = z.object({
  /** Takes the change back, see `gate.undo`. */
  changeId: z.number().int(),
  count: z.number().int(),
});
export type GateChange = z.infer<typeof gateChange>;

export const sweepHit = z.object({
  phraseId: z.uuid(),
  title: z.string(),
  shop: z.string(),
  body: z.string(),
  findings: z.array(finding),
  bubble,
});
export type SweepHit = z.infer<typeof sweepHit>;

/** A line of a list that was not taken. */
export const gateRefusal = z.object({
  /** Line as a person counts it, from 1. */
  row: z.number().int(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type GateRefusal = z.infer<typeof gateRefusal>;
