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
type Press = (stroke: Stroke) => Promise<void>;

/**
 * What is selected in the window in front, by its own copy command; null when nothing is selected or it is no text.
 * The clipboard is left as the copy left it; the caller puts back what was there.
 * @param press presses a stroke once the hands are off the keys
 */
async function copied(
  { clipboard }: Clipboards,
  copyKeys: Stroke,
  press: Press,
): Promise<string | null> {
  // Whether something was copied shows by our mark going away: the same text copied twice is a copy too.
  const mark = await clipboard.offerText(MARK, { transient: true });
  await press(copyKeys);
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

/**
 * Selects the text right before the caret, if it is this one, so that a paste takes its place. What a program made
 * of the keys is looked at, not guessed: an input method that composed something else, a field that shows dots, a
 * caret that was moved meanwhile: then the selection is given up and it gives false.
 */
export async function selectTyped(
  desktop: Clipboards,
  { text, copyKeys }: { readonly text: string; readonly copyKeys: Stroke },
  press: Press,
): Promise<boolean> {
  for (const _ of text) await press("Shift+Left");
  if (plain(await copied(desktop, copyKeys, press)) === plain(text)) return true;
  // Back to where the caret was.
  await press("Right");
  return false;
}
