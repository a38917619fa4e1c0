import { z } from "zod";
import { id, pictureId, sendMode } from "./phrases.ts";
import { event, procedure } from "./procedure.ts";
import { review, reviewInput } from "./review.ts";

export const pasteOutcome = z.enum(["pasted", "sent", "copied", "failed", "cancelled"]);
export type PasteOutcome = z.infer<typeof pasteOutcome>;

export const pasteRecord = z.object({
  id: z.number().int(),
  at: z.number().int(),
  phraseId: id.nullable(),
  title: z.string(),
  application: z.string(),
  outcome: pasteOutcome,
  /** Message code when it failed. */
  reason: z.string().nullable(),
  /** From the choice to the last key sent. */
  milliseconds: z.number().int(),
});
export type PasteRecord = z.infer<typeof pasteRecord>;

/** What a global hotkey of the program itself does. */
export const hotkeyAction = z.enum(["palette", "question", "panel", "promise", "feedback"]);
export type HotkeyAction = z.infer<typeof hotkeyAction>;

export const hotkeyStatus = z.object({
  /** Null when global hotkeys work. */
  unavailable: z.string().nullable(),
  /** An accelerator of null: the person does without. */
  actions: z.array(
    z.object({
      action: hotkeyAction,
      accelerator: z.string().nullable(),
      failure: z.string().nullable(),
    }),
  ),
  /** Phrases and pictures whose hotkey could not be taken. */
  failures: z.array(
    z.object({ id: z.string(), title: z.string(), accelerator: z.string(), failure: z.string() }),
  ),
});

const params = z.record(z.string(), z.union([z.string(), z.number()]));

/** How a wish to paste ended. "waits": something has to be filled in, changed or confirmed first, see `review`. */
export const pasteEnd = z.object({
  outcome: z.union([pasteOutcome, z.literal("waits")]),
  reason: z.string().nullable(),
  params,
  review: review.nullable(),
});
export type PasteEnd = z.infer<typeof pasteEnd>;

/** Which of our windows it was chosen in: palette and panel mean the window they are beside, never another. */
const from = z.enum(["main", "palette", "panel"]).default("main");
export type ChosenIn = z.output<typeof from>;

/** Pasting, the palette and hotkeys. */
export const deskProcedures = {
  /**
   * Pastes into the window that had the keyboard; without a desktop the text is put on the clipboard by the page.
   * A script that still asks for something, or that something speaks against, is not pasted but handed back.
   */
  "paste.phrase": procedure({
    input: reviewInput.extend({ id, mode: sendMode.nullable().default(null), from }),
    output: pasteEnd,
  }),
  /** What would be pasted now, and what is still missing; nothing happens. */
  "paste.review": procedure({ input: reviewInput.extend({ id }), output: review }),
  /** The same for a text that is no phrase. @param shop the one it speaks for, where nothing else names one */
  "paste.reviewText": procedure({
    input: reviewInput.pick({ accept: true }).extend({
      text: z.string().min(1).max(20_000),
      title: z.string().max(200).default(""),
      shop: z.string().max(200).default(""),
    }),
    output: review,
  }),
  /** Pastes a text that is no phrase: a price explained, an answer put together. */
  "paste.text": procedure({
    input: reviewInput.omit({ texts: true, answers: true, urges: true }).extend({
      text: z.string().min(1).max(20_000),
      title: z.string().max(200).default(""),
      mode: sendMode.default("paste"),
      from,
    }),
    output: pasteEnd,
  }),
  /** Pastes a picture of the store, as the program in front wants it. */
  "paste.picture": procedure({
    input: z.object({ picture: pictureId, mode: sendMode.default("paste"), from }),
    output: pasteEnd,
  }),
  /** The page itself copied the phrase (no desktop here): counts the use. */
  "paste.copied": procedure({
    input: reviewInput.omit({ accept: true }).extend({ id }),
    output: z.object({}),
  }),
  "paste.log": procedure({
    input: z.object({ limit: z.number().int().min(1).max(500).default(100) }),
    output: z.array(pasteRecord),
  }),
  /**
   * `left`: the page lost the keyboard; closes only if it does not have it again once everything before this is done.
   * `away`: it is closed.
   */
  "palette.close": procedure({
    input: z.object({ left: z.boolean().default(false) }),
    output: z.object({ away: z.boolean() }),
  }),
  "palette.open": procedure({ input: z.object({}), output: z.object({}) }),
  /** The page stands as the opening with this number wants it. */
  "palette.heard": procedure({
    input: z.object({ opening: z.number().int() }),
    output: z.object({}),
  }),
  "panel.open": procedure({ input: z.object({}), output: z.object({}) }),
  "panel.close": procedure({ input: z.object({}), output: z.object({}) }),
  "panel.toggle": procedure({ input: z.object({}), output: z.object({}) }),
  /**
   * The panel has no keyboard until one of its fields wants it ("take"); "give": back to the window beside it;
   * "lost": the person took it elsewhere.
   */
  "panel.keyboard": procedure({
    input: z.object({ want: z.enum(["take", "give", "lost"]) }),
    output: z.object({}),
  }),
  /** Whether the panel is up, and the window that a click in it would paste into now. */
  "panel.target": procedure({
    input: z.object({}),
    output: z.object({
      up: z.boolean(),
      target: z.object({ app: z.string(), title: z.string() }).nullable(),
    }),
  }),
  "hotkeys.status": procedure({ input: z.object({}), output: hotkeyStatus }),
  /** Tries an accelerator before it is saved; the answer says who has it. */
  "hotkeys.check": procedure({
    input: z.object({
      accelerator: z.string().max(60),
      /** The phrase, picture or action it is for: its own hotkey is no conflict. */
      ownerId: z.string().max(64).nullable().default(null),
    }),
    output: z.object({
      accelerator: z.string(),
      failure: z.object({ code: z.string(), params }).nullable(),
    }),
  }),
  /** Null does without; the palette always has one. */
  "hotkeys.setAction": procedure({
    input: z.object({ action: hotkeyAction, accelerator: z.string().max(60).nullable() }),
    output: hotkeyStatus,
  }),
};

export const deskEvents = {
  /**
   * The palette is about to be shown with this typed already; with a review it shows that instead of the list. `note`:
   * what was selected in the window before it, for a promise that is written down. `opening`: its number, for
   * `palette.heard`.
   */
  "palette.shown": event(
    z.object({
      opening: z.number().int(),
      text: z.string(),
      review: review.nullable(),
      note: z.string(),
    }),
  ),
  /** The panel is up. */
  "panel.shown": event(z.object({})),
  "hotkeys.changed": event(hotkeyStatus),
  /** A sentence for the person, wherever they look. */
  notice: event(
    z.object({
      level: z.enum(["info", "warning", "error"]),
      code: z.string(),
      params,
    }),
  ),
};
