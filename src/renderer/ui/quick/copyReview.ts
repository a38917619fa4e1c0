import type { Review } from "../../../shared/contract/review.ts";
import { picturesLeft } from "../../../shared/rules/copying.ts";
import { copyPicture } from "./copyPicture.ts";

/**
 * Puts a script on the clipboard of a page: its words, or of pictures alone the first.
 * @returns how many of its pictures are not there; that has to be said
 * @throws what the browser refuses with; AppError picture_missing
 */
export async function copyReview({ parts }: Review): Promise<number> {
  const said = parts.filter((part) => part.kind === "picture" || part.text.trim() !== "");
  const texts = said.flatMap((part) => (part.kind === "text" ? [part.text] : []));
  const [first] = said;
  if (texts.length === 0 && first?.kind === "picture") await copyPicture(first.picture);
  else await navigator.clipboard.writeText(texts.join("\n"));
  return picturesLeft(said);
}

/** What is said of it, as a message of the core. */
export const copiedCode = (left: number) =>
  left === 0 ? ("paste_copied" as const) : ("paste_copied_without_pictures" as const);
