import { z } from "zod";
import { DEFAULT_ZONE } from "../rules/validityWall.ts";
import { changeReceipt, id, phraseRow } from "./phrases.ts";
import { event, procedure } from "./procedure.ts";

/** Limits of one set. The editor and the core use the same numbers. */
export const CAMPAIGN_LIMITS = {
  name: 60,
  note: 300,
  shops: 50,
  shop: 80,
  phases: 12,
  phaseName: 30,
  phrases: 500,
  why: 200,
  zone: 60,
} as const;

export const setKind = z.enum(["campaign", "emergency"]);
export const setColour = z.enum(["teal", "blue", "violet", "pink", "amber", "red"]);
export type SetColour = z.infer<typeof setColour>;
/** What has gone wrong; each kind comes with a prepared set. */
export const emergencyKind = z.enum([
  "platform",
  "equipment",
  "listing",
  "logistics",
  "reputation",
  "other",
]);
export type EmergencyKind = z.infer<typeof emergencyKind>;

/** Minute on the wall clock of the set's zone, "2026-11-10T20:00"; null: not dated yet. */
const wall = z.string().max(16).nullable();
const shops = z.array(z.string().min(1).max(CAMPAIGN_LIMITS.shop)).max(CAMPAIGN_LIMITS.shops);
/** Milliseconds since 1970. */
const moment = z.number().int();

export const setMember = z.object({
  phraseId: id,
  /** True: an everyday phrase that the set only puts first; it stays when the set is over. */
  everyday: z.boolean().default(false),
});
export type SetMember = z.infer<typeof setMember>;
const members = z.array(setMember).max(CAMPAIGN_LIMITS.phrases);

export const setPhase = z.object({
  id,
  name: z.string().max(CAMPAIGN_LIMITS.phaseName),
  start: wall.default(null),
  end: wall.default(null),
  phrases: members.default([]),
});
export type SetPhase = z.infer<typeof setPhase>;

/** What a person writes of a set. `phrases` hold as long as the set, those of a phase as long as the phase. */
export const campaignDraft = z.object({
  kind: setKind.default("campaign"),
  /** Null for campaigns. */
  emergency: emergencyKind.nullable().default(null),
  name: z.string().max(CAMPAIGN_LIMITS.name),
  /** When to use it, in one sentence. */
  note: z.string().max(CAMPAIGN_LIMITS.note).default(""),
  colour: setColour.default("teal"),
  /** Empty: every shop. */
  shops: shops.default([]),
  /** IANA name of the time zone its wall times are in. */
  zone: z.string().max(CAMPAIGN_LIMITS.zone).default(DEFAULT_ZONE),
  start: wall.default(null),
  /** The first minute in which it is over. */
  end: wall.default(null),
  phrases: members.default([]),
  phases: z.array(setPhase).max(CAMPAIGN_LIMITS.phases).default([]),
});
export type CampaignDraft = z.infer<typeof campaignDraft>;

export const campaign = campaignDraft.extend({
  id,
  /** "mine", or "starter" until a person edits a set that came with the program. */
  source: z.string().max(100),
  createdAt: moment,
  changedAt: moment,
});
export type Campaign = z.infer<typeof campaign>;

/** `at`: the start of what is upcoming, the end of what is on (null: none) or over. */
export const standing = z.object({
  state: z.enum(["undated", "upcoming", "on", "over"]),
  at: moment.nullable(),
});

/** Since when and how an emergency is on. */
export const switchedOn = z.object({
  since: moment,
  until: moment.nullable(),
  shops,
  by: z.string(),
  why: z.string(),
});

/** A set as it stands now. */
export const campaignNow = campaign.extend({
  standing,
  phases: z.array(setPhase.extend({ standing })),
  /** Null for campaigns and for emergencies that are off. */
  switched: switchedOn.nullable(),
});
export type CampaignNow = z.infer<typeof campaignNow>;

const onNow = campaign.pick({ id: true, name: true, note: true, colour: true }).extend({
  shops,
  phrases: z.number().int(),
});

export const campaignStatus = z.object({
  now: moment,
  /** Switched on, the last one first. */
  emergencies: z.array(onNow.extend(switchedOn.shape).extend({ emergency: emergencyKind })),
  /** The one that ends soonest first, with the phases that are on. */
  campaigns: z.array(onNow.extend({ until: moment, phases: z.array(z.string()) })),
  /** When any of this changes by itself. */
  nextChange: moment.nullable(),
  /** Every emergency there is, for menus. */
  switches: z.array(z.object({ id, name: z.string(), on: z.boolean() })),
});
export type CampaignStatus = z.infer<typeof campaignStatus>;

const span = z.object({
  from: moment,
  to: moment,
  /** The same on the wall of the calendar's zone. */
  start: z.string(),
  end: z.string(),
});

/** One shop's line of the calendar; `shop` "" stands for shops without a set of their own. */
export const calendarLine = z.object({
  shop: z.string(),
  campaigns: z.array(
    span.extend({
      id,
      name: z.string(),
      colour: setColour,
      /** It goes on before or after what is shown. */
      earlier: z.boolean(),
      later: z.boolean(),
    }),
  ),
  overlaps: z.array(span.extend({ ids: z.tuple([id, id]) })),
  gaps: z.array(span.extend({ after: id, before: id })),
});
export type CalendarLine = z.infer<typeof calendarLine>;

export const switchEntry = z.object({
  id: z.number().int(),
  at: moment,
  campaignId: id,
  name: z.string(),
  /** "ended": by itself, at the time that was named. */
  action: z.enum(["on", "off", "changed", "ended"]),
  until: moment.nullable(),
  shops,
  by: z.string(),
  why: z.string(),
});
export type SwitchEntry = z.infer<typeof switchEntry>;

/** The sets that come with the program: five emergencies, one example of a campaign. */
export const preparedName = z.enum(["emergency", "campaign"]);
export type PreparedName = z.infer<typeof preparedName>;

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const campaignProcedures = {
  /** Emergencies first, then campaigns: on, upcoming, undated, over. */
  "campaigns.list": procedure({
    input: z.object({}),
    output: z.object({ now: moment, sets: z.array(campaignNow) }),
  }),
  /** One set with its phrases as lists show them; `body` is whole. */
  "campaigns.get": procedure({
    input: z.object({ id }),
    output: z.object({ now: moment, set: campaignNow, phrases: z.array(phraseRow) }),
  }),
  /** Null id: a new set. */
  "campaigns.save": procedure({
    input: z.object({ id: id.nullable(), draft: campaignDraft }),
    output: z.object({ set: campaignNow, historyId: z.number().int() }),
  }),
  /** Takes the set away; its phrases stay in the library. An emergency that is on is switched off first. */
  "campaigns.remove": procedure({ input: z.object({ id }), output: changeReceipt }),
  /** Those that are there already stay where they are. Null phase: the whole time of the set. */
  "campaigns.addPhrases": procedure({
    input: z.object({
      id,
      phaseId: id.nullable().default(null),
      phraseIds: z.array(id).min(1).max(CAMPAIGN_LIMITS.phrases),
      everyday: z.boolean().default(false),
    }),
    output: changeReceipt,
  }),
  /** Takes phrases out of the set and all its phases; they stay in the library. */
  "campaigns.removePhrases": procedure({
    input: z.object({ id, phraseIds: z.array(id).min(1).max(CAMPAIGN_LIMITS.phrases) }),
    output: changeReceipt,
  }),
  /**
   * Switches an emergency; on again changes until, shops and why, each left out as it is. Every switching is kept.
   * Switched on without them: until it is switched off, for the shops of the set (also null), for no reason given.
   */
  "campaigns.switch": procedure({
    input: z.object({
      id,
      on: z.boolean(),
      until: moment.nullable().optional(),
      shops: shops.nullable().default(null),
      why: z.string().trim().max(CAMPAIGN_LIMITS.why).optional(),
    }),
    output: campaignStatus,
  }),
  "campaigns.status": procedure({ input: z.object({}), output: campaignStatus }),
  /** Whether a phrase may be sent now; `at` as in `shared/rules/validity.ts`. */
  "campaigns.sendable": procedure({
    input: z.object({ phraseId: id, shop: z.string().nullable().default(null) }),
    output: z.union([
      z.object({ ok: z.literal(true) }),
      z.object({
        ok: z.literal(false),
        campaign: z.object({ id, name: z.string() }),
        reason: z.enum(["not_yet", "over", "off", "other_shop"]),
        at: moment.nullable(),
      }),
    ]),
  }),
  /** Days from `from` up to and without `to`, on the wall of `zone`. Null shop: every shop's line. */
  "campaigns.calendar": procedure({
    input: z.object({
      from: date,
      to: date,
      zone: z.string().max(CAMPAIGN_LIMITS.zone).default(DEFAULT_ZONE),
      shop: z.string().nullable().default(null),
    }),
    output: z.object({
      now: moment,
      from: moment,
      to: moment,
      /** Where each day begins: not every day has 24 hours. */
      days: z.array(z.object({ date, at: moment })),
      lines: z.array(calendarLine),
    }),
  }),
  /** Newest first. Null id: of all sets. */
  "campaigns.log": procedure({
    input: z.object({
      id: id.nullable().default(null),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.array(switchEntry),
  }),
  "campaigns.prepared": procedure({
    input: z.object({}),
    output: z.array(
      z.object({
        name: preparedName,
        sets: z.number().int(),
        phrases: z.number().int(),
        /** Sets of it that are here, edited or not. */
        present: z.number().int(),
        /** Sets of it that were not edited: what taking out would take. */
        unedited: z.number().int(),
      }),
    ),
  }),
  /** Adds the sets that are missing with their phrases, in one step that can be undone. */
  "campaigns.addPrepared": procedure({
    input: z.object({ name: preparedName }),
    output: changeReceipt,
  }),
  /** Takes out the sets and phrases of it that nobody edited, in one step that can be undone. */
  "campaigns.removePrepared": procedure({
    input: z.object({ name: preparedName }),
    output: changeReceipt,
  }),
};

export const campaignEvents = {
  /** A window opened or closed, an emergency was switched, or a set was changed. */
  "campaigns.changed": event(campaignStatus),
};
