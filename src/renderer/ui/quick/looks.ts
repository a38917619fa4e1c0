import type { Review } from "../../../shared/contract/review.ts";
import { isOpen } from "../review/fieldRules.ts";
import type { Added } from "../review/useReview.ts";

/** A look at a text of the page's own, which the core reads when it is to go out. */
export const localReview = (title: string, text: string): Review => ({
  ...{ phraseId: null, title, fields: [], stops: [], ready: true },
  parts: [{ kind: "text", text, findings: [] }],
});

/** The line as it was chosen from, and what was typed behind it since. */
export function splitEarly(typed: string, chosen: string): [line: string, early: string] {
  return typed.startsWith(chosen) ? [chosen, typed.slice(chosen.length)] : [typed, ""];
}

/** What was typed early as the answer to the first thing that is asked for; null when there is nothing to write into. */
export function forFirstField({ fields }: Review, early: string): Added | null {
  const first = fields.find(isOpen);
  if (early === "" || first === undefined || first.kind === "choice") return null;
  return { answers: { [first.name]: early }, texts: null };
}
