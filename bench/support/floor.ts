import type { TestDesktop, TextTarget } from "../../test/support/desktop.ts";
import { alignClock, type Hand } from "./hand.ts";
import { type Target, TARGETS } from "./pasteReport.ts";

const WARM_UP = 2;
const WITHIN_MS = 1_000;

/**
 * The target's own share of a paste: the text stands on the clipboard already, its owner is written in C (xclip), and
 * Ctrl+V is pressed by hand. Milliseconds from the press to the text, so many of each target. To be taken between the
 * measured pastes: what else the machine does counts for both.
 */
export async function measureFloor(
  {
    desktop,
    hand,
    targets,
  }: {
    readonly desktop: TestDesktop;
    readonly hand: Hand;
    readonly targets: Readonly<Record<Target, TextTarget>>;
  },
  text: string,
  count: number,
): Promise<Record<Target, number[]>> {
  await desktop.exec("sh", ["-c", "xclip -selection clipboard -in >/dev/null 2>&1"], text);
  const times: Record<Target, number[]> = { gtk: [], chromium: [] };
  for (const target of TARGETS) {
    const field = targets[target];
    for (let index = -WARM_UP; index < count; index += 1) {
      await field.clear();
      await field.focus();
      const coming = field.waitForText(text, WITHIN_MS).catch(() => null);
      await field.read();
      alignClock();
      const pressedAt = await hand.paste();
      const arrivedAt = await coming;
      if (index >= 0 && arrivedAt !== null) times[target].push(arrivedAt - pressedAt);
    }
  }
  return times;
}
