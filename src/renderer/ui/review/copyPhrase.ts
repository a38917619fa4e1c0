import type { Review, ReviewInput } from "../../../shared/contract/review.ts";
import { call } from "../../api/client.ts";
import { sentence } from "../../i18n/i18n.ts";
import { keyName } from "../keys.ts";
import { copiedCode, copyReview } from "../quick/copyReview.ts";
import { textsOf } from "./useReview.ts";

/**
 * Copies what a phrase comes to, says so, and counts it as used.
 * @returns what still stands in the way, to be looked at; null when it was copied
 * @throws AppError, or what the browser refuses with
 */
export async function copyPhrase(
  input: { readonly id: string } & Partial<ReviewInput>,
  say: (sentence: string) => void,
): Promise<Review | null> {
  const review = await call("paste.review", input);
  if (!review.ready) return review;
  const count = await copyReview(review);
  const title = review.title || textsOf(review).join("\n").slice(0, 20);
  say(sentence(copiedCode(count), { title, keys: keyName("mod+v"), count }));
  const { accept: _accept, ...copied } = input;
  await call("paste.copied", copied);
  return null;
}
