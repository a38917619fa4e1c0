import type { Review } from "../../../shared/contract/review.ts";
import { call } from "../../api/client.ts";
import { copyReview } from "../quick/copyReview.ts";
import { lookAt } from "./Reviews.tsx";
import type { Added } from "./useReview.ts";

interface CopiedText {
  readonly text: string;
  readonly title?: string;
  /** The shop it speaks for, where the customer in hand and the settings name none. */
  readonly shop?: string;
}

/**
 * Copies a text that is no phrase and goes to a buyer. Words that must not be sent are looked at first, as before a paste.
 * @param done runs when the clipboard has it, now or after that look
 * @returns whether it was copied now
 * @throws what the browser refuses with
 */
export async function copyText(given: CopiedText, done: () => void): Promise<boolean> {
  const go = async (added: Added | null): Promise<Review | null> => {
    const text = added?.texts?.[0] ?? given.text;
    const review = await call("paste.reviewText", { ...given, text, accept: added !== null });
    if (!review.ready) return review;
    await copyReview(review);
    done();
    return null;
  };
  const review = await go(null);
  if (review) lookAt({ review, go });
  return review === null;
}
