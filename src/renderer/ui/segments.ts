import { PHRASE_LIMITS, type PhraseDraft, type Segment } from "../../shared/contract/phrases.ts";
import { splitSuggestion } from "../../shared/rules/gateLength.ts";

/** What stands for a phrase that has pictures and no words; the core writes the same. */
const ONLY_PICTURES = "［图片］";

/** A phrase as a list of pieces; one of a single text has that alone. */
export const piecesOf = ({ body, segments }: Pick<PhraseDraft, "body" | "segments">): Segment[] =>
  segments.length === 0 ? [{ kind: "text", text: body }] : segments;

/** The fields of a phrase made of these pieces. */
export function fieldsOf(pieces: readonly Segment[]): Pick<PhraseDraft, "body" | "segments"> {
  const texts = pieces.flatMap((piece) => (piece.kind === "text" ? [piece.text] : []));
  const pictures = pieces.length - texts.length;
  if (pictures === 0 && texts.length <= 1) return { body: texts[0] ?? "", segments: [] };
  // A text not written yet is a piece on the screen; it is left out when the phrase is saved.
  const words = texts.filter((text) => text !== "").join("\n");
  return { body: words === "" && pictures > 0 ? ONLY_PICTURES : words, segments: [...pieces] };
}

/** Without the texts that nothing was written into. */
export function withoutEmpty(
  fields: Pick<PhraseDraft, "body" | "segments">,
): Pick<PhraseDraft, "body" | "segments"> {
  return fieldsOf(fields.segments.filter((piece) => piece.kind === "picture" || piece.text !== ""));
}

/** Moves a piece; outside the list nothing moves. */
export function moved(pieces: readonly Segment[], from: number, to: number): readonly Segment[] {
  const piece = pieces[from];
  if (!piece || to < 0 || to >= pieces.length) return pieces;
  const rest = pieces.filter((_, at) => at !== from);
  rest.splice(to, 0, piece);
  return rest;
}

/**
 * One text as the several it is best sent in, at the places the length rule suggests; the same list when there is
 * nothing to cut, or no room for another text.
 * @param limit of a bubble, in Chinese characters
 */
export function splitAt(pieces: readonly Segment[], at: number, limit: number): readonly Segment[] {
  const piece = pieces[at];
  if (piece?.kind !== "text") return pieces;
  const parts = splitSuggestion(piece.text, limit, roomFor(pieces));
  if (parts.length < 2) return pieces;
  return pieces.toSpliced(at, 1, ...parts.map((text): Segment => ({ kind: "text", text })));
}

/** How many texts may stand in the place of one. */
function roomFor(pieces: readonly Segment[]): number {
  const texts = pieces.filter(({ kind }) => kind === "text").length;
  return PHRASE_LIMITS.textSegments - texts + 1;
}
