import { z } from "zod";
import { complaintKind } from "./complaintFacts.ts";
import { delivered } from "./files.ts";
import { event, procedure } from "./procedure.ts";
import { locale } from "./settings.ts";

export const REPORT_LIMITS = {
  sentence: 1_000,
  text: 4_000,
  scenes: 5,
  phrases: 5,
  listed: 60,
} as const;

const count = z.number().int();
/** Milliseconds since 1970. */
const moment = z.number().int();
/** ISO 8601: "2026-W53". */
const week = z.string().regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** What happened in seven days, counted from the records. */
export const reportFigures = z.object({
  promises: z.object({
    /** Done in the week and not opened again in it; `late`: of those, after they were due. */
    kept: count,
    late: count,
    carried: count,
    handed: count,
    /** Due in the week and neither done nor handed on by its end, or by now. */
    overdue: count,
  }),
  complaints: z.object({
    opened: count,
    closed: count,
    /** Open at the end of the week, or now while it runs. */
    open: count,
    /** Opened, by kind, the most frequent first. */
    byKind: z.array(z.object({ kind: complaintKind, count })),
    /** From opening to closing of those closed in the week, milliseconds; null when none was. */
    median: z.number().nullable(),
  }),
  uses: z.object({
    total: count,
    /** By top category; "" for none. */
    byScene: z.array(z.object({ name: z.string(), count })),
    phrases: z.array(z.object({ title: z.string(), count })),
  }),
  feedback: z.object({ noted: count, valuable: count, sent: count, answered: count }),
  urging: z.object({
    /** Orders urged in the week, how many of them were paid afterwards, and their cents. */
    urged: count,
    paid: count,
    amount: count,
  }),
  /** Monday to Sunday. */
  days: z.array(z.object({ day, kept: count, complaints: count })).length(7),
});
export type ReportFigures = z.infer<typeof reportFigures>;

export const reportSection = z.enum(["promises", "complaints", "uses", "feedback", "urging"]);
export type ReportSection = z.infer<typeof reportSection>;

export const reportField = z.enum([
  "summary",
  "result",
  "problems",
  "improvements",
  "plan",
  "target",
]);
export type ReportField = z.infer<typeof reportField>;

const text = z.string().max(REPORT_LIMITS.text);

/** What a person wrote. */
export const reportWords = z.object({
  locale,
  /** A section's sentence as it was rewritten: {name} stands for a figure. Left out: the sentence of the program. */
  sentences: z.partialRecord(reportSection, z.string().max(REPORT_LIMITS.sentence)),
  /** In a few words; how last week's target went; problems; improvements; plan; target for the next week. */
  fields: z.record(reportField, text),
});
export type ReportWords = z.infer<typeof reportWords>;

export const reportWeek = z.object({
  week,
  /** Monday and Sunday. */
  from: day,
  to: day,
  /** Its first moment and the first of the next one, in the zone. */
  start: moment,
  end: moment,
  zone: z.string(),
});
export type ReportWeek = z.infer<typeof reportWeek>;

/** All that a report says, whenever it is read: figures do not move any more once it is finished. */
export const reportContent = z.object({
  week: reportWeek,
  agent: z.string(),
  /** When it was counted. */
  countedAt: moment,
  figures: reportFigures,
  /** Of the week before. */
  before: reportFigures,
  /** What was aimed at a week ago; "" for nothing. */
  lastTarget: z.string(),
  words: reportWords,
});
export type ReportContent = z.infer<typeof reportContent>;

export const finishedReport = z.object({
  id: z.uuid(),
  finishedAt: moment,
  content: reportContent,
});
export type FinishedReport = z.infer<typeof finishedReport>;

export const reportProcedures = {
  /** This week and the last, and all that have something written, the newest first. */
  "reports.list": procedure({
    input: z.object({}),
    output: z.object({
      now: moment,
      thisWeek: week,
      rows: z.array(
        z.object({
          week,
          from: day,
          to: day,
          /** Something is written and not finished. */
          draft: z.boolean(),
          finishedAt: moment.nullable(),
          agent: z.string(),
        }),
      ),
    }),
  }),
  /** A week as it stands. @throws report_week_unknown, report_week_future */
  "reports.get": procedure({
    input: z.object({ week }),
    output: z.object({
      now: moment,
      /** The week goes on. */
      running: z.boolean(),
      /** The neighbours; null next to a week that has not begun. */
      previous: week,
      next: week.nullable(),
      /** With the figures as of now. */
      content: reportContent,
      draftSavedAt: moment.nullable(),
      /** As they were finished, the last first. */
      finished: z.array(finishedReport),
    }),
  }),
  /** Keeps what is written so far. */
  "reports.save": procedure({
    input: z.object({ week, words: reportWords }),
    output: z.object({ savedAt: moment }),
  }),
  /** Counts once more and keeps the report for good. @throws report_week_future */
  "reports.finish": procedure({
    input: z.object({ week, words: reportWords }),
    output: finishedReport,
  }),
  /** `id` null: as it stands. @throws report_missing, no_printing */
  "reports.export": procedure({
    input: z.object({ week, id: z.uuid().nullable(), format: z.enum(["pdf", "word", "text"]) }),
    output: delivered,
  }),
};

export const reportEvents = {
  /** A report was finished, or a draft kept. */
  "reports.changed": event(z.object({ week })),
};
