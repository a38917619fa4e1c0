import { z } from "zod";
import { complaintAuthority } from "./complaintFacts.ts";
import { event, procedure } from "./procedure.ts";

export const locale = z.enum(["zh-CN", "zh-TW", "en"]);
export type Locale = z.infer<typeof locale>;

/** How one application wants to be pasted into. Kept per program name. */
export const applicationProfile = z.object({
  /** "whole": one paste. "shift-enter": line by line with Shift+Enter between. */
  multiline: z.enum(["whole", "shift-enter"]),
  pasteKeys: z.enum(["Ctrl+V", "Ctrl+Shift+V", "Shift+Insert", "Cmd+V"]),
  sendKeys: z.enum(["Enter", "Ctrl+Enter", "Cmd+Enter"]),
  /** Milliseconds until the old clipboard comes back where reads cannot be seen. */
  restoreDelayMs: z.number().int().min(50).max(10_000),
  /** Milliseconds between the paste being read and the send key. */
  sendDelayMs: z.number().int().min(0).max(5_000),
  /** Send even when the phrase says only paste. */
  alwaysSend: z.boolean(),
  /** Pictures go as pixels or as a copied file. The defaults here are for settings stored before there were pictures. */
  pictureAs: z.enum(["bitmap", "file"]).default("bitmap"),
  /** Milliseconds between one piece of a script and the next. */
  partPauseMs: z.number().int().min(0).max(5_000).default(300),
  /** Larger pictures are scaled down to this many kilobytes when they are sent; 0: sent as they are. */
  pictureLimitKB: z.number().int().min(0).max(100_000).default(0),
});
export type ApplicationProfile = z.infer<typeof applicationProfile>;

export const settings = z.object({
  locale: locale.nullable(),
  theme: z.enum(["system", "light", "dark"]),
  paletteHotkey: z.string().max(60),
  /** Looks for the answer to the text selected in the chat; "" for none. */
  questionHotkey: z.string().max(60),
  /** Notes what a buyer says, from the text selected in the chat; "" for none. */
  feedbackHotkey: z.string().max(60),
  /** Departments feedback is sent to; empty: the usual ones. */
  feedbackDepartments: z.array(z.string().trim().min(1).max(40)).max(30),
  /** Shows and hides the docked panel; "" for none. */
  panelHotkey: z.string().max(60),
  panel: z.object({
    /** It comes up again at the next start. */
    open: z.boolean(),
    side: z.enum(["left", "right"]),
    /** Pixels at 100 %. */
    width: z.number().int().min(280).max(360),
  }),
  /** Writes down a promise over any window; the selected text becomes its note. "" for none. */
  promiseHotkey: z.string().max(60),
  /** The shop being served; its phrases come first. "" for none. */
  shop: z.string().max(80),
  /** Typed abbreviations: sign, code, space. */
  abbreviations: z.object({
    on: z.boolean(),
    /** One key of the main block. */
    sign: z.enum([";", "'", "/", "\\", "`", ","]),
    /** Program names in lower case where they are left alone. */
    excluded: z.array(z.string().max(80)).max(200),
  }),
  /** A script longer than this many Chinese characters is marked: a bubble that buyers read. */
  bubbleLimit: z.number().int().min(20).max(2_000),
  starterAnswered: z.boolean(),
  /** How the agent signs, and the number buyers may be given; "" for none. */
  agentName: z.string().max(40),
  agentNumber: z.string().max(40),
  /** Customers who were not seen for so many days are forgotten with everything remembered of them. */
  customerDays: z.number().int().min(1).max(365),
  /** Who may give buyers how much, and for how long cases are kept. Changed by complaints.setAuthority. */
  complaints: complaintAuthority,
  promises: z.object({
    /** Minutes before a promise is due at which the agent is reminded; 0 is the moment it is due. */
    remindMinutes: z.array(z.number().int().min(0).max(1_440)).max(5),
    /** When those that are due by the end of a day are reminded of, "17:00"; "": by the minutes before midnight. */
    dayAt: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/),
  }),
  /** By program name in lower case. */
  applications: z.record(z.string(), applicationProfile),
});
export type Settings = z.infer<typeof settings>;

/** What is to be otherwise; what is left out stays, of a group each part alone. */
export const settingsChanges = settings
  .omit({
    paletteHotkey: true,
    questionHotkey: true,
    panelHotkey: true,
    promiseHotkey: true,
    feedbackHotkey: true,
    complaints: true,
  })
  .extend({
    panel: settings.shape.panel.partial(),
    abbreviations: settings.shape.abbreviations.partial(),
    promises: settings.shape.promises.partial(),
  })
  .partial();
export type SettingsChanges = z.infer<typeof settingsChanges>;

export const settingsProcedures = {
  "settings.get": procedure({ input: z.object({}), output: settings }),
  "settings.set": procedure({ input: settingsChanges, output: settings }),
};

export const settingsEvents = { "settings.changed": event(settings) };
