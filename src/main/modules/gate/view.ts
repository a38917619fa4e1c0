import { Converter } from "opencc-js/t2cn";

/**
 * What stands between two letters of a text, from nothing to the end of a sentence. Evasive spellings put such
 * things into a word (加.微.信, 最 佳); sentences have them between words.
 */
export const GAP = {
  none: 0,
  /** Dots, dashes, stars, ornaments, emoji. */
  sign: 1,
  /** Spaces, and what separates the items of a list (/ | 、). */
  space: 2,
  /** Punctuation and line breaks: what a clause ends with. */
  stop: 3,
} as const;

/** A text as words are looked for in it: letters and digits only, folded, with the way back. */
export interface View {
  readonly text: string;
  /** For each UTF-16 unit of `text`: where its character starts and ends in the original. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** For each unit the widest gap before it, and one more for the end of the text. */
  readonly gaps: Uint8Array;
}

const toSimplified = Converter({ from: "t", to: "cn" });

/** Characters written in place of others that look or sound alike, once folded. */
const LOOKALIKES = new Map<string, string>([
  ...pairs("薇徽溦嶶葳癓", "微"),
  ...pairs("❤♥♡❥💗💖💓💕💘💙💚💛💜🧡🖤🤍💝", "心"),
  ...pairs("+➕✚", "加"),
  ...pairs("×✕✖❌", "x"),
  ...pairs("ѵνυ∨", "v"),
  ...pairs("хχ", "x"),
  ...pairs("ԝω", "w"),
  ...pairs("аα", "a"),
  ...pairs("еε", "e"),
  ...pairs("оο", "o"),
  ...pairs("рρ", "p"),
  ...pairs("сϲ", "c"),
  ...pairs("іι", "i"),
  ["🐧", "企鹅"],
]);

function pairs(from: string, to: string): [string, string][] {
  return [...from].map((character) => [character, to]);
}

/** Strokes and blanks that are strewn between letters and mean nothing (加丶微丶信). */
const STREWN = new Set("丶丨丿灬乀亅\u115f\u1160\u3164");
/** Marks inside a clause. Not the comma: it ends one. */
const SIGNS = new Set("·•・‧∙.-‐‑_~*^=#@&'\"`´°丷◦○●◎□■△▲▽▼◇◆☆★→←↑↓﹒");
const BETWEEN_ITEMS = new Set("/|\\、");
const ENDS_CLAUSE = new Set("…‥");

/** Letters on a dark disk or square, which have no decomposition: 🅥 🆅. */
function enclosed(point: number): string | null {
  for (const first of [0x1f150, 0x1f170, 0x1f1e6])
    if (point >= first && point < first + 26) return String.fromCharCode(97 + point - first);
  return null;
}

interface Folding {
  /** Letters it becomes; empty when it is a gap or nothing at all. */
  readonly letters: string;
  readonly gap: number;
}

const NOTHING: Folding = { letters: "", gap: GAP.none };
const gapOf = (gap: number): Folding => ({ letters: "", gap });

function foldLetter(character: string): string {
  const same = LOOKALIKES.get(character);
  if (same !== undefined) return same;
  // Latin letters lose their accents; elsewhere a mark makes another letter.
  const plain = /^[\u00c0-\u024f\u1e00-\u1eff]$/u.test(character)
    ? character.normalize("NFD").replaceAll(/\p{M}/gu, "")
    : character;
  const simplified = toSimplified(plain);
  return LOOKALIKES.get(simplified) ?? simplified;
}

/** Width, case, script and look-alikes of one character, or what kind of gap it is. */
function foldCharacter(character: string): Folding {
  if (LOOKALIKES.has(character)) return { letters: LOOKALIKES.get(character)!, gap: GAP.none };
  const letter = enclosed(character.codePointAt(0)!);
  if (letter !== null) return { letters: letter, gap: GAP.none };
  if (STREWN.has(character)) return gapOf(GAP.sign);
  if (ENDS_CLAUSE.has(character)) return gapOf(GAP.stop);
  if (/\s/u.test(character))
    return gapOf(/[\n\r\u2028\u2029]/u.test(character) ? GAP.stop : GAP.space);
  // Zero-width characters, marks over letters, skin tones, variation selectors.
  if (/[\p{C}\p{M}\p{Sk}]/u.test(character)) return NOTHING;
  let letters = "";
  let gap: number = GAP.none;
  for (const part of character.normalize("NFKC").toLowerCase())
    if (/[\p{L}\p{N}%]/u.test(part)) letters += foldLetter(part);
    else if (LOOKALIKES.has(part)) letters += LOOKALIKES.get(part)!;
    else if (BETWEEN_ITEMS.has(part) || part === " ") gap = Math.max(gap, GAP.space);
    else if (SIGNS.has(part) || /\p{So}/u.test(part)) gap = Math.max(gap, GAP.sign);
    else if (!/\p{M}/u.test(part)) gap = GAP.stop;
  return letters === "" ? gapOf(gap) : { letters, gap: GAP.none };
}

// One answer per UTF-16 unit, found once: a code of its own for what is not one letter.
const SEVERAL = 8;
const UNKNOWN = 9;
const units = new Uint16Array(0x10000);
const codes = new Uint8Array(0x10000).fill(UNKNOWN);
const rare = new Map<string, Folding>();

function learn(unit: number): number {
  const folding = foldCharacter(String.fromCharCode(unit));
  if (folding.letters.length === 1) {
    units[unit] = folding.letters.charCodeAt(0);
    return (codes[unit] = GAP.none);
  }
  if (folding.letters.length > 1 || folding.gap === GAP.none) {
    rare.set(String.fromCharCode(unit), folding);
    return (codes[unit] = SEVERAL);
  }
  return (codes[unit] = folding.gap);
}

function foldRare(character: string): Folding {
  const known = rare.get(character);
  if (known) return known;
  const folding = foldCharacter(character);
  rare.set(character, folding);
  return folding;
}

// Room that is used over and over: making a view copies out of it only what is kept.
let room = 1_024;
let letters = new Uint16Array(room);
let starts = new Uint32Array(room);
let ends = new Uint32Array(room);
let gaps = new Uint8Array(room);
let size = 0;

function grow(): void {
  room *= 2;
  const wider = <T extends Uint16Array | Uint32Array | Uint8Array>(old: T, next: T): T => {
    next.set(old);
    return next;
  };
  letters = wider(letters, new Uint16Array(room));
  starts = wider(starts, new Uint32Array(room));
  ends = wider(ends, new Uint32Array(room));
  gaps = wider(gaps, new Uint8Array(room));
}

/** Folds `original` into the shared room; `size` and the arrays then hold it. */
function fill(original: string): void {
  size = 0;
  let gap: number = GAP.stop;
  for (let at = 0; at < original.length;) {
    const unit = original.charCodeAt(at);
    let code = codes[unit]!;
    // One character may become several letters, never more than this.
    if (size + 32 > room) grow();
    if (code === UNKNOWN) code = (unit & 0xf800) === 0xd800 ? SEVERAL : learn(unit);
    if (code === GAP.none) {
      letters[size] = units[unit]!;
      starts[size] = at;
      ends[size] = ++at;
      gaps[size++] = gap;
      gap = GAP.none;
    } else if (code < SEVERAL) {
      if (code > gap) gap = code;
      at += 1;
    } else {
      const character = String.fromCodePoint(original.codePointAt(at)!);
      const folding = foldRare(character);
      for (let i = 0; i < folding.letters.length; i++) {
        letters[size] = folding.letters.charCodeAt(i);
        starts[size] = at;
        ends[size] = at + character.length;
        gaps[size++] = gap;
        gap = GAP.none;
      }
      if (folding.gap > gap) gap = folding.gap;
      at += character.length;
    }
  }
  gaps[size] = GAP.stop;
}

function textOf(): string {
  let text = "";
  for (let at = 0; at < size; at += 8_192)
    text += String.fromCharCode(...letters.subarray(at, Math.min(size, at + 8_192)));
  return text;
}

/** The letters of a word, folded: two spellings with the same letters are the same word here. */
export function foldWord(word: string): string {
  fill(word);
  return textOf();
}

/**
 * The view of a text, or null when `mayHold` says by its letters alone that nothing can be found in it.
 * `mayHold` sees shared room: it must not keep what it gets.
 */
export function viewOf(
  original: string,
  mayHold: (letters: Uint16Array, size: number) => boolean = () => true,
): View | null {
  fill(original);
  if (!mayHold(letters, size)) return null;
  return {
    text: textOf(),
    starts: starts.slice(0, size),
    ends: ends.slice(0, size),
    gaps: gaps.slice(0, size + 1),
  };
}
