import { z } from "zod";
import { pasteOutcome } from "./desk.ts";
import { changeReceipt, id, phraseRow } from "./phrases.ts";
import { procedure } from "./procedure.ts";

const count = z.number().int();
const named = z.object({ name: z.string(), count });

/** Uses of the library in a stretch of time. What went wrong or was cancelled is no use. */
export const usesReport = z.object({
  total: count,
  /** Phrases used at least once, and how many there are. */
  used: count,
  phrases: count,
  outcomes: z.record(pasteOutcome, count),
  /** Of one day, by the hour of the machine's clock: 24 numbers. */
  byHour: z.array(count).length(24),
  /** Every day of the stretch, "2026-11-22", oldest first. */
  byDay: z.array(z.object({ day: z.string(), count })),
  /** By top category; "" for phrases without one or gone. Most used first. */
  byScene: z.array(named),
  /** By the shop that was served; "" for none. Most used first. */
  byShop: z.array(named),
  /** Most used first. */
  byPhrase: z.array(z.object({ id, title: z.string(), scene: z.string(), count })),
});
export type UsesReport = z.infer<typeof usesReport>;

/** Phrases that say the same, or nearly. */
export const twiceStored = z.object({
  /** 1: the same text but for signs and blanks; below: the share of runs of three characters they have in common. */
  likeness: z.number(),
  /** The one to keep, by use and age, first. */
  phrases: z.array(phraseRow).min(2),
});
export type TwiceStored = z.infer<typeof twiceStored>;

/** 使用统计: what is used, when and where; what is never used, and what is stored twice. */
export const statisticsProcedures = {
  "statistics.uses": procedure({
    input: z.object({
      /** Milliseconds since 1970; the end is not part of it. */
      from: z.number().int(),
      to: z.number().int(),
      /** IANA name of the zone whose days and hours are meant. */
      zone: z.string().max(60),
      /** How many phrases are named. */
      limit: count.min(1).max(100).default(15),
    }),
    output: usesReport,
  }),
  /** Phrases nobody has used, oldest first; those younger than a time are given theirs. */
  "statistics.unused": procedure({
    input: z.object({
      /** Made before this moment, milliseconds since 1970. */
      before: z.number().int(),
      limit: count.min(1).max(500).default(100),
    }),
    output: z.object({ total: count, rows: z.array(phraseRow) }),
  }),
  /** Groups of phrases that say the same, the largest first. */
  "statistics.twice": procedure({
    input: z.object({ limit: count.min(1).max(200).default(50) }),
    output: z.object({ total: count, groups: z.array(twiceStored) }),
  }),
  /**
   * Keeps one phrase of several that say the same: it takes over questions, tags and, where it has none, code and
   * category; the others go to the trash.
   */
  "statistics.merge": procedure({
    input: z.object({ keep: id, others: z.array(id).min(1).max(100) }),
    output: changeReceipt,
  }),
};
