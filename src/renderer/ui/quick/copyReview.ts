import type { Review } from "../../../shared/contract/review.ts";
import { textsOf } from "../review/useReview.ts";
import { copyPicture } from "./copyPicture.ts";

/**
 * Puts a script on the clipboard of a page, which holds one thing: its words, or without words its first picture.
 * @returns how many of its pictures are not there; that has to be said
 * @throws what the browser refuses with; AppError picture_missing
 */
export async function copyReview(review: Review): Promise<number> {
  const pictures = review.parts.flatMap((part) => (part.kind === "picture" ? [part.picture] : []));
  const texts = textsOf(review).filter((text) => text.trim() !== "");
  const [first] = pictures;
  if (texts.length > 0 || first === undefined) {
    await navigator.clipboard.writeText(texts.join("\n"));
    return pictures.length;
  }
  await copyPicture(first);
  return pictures.length - 1;
}

/** What is said of it, as a message of the core. */
export const copiedCode = (left: number) =>
  left === 0 ? ("paste_copied" as const) : ("paste_copied_without_pictures" as const);
