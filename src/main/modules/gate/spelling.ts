import type { GateKind } from "../../../shared/contract/gate.ts";
import type { MatchEntry } from "./entry.ts";
import { GAP, type View, viewOf } from "./view.ts";

/** A place in a view. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** One way an entry is written. */
export interface Spelling {
  readonly entry: MatchEntry;
  readonly letters: string;
  readonly written: string;
  /** As it is compared, when it has signs in it: then it must be found with the same signs (1:1 is not 11). */
  readonly literal: string | null;
}

/** Kinds in which any gap is meant to get past the gate; elsewhere a space may be just a space. */
const EVASIVE: ReadonlySet<GateKind> = new Set(["contact", "insult"]);

const plain = (text: string): string => text.normalize("NFKC").toLowerCase().replaceAll(/\s/gu, "");
const isLatin = (unit: number): boolean => unit >= 97 && unit <= 122;
const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** Every way the entry is written that has letters at all. */
export function spellingsOf(entry: MatchEntry): Spelling[] {
  return [...new Set([entry.word, ...entry.also])].flatMap((written) => {
    const { text: letters, gaps } = viewOf(written)!;
    if (letters === "") return [];
    const hasSigns = gaps.subarray(1, letters.length).includes(GAP.stop);
    return [{ entry, letters, written, literal: hasSigns ? plain(written) : null }];
  });
}

/** True when Latin letters or digits of the word go on in the text, as 1:1 with "sb" in "usb" or "top1" in "top10". */
function cutsWord(view: View, start: number, end: number): boolean {
  const { text, gaps } = view;
  const first = text.charCodeAt(start);
  const last = text.charCodeAt(end - 1);
  if (start > 0 && gaps[start] === GAP.none) {
    const before = text.charCodeAt(start - 1);
    if (isDigit(first) ? isDigit(before) : isLatin(first) && (isLatin(before) || isDigit(before)))
      return true;
  }
  if (end >= text.length || gaps[end] !== GAP.none) return false;
  const behind = text.charCodeAt(end);
  if (isDigit(last)) return isDigit(behind);
  if (!isLatin(last)) return false;
  if (isLatin(behind)) return true;
  // VX200 is a model, vx13800138000 is somebody's account.
  let digits = 0;
  while (isDigit(text.charCodeAt(end + digits)) && gaps[end + digits] === GAP.none) digits += 1;
  return digits > 0 && digits < 5;
}

/** Whether the gaps inside a found word are those of an evasive spelling, not of two words side by side. */
function gapsAllowed(view: View, start: number, end: number, kind: GateKind): boolean {
  let widest: number = GAP.none;
  let narrowest: number = GAP.stop;
  for (let at = start + 1; at < end; at++) {
    const gap = view.gaps[at]!;
    if (gap > widest) widest = gap;
    if (gap < narrowest) narrowest = gap;
  }
  if (widest <= GAP.sign) return true;
  // 加，微，信: punctuation between all letters is no punctuation.
  if (widest === GAP.stop) return EVASIVE.has(kind) && end - start > 2 && narrowest > GAP.none;
  if (EVASIVE.has(kind)) return true;
  const fromEdge = view.gaps[start]! >= GAP.space;
  const toEdge = view.gaps[end]! >= GAP.space;
  return end - start > 2 ? fromEdge || toEdge : fromEdge && toEdge;
}

const words = new Intl.Segmenter("zh", { granularity: "word" });
/** How much of the text around is enough to tell its words, in UTF-16 units. */
const AROUND = 16;

/** True when no Chinese word begins or ends beyond either end of a place. Latin ends are looked at by `cutsWord`. */
function standsAlone(text: string, from: number, to: number): boolean {
  const begin = Math.max(0, from - AROUND);
  const segments = words.segment(text.slice(begin, to + AROUND));
  const isEdge = (at: number, last: number): boolean =>
    text.charCodeAt(last) < 0x2e80 ||
    (segments.containing(at - begin)?.index ?? at - begin) === at - begin;
  return isEdge(from, from) && isEdge(to, to - 1);
}

/** Whether the letters at a place are the entry as somebody would write it. @param text the original of the view */
export function isSpelt(
  view: View,
  text: string,
  { start, end }: Place,
  { entry, literal }: Spelling,
): boolean {
  if (cutsWord(view, start, end)) return false;
  const [from, to] = [view.starts[start]!, view.ends[end - 1]!];
  if (literal !== null) return plain(text.slice(from, to)) === literal;
  if (!gapsAllowed(view, start, end, entry.kind)) return false;
  // With gaps inside it is no word of the language anyway.
  return !entry.whole || to - from > end - start || standsAlone(text, from, to);
}
