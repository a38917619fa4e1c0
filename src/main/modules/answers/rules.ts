import type { Mood } from "../../../shared/contract/answers.ts";
import { PHRASE_LIMITS } from "../../../shared/contract/phrases.ts";

/** What a phrase does for a buyer who is upset, by its tags and category. */
export type Role = "calm" | "accept" | "apologise" | "escalate";

/** A label that holds one of these gives the role; the first role that fits counts. */
const LABELS: readonly { readonly role: Role; readonly words: readonly string[] }[] = [
  { role: "calm", words: ["安抚", "calm"] },
  { role: "accept", words: ["承接", "受理", "accept"] },
  { role: "apologise", words: ["道歉", "致歉", "赔礼", "apolog"] },
  { role: "escalate", words: ["升级", "上报", "escalat"] },
];

/** @param labels tags and category names of a phrase, folded */
export function roleOf(labels: readonly string[]): Role | null {
  const found = LABELS.find(({ words }) =>
    words.some((word) => labels.some((label) => label.includes(word))),
  );
  return found?.role ?? null;
}

/**
 * What is offered before the answer itself: an angry buyer's feelings come first; a complaint is taken up, and
 * the feelings with it. Whoever only waits or asks gets the answer.
 */
export function rolesFirst(mood: Mood): readonly (readonly Role[])[] {
  if (mood === "angry") return [["calm"], ["apologise", "calm"]];
  if (mood === "complaint") return [["accept"], ["calm", "apologise"]];
  return [];
}

/** What chat clients put in the place of a picture, and addresses: nothing of it is asked. */
export const NOT_WORDS = /https?:\/\/\S+|\[[^\][]{1,8}\]/g;

/** What is worth keeping of a buyer's words as a question: one line, no pictures, not too long; "" for nothing. */
export function questionIn(asked: string): string {
  const words = asked.replace(NOT_WORDS, " ").replace(/\s+/g, " ").trim();
  if (!/[\p{L}\p{N}]/u.test(words)) return "";
  // Cut between characters, not inside one.
  return [...words].reduce(
    (kept, character) =>
      kept.length + character.length <= PHRASE_LIMITS.question ? kept + character : kept,
    "",
  );
}

/** Whether a question is known already, but for signs and blanks. Both folded. */
export function isKnown(question: string, known: readonly string[]): boolean {
  const bare = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, "");
  return known.some((each) => bare(each) === bare(question));
}
