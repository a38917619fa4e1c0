import { type RefObject, useCallback, useRef, useState } from "react";
import type { Review } from "../../../shared/contract/review.ts";
import type { Added } from "../review/useReview.ts";
import { cutAtEnters, type Early, splitEarly, writtenEarly } from "./looks.ts";
import type { Choice, Looked } from "./useChoosing.ts";

/** A script being looked at before it goes out. */
export interface Looking {
  /** Its own for each look. */
  readonly look: number;
  readonly review: Review;
  readonly choice: Choice;
  /** What was added to it when it was looked at last. */
  readonly start: Added | null;
  /** The field that gets the keyboard; null: the first that is open. */
  readonly field: Early["field"];
  /** The core has read these texts: what may be asked about is in sight. */
  readonly checked: boolean;
}

/**
 * Looks at scripts on their way out. What was filled in or changed but not pasted is kept until it is forgotten.
 * @param line what stands in the search line
 * @param rewrite puts something else there
 */
export function useLooks(line: RefObject<string>, rewrite: (line: string) => void) {
  const [looking, setLooking] = useState<Looking | null>(null);
  const drafts = useRef(new Map<string, Added>());
  /** What stood in the line when the choice was made. */
  const chosenFrom = useRef("");
  /** What stood there at each Enter since. */
  const enters = useRef<string[]>([]);

  const show = useCallback(
    (review: Review, choice: Choice, checked = true) => {
      // Who is quick writes for the first field before it is there: that goes where it was meant to go.
      const [rest, early] = splitEarly(line.current, chosenFrom.current);
      if (early !== "") rewrite(rest);
      const pieces = cutAtEnters(early, chosenFrom.current, enters.current);
      enters.current = [];
      const draft = drafts.current.get(choice.id ?? "");
      const begun = draft ? { start: draft, field: null } : writtenEarly(review, pieces);
      setLooking((before) => ({
        ...{ look: (before?.look ?? 0) + 1, review, choice, checked },
        ...begun,
      }));
    },
    [line, rewrite],
  );

  const keep = ({ choice }: Looking, added: Added): void => {
    if (choice.id !== null) drafts.current.set(choice.id, added);
  };

  return {
    looking,
    show,
    keep,
    /** A choice is made from what stands in the line now. */
    chose: useCallback(() => {
      chosenFrom.current = line.current;
      enters.current = [];
    }, [line]),
    /** Enter before the form is there: it waits for the form. */
    entered: useCallback(() => {
      enters.current.push(line.current);
    }, [line]),
    leave: useCallback(() => setLooking(null), []),
    forget: useCallback(() => {
      setLooking(null);
      drafts.current.clear();
    }, []),
    /** What goes out after the look: the choice with the texts that were looked at, and what was done to them. */
    outcome(now: Looking, added: Added): { choice: Choice; looked: Looked } {
      keep(now, added);
      const { review, choice, checked } = now;
      const texts = review.parts.flatMap((part) => (part.kind === "text" ? [part.text] : []));
      // A text that is no phrase is read by the core when it is to go out, not while it is being changed.
      const accept = choice.id !== null || (checked && added.texts === null);
      return { choice: { ...choice, text: texts.join("\n") }, looked: { added, accept } };
    },
  };
}
