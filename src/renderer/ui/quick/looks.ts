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

/** What was written before a form was there: answers to its first fields, and where one goes on. */
export interface Early {
  readonly start: Added | null;
  /** The field that gets the keyboard; null: whichever is first. */
  readonly field: string | null;
}

/**
 * Gives what was written early to the fields that are still open, one for each Enter. An Enter goes on to the next
 * field only when something was written for the one before, and never pastes: who has not seen the form has not seen
 * what it warns of either.
 * @param pieces what was written, cut at each Enter
 */
export function writtenEarly({ fields }: Pick<Review, "fields">, pieces: readonly string[]): Early {
  const open = fields.filter(isOpen);
  const answers: Record<string, string> = {};
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    const field = open[at];
    if (field === undefined || field.kind === "choice") break;
    if (piece === "") continue;
    answers[field.name] = piece;
    if (index < pieces.length - 1) at += 1;
  }
  const none = Object.keys(answers).length === 0;
  return {
    start: none ? null : { answers, texts: null },
    field: none ? null : (open[Math.min(at, open.length - 1)]?.name ?? null),
  };
}

/** Cuts what was typed behind the choice at the places where Enter was pressed. @param marks the line at each Enter */
export function cutAtEnters(early: string, chosen: string, marks: readonly string[]): string[] {
  const places = marks
    .map((mark) => splitEarly(mark, chosen)[1])
    .filter((before) => early.startsWith(before))
    .map(({ length }) => length);
  const bounds = [0, ...places, early.length];
  return bounds.slice(1).map((end, index) => early.slice(bounds[index], end));
}
