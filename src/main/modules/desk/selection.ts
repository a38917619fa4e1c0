import { AppError } from "../../../shared/errors.ts";
import type { Stroke } from "../../ports/keyboard.ts";
import type { Desktop } from "../../ports/ports.ts";

/** A program that has something selected puts it on the clipboard within this, milliseconds. */
export const COPIED_WITHIN = 800;
/** How often it is looked whether it has, where that cannot be seen, milliseconds. */
const LOOK_EVERY = 40;
/** Stands on the clipboard until the program's copy takes its place. */
const MARK = " ";

/**
 * What is selected in the window in front, by its own copy command. The clipboard is left as the copy left it;
 * the caller puts back what was there.
 * @param press presses a stroke once the hands are off the keys
 * @throws AppError selection_none when nothing is selected, or what is selected is no text
 */
export async function copySelection(
  { clipboard }: Desktop,
  copyKeys: Stroke,
  press: (stroke: Stroke) => Promise<void>,
): Promise<string> {
  // Whether something was copied shows by our mark going away: the same text copied twice is a copy too.
  const mark = await clipboard.offerText(MARK, { transient: true });
  await press(copyKeys);
  for (const until = performance.now() + COPIED_WITHIN; performance.now() < until;) {
    const end = await mark.settled({
      quietMs: LOOK_EVERY,
      delayMs: LOOK_EVERY,
      timeoutMs: LOOK_EVERY,
    });
    if (end !== "lost") continue;
    const text = (await clipboard.readText()).trim();
    if (text === "") break;
    return text;
  }
  throw new AppError("selection_none");
}
