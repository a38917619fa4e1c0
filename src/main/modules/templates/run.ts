import type { Context } from "liquidjs";
import type { TemplatePiece } from "../../../shared/contract/templates.ts";
import type { Flaw } from "./scan.ts";
import { Missing, Time, unwrap } from "./values.ts";

/** What one filling-in keeps beside the text; Liquid's context carries it. */
export interface Run {
  readonly now: Time;
  readonly missing: Set<string>;
  /** The answer to a field, or that it is missing. */
  answer(name: string): unknown;
  /** Which of the wordings to take at the place that begins at `begin`. */
  choose(begin: number, wordings: readonly string[]): number;
  readonly price: PriceFunction | null;
}

/** The final price by its arguments as they were written; throws an AppError when they make no sense. */
export type PriceFunction = (args: Readonly<Record<string, string>>) => {
  readonly final: string | number;
  readonly steps: readonly string[];
  readonly saved: string | number;
};

const REGISTER = "run";

export const setRun = (context: Context, run: Run): void => {
  context.setRegister(REGISTER, run);
};
export const runOf = (context: Context): Run => context.getRegister<Run>(REGISTER);

/** Something that shows only while filling in, with its place. */
export class Placed extends Error {
  readonly flaw: Flaw;
  constructor(flaw: Flaw, options?: ErrorOptions) {
    super(flaw.code, options);
    this.flaw = flaw;
  }
}

/* Noncharacters: no text that people exchange has them. */
const VALUE = "\uFDD0";
const MISSING = "\uFDD1";
const END = "\uFDD2";
export const CURSOR = "\uFDD3";
const MARKS = /[\uFDD0-\uFDD3]/g;

/** A text without what we mark places with; every character keeps its place. */
export const unmarked = (text: string): string => text.replaceAll(MARKS, "\uFFFD");

/** Kills the noise of binary fractions: 3 × 39.9 is 119.7. */
const tidy = (number: number): string => String(Number(number.toPrecision(12)));

/** A value as it is put out, marked; a missing one shows its key and is noted. */
export function putOut(value: unknown, run: Run): string {
  const given = unwrap(value);
  if (given instanceof Missing) {
    run.missing.add(given.key());
    return `${MISSING}${given.key()}${END}`;
  }
  const said =
    given instanceof Time
      ? given.valueOf()
      : typeof given === "number"
        ? tidy(given)
        : given === null || given === undefined
          ? ""
          : String(given as string | boolean);
  return said === "" ? "" : `${VALUE}${unmarked(said)}${END}`;
}

export interface Settled {
  readonly text: string;
  /** Where the cursor belongs, UTF-16; null when the text says nothing of it. */
  readonly cursor: number | null;
  readonly pieces: readonly TemplatePiece[];
}

/** Takes the marks out of what was filled in. */
export function settle(marked: string): Settled {
  const pieces: { kind: TemplatePiece["kind"]; text: string }[] = [];
  let text = "";
  let cursor: number | null = null;
  let kind: TemplatePiece["kind"] = "plain";
  const add = (run: string): void => {
    if (run === "") return;
    text += run;
    const last = pieces.at(-1);
    if (last && last.kind === kind && kind === "plain") last.text += run;
    else pieces.push({ kind, text: run });
  };
  let from = 0;
  for (const { 0: mark, index } of marked.matchAll(MARKS)) {
    add(marked.slice(from, index));
    from = index + 1;
    if (mark === CURSOR) cursor = text.length;
    else kind = mark === VALUE ? "value" : mark === MISSING ? "missing" : "plain";
  }
  add(marked.slice(from));
  return { text, cursor, pieces };
}
