import type { Mood } from "./mood.ts";

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
