import { characterOf, END, START, SYMBOLS, WORD } from "./readings.ts";

/**
 * Which phrases contain a key, for one field. A key is a character, a syllable or an initial, or two of them side by
 * side. Keys of characters and of pairs of syllables are hashed: a list may hold phrases it need not, never too few.
 */
export interface Postings {
  readonly keys: Keys;
  /** `docs[starts[key]] … docs[starts[key + 1] - 1]` are the phrases of a key, ascending. */
  readonly starts: Uint32Array;
  readonly docs: Uint32Array;
}

const SYLLABLES = 1024;
const CHARACTER_BITS = 13;
const SYMBOL_PAIRS = SYMBOLS;
const SYLLABLE = SYMBOL_PAIRS + SYMBOLS * SYMBOLS;
const CHARACTER = SYLLABLE + SYLLABLES;
const PAIRS = CHARACTER + (1 << CHARACTER_BITS);

export type Keys = ReturnType<typeof createKeys>;

const mix = (a: number, b: number): number => {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
};

/** Numbers keys; `bits` sets how many lists the pairs are spread over. */
export function createKeys(bits: number) {
  const shift = 32 - bits;
  const syllablePairs = PAIRS + (1 << bits);
  return {
    size: syllablePairs + (1 << bits),
    symbol: (a: number): number => a,
    symbols: (a: number, b: number): number => SYMBOL_PAIRS + a * SYMBOLS + b,
    syllable: (a: number): number => SYLLABLE + (a % SYLLABLES),
    syllables: (a: number, b: number): number => syllablePairs + (mix(a, b) >>> shift),
    character: (a: number): number => CHARACTER + (mix(a, 0) >>> (32 - CHARACTER_BITS)),
    characters: (a: number, b: number): number => PAIRS + (mix(a, b) >>> shift),
    /** Key of a shortcut's beginning; they have a table of their own. */
    text: (text: string): number => {
      let hash = text.length;
      for (let at = 0; at < text.length; at++) hash = mix(hash, text.charCodeAt(at));
      return hash >>> shift;
    },
  };
}

/** A list of keys that grows; one is used again for every phrase. */
export interface KeyBuffer {
  list: Uint32Array;
  length: number;
}

export function createKeyBuffer(): KeyBuffer {
  return { list: new Uint32Array(4096), length: 0 };
}

function put(buffer: KeyBuffer, key: number): void {
  if (buffer.length === buffer.list.length) {
    const larger = new Uint32Array(buffer.list.length * 2);
    larger.set(buffer.list);
    buffer.list = larger;
  }
  buffer.list[buffer.length++] = key;
}

type Place = typeof START | typeof END | typeof WORD;

function putPlace(buffer: KeyBuffer, keys: Keys, place: Place, unit: number, after: boolean): void {
  const { syllables, symbols } = characterOf(unit);
  const pair = (key: (a: number, b: number) => number, mark: number, other: number): void =>
    put(buffer, after ? key(other, mark) : key(mark, other));
  pair(keys.characters, place.character, unit);
  for (const syllable of syllables) pair(keys.syllables, place.syllable, syllable);
  for (const symbol of symbols) pair(keys.symbols, place.symbol, symbol);
}

/** All keys of a text, some more than once. */
export function putText(buffer: KeyBuffer, keys: Keys, text: string): void {
  let before = null;
  let beforeUnit = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const character = characterOf(unit);
    put(buffer, keys.character(unit));
    for (const syllable of character.syllables) put(buffer, keys.syllable(syllable));
    for (const symbol of character.symbols) put(buffer, keys.symbol(symbol));
    if (before) {
      put(buffer, keys.characters(beforeUnit, unit));
      for (const first of before.syllables) {
        for (const second of character.syllables) put(buffer, keys.syllables(first, second));
      }
      for (const first of before.symbols) {
        for (const second of character.symbols) put(buffer, keys.symbols(first, second));
      }
    }
    before = character;
    beforeUnit = unit;
  }
}

/** All keys of a title; `words` has a bit set for each of the first places where a word begins. */
export function putTitle(buffer: KeyBuffer, keys: Keys, title: string, words: number): void {
  putText(buffer, keys, title);
  if (title === "") return;
  putPlace(buffer, keys, START, title.charCodeAt(0), false);
  putPlace(buffer, keys, END, title.charCodeAt(title.length - 1), true);
  for (let at = 0, rest = words; rest !== 0; at++, rest >>>= 1) {
    if (rest & 1) putPlace(buffer, keys, WORD, title.charCodeAt(at), false);
  }
}

/** Longer beginnings of a shortcut have no list of their own: few shortcuts share six characters. */
export const SHORTCUT_KEY_LENGTH = 6;
/** Ends a whole shortcut, so that the exact one has its own list. */
export const SHORTCUT_END = "\u0003";

/** All keys of a shortcut: its beginnings and itself. */
export function putShortcut(buffer: KeyBuffer, keys: Keys, shortcut: string): void {
  if (shortcut === "") return;
  for (let length = 1; length <= Math.min(shortcut.length, SHORTCUT_KEY_LENGTH); length++) {
    put(buffer, keys.text(shortcut.slice(0, length)));
  }
  put(buffer, keys.text(shortcut + SHORTCUT_END));
}

/** Two passes over the phrases in the same ascending order: first every `count`, then every `fill`. */
export interface PostingsBuilder {
  count(doc: number, buffer: KeyBuffer): void;
  /** Between the passes. */
  allot(): void;
  fill(doc: number, buffer: KeyBuffer): void;
  done(): Postings;
}

export function createPostingsBuilder(bits: number): PostingsBuilder {
  const keys = createKeys(bits);
  const starts = new Uint32Array(keys.size + 1);
  // The phrase that last had a key (plus one): a key counts once per phrase.
  let last = new Uint32Array(keys.size);
  let next = new Uint32Array(0);
  let docs = new Uint32Array(0);
  return {
    count(doc, { list, length }) {
      for (let at = 0; at < length; at++) {
        const key = list[at]!;
        if (last[key] === doc + 1) continue;
        last[key] = doc + 1;
        starts[key + 1]!++;
      }
    },
    allot() {
      for (let key = 0; key < keys.size; key++) starts[key + 1]! += starts[key]!;
      docs = new Uint32Array(starts[keys.size]!);
      next = starts.slice(0, keys.size);
      last = new Uint32Array(keys.size);
    },
    fill(doc, { list, length }) {
      for (let at = 0; at < length; at++) {
        const key = list[at]!;
        if (last[key] === doc + 1) continue;
        last[key] = doc + 1;
        docs[next[key]!++] = doc;
      }
    },
    done: () => ({ keys, starts, docs }),
  };
}
