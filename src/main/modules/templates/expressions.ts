import {
  type FilteredValueToken,
  LiquidError,
  type Token,
  Tokenizer,
  TypeGuards,
  defaultOperators,
} from "liquidjs";
import { nearest } from "./nearest.ts";
import type { Flaw } from "./scan.ts";
import { FILTERS, FILTER_ARGUMENTS, FILTER_BY_SPELLING } from "./words.ts";

/** A variable named in a text. */
export interface Reference {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

export interface Expression {
  readonly references: Reference[];
  readonly flaws: Flaw[];
  /** Where filters that choose at random stand, in order. */
  readonly randoms: number[];
}

type FilterToken = FilteredValueToken["filters"][number];

const HAN = /\p{Script=Han}/u;

function flawAt(code: string, start: number, end: number, params: Flaw["params"] = {}): Flaw {
  return { code, params, start, end, fix: null };
}

/** The end of the word at a place, for underlining; at least one character. */
function wordEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && !/[\s|:,()]/.test(text[at]!)) at += 1;
  return Math.max(at, Math.min(from + 1, end));
}

const syntax = (text: string, from: number, end: number): Flaw => {
  const start = Math.min(from, Math.max(0, end - 1));
  const stop = wordEnd(text, start, end);
  return flawAt("template_syntax", start, stop, { text: text.slice(start, stop) });
};

/** Filters of Liquid that take an argument we can judge before anything is filled in. */
function checkFilter(token: FilterToken, found: Expression): void {
  const nameEnd = token.begin + token.name.length;
  const name = FILTER_BY_SPELLING.get(token.name);
  if (name === undefined) {
    const locale = HAN.test(token.name) ? "zh-CN" : "en";
    const known = Object.values(FILTERS).map((spelled) => spelled[locale]);
    const near = nearest(token.name, known);
    found.flaws.push({
      ...flawAt(
        near === null ? "template_unknown_filter" : "template_unknown_filter_near",
        token.begin,
        nameEnd,
        near === null ? { name: token.name } : { name: token.name, near },
      ),
      fix: near,
    });
    return;
  }
  if (name === "random") found.randoms.push(token.begin);
  const takes = FILTER_ARGUMENTS[name];
  const count = token.args.length;
  const [argument] = token.args;
  const wrong =
    count < takes.min ||
    count > takes.max ||
    token.args.some((each) => Array.isArray(each)) ||
    (argument !== undefined &&
      !Array.isArray(argument) &&
      ((takes.kind === "number" &&
        TypeGuards.isQuotedToken(argument) &&
        !/^\d+(\.\d+)?$/.test(argument.content)) ||
        (takes.kind === "text" && TypeGuards.isNumberToken(argument))));
  if (wrong)
    found.flaws.push(
      flawAt(
        takes.max === 0
          ? "template_filter_takes_nothing"
          : takes.kind === "number"
            ? "template_filter_takes_number"
            : "template_filter_takes_text",
        token.begin,
        token.end,
        { name: token.name },
      ),
    );
}

/** Collects what a token names; whatever goes beyond names, numbers and texts is not ours. */
function walk(token: Token, text: string, found: Expression): void {
  if (TypeGuards.isOperatorToken(token)) return;
  if (TypeGuards.isQuotedToken(token) || TypeGuards.isNumberToken(token)) return;
  if (TypeGuards.isLiteralToken(token)) return;
  if (TypeGuards.isPropertyAccessToken(token) && token.variable === undefined) {
    const words = token.props.filter((prop) => TypeGuards.isWordToken(prop));
    if (words.length === token.props.length) {
      const path = words.map((word) => word.content).join(".");
      // `a. b` and brackets are written otherwise than the name they come to.
      const end = words.at(-1)!.end;
      found.references.push({ path, start: token.begin, end });
      return;
    }
  }
  found.flaws.push(
    flawAt("template_syntax", token.begin, token.end, { text: text.slice(token.begin, token.end) }),
  );
}

/** True when the operands and operators of a postfix list come to exactly one value. */
function isOneValue(postfix: readonly Token[]): boolean {
  let depth = 0;
  for (const token of postfix) {
    if (!TypeGuards.isOperatorToken(token)) depth += 1;
    else if (token.operator !== "not") depth -= 1;
    if (depth < 1) return false;
  }
  return depth === 1;
}

/** Reads a value with its filters, as it stands in an output or a condition. */
export function readExpression(text: string, begin: number, end: number): Expression {
  const found: Expression = { references: [], flaws: [], randoms: [] };
  const tokenizer = new Tokenizer(text, defaultOperators, undefined, [begin, end]);
  let value: FilteredValueToken;
  try {
    value = tokenizer.readFilteredValue();
  } catch (error) {
    if (!LiquidError.is(error)) throw error;
    const token = (error as unknown as { token: Token }).token;
    found.flaws.push(syntax(text, Math.max(begin, Math.min(token.begin, end - 1)), end));
    return found;
  }
  tokenizer.skipBlank();
  if (tokenizer.p < end) found.flaws.push(syntax(text, tokenizer.p, end));
  const { postfix } = value.initial;
  if (isOneValue(postfix)) for (const token of postfix) walk(token, text, found);
  else if (postfix.every((token) => TypeGuards.isPropertyAccessToken(token))) {
    // Names with a blank between them: most likely one name.
    const start = postfix[0]!.begin;
    const stop = postfix.at(-1)!.end;
    found.references.push({ path: text.slice(start, stop), start, end: stop });
  } else {
    const second = postfix.filter((token) => !TypeGuards.isOperatorToken(token))[1];
    found.flaws.push(syntax(text, second?.begin ?? value.begin, end));
  }
  for (const filter of value.filters) {
    checkFilter(filter, found);
    for (const argument of filter.args)
      if (!Array.isArray(argument)) walk(argument, text, found);
      else if (argument[1]) walk(argument[1], text, found);
  }
  return found;
}
