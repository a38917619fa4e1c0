import { TEMPLATE_LIMITS, type TemplateProblem } from "../../../shared/contract/templates.ts";
import { keyOf, knownPaths, ROOTS } from "./names.ts";
import { nearest } from "./nearest.ts";
import { type Flaw, scan } from "./scan.ts";
import type { FieldTag } from "./tagArguments.ts";
import { createTagReader, type Findings } from "./tagReader.ts";

/** What a text says, whoever it is filled in for. */
export interface Analysis extends Findings {
  /** The text with plain punctuation inside its tags. */
  readonly normalised: string;
}

/** Names that are known besides our own. */
export interface Known {
  /** What any shop has defined. */
  readonly shopVariables: ReadonlySet<string>;
  /** Asked by other texts of the same phrase. */
  readonly fields: ReadonlySet<string>;
}

/** True when two tags of one name ask the same; the second may leave settings out. */
function sameField(first: FieldTag, second: FieldTag): boolean {
  const a = first.field;
  const b = second.field;
  const settings = ["default", "min", "max"] as const;
  return (
    a.kind === b.kind &&
    (b.label === a.label || b.label === b.name) &&
    settings.every((key) => b[key] === undefined || a[key] === b[key]) &&
    JSON.stringify(a.options) === JSON.stringify(b.options)
  );
}

/** Fields of one phrase against one another and against our own names. */
function fieldFlaws(fields: readonly FieldTag[]): Flaw[] {
  const flaws: Flaw[] = [];
  const asked = new Map<string, FieldTag>();
  for (const tag of fields) {
    const { name } = tag.field;
    const at = { start: tag.start, end: tag.end, fix: null };
    const first = asked.get(name);
    if (ROOTS.has(name.split(".")[0] ?? ""))
      flaws.push({ code: "template_field_taken", params: { name }, ...at });
    else if (!first) asked.set(name, tag);
    else if (!sameField(first, tag))
      flaws.push({ code: "template_field_clash", params: { name }, ...at });
  }
  const tooMany = [...asked.values()][TEMPLATE_LIMITS.fields];
  if (tooMany)
    flaws.push({
      code: "template_fields_many",
      params: { limit: TEMPLATE_LIMITS.fields },
      start: tooMany.start,
      end: tooMany.end,
      fix: null,
    });
  return flaws;
}

/**
 * Reads a text: what it asks and names, and everything wrong with it that shows without knowing any shop.
 * @param hasPrice whether the price tag is there
 */
export function analyse(source: string, hasPrice: boolean): Analysis {
  const limit = TEMPLATE_LIMITS.text;
  if (source.length > limit) {
    const params = { length: source.length, limit };
    const end = source.length;
    const flaw: Flaw = { code: "template_too_long", params, start: limit, end, fix: null };
    return { normalised: source, flaws: [flaw], references: [], fields: [], randoms: [] };
  }
  const { normalised, pieces, flaws } = scan(source);
  const reader = createTagReader(normalised, hasPrice);
  for (const piece of pieces) reader.read(piece);
  const found = reader.finish();
  return {
    ...found,
    normalised,
    flaws: [...flaws, ...found.flaws, ...fieldFlaws(found.fields)],
  };
}

/** Variables that nothing is known of, each with the name that was probably meant. */
export function unknownNames(analysis: Analysis, known: Known): Flaw[] {
  const asked = new Set([...known.fields, ...analysis.fields.map((tag) => tag.field.name)]);
  const flaws: Flaw[] = [];
  for (const { path, start, end } of analysis.references) {
    if (asked.has(path) || keyOf(path, known.shopVariables) !== null) continue;
    const near = nearest(path, [...knownPaths(path, known.shopVariables), ...asked]);
    flaws.push({
      code: near === null ? "template_unknown_name" : "template_unknown_name_near",
      params: near === null ? { name: path } : { name: path, near },
      start,
      end,
      fix: near,
    });
  }
  return flaws;
}

/** A text full of braces is not worth more than so many sentences. */
const PROBLEMS = 100;

/** Flaws with their places as a person counts them, from 1 and in characters, in the order of the text. */
export function toProblems(text: string, flaws: readonly Flaw[]): TemplateProblem[] {
  let line = 1;
  let lineStart = 0;
  return flaws
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .slice(0, PROBLEMS)
    .map((flaw) => {
      for (let at = text.indexOf("\n", lineStart); at !== -1 && at < flaw.start;) {
        line += 1;
        lineStart = at + 1;
        at = text.indexOf("\n", lineStart);
      }
      const column = [...text.slice(lineStart, flaw.start)].length + 1;
      return { ...flaw, line, column, params: { ...flaw.params, line, column } };
    });
}
