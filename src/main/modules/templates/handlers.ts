import type { HandlersFor } from "../../../shared/contract/index.ts";
import type { Locale } from "../../../shared/contract/settings.ts";
import type { TemplateProblem } from "../../../shared/contract/templates.ts";
import { catalogue, sampleAnswers, sampleContext } from "./catalogue.ts";
import type { Templates } from "./engine.ts";
import { nameMissing } from "./prepare.ts";
import type { TemplateContext } from "./values.ts";

export interface TemplateSurroundings {
  readonly templates: Templates;
  /** Who would be filled in for now, without what is on the clipboard. */
  readonly context: () => TemplateContext;
  /** Live phrases that have braces: id and texts. */
  readonly candidates: () => Iterable<{ readonly id: string; readonly texts: readonly string[] }>;
}

type Names = "templates.check" | "templates.preview" | "templates.names" | "templates.broken";

/** How many phrases are checked before others get a turn. */
const SLICE = 200;

/** Answers the calls about templates. */
export function templateHandlers({
  templates,
  context,
  candidates,
}: TemplateSurroundings): HandlersFor<Names> {
  /** Problems of each of a phrase's texts, which know one another's fields. */
  function problemsOf(
    texts: readonly string[],
    shopVariables: ReadonlySet<string>,
  ): TemplateProblem[][] {
    const fields = new Set(templates.fieldsOf(texts).map((field) => field.name));
    return texts.map((text) => templates.check(text, { shopVariables, fields }));
  }

  function previewIn(
    texts: readonly string[],
    answers: Readonly<Record<string, string>>,
    sample: boolean,
    locale: Locale,
  ) {
    const real = context();
    const used = sample ? sampleContext(locale, real) : real;
    const problems = problemsOf(texts, real.shopVariables);
    const fields = templates.fieldsOf(texts, used);
    const given = sample ? sampleAnswers(fields, answers) : answers;
    const missing = new Set<string>();
    const shown = texts.map((text, index) => {
      if (problems[index]!.length > 0) return [{ kind: "plain" as const, text }];
      const result = templates.attempt(text, used, given, { otherFields: fields });
      if ("problems" in result) {
        // Only an example's value does not suit the filter: nothing is wrong with the phrase itself.
        if (!sample) problems[index] = [...result.problems];
        return [{ kind: "plain" as const, text }];
      }
      for (const key of result.missing) missing.add(key);
      return nameMissing(result.pieces, locale);
    });
    return { texts: shown, fields, missing: [...missing], problems };
  }

  return {
    "templates.check": ({ text }) => problemsOf([text], context().shopVariables)[0]!,
    "templates.preview": ({ texts, answers, sample, locale }) =>
      previewIn(texts, answers, sample, locale),
    "templates.names": ({ locale }) => catalogue(templates, locale, context()),
    "templates.broken": async () => {
      const { shopVariables } = context();
      const broken: { id: string; problem: TemplateProblem }[] = [];
      let checked = 0;
      for (const { id, texts } of candidates()) {
        const [problem] = problemsOf(texts, shopVariables).flat();
        if (problem) broken.push({ id, problem });
        checked += 1;
        if (checked % SLICE === 0) await new Promise((next) => setImmediate(next));
      }
      return broken;
    },
  };
}
