import { Context, LiquidError, type Template, type Token } from "liquidjs";
import { DateTime } from "luxon";
import {
  TEMPLATE_LIMITS,
  type TemplateAnswers,
  type TemplateField,
  type TemplateProblem,
} from "../../../shared/contract/templates.ts";
import { AppError } from "../../../shared/errors.ts";
import type { MessageCode } from "../../../shared/messages/zh-CN.ts";
import { type Analysis, analyse, type Known, toProblems, unknownNames } from "./analyse.ts";
import { keyOf } from "./names.ts";
import { createLiquid, parseText } from "./parse.ts";
import { Placed, type PriceFunction, type Settled, setRun, settle, unmarked } from "./run.ts";
import { type Flaw, isTemplate } from "./scan.ts";
import { buildScope, Missing, type TemplateContext, Time, unwrap } from "./values.ts";
import { fingerprint, pickWording } from "./wordings.ts";

/** How many texts are kept parsed. */
const KEPT = 300;

/** One choice among wordings that was made, to be remembered. */
export interface WordingChoice {
  /** The place within the phrase. */
  readonly slot: string;
  /** Fingerprint of the wording. */
  readonly wording: string;
}

export interface FillOptions {
  /** Fields that other texts of the same phrase ask. */
  readonly otherFields?: readonly TemplateField[];
  /** Sets the places of one text apart from those of the phrase's other texts. */
  readonly slotPrefix?: string;
  /** The fingerprint taken last at a place, for this customer and phrase; null: none. */
  readonly lastChoice?: (slot: string) => string | null;
  /** From 0 to under 1, for a place. */
  readonly random?: (slot: string) => number;
}

export interface Filled extends Settled {
  readonly choices: readonly WordingChoice[];
  /** Keys of variables and names of fields without a value; the text must not be pasted before they have one. */
  readonly missing: readonly string[];
}

interface Parsed {
  readonly analysis: Analysis;
  /** Null where there is a flaw: then nothing is parsed. */
  templates: Template[] | null;
}

export type Templates = ReturnType<typeof createTemplates>;

/** A problem as an error that names its place. */
export const asError = (problem: TemplateProblem): AppError =>
  new AppError(problem.code as MessageCode, problem.params);

/**
 * Texts with variables, questions and wordings.
 * @param price the calculator behind `{% 到手价 … %}`; without it the tag is unknown
 */
export function createTemplates({ price = null }: { price?: PriceFunction | null } = {}) {
  const liquid = createLiquid();
  const kept = new Map<string, Parsed>();

  function parsed(text: string): Parsed {
    const known = kept.get(text);
    if (known) {
      kept.delete(text);
      kept.set(text, known);
      return known;
    }
    const fresh: Parsed = { analysis: analyse(text, price !== null), templates: null };
    kept.set(text, fresh);
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
    return fresh;
  }

  /** Where the engine itself refused a text. */
  function flawOf(error: unknown, analysis: Analysis): Flaw {
    if (error instanceof Placed) return error.flaw;
    if (!LiquidError.is(error)) throw error;
    const { originalError, token } = error as unknown as { originalError?: unknown; token: Token };
    if (originalError instanceof Placed) return originalError.flaw;
    const at = { start: token.begin, end: Math.max(token.end, token.begin + 1), fix: null };
    if (error.message.includes("limit exceeded"))
      return { code: "template_too_much", params: { limit: TEMPLATE_LIMITS.result }, ...at };
    const text = analysis.normalised.slice(token.begin, token.end).slice(0, 60);
    return { code: "template_syntax", params: { text }, ...at };
  }

  function templatesOf(text: string): Template[] {
    const entry = parsed(text);
    entry.templates ??= parseText(liquid, unmarked(entry.analysis.normalised));
    return entry.templates;
  }

  /**
   * Everything wrong with a text, in its order; nothing for a text without braces.
   * @param known what shops have defined and other texts of the phrase ask
   */
  function check(text: string, known: Known): TemplateProblem[] {
    if (!isTemplate(text)) return [];
    const { analysis } = parsed(text);
    const flaws = [...analysis.flaws, ...unknownNames(analysis, known)];
    if (flaws.length === 0)
      try {
        templatesOf(text);
      } catch (error) {
        flaws.push(flawOf(error, analysis));
      }
    return toProblems(text, flaws);
  }

  /** Keys of every variable that texts name, in any of its spellings. */
  function uses(texts: readonly string[], shopVariables: ReadonlySet<string>): Set<string> {
    const keys = new Set<string>();
    for (const text of texts)
      if (isTemplate(text))
        for (const { path } of parsed(text).analysis.references) {
          const key = keyOf(path, shopVariables);
          if (key !== null) keys.add(key);
        }
    return keys;
  }

  /**
   * What the texts of one phrase ask, each once, in order. With a context, a default that is a variable has its value.
   */
  function fieldsOf(texts: readonly string[], context?: TemplateContext): TemplateField[] {
    const fields = new Map<string, TemplateField>();
    const scope = context && buildScope(context, {}, {});
    for (const text of texts) {
      if (!isTemplate(text)) continue;
      for (const { field, defaultPath } of parsed(text).analysis.fields) {
        if (fields.has(field.name)) continue;
        const fallback = defaultPath ? defaultOf(defaultPath.text, context, scope) : undefined;
        fields.set(field.name, fallback === undefined ? field : { ...field, default: fallback });
      }
    }
    return [...fields.values()];
  }

  /** A default written without quotes: the variable's value, or what stands there. */
  function defaultOf(
    path: string,
    context: TemplateContext | undefined,
    scope: Record<string, unknown> | undefined,
  ): string | undefined {
    const key = keyOf(path, context?.shopVariables ?? new Set());
    if (key === null) return path.includes(".") && !context ? undefined : path;
    if (!scope || !context) return undefined;
    const [root = "", part] = path.split(".");
    const found = scope[root];
    const value = unwrap(
      part === undefined ? found : (found as Record<string, unknown> | undefined)?.[part],
    );
    if (value instanceof Missing || value === undefined) return undefined;
    return value instanceof Time ? value.valueOf() : String(value as string);
  }

  /** Fills in one text, or says what is in the way. */
  function attempt(
    text: string,
    context: TemplateContext,
    answers: TemplateAnswers,
    options: FillOptions = {},
  ): Filled | { readonly problems: readonly TemplateProblem[] } {
    if (!isTemplate(text))
      return {
        text,
        cursor: null,
        pieces: text === "" ? [] : [{ kind: "plain", text }],
        choices: [],
        missing: [],
      };
    const others = options.otherFields ?? [];
    const problems = check(text, {
      shopVariables: context.shopVariables,
      fields: new Set(others.map((field) => field.name)),
    });
    if (problems.length > 0) return { problems };
    const { analysis } = parsed(text);
    const asked = Object.create(null) as Record<string, string | number | null | Missing>;
    for (const field of [...others, ...fieldsOf([text], context)]) {
      const { name } = field;
      const answer = (answers[name] ?? field.default ?? "").trim();
      if (answer === "") asked[name] = field.required ? new Missing(name) : null;
      else asked[name] = field.kind === "number" ? Number(answer) : answer;
    }
    const choices: WordingChoice[] = [];
    const missing = new Set<string>();
    const zone = context.zone === undefined ? {} : { zone: context.zone };
    const now = DateTime.fromMillis(context.now, zone);
    const liquidContext = new Context(
      buildScope(context, answers, asked),
      liquid.options,
      { sync: true },
      { liquid },
    );
    setRun(liquidContext, {
      now: new Time({ at: now, now, precision: "minute", locale: "zh-CN" }),
      missing,
      price,
      answer: (name) => asked[name],
      choose(begin, wordings) {
        const slot = `${options.slotPrefix ?? ""}${analysis.randoms.indexOf(begin)}`;
        const last = options.lastChoice?.(slot) ?? null;
        const index = pickWording(wordings, last, () => options.random?.(slot) ?? 0);
        choices.push({ slot, wording: fingerprint(wordings[index] ?? "") });
        return index;
      },
    });
    let marked: string;
    try {
      marked = liquid.renderSync(templatesOf(text), liquidContext) as string;
    } catch (error) {
      return { problems: toProblems(text, [flawOf(error, analysis)]) };
    }
    // Tags on the last line must not leave a line break that nobody wrote.
    if (!text.endsWith("\n")) marked = marked.replace(/\n+$/, "");
    const settled = settle(marked);
    if (settled.text.length > TEMPLATE_LIMITS.result) {
      const params = { limit: TEMPLATE_LIMITS.result };
      const whole = { start: 0, end: text.length, fix: null };
      return { problems: toProblems(text, [{ code: "template_too_much", params, ...whole }]) };
    }
    return { ...settled, choices, missing: [...missing] };
  }

  /**
   * Fills in one text.
   * @throws AppError with the code of the first problem, line and column in its params: nothing is ever half filled in
   */
  function fill(
    text: string,
    context: TemplateContext,
    answers: TemplateAnswers,
    options: FillOptions = {},
  ): Filled {
    const result = attempt(text, context, answers, options);
    if ("problems" in result) throw asError(result.problems[0]!);
    return result;
  }

  return { check, fieldsOf, attempt, fill, uses, hasPrice: price !== null };
}
