import { z } from "zod";
import { locale } from "./settings.ts";
import { PHRASE_LIMITS } from "./phrases.ts";
import { procedure } from "./procedure.ts";

/** Limits of one template. A text is at most as long as a phrase's body. */
export const TEMPLATE_LIMITS = {
  text: PHRASE_LIMITS.body,
  /** What comes out of one text, in UTF-16 units. */
  result: PHRASE_LIMITS.body,
  /** Blocks inside blocks. */
  depth: 5,
  fieldName: 40,
  options: 30,
  answer: 500,
  fields: 20,
} as const;

/** One thing asked before pasting. */
export const templateField = z.object({
  name: z.string(),
  kind: z.enum(["input", "choice", "number"]),
  /** What the form says; the name when nothing else was given. */
  label: z.string(),
  /** Of a choice. */
  options: z.array(z.string()).optional(),
  default: z.string().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  required: z.boolean(),
});
export type TemplateField = z.infer<typeof templateField>;

/** Something wrong at a place of a text. */
export const templateProblem = z.object({
  /** A code with a sentence in the messages; `params` carry line and column as a person counts them, from 1. */
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  line: z.number().int(),
  /** In characters. */
  column: z.number().int(),
  /** Offsets in UTF-16 units, end exclusive. */
  start: z.number().int(),
  end: z.number().int(),
  /** What to write there instead, when that can be told. */
  fix: z.string().nullable(),
});
export type TemplateProblem = z.infer<typeof templateProblem>;

/** A run of a filled-in text: as it stands in the phrase, filled in, or a value that is not known yet. */
export const templatePiece = z.object({
  kind: z.enum(["plain", "value", "missing"]),
  text: z.string(),
});
export type TemplatePiece = z.infer<typeof templatePiece>;

/** A question of the form, with the answer so far. */
export const templateQuestion = templateField.extend({
  /** Given now, earlier today to the same customer, or the field's own default; "" for none. */
  value: z.string(),
  /** Why `value` will not do; null when it will, or when nobody was asked yet. */
  wrong: z
    .object({
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    })
    .nullable(),
});
export type TemplateQuestion = z.infer<typeof templateQuestion>;

/** Answers by the name of the field, and values of missing variables by their key such as "customer.name". */
export const templateAnswers = z.record(
  z.string().max(TEMPLATE_LIMITS.fieldName),
  z.string().max(TEMPLATE_LIMITS.answer),
);
export type TemplateAnswers = z.infer<typeof templateAnswers>;

export const templateNameGroup = z.enum([
  "customer",
  "agent",
  "shop",
  "time",
  "desk",
  "ask",
  "wording",
]);
export type TemplateNameGroup = z.infer<typeof templateNameGroup>;

/** One thing the editor can insert. */
export const templateName = z.object({
  /** Such as "customer.name"; a shop's own variable is "shop.own.<name>". Screens have words for each. */
  key: z.string(),
  group: templateNameGroup,
  /** The variable in the language asked for; "" for what is no variable. */
  name: z.string(),
  /** What goes into the text. */
  insert: z.string(),
  /** The part of `insert` a person will want to type over, UTF-16 offsets; null: nothing. */
  select: z.tuple([z.number().int(), z.number().int()]).nullable(),
  /** What it comes to, with sample values. */
  sample: z.string(),
});
export type TemplateName = z.infer<typeof templateName>;

const text = z.string().max(PHRASE_LIMITS.body);

export const templateProcedures = {
  "templates.check": procedure({
    input: z.object({ text }),
    output: z.array(templateProblem),
  }),
  /** What the texts of one phrase come to. A text with problems is given back as it stands. */
  "templates.preview": procedure({
    input: z.object({
      texts: z.array(text).max(PHRASE_LIMITS.textSegments),
      answers: templateAnswers.default({}),
      /** True: sample values. False: the current customer's; what is not known shows as missing. */
      sample: z.boolean().default(true),
      locale: locale.default("zh-CN"),
    }),
    output: z.object({
      texts: z.array(z.array(templatePiece)),
      fields: z.array(templateField),
      /** Keys of variables without a value. */
      missing: z.array(z.string()),
      /** Per text, in order. */
      problems: z.array(z.array(templateProblem)),
    }),
  }),
  "templates.names": procedure({
    input: z.object({ locale }),
    output: z.array(templateName),
  }),
  /** Live phrases that cannot be filled in, with their first problem. */
  "templates.broken": procedure({
    input: z.object({}),
    output: z.array(z.object({ id: z.uuid(), problem: templateProblem })),
  }),
};
