import { characterOf, isLetter, lettersOf, syllable, syllablesFrom } from "./readings.ts";

/** One word of a query, folded, ready to be compared. */
export interface Term {
  readonly text: string;
  /** Without letters only the characters themselves can match. */
  readonly typed: boolean;
  /** `tails[i]` is the text from i on. */
  readonly tails: readonly string[];
  /** What the first and second character of a run must be typed with; a quick first look. */
  readonly first: number;
  readonly second: number;
}

/** Any character. */
const ALL = -1;

/** What a character must be typed with (see `Character.letters`) to be met by this place of a term. */
function lettersAt(text: string, place: number): number {
  return place < text.length ? lettersOf(text.charCodeAt(place)) : ALL;
}

function lettersOfSecond(text: string, tails: readonly string[]): number {
  let letters = lettersAt(text, 1);
  for (let length = 2; length <= Math.min(6, text.length); length++) {
    const beginning = text.slice(0, length);
    const read = syllable(beginning) !== undefined || /^[zcs]h$/u.test(beginning);
    if (read) letters |= lettersAt(text, length);
  }
  // The term may be the beginning of one syllable.
  return isReadable(tails[0]!) ? ALL : letters;
}

const isReadable = (text: string): boolean =>
  syllable(text) !== undefined || syllablesFrom(text).length > 0;

export function toTerm(text: string): Term {
  const tails = Array.from({ length: text.length }, (_, at) => text.slice(at));
  const typed = /[a-z]/u.test(text);
  const first = lettersAt(text, 0);
  return { text, typed, tails, first, second: typed ? lettersOfSecond(text, tails) : ALL };
}

// How far the term can have been read after each character. Two sets, used again for every comparison.
let reached: number[] = [];
let following: number[] = [];

function reach(places: number[], place: number): void {
  if (!places.includes(place)) places.push(place);
}

/** Where a term read up to `place` can be after `unit`. */
function advance(term: Term, place: number, unit: number, into: number[]): void {
  const wanted = term.text.charCodeAt(place);
  if (wanted === unit) reach(into, place + 1);
  if (!isLetter(wanted)) return;
  const { names, letters } = characterOf(unit);
  if (names.length === 0 || (letters & (1 << (wanted - 97))) === 0) return;
  const tail = term.tails[place]!;
  for (const name of names) {
    if (name.charCodeAt(0) !== wanted) continue;
    reach(into, place + 1);
    if (tail.startsWith(name)) reach(into, place + name.length);
    else if (name.startsWith(tail)) reach(into, term.text.length);
    // zh, ch and sh are initials too.
    if (name.charCodeAt(1) === 104 && tail.charCodeAt(1) === 104) reach(into, place + 2);
  }
}

/**
 * Where in `text` a term ends that begins at `start`, or -1. Hanzi are met by themselves, by any reading, by its
 * initial, and at the term's end by the beginning of a reading. The shortest run counts, or with `whole` the one that
 * ends with the text.
 */
export function matchAt(term: Term, text: string, start: number, whole = false): number {
  if (!term.typed) {
    const end = start + term.text.length;
    return text.startsWith(term.text, start) && (!whole || end === text.length) ? end : -1;
  }
  if (start >= text.length || (lettersOf(text.charCodeAt(start)) & term.first) === 0) return -1;
  reached.length = 0;
  reached.push(0);
  for (let at = start; at < text.length && reached.length > 0; at++) {
    const unit = text.charCodeAt(at);
    following.length = 0;
    for (const place of reached) {
      if (place < term.text.length) advance(term, place, unit, following);
    }
    if (following.includes(term.text.length) && (!whole || at + 1 === text.length)) return at + 1;
    [reached, following] = [following, reached];
  }
  return -1;
}

/** The first place at or after `from` where a term begins, or -1. */
export function findStart(term: Term, text: string, from: number): number {
  if (!term.typed) return text.indexOf(term.text, from);
  const { first, second } = term;
  let letters = from < text.length ? lettersOf(text.charCodeAt(from)) : 0;
  for (let at = from; at < text.length; at++) {
    const next = at + 1 < text.length ? lettersOf(text.charCodeAt(at + 1)) : 0;
    const may = (letters & first) !== 0 && (second === ALL || (next & second) !== 0);
    if (may && matchAt(term, text, at) !== -1) return at;
    letters = next;
  }
  return -1;
}

/** Every run of a term in a text, left to right, none over another. */
export function findRuns(term: Term, text: string): [start: number, end: number][] {
  const runs: [number, number][] = [];
  for (let at = findStart(term, text, 0); at !== -1;) {
    const end = matchAt(term, text, at);
    runs.push([at, end]);
    at = findStart(term, text, end);
  }
  return runs;
}

/** Joins runs that touch or overlap; ascending. */
export function joinRuns(runs: readonly (readonly [number, number])[]): [number, number][] {
  const joined: [number, number][] = [];
  for (const [start, end] of runs.toSorted((a, b) => a[0] - b[0])) {
    const before = joined.at(-1);
    if (before && start <= before[1]) before[1] = Math.max(before[1], end);
    else joined.push([start, end]);
  }
  return joined;
}
