import {
  type Context,
  Liquid,
  Parser,
  TagToken,
  type Template,
  type TopLevelToken,
  TypeGuards,
} from "liquidjs";
import { TEMPLATE_LIMITS } from "../../../shared/contract/templates.ts";
import { registerFilters } from "./filters.ts";
import { putOut, runOf } from "./run.ts";
import { registerTags } from "./tags.ts";
import { TAG_BY_SPELLING } from "./words.ts";

/** How long one text may take, milliseconds; a thousand times what the longest takes. */
const RENDER_MS = 1_000;
/** What one filling-in may hold, in Liquid's own units (about one per character). */
const MEMORY = 1_000_000;

/** Tags that say how the text is put together and put nothing out. */
const BLOCK = new Set(["if", "elsif", "else", "endif", "random", "or", "endrandom"]);

/** Liquid runs it at the end of every output, as it runs a filter. */
function escape(this: { context: Context }, value: unknown): string {
  return putOut(value, runOf(this.context));
}

/** The engine: Liquid with its limits, our tags and filters, and no way to any file. */
export function createLiquid(): Liquid {
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    parseLimit: TEMPLATE_LIMITS.text,
    renderLimit: RENDER_MS,
    memoryLimit: MEMORY,
    // A file is never asked for: the tags that could are gone, and the templates that could be found are none.
    templates: {},
    relativeReference: false,
    dynamicPartials: false,
    outputEscape: escape as (value: unknown) => string,
  });
  registerTags(liquid);
  registerFilters(liquid);
  return liquid;
}

type TextToken = Extract<TopLevelToken, { getContent(): string }>;

const isText = (token: TopLevelToken | undefined): token is TextToken =>
  token !== undefined && TypeGuards.isHTMLToken(token);
const isBlock = (token: TopLevelToken | undefined): boolean =>
  token instanceof TagToken && BLOCK.has(token.name);

/** What has to go of a line's texts on one side of a tag; null when the line holds something else. */
function blankSide(
  tokens: readonly TopLevelToken[],
  at: number,
  step: 1 | -1,
): (() => void) | null {
  const trims: (() => void)[] = [];
  for (let index = at + step; index >= 0 && index < tokens.length; index += step) {
    const token = tokens[index]!;
    if (isBlock(token)) continue;
    if (!isText(token)) return null;
    const text = token.input.slice(token.begin, token.end);
    const line = step === -1 ? text.slice(text.lastIndexOf("\n") + 1) : text.split("\n", 1)[0]!;
    if (line.trim() !== "") return null;
    const ends = line.length < text.length;
    trims.push(() => {
      if (step === -1) token.trimRight = Math.max(token.trimRight, line.length);
      else token.trimLeft = Math.max(token.trimLeft, line.length + (ends ? 1 : 0));
    });
    if (ends) break;
  }
  return () => {
    for (const trim of trims) trim();
  };
}

/** A line with nothing but block tags leaves no empty line behind. */
function dropTagLines(tokens: readonly TopLevelToken[]): void {
  for (const [index, token] of tokens.entries()) {
    if (!isBlock(token)) continue;
    const before = blankSide(tokens, index, -1);
    const after = blankSide(tokens, index, 1);
    if (!before || !after) continue;
    before();
    after();
  }
}

/** Liquid's parser over tags in three languages. */
class ManyWordsParser extends Parser {
  override parseTokens(tokens: TopLevelToken[]): Template[] {
    for (const token of tokens)
      if (token instanceof TagToken) token.name = TAG_BY_SPELLING.get(token.name) ?? token.name;
    dropTagLines(tokens);
    return super.parseTokens(tokens);
  }
}

/** Parses a text with plain punctuation. */
export const parseText = (liquid: Liquid, normalised: string): Template[] =>
  new ManyWordsParser(liquid).parse(normalised);
