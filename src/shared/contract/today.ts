import { z } from "zod";
import { emergencyKind, setColour } from "./campaigns.ts";
import { complaintKind, complaintSeverity, complaintStage } from "./complaintFacts.ts";
import { id } from "./phrases.ts";
import { procedure } from "./procedure.ts";

/** As many rows of each kind as the morning shows; the counts say how many there are. */
export const TODAY_LIMITS = {
  promises: 6,
  complaints: 5,
  upcoming: 3,
  proposed: 3,
  phrases: 6,
} as const;

/** Milliseconds since 1970. */
const moment = z.number().int();
const count = z.number().int();

export const todayPromise = z.object({
  id: z.string(),
  text: z.string(),
  customer: z.string(),
  order: z.string(),
  shop: z.string(),
  dueAt: moment,
  dateOnly: z.boolean(),
});
export type TodayPromise = z.infer<typeof todayPromise>;

export const todayCase = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  customer: z.string(),
  order: z.string(),
  shop: z.string(),
  kind: complaintKind,
  severity: complaintSeverity,
  stage: complaintStage,
  /** The earliest thing that is due; null when nothing is. */
  deadlineAt: moment.nullable(),
});
export type TodayCase = z.infer<typeof todayCase>;

const productFacts = z.object({
  id,
  name: z.string(),
  shop: z.string(),
  /** Fen. */
  price: z.number().int().nullable(),
  picture: z.string().nullable(),
});

const onNow = z.object({
  id,
  name: z.string(),
  colour: setColour,
  shops: z.array(z.string()),
  phrases: count,
  until: moment.nullable(),
});

/** What the person may still have to do, from features that hand it in: packs to update, drills due. */
export const todayExtra = z.object({
  kind: z.enum(["packs", "drills"]),
  count,
  /** The screen that has it, such as "/team". */
  path: z.string(),
});
export type TodayExtra = z.infer<typeof todayExtra>;

export const today = z.object({
  now: moment,
  /** The zone the person lives by, and the day there: "2026-11-27". */
  zone: z.string(),
  day: z.string(),
  /** The last millisecond of that day. */
  todayEnds: moment,
  promises: z.object({
    /** Open ones; each is in one of them. "today": after the hour, by the end of the day. */
    counts: z.object({ overdue: count, hour: count, today: count, later: count }),
    doneToday: count,
    /** Those due by the end of the day, the most pressing first. */
    rows: z.array(todayPromise),
  }),
  complaints: z.object({
    open: count,
    overdue: count,
    /** Not overdue, something due by the end of the day. */
    today: count,
    rows: z.array(todayCase),
  }),
  featured: z.object({
    chosen: z.array(
      z.object({
        product: productFacts,
        phrases: z.array(z.object({ id, title: z.string() })),
        /** How often its phrases, pictures and card were used this week. */
        uses: count,
      }),
    ),
    /** What was asked for most lately, when nothing is chosen. */
    proposed: z.array(z.object({ product: productFacts, uses: count })),
  }),
  emergencies: z.array(onNow.extend({ emergency: emergencyKind, since: moment, why: z.string() })),
  campaigns: z.array(onNow.extend({ phases: z.array(z.string()) })),
  /** Campaigns that open within a week, the next first. */
  upcoming: z.array(z.object({ id, name: z.string(), colour: setColour, start: moment })),
  urging: z.object({
    /** Listed today and neither urged nor settled. */
    todo: count,
    /** Urged and still unpaid. */
    waiting: count,
    /** Of those urged today: how many, and how many paid since. */
    urged: count,
    paid: count,
  }),
  extras: z.array(todayExtra),
  /** Live phrases; 0: a first start. */
  phrases: count,
});
export type Today = z.infer<typeof today>;

/** 今日: all that a day begins with, in one answer. */
export const todayProcedures = {
  "today.get": procedure({
    input: z.object({
      /** The shop being served, for the product of the week; null: all. */
      shop: z.string().max(80).nullable().default(null),
    }),
    output: today,
  }),
};
