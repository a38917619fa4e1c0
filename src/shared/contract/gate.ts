import { z } from "zod";
import { changeReceipt } from "./phrases.ts";
import { procedure } from "./procedure.ts";
import { reviewFinding } from "./review.ts";

/** Limits of one entry. The form, the importer and the core use the same numbers. */
export const GATE_LIMITS = {
  word: 40,
  also: 30,
  replacements: 10,
  replacement: 80,
  exceptions: 60,
  text: 20_000,
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
  /** Only where it stands as a word of its own, not across the end of one and the beginning of another. */
  whole: z.boolean(),
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
  whole: z.boolean().default(false),
  shops: fields.shape.shops.default([]),
});
export type GateDraft = z.infer<typeof gateDraft>;

/** Whose entries a person writes. */
export const ownSource = z.enum(["team", "mine"]);
export type OwnSource = z.infer<typeof ownSource>;

/** An entry as lists show it. Bundled entries may have more spellings and exceptions than a person would write. */
export const gateWord = fields.extend({
  id: z.string(),
  /** The first of them. */
  also: z.array(z.string()),
  exceptions: z.array(z.string()),
  spellings: z.number().int(),
  exceptionCount: z.number().int(),
  source: gateSource,
  enabled: z.boolean(),
  /** The severity of the list, when the person gave it another. */
  listed: gateSeverity.nullable(),
});
export type GateWord = z.infer<typeof gateWord>;

/** A word that should not be sent, in the spelling of the list, with the entry that says so. */
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

/** One text of a phrase with what is wrong with it. */
export const markedText = z.object({ text: z.string(), findings: z.array(finding), bubble });
export type MarkedText = z.infer<typeof markedText>;

/** A phrase with something in it that should not be sent, or too long for a bubble. */
export const markedPhrase = z.object({
  id: z.uuid(),
  title: z.string(),
  shop: z.string(),
  /** The texts that have something. */
  texts: z.array(markedText),
  /** The severest; null when it is only long. */
  severity: gateSeverity.nullable(),
  long: z.boolean(),
});
export type MarkedPhrase = z.infer<typeof markedPhrase>;

/** What a look through the library found. */
export const sweepResult = z.object({
  checked: z.number().int(),
  /** Phrases with a word that blocks, with words that only warn, and longer than a bubble (counted beside). */
  blocked: z.number().int(),
  warned: z.number().int(),
  long: z.number().int(),
  /** The first 1,000, the severest first. */
  phrases: z.array(markedPhrase),
});
export type SweepResult = z.infer<typeof sweepResult>;

/** A line of a list that was not taken. */
export const gateRefusal = z.object({
  /** Line as a person counts it, from 1. */
  row: z.number().int(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type GateRefusal = z.infer<typeof gateRefusal>;

const savedWord = z.object({ word: gateWord, historyId: z.number().int() });

/** The gate: words that should not be sent, and scripts too long for a bubble. */
export const gateProcedures = {
  /** One window of the list: own entries first, newest first, then the bundled ones as their lists have them. */
  "gate.words": procedure({
    input: z.object({
      kind: gateKind.nullable().default(null),
      source: gateSource.nullable().default(null),
      /** "changed": switched off or given another severity. */
      state: z.enum(["all", "changed"]).default("all"),
      text: z.string().max(200).default(""),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.object({
      total: z.number().int(),
      rows: z.array(gateWord),
      /** Of every kind, whatever `kind` is asked for. */
      counts: z.record(gateKind, z.number().int()),
    }),
  }),
  /** Makes an entry, or with an id changes one's own. */
  "gate.save": procedure({
    input: z.object({
      id: z.string().nullable().default(null),
      draft: gateDraft,
      source: ownSource.default("mine"),
    }),
    output: savedWord,
  }),
  /** Removes own entries. */
  "gate.remove": procedure({
    input: z.object({ ids: z.array(z.string()).min(1) }),
    output: changeReceipt,
  }),
  /** Switches any entry off or on for this person, or gives it another severity; null: as the list has it. */
  "gate.choose": procedure({
    input: z.object({
      id: z.string(),
      enabled: z.boolean().optional(),
      severity: gateSeverity.nullable().optional(),
    }),
    output: savedWord,
  }),
  /** What is wrong with a text. @param shop "" for any: then every entry counts */
  "gate.check": procedure({
    input: z.object({
      text: z.string().max(GATE_LIMITS.text),
      shop: z.string().max(GATE_LIMITS.shop).default(""),
    }),
    output: markedText.omit({ text: true }),
  }),
  /** For list rows: which of these phrases have something. Those that have nothing are left out. */
  "gate.marks": procedure({
    input: z.object({ ids: z.array(z.uuid()).max(500) }),
    output: z.array(markedPhrase.pick({ id: true, severity: true, long: true })),
  }),
  /** Looks through all phrases, or through those of one step of the history. Progress: job.progress. */
  "gate.sweep": procedure({
    input: z.object({
      job: z.string().max(60),
      historyId: z.number().int().nullable().default(null),
    }),
    output: sweepResult,
  }),
  "gate.cancel": procedure({ input: z.object({ job: z.string() }), output: z.object({}) }),
  /** Takes in a list: a table with our headers, or one word per line. `kind` and `severity` hold where it says none. */
  "gate.import": procedure({
    input: z.object({
      /** A file the person chose, as named by the shell. */
      file: z.string(),
      source: ownSource.default("mine"),
      kind: gateKind.default("other"),
      severity: gateSeverity.default("warn"),
    }),
    output: z.object({
      added: z.number().int(),
      /** Own entries of the same word that were different. */
      changed: z.number().int(),
      same: z.number().int(),
      refusedCount: z.number().int(),
      /** The first 200. */
      refused: z.array(gateRefusal),
      historyId: z.number().int().nullable(),
    }),
  }),
  /** Writes own entries: everything as CSV, or the words alone. */
  "gate.export": procedure({
    input: z.object({ format: z.enum(["csv", "txt"]), source: ownSource.nullable().default(null) }),
    output: z.object({
      count: z.number().int(),
      url: z.string().nullable(),
      path: z.string().nullable(),
      cancelled: z.boolean(),
    }),
  }),
};
