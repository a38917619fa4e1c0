import type { Locale } from "../../../shared/contract/settings.ts";
import type {
  TemplateAnswers,
  TemplateField,
  TemplatePiece,
  TemplateProblem,
  TemplateQuestion,
} from "../../../shared/contract/templates.ts";
import { questionsOf } from "./answers.ts";
import { labelOf } from "./catalogue.ts";
import type { Filled, Templates, WordingChoice } from "./engine.ts";
import { isTemplate } from "./scan.ts";
import type { TemplateContext } from "./values.ts";
import { seeded } from "./wordings.ts";

/** What was taken at a place the last time. */
export interface LastChoice {
  /** Fingerprint of the wording. */
  readonly wording: string;
  /** How often a wording was taken there for this customer. */
  readonly turn: number;
}

/** What a paste leaves to be remembered. */
export interface Used {
  readonly at: number;
  /** Answers of the fields, by name. */
  readonly answers: TemplateAnswers;
  /** Values given for variables that had none, by key. */
  readonly values: TemplateAnswers;
  readonly choices: readonly WordingChoice[];
}

/** One phrase on its way to the customer who is in hand now, even if that is another by the time it has gone out. */
export interface Session {
  /** @param uses keys of the variables the texts name */
  context(uses: ReadonlySet<string>): Promise<TemplateContext>;
  /** Today's answers of this customer. */
  answers(): TemplateAnswers;
  /** What was taken last for this customer, by place. */
  choices(): ReadonlyMap<string, LastChoice>;
  remember(used: Used): void;
}

export interface PrepareSurroundings {
  readonly templates: Templates;
  readonly locale: () => Locale;
  readonly begin: (phraseId: string, now: number) => Session;
  /** Sets the random choices of one run of the program apart from those of another. */
  readonly salt: string;
}

/** Where the cursor belongs after pasting. */
export interface CursorPlace {
  /** Which of the texts, from 0. */
  readonly text: number;
  /** UTF-16 offset in it. */
  readonly at: number;
  /** How many times the Left key has to be pressed from the end of that text. */
  readonly back: number;
}

export type PreparedTexts =
  | {
      readonly kind: "ready";
      readonly texts: string[];
      readonly cursor: CursorPlace | null;
      /** To be called once the texts went out. */
      readonly remember: () => void;
    }
  | {
      readonly kind: "form";
      /** Fields of the texts, then variables without a value under their key. */
      readonly fields: TemplateQuestion[];
      /** Keys of the variables without a value. */
      readonly missing: string[];
      /** The texts as far as they are known; what is not shows as 〔客户名字〕. */
      readonly texts: string[];
      readonly preview: TemplatePiece[][];
    }
  | {
      readonly kind: "broken";
      /** Per text, in order. */
      readonly problems: TemplateProblem[][];
    };

type Attempt = ReturnType<Templates["attempt"]>;

const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });

function cursorOf(filled: readonly Filled[]): CursorPlace | null {
  const text = filled.findLastIndex((each) => each.cursor !== null);
  const found = filled[text];
  if (!found || found.cursor === null) return null;
  const after = found.text.slice(found.cursor);
  return { text, at: found.cursor, back: [...graphemes.segment(after)].length };
}

/** Stands in a text for what is missing. */
export const placeholderOf = (label: string): string => `〔${label}〕`;

/** What is missing, by its name for people. */
export const nameMissing = (pieces: readonly TemplatePiece[], locale: Locale): TemplatePiece[] =>
  pieces.map((piece) =>
    piece.kind === "missing"
      ? { ...piece, text: placeholderOf(labelOf(piece.text, locale)) }
      : piece,
  );

/** A question for a variable without a value. */
const asField = (key: string, locale: Locale): TemplateField => ({
  name: key,
  kind: "input",
  label: labelOf(key, locale),
  required: true,
});

const broken = (attempts: readonly Attempt[]): PreparedTexts => ({
  kind: "broken",
  problems: attempts.map((each) => ("problems" in each ? [...each.problems] : [])),
});

/** Null when a text could not be filled in. */
function allFilled(attempts: readonly Attempt[]): Filled[] | null {
  const filled = attempts.flatMap((each) => ("problems" in each ? [] : [each]));
  return filled.length === attempts.length ? filled : null;
}

/** Variables without a value; fields are asked anyway. */
const missingIn = (filled: readonly Filled[], fields: readonly TemplateField[]): string[] => {
  const asked = new Set(fields.map((field) => field.name));
  return [...new Set(filled.flatMap((each) => each.missing))].filter((key) => !asked.has(key));
};

const valuesOf = (questions: readonly TemplateQuestion[]): Record<string, string> =>
  Object.fromEntries(questions.map(({ name, value }) => [name, value]));

/** Answers that may be filled in; what will not do shows as not answered. */
const soundOnly = (questions: readonly TemplateQuestion[]): Record<string, string> =>
  Object.fromEntries(
    questions.map(({ name, value, wrong }) => [name, wrong === null ? value : ""]),
  );

/** Between a phrase and the chat: fills its texts in, or says what has to be asked or put right first. */
export function createPrepare({ templates, locale, begin, salt }: PrepareSurroundings) {
  /**
   * Fills in the texts of one phrase.
   * @param answers what the form gave; null: nobody was asked yet, so a phrase with questions comes back as a form
   */
  return async function prepareTexts(
    phraseId: string,
    texts: readonly string[],
    answers: TemplateAnswers | null,
    now: number,
  ): Promise<PreparedTexts> {
    const session = begin(phraseId, now);
    if (!texts.some(isTemplate)) {
      const remember = (): void =>
        session.remember({ at: now, answers: {}, values: {}, choices: [] });
      return { kind: "ready", texts: [...texts], cursor: null, remember };
    }

    const context = await session.context(templates.uses(texts, new Set()));
    const fields = templates.fieldsOf(texts, context);
    const known = session.answers();
    const last = session.choices();
    const fillAll = (given: TemplateAnswers): Attempt[] =>
      texts.map((text, index) =>
        templates.attempt(text, context, given, {
          otherFields: fields,
          slotPrefix: `${index}.`,
          lastChoice: (slot) => last.get(slot)?.wording ?? null,
          // The same until it has gone out: what is shown is what is pasted.
          random: (slot) => seeded(`${salt}/${phraseId}/${slot}/${last.get(slot)?.turn ?? 0}`)(),
        }),
      );

    const usable = soundOnly(questionsOf(fields, answers ?? {}, known));
    const trial = fillAll(usable);
    const first = allFilled(trial);
    if (!first) return broken(trial);
    const unknown = missingIn(first, fields).map((key) => asField(key, locale()));
    const given = soundOnly(questionsOf(unknown, answers ?? {}, known));
    const attempts = fillAll({ ...usable, ...given });
    const filled = allFilled(attempts);
    if (!filled) return broken(attempts);
    // A condition may bring up a variable only once another has its value.
    const missing = missingIn(filled, fields);
    const later = missing
      .filter((key) => !unknown.some((field) => field.name === key))
      .map((key) => asField(key, locale()));

    const asked = questionsOf(fields, answers, known);
    const values = questionsOf([...unknown, ...later], answers, known);
    const form = [...asked, ...values];
    const untold = answers === null && form.length > 0;
    if (untold || form.some((question) => question.wrong !== null)) {
      const preview = filled.map((each) => nameMissing(each.pieces, locale()));
      const shown = preview.map((pieces) => pieces.map((piece) => piece.text).join(""));
      return { kind: "form", fields: form, missing, texts: shown, preview };
    }
    return {
      kind: "ready",
      texts: filled.map((each) => each.text),
      cursor: cursorOf(filled),
      remember: () =>
        session.remember({
          at: now,
          answers: valuesOf(asked),
          values: valuesOf(values),
          choices: filled.flatMap((each) => each.choices),
        }),
    };
  };
}
