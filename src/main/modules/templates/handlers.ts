import type { HandlersFor } from "../../../shared/contract/index.ts";
import type { Locale } from "../../../shared/contract/settings.ts";
import type { TemplateProblem } from "../../../shared/contract/templates.ts";
import type { BrokenKeeper } from "./brokenKeeper.ts";
import { catalogue, sampleAnswers, sampleContext } from "./catalogue.ts";
import type { Templates } from "./engine.ts";
import { nameMissing } from "./prepare.ts";
import type { TemplateContext } from "./values.ts";

export interface TemplateSurroundings {
  readonly templates: Templates;
  /** Who would be filled in for now, without what is on the clipboard. */
  readonly context: () => TemplateContext;
  readonly broken: Pick<BrokenKeeper, "list">;
}

type Names = "templates.check" | "templates.preview" | "templates.names" | "templates.broken";

/** Problems of each of a phrase's texts, which know one another's fields. */
export function problemsOf(
  templates: Templates,
  texts: readonly string[],
  shopVariables: ReadonlySet<string>,
): TemplateProblem[][] {
  const fields = new Set(templates.fieldsOf(texts).map((field) => field.name));
  return texts.map((text) => templates.check(text, { shopVariables, fields }));
}

/** Answers the calls about templates. */
export function templateHandlers({
  templates,
  context,
  broken,
}: TemplateSurroundings): HandlersFor<Names> {
  function previewIn(
    texts: readonly string[],
    answers: Readonly<Record<string, string>>,
    sample: boolean,
    locale: Locale,
  ) {
    const real = context();
    const used = sample ? sampleContext(locale, real) : real;
    const problems = problemsOf(templates, texts, real.shopVariables);
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
    "templates.check": ({ text }) => problemsOf(templates, [text], context().shopVariables)[0]!,
    "templates.preview": ({ texts, answers, sample, locale }) =>
      previewIn(texts, answers, sample, locale),
    "templates.names": ({ locale }) => catalogue(templates, locale, context()),
    "templates.broken": () => broken.list(),
  };
}
