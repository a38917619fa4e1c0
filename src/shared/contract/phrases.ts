import { z } from "zod";
import { event, procedure } from "./procedure.ts";

/** Limits of one phrase. The editor, the importer and the core use the same numbers. */
export const PHRASE_LIMITS = {
  title: 200,
  body: 20_000,
  shortcut: 40,
  note: 2_000,
  shop: 80,
  tags: 20,
  tag: 40,
  categoryName: 60,
  categoryDepth: 4,
  textSegments: 10,
  pictureSegments: 9,
  questions: 30,
  question: 200,
  promise: 60,
} as const;

export const id = z.uuid();
export const sendMode = z.enum(["paste", "send"]);

/** A picture is known by the SHA-256 of its file, in hexadecimal. */
export const pictureId = z.string().regex(/^[0-9a-f]{64}$/);

/** One piece of a phrase; each goes into the chat on its own, one after another. */
export const segment = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string().min(1).max(PHRASE_LIMITS.body) }),
  z.object({ kind: z.literal("picture"), picture: pictureId }),
]);
export type Segment = z.infer<typeof segment>;

const countOf = (segments: readonly Segment[], kind: Segment["kind"]): number =>
  segments.filter((each) => each.kind === kind).length;

export const segments = z
  .array(segment)
  .refine((all) => countOf(all, "text") <= PHRASE_LIMITS.textSegments, {
    message: `at most ${PHRASE_LIMITS.textSegments} texts`,
  })
  .refine((all) => countOf(all, "picture") <= PHRASE_LIMITS.pictureSegments, {
    message: `at most ${PHRASE_LIMITS.pictureSegments} pictures`,
  });

const fields = z.object({
  title: z.string().max(PHRASE_LIMITS.title),
  /** The words of all texts. With `segments` it follows from them and what is passed does not count. */
  body: z.string().min(1).max(PHRASE_LIMITS.body),
  /** Texts and pictures in order; empty when the phrase is one text, its body. */
  segments,
  /** What buyers say when this phrase is the answer. */
  questions: z.array(z.string().min(1).max(PHRASE_LIMITS.question)).max(PHRASE_LIMITS.questions),
  shortcut: z.string().max(PHRASE_LIMITS.shortcut),
  categoryId: id.nullable(),
  tags: z.array(z.string().min(1).max(PHRASE_LIMITS.tag)).max(PHRASE_LIMITS.tags),
  shop: z.string().max(PHRASE_LIMITS.shop),
  favourite: z.boolean(),
  /** Accelerator such as "Ctrl+Alt+1"; null when the phrase has no global hotkey. */
  hotkey: z.string().max(60).nullable(),
  sendMode,
  note: z.string().max(PHRASE_LIMITS.note),
  /** What this phrase promises, as a due time in words such as 24小时内; "" when it promises nothing. */
  promise: z.string().trim().max(PHRASE_LIMITS.promise),
});

/** Some fields of a phrase. Without defaults: what is left out stays as it is. */
export const phraseChanges = fields.partial();

/** What a person writes; the core adds id, times and use. */
export const phraseDraft = fields.extend({
  segments: segments.default([]),
  questions: fields.shape.questions.default([]),
  shortcut: fields.shape.shortcut.default(""),
  categoryId: fields.shape.categoryId.default(null),
  tags: fields.shape.tags.default([]),
  shop: fields.shape.shop.default(""),
  favourite: fields.shape.favourite.default(false),
  hotkey: fields.shape.hotkey.default(null),
  sendMode: fields.shape.sendMode.default("paste"),
  note: fields.shape.note.default(""),
  promise: fields.shape.promise.default(""),
});

export const phrase = phraseDraft.extend({
  id,
  /** "mine", "starter", or the id of a pack. */
  source: z.string().max(100),
  /** Milliseconds since 1970. */
  createdAt: z.number().int(),
  changedAt: z.number().int(),
  trashedAt: z.number().int().nullable(),
  useCount: z.number().int(),
  lastUsedAt: z.number().int().nullable(),
});

/** A phrase as lists show it: the body is cut to its first 160 characters. */
export const phraseRow = phrase
  .omit({ note: true, createdAt: true, segments: true, questions: true })
  .extend({
    categoryPath: z.array(z.string()),
    /** How many texts it has, and its pictures in order. */
    texts: z.number().int(),
    pictures: z.array(pictureId),
  });

export const category = z.object({
  id,
  parentId: id.nullable(),
  name: z.string().min(1).max(PHRASE_LIMITS.categoryName),
  position: z.number(),
  /** Live phrases directly in this category. */
  count: z.number().int(),
});

export type SendMode = z.infer<typeof sendMode>;
export type PhraseDraft = z.infer<typeof phraseDraft>;
export type Phrase = z.infer<typeof phrase>;
export type PhraseRow = z.infer<typeof phraseRow>;
export type Category = z.infer<typeof category>;

/** What a change hands back so that the screen can offer undo. */
export const changeReceipt = z.object({ historyId: z.number().int(), count: z.number().int() });
export type ChangeReceipt = z.infer<typeof changeReceipt>;

export const phraseView = z.enum(["all", "favourites", "uncategorised", "trash"]);

export const phraseProcedures = {
  /** One window of a list. `text` filters through the search index (trash: plain substring). */
  "phrases.query": procedure({
    input: z.object({
      view: phraseView.default("all"),
      categoryId: id.nullable().default(null),
      /** Includes everything below this category. */
      below: z.boolean().default(true),
      text: z.string().max(500).default(""),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    output: z.object({ total: z.number().int(), rows: z.array(phraseRow) }),
  }),
  "phrases.get": procedure({ input: z.object({ id }), output: phrase }),
  "phrases.create": procedure({ input: phraseDraft, output: phrase }),
  "phrases.update": procedure({
    input: z.object({ id, changes: phraseChanges }),
    output: z.object({ phrase, historyId: z.number().int() }),
  }),
  "phrases.move": procedure({
    input: z.object({ ids: z.array(id).min(1), categoryId: id.nullable() }),
    output: changeReceipt,
  }),
  "phrases.trash": procedure({
    input: z.object({ ids: z.array(id).min(1) }),
    output: changeReceipt,
  }),
  "phrases.restore": procedure({
    input: z.object({ ids: z.array(id).min(1) }),
    output: changeReceipt,
  }),
  /** Deletes for good what is in the trash; a backup is written first. */
  "phrases.emptyTrash": procedure({
    input: z.object({}),
    output: z.object({ count: z.number().int(), backup: z.string() }),
  }),
  "phrases.shops": procedure({ input: z.object({}), output: z.array(z.string()) }),
  /** Other live phrases with the same shortcut code, for the editor's warning. */
  "phrases.sameShortcut": procedure({
    input: z.object({ shortcut: z.string(), exceptId: id.nullable().default(null) }),
    output: z.array(z.object({ id, title: z.string() })),
  }),
  "categories.list": procedure({ input: z.object({}), output: z.array(category) }),
  "categories.create": procedure({
    input: z.object({
      name: z.string().trim().min(1).max(PHRASE_LIMITS.categoryName),
      parentId: id.nullable(),
    }),
    output: category,
  }),
  "categories.rename": procedure({
    input: z.object({ id, name: z.string().trim().min(1).max(PHRASE_LIMITS.categoryName) }),
    output: changeReceipt,
  }),
  "categories.move": procedure({
    input: z.object({ id, parentId: id.nullable(), position: z.number().optional() }),
    output: changeReceipt,
  }),
  /** Removes the category and those below it; their phrases go to the trash. One undo brings all back. */
  "categories.remove": procedure({ input: z.object({ id }), output: changeReceipt }),
  "history.list": procedure({
    input: z.object({ limit: z.number().int().min(1).max(200).default(50) }),
    output: z.array(
      z.object({
        id: z.number().int(),
        at: z.number().int(),
        /** What was done: create, update, move, trash, restore, import, starter, category, undo … */
        kind: z.string(),
        label: z.string(),
        count: z.number().int(),
        undone: z.boolean(),
      }),
    ),
  }),
  "history.undo": procedure({ input: z.object({ id: z.number().int() }), output: changeReceipt }),
  "starter.status": procedure({
    input: z.object({}),
    output: z.object({
      /** True once the person has taken or declined the offer. */
      answered: z.boolean(),
      available: z.number().int(),
      installed: z.number().int(),
    }),
  }),
  "starter.add": procedure({ input: z.object({}), output: changeReceipt }),
  "starter.decline": procedure({ input: z.object({}), output: z.object({}) }),
  /** Takes out every starter phrase the person has not edited; edited ones stay as their own. */
  "starter.remove": procedure({ input: z.object({}), output: changeReceipt }),
};

export const phraseEvents = {
  /** Phrases or categories changed; screens ask again. */
  "library.changed": event(z.object({ reason: z.string() })),
};
