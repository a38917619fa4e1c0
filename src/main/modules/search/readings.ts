import { pinyin } from "pinyin-pro";

/** What the index knows about one UTF-16 unit of folded text. */
export interface Character {
  /** Every reading, as typed without tones; empty for all but hanzi. */
  readonly names: readonly string[];
  /** The same readings as numbers. */
  readonly syllables: readonly number[];
  /** Letters or digits this unit can be typed with. */
  readonly symbols: readonly number[];
  /** Bit n set: the unit can be typed with letter n (a = 0); bit 26: it is neither letter nor hanzi. */
  readonly letters: number;
}

const LETTERS = 26;
const OTHER = 36;
/** Places in a title that the index treats like characters, so that "begins with" has postings of its own. */
export const START = { character: 2, syllable: 0, symbol: 37 } as const;
export const END = { character: 3, syllable: 1, symbol: 38 } as const;
export const WORD = { character: 4, syllable: 2, symbol: 39 } as const;
export const SYMBOLS = 40;

const ids = new Map<string, number>();
/** For each beginning of a syllable, the syllables that go on from it. */
const completions = new Map<string, number[]>();
const characters: (Character | undefined)[] = Array.from({ length: 0x10000 });
/** `letters` of the characters met so far, else 0; comparisons read little else. */
const lettersMet = new Int32Array(0x10000);

function idOf(name: string): number {
  const known = ids.get(name);
  if (known !== undefined) return known;
  const id = ids.size + 3;
  ids.set(name, id);
  for (let length = 1; length < name.length; length++) {
    const beginning = name.slice(0, length);
    const list = completions.get(beginning);
    if (list) list.push(id);
    else completions.set(beginning, [id]);
  }
  return id;
}

/** The number of a syllable, or undefined when no character met so far is read so. */
export function syllable(name: string): number | undefined {
  return ids.get(name);
}

/** Syllables that begin with `beginning` and are longer. */
export function syllablesFrom(beginning: string): readonly number[] {
  return completions.get(beginning) ?? [];
}

/** Letter or digit as a symbol number; other characters share one. */
export function symbolOf(unit: number): number {
  if (unit >= 97 && unit <= 122) return unit - 97;
  if (unit >= 48 && unit <= 57) return unit - 48 + LETTERS;
  return OTHER;
}

export const isLetter = (unit: number): boolean => unit >= 97 && unit <= 122;

function readingsOf(unit: number): string[] {
  // Below the radicals there is nothing with a reading, and asking is slow.
  if (unit < 0x2e80 || (unit >= 0xd800 && unit < 0xf900)) return [];
  const found = pinyin(String.fromCharCode(unit), {
    multiple: true,
    toneType: "none",
    type: "array",
    v: true,
  }).filter((name) => /^[a-z]+$/u.test(name));
  // 略 and 虐 are typed both ways.
  const spelt = found.flatMap((name) => (/^[ln]ve$/u.test(name) ? [name, `${name[0]}ue`] : [name]));
  return [...new Set(spelt)];
}

/** Readings and symbols of a UTF-16 unit of folded text. Found once per unit. */
export function characterOf(unit: number): Character {
  const known = characters[unit];
  if (known) return known;
  const names = readingsOf(unit);
  const symbols =
    names.length > 0
      ? [...new Set(names.map((name) => symbolOf(name.charCodeAt(0))))]
      : [symbolOf(unit)];
  const letters = symbols.reduce((bits, symbol) => bits | (1 << Math.min(symbol, LETTERS)), 0);
  const character = { names, syllables: names.map(idOf), symbols, letters };
  characters[unit] = character;
  lettersMet[unit] = letters;
  return character;
}

/** `Character.letters` of a UTF-16 unit of folded text. Never 0. */
export function lettersOf(unit: number): number {
  return lettersMet[unit]! || characterOf(unit).letters;
}
