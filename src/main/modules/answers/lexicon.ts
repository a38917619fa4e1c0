import { FIELD_WORDS, STOP_WORDS } from "./fieldWords.ts";
import type { Language } from "./language.ts";

/** A word of the field and the groups it belongs to. */
export interface FieldWord {
  readonly text: string;
  readonly groups: readonly number[];
}

const NOTHING: readonly FieldWord[] = [];
const HANZI_ONLY = /^\p{Script=Han}{2,}$/u;
/** The longest word that is looked for by its sound. */
const LONGEST_HEARD = 4;

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");

/**
 * The sound of a syllable as it is often misheard or mistyped: zh for z, ing for in, l for n.
 */
function loose(name: string): string {
  return name
    .replace(/^([zcs])h/, "$1")
    .replace(/ng$/, "n")
    .replace(/^l/, "n");
}

export type Lexicon = ReturnType<typeof createLexicon>;

/** The words of the field, ready to be found in a text by their characters, by their sound or in pinyin. */
export function createLexicon(language: Language) {
  const groupsOf = new Map<string, number[]>();
  const lines = FIELD_WORDS.trim().split("\n");
  for (const [group, line] of lines.entries()) {
    for (const word of wordsOf(line)) {
      const groups = groupsOf.get(word);
      if (!groups) groupsOf.set(word, [group]);
      else if (!groups.includes(group)) groups.push(group);
    }
  }
  const stopWords: ReadonlySet<string> = new Set(wordsOf(STOP_WORDS));

  const byFirst = new Map<number, FieldWord[]>();
  const bySound = new Map<string, Set<number>>();
  const byPinyin = new Map<string, Set<number>>();
  const syllables = new Map<number, string>();

  /** The usual sound of a character, "" for all but hanzi. */
  function soundOf(unit: number): string {
    const known = syllables.get(unit);
    if (known !== undefined) return known;
    const sound = loose(language.sounds(unit)[0] ?? "");
    syllables.set(unit, sound);
    return sound;
  }

  function soundOfRun(text: string, start: number, end: number): string {
    let sound = "";
    for (let at = start; at < end; at++) sound += `${soundOf(text.charCodeAt(at))} `;
    return sound;
  }

  const addAll = (map: Map<string, Set<number>>, key: string, groups: readonly number[]): void => {
    const known = map.get(key) ?? new Set<number>();
    for (const group of groups) known.add(group);
    map.set(key, known);
  };

  for (const [text, groups] of groupsOf) {
    const first = text.charCodeAt(0);
    const same = byFirst.get(first);
    if (same) same.push({ text, groups });
    else byFirst.set(first, [{ text, groups }]);
    if (!HANZI_ONLY.test(text)) continue;
    if (text.length <= LONGEST_HEARD) addAll(bySound, soundOfRun(text, 0, text.length), groups);
    const pinyin = [...text].map((each) => language.sounds(each.charCodeAt(0))[0] ?? "").join("");
    addAll(byPinyin, pinyin, groups);
  }
  for (const same of byFirst.values()) same.sort((a, b) => b.text.length - a.text.length);

  const isLatin = (unit: number): boolean =>
    (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57);

  /** The longest word of the field that stands at a place, or null. */
  function at(text: string, place: number): FieldWord | null {
    const first = text.charCodeAt(place);
    const inside = (end: number): boolean =>
      isLatin(text.charCodeAt(end - 1)) && isLatin(text.charCodeAt(end));
    // Not a part of a longer number or foreign word.
    if (place > 0 && inside(place)) return null;
    for (const word of byFirst.get(first) ?? NOTHING) {
      const end = place + word.text.length;
      if (text.startsWith(word.text, place) && !inside(end)) return word;
    }
    return null;
  }

  /** Groups of the longest word of the field that sounds like what stands at a place, and its length. */
  function heardAt(
    text: string,
    place: number,
  ): { groups: Iterable<number>; length: number } | null {
    for (let length = Math.min(LONGEST_HEARD, text.length - place); length >= 2; length--) {
      const groups = bySound.get(soundOfRun(text, place, place + length));
      if (groups) return { groups, length };
    }
    return null;
  }

  return {
    at,
    heardAt,
    soundOf,
    groups: lines.length,
    groupsOf: (word: string): readonly number[] => groupsOf.get(word) ?? [],
    /** Groups of words of the field written in pinyin. */
    spelt: (latin: string): Iterable<number> => byPinyin.get(latin) ?? [],
    isStopWord: (word: string): boolean => stopWords.has(word),
  };
}
