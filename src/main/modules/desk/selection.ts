import { AppError } from "../../../shared/errors.ts";
import type { Stroke } from "../../ports/keyboard.ts";
import type { Desktop } from "../../ports/ports.ts";

/** A program that has something selected puts it on the clipboard within this, milliseconds. */
export const COPIED_WITHIN = 800;
/** How often it is looked whether it has, where that cannot be seen, milliseconds. */
const LOOK_EVERY = 40;
/** Stands on the clipboard until the program's copy takes its place. */
const MARK = " ";

type Clipboards = Pick<Desktop, "clipboard">;
type Press = (strokes: Stroke | readonly Stroke[]) => Promise<void>;

/**
 * What a program puts on the clipboard at these strokes; null when that is nothing or no text. The clipboard is left as
 * the copy left it; the caller puts back what was there.
 * @param press presses strokes once the hands are off the keys
 */
async function copied(
  { clipboard }: Clipboards,
  strokes: Stroke | readonly Stroke[],
  press: Press,
): Promise<string | null> {
  // Whether something was copied shows by our mark going away: the same text copied twice is a copy too.
  const mark = await clipboard.offerText(MARK, { transient: true });
  await press(strokes);
  for (const until = performance.now() + COPIED_WITHIN; performance.now() < until;) {
    const end = await mark.settled({
      quietMs: LOOK_EVERY,
      delayMs: LOOK_EVERY,
      timeoutMs: LOOK_EVERY,
    });
    if (end === "lost") return clipboard.readText();
  }
  return null;
}

/** What is selected in the window in front. @throws AppError selection_none */
export async function copySelection(
  desktop: Clipboards,
  copyKeys: Stroke,
  press: Press,
): Promise<string> {
  const text = (await copied(desktop, copyKeys, press))?.trim() ?? "";
  if (text === "") throw new AppError("selection_none");
  return text;
}

/** Editable pages write a space at the end of a line as one that does not break; Caps Lock is not known. */
const plain = (text: string | null): string => (text ?? "").replaceAll("\u00A0", " ").toLowerCase();

/** Text right before the caret that is to make way. */
export interface TypedText {
  readonly text: string;
  readonly copyKeys: Stroke;
  /** False once the person has pressed a key since the text was typed. @param ours strokes we pressed meanwhile */
  readonly untouched: (ours: readonly Stroke[]) => boolean;
}

/** Selects as many characters before the caret as the text has. */
export const selecting = ({ text }: Pick<TypedText, "text">): Stroke[] =>
  Array.from(text, () => "Shift+Left" as const);

/** Selects, copies and lets go again. */
export const lookingAt = (typed: Pick<TypedText, "text" | "copyKeys">): Stroke[] => [
  ...selecting(typed),
  typed.copyKeys,
  "Right",
];

/**
 * True when this text is right before the caret. What a program made of the keys is looked at, not guessed: an input
 * method that composed something else, a field that shows dots, a caret that was moved. Selected, copied and let go in
 * one go, so that nothing is selected while we wait for the copy: a key typed meanwhile would take its place.
 */
export async function isBeforeCaret(
  desktop: Clipboards,
  typed: TypedText,
  press: Press,
): Promise<boolean> {
  const strokes = lookingAt(typed);
  const found = await copied(desktop, strokes, press);
  return plain(found) === plain(typed.text) && typed.untouched(strokes);
}
