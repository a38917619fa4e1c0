import { TEMPLATE_LIMITS } from "../../../shared/contract/templates.ts";
import { type Reference, readExpression } from "./expressions.ts";
import { ROOTS } from "./names.ts";
import { nearest } from "./nearest.ts";
import type { Flaw, Piece } from "./scan.ts";
import { type FieldTag, readField, readPairs } from "./tagArguments.ts";
import { type TagName, TAG_BY_SPELLING, TAGS } from "./words.ts";

/** What the pieces of a text name, ask and get wrong. */
export interface Findings {
  readonly flaws: Flaw[];
  readonly references: Reference[];
  readonly fields: FieldTag[];
  /** Where the places that choose at random begin, in order: their index is the slot. */
  readonly randoms: number[];
}

interface Block {
  readonly name: "if" | "random";
  readonly spelling: string;
  readonly piece: Piece;
  hasElse: boolean;
}

/** Which block a middle or closing tag belongs to. */
const BELONGS = {
  elsif: "if",
  else: "if",
  endif: "if",
  or: "random",
  endrandom: "random",
} as const satisfies Partial<Record<TagName, Block["name"]>>;

const HAN = /\p{Script=Han}/u;
const TAG_NAME = /^[^\s"'|:,]+/;
const scriptOf = (word: string): "zh-CN" | "en" => (HAN.test(word) ? "zh-CN" : "en");

/**
 * Reads pieces one after another. `text` has plain punctuation.
 * @param hasPrice whether the price tag is there
 */
export function createTagReader(text: string, hasPrice: boolean) {
  const found: Findings = { flaws: [], references: [], fields: [], randoms: [] };
  const blocks: Block[] = [];
  let cursors = 0;

  function flaw(code: string, start: number, end: number, params: Flaw["params"] = {}): void {
    found.flaws.push({ code, params, start, end, fix: null });
  }

  /** Something stands where nothing belongs. */
  function leftOver(begin: number, end: number): void {
    const said = text.slice(begin, end);
    if (said.trim() === "") return;
    const start = begin + said.length - said.trimStart().length;
    flaw("template_syntax", start, end, { text: said.trim() });
  }

  function expression(begin: number, end: number): void {
    const { references, flaws, randoms } = readExpression(text, begin, end);
    found.references.push(...references);
    found.flaws.push(...flaws);
    found.randoms.push(...randoms);
  }

  function condition(spelling: string, piece: Piece, argsBegin: number): void {
    if (text.slice(argsBegin, piece.contentEnd).trim() === "")
      flaw("template_condition_missing", piece.begin, piece.end, { name: spelling });
    else expression(argsBegin, piece.contentEnd);
  }

  /** A bare word is a variable when it begins like one of ours, else it is meant as it stands. */
  function maybeReference(word: { text: string; start: number; end: number }): void {
    if (ROOTS.has(word.text.split(".")[0] ?? ""))
      found.references.push({ path: word.text, start: word.start, end: word.end });
  }

  function field(kind: "input" | "choice" | "number", piece: Piece, argsBegin: number): void {
    const read = readField(kind, text, argsBegin, piece.contentEnd);
    if ("code" in read) {
      flaw(read.code, piece.begin, piece.end, read.params);
      return;
    }
    found.fields.push(read);
    found.flaws.push(...read.flaws);
    if (read.defaultPath) maybeReference(read.defaultPath);
  }

  function open(name: Block["name"], spelling: string, piece: Piece, argsBegin: number): void {
    blocks.push({ name, spelling, piece, hasElse: false });
    if (blocks.length > TEMPLATE_LIMITS.depth)
      flaw("template_too_deep", piece.begin, piece.end, { limit: TEMPLATE_LIMITS.depth });
    if (name === "if") return condition(spelling, piece, argsBegin);
    found.randoms.push(piece.begin);
    return leftOver(argsBegin, piece.contentEnd);
  }

  function notClosed({ spelling, name, piece }: Block): void {
    const close = TAGS[name === "if" ? "endif" : "endrandom"][scriptOf(spelling)];
    flaw("template_block_not_closed", piece.begin, piece.end, { name: spelling, close });
  }

  /** A tag that only stands inside a block or ends it. */
  function inner(
    name: keyof typeof BELONGS,
    spelling: string,
    piece: Piece,
    argsBegin: number,
  ): void {
    const depth = blocks.findLastIndex((block) => block.name === BELONGS[name]);
    const block = blocks[depth];
    const stray = (): void =>
      flaw("template_block_stray", piece.begin, piece.end, {
        name: spelling,
        open: TAGS[BELONGS[name]][scriptOf(spelling)],
      });
    if (!block) return stray();
    for (const left of blocks.splice(depth + 1)) notClosed(left);
    if (name === "elsif") condition(spelling, piece, argsBegin);
    else leftOver(argsBegin, piece.contentEnd);
    if (block.hasElse && (name === "else" || name === "elsif")) stray();
    if (name === "else") block.hasElse = true;
    if (name === "endif" || name === "endrandom") blocks.splice(depth);
    return undefined;
  }

  function cursor(piece: Piece, argsBegin: number): void {
    cursors += 1;
    if (cursors > 1) flaw("template_cursor_twice", piece.begin, piece.end);
    leftOver(argsBegin, piece.contentEnd);
  }

  function price(piece: Piece, argsBegin: number): void {
    const { pairs, flaws } = readPairs(text, argsBegin, piece.contentEnd);
    found.flaws.push(...flaws);
    for (const { value } of pairs) if (value.kind === "word") maybeReference(value);
  }

  function unknown(spelling: string, start: number, end: number): void {
    const known = Object.entries(TAGS).filter(([name]) => hasPrice || name !== "price");
    const near = nearest(
      spelling,
      known.map(([, spelled]) => spelled[scriptOf(spelling)]),
    );
    const params = { name: spelling === "" ? text.slice(start, end) : spelling };
    found.flaws.push({
      code: near === null ? "template_unknown_tag" : "template_unknown_tag_near",
      params: near === null ? params : { ...params, near },
      start,
      end,
      fix: near,
    });
  }

  function tag(piece: Piece): void {
    const { contentBegin, contentEnd } = piece;
    const spelling = TAG_NAME.exec(text.slice(contentBegin, contentEnd))?.[0] ?? "";
    const argsBegin = contentBegin + spelling.length;
    const name = TAG_BY_SPELLING.get(spelling);
    switch (name) {
      case "input":
      case "choice":
      case "number":
        return field(name, piece, argsBegin);
      case "if":
      case "random":
        return open(name, spelling, piece, argsBegin);
      case "cursor":
        return cursor(piece, argsBegin);
      case "price":
        if (hasPrice) return price(piece, argsBegin);
        break;
      case undefined:
        break;
      default:
        return inner(name, spelling, piece, argsBegin);
    }
    return unknown(spelling, contentBegin, Math.max(argsBegin, contentBegin + 1));
  }

  return {
    read(piece: Piece): void {
      if (piece.kind === "tag") tag(piece);
      else expression(piece.contentBegin, piece.contentEnd);
    },
    /** After the last piece. */
    finish(): Findings {
      for (const block of blocks) notClosed(block);
      return found;
    },
  };
}
