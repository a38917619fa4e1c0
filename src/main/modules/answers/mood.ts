import type { Mood } from "../../../shared/contract/answers.ts";
import { ANGRY, ANXIOUS, COMPLAINT, HARMLESS } from "./moodWords.ts";

/** Start and end (exclusive) in UTF-16 units of a word that shows a mood. */
export interface MoodWord {
  readonly start: number;
  readonly end: number;
}

/** What a buyer's words say of their mood; `words` are those of that mood, in order, none overlapping. */
export interface MoodFound {
  readonly mood: Mood;
  readonly words: readonly MoodWord[];
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** All words of a mood as one expression: longer ones first, so that they win over their beginnings. */
function expressionOf(words: readonly (string | RegExp)[]): RegExp {
  const plain = words.filter((word) => typeof word === "string");
  const sorted = plain.toSorted((a, b) => b.length - a.length).map(escaped);
  const others = words.flatMap((word) => (typeof word === "string" ? [] : [word.source]));
  return new RegExp([...others, ...sorted].join("|"), "g");
}

const MOODS: readonly { readonly mood: Mood; readonly words: RegExp }[] = [
  { mood: "complaint", words: expressionOf(COMPLAINT) },
  { mood: "angry", words: expressionOf(ANGRY) },
  { mood: "anxious", words: expressionOf(ANXIOUS) },
];

const HARMLESS_WORDS = expressionOf(HARMLESS);

/** A character no list has; of one unit, so that places stay what they are. */
const COVER = "\u0000";

/**
 * The gravest mood a text shows: complaint over angry over anxious over calm.
 * @param folded the buyer's words in simplified characters and lower case; places count in it
 */
export function moodOf(folded: string): MoodFound {
  const text = folded.replace(HARMLESS_WORDS, (found) => COVER.repeat(found.length));
  for (const { mood, words } of MOODS) {
    const found = [...text.matchAll(words)].filter(([word]) => word !== "");
    if (found.length > 0)
      return {
        mood,
        words: found.map((match) => ({ start: match.index, end: match.index + match[0].length })),
      };
  }
  return { mood: "calm", words: [] };
}
