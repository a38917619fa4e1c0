import { Converter } from "opencc-js/t2cn";
import type { Range } from "../../../shared/contract/search.ts";

/** Text as the index compares it, with the way back to the text as a person wrote it. */
export interface Folded {
  readonly text: string;
  /** For each UTF-16 unit of `text` its offset in the original, plus the end; null when they are the same. */
  readonly offsets: Uint32Array | null;
}

const toSimplified = Converter({ from: "t", to: "cn" });
/** Characters that stand for another in some words only (回覆, 帳號, 計畫): what is looked for matters more than which. */
const ALIKE = new Map(
  ["覆复", "帐账", "瞭了", "画划", "甚什", "藉借", "妳你", "姊姐", "俱具"].map(
    ([from = "", to = ""]) => [from, to] as const,
  ),
);
// One answer per UTF-16 unit, found once.
const folds: (string | undefined)[] = Array.from({ length: 0x10000 });

/**
 * Width, case and script folding of one character. By character and not by phrase: the same rule then holds
 * for a query and for any text around it, so neither script can be missed.
 */
function foldCharacter(character: string): string {
  const plain = character.normalize("NFKC").toLowerCase();
  let folded = "";
  for (const part of plain) {
    const simple = part === "ü" ? "v" : toSimplified(part);
    folded += ALIKE.get(simple) ?? simple;
  }
  return folded;
}

function foldUnit(unit: number): string {
  const known = folds[unit];
  if (known !== undefined) return known;
  const folded = foldCharacter(String.fromCharCode(unit));
  folds[unit] = folded;
  return folded;
}

const isHighSurrogate = (unit: number): boolean => (unit & 0xfc00) === 0xd800;

/** Folds full width to half, upper case to lower and traditional to simplified. */
export function fold(original: string): Folded {
  let text = "";
  let offsets: number[] | null = null;
  for (let at = 0; at < original.length;) {
    const unit = original.charCodeAt(at);
    const pair = isHighSurrogate(unit) && at + 1 < original.length;
    const width = pair ? 2 : 1;
    const piece = pair ? foldCharacter(original.slice(at, at + 2)) : foldUnit(unit);
    if (offsets === null && piece.length !== width) {
      offsets = Array.from({ length: text.length }, (_, index) => index);
    }
    if (offsets !== null) {
      // The halves of a kept pair keep their own offsets; all else points at the start of its character.
      for (let i = 0; i < piece.length; i++) offsets.push(piece.length === width ? at + i : at);
    }
    text += piece;
    at += width;
  }
  // The same text need not be held twice.
  if (text === original) return { text: original, offsets: null };
  if (offsets === null) return { text, offsets: null };
  offsets.push(original.length);
  return { text, offsets: Uint32Array.from(offsets) };
}

/** The words of a query, folded. */
export function foldTerms(query: string): string[] {
  return fold(query)
    .text.split(/\s+/u)
    .filter((term) => term !== "");
}

/** A run in the folded text, as a run in the original. */
export function toOriginal(offsets: Uint32Array | null, start: number, end: number): Range {
  if (offsets === null) return [start, end];
  const last = offsets[end - 1] ?? 0;
  let next = end;
  // One character may have become several: the mark covers all of it.
  while (next < offsets.length - 1 && offsets[next] === last) next++;
  return [offsets[start] ?? 0, offsets[next] ?? 0];
}
