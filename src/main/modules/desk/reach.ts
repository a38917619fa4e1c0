import { AppError } from "../../../shared/errors.ts";
import type { ActiveWindow, TargetWindow } from "../../ports/activeWindow.ts";
import { pause } from "./pause.ts";

/** The target window must have the keyboard again within this, milliseconds. */
const ACTIVE_WITHIN = 1_500;
/** A window that just got the keyboard tells its text field a moment later, milliseconds. */
const SETTLE = 30;

/** Sees to it that the target of a paste has the keyboard. */
export function createReach(activeWindow: ActiveWindow) {
  /** Asks for the keyboard to go back to the target. @throws AppError paste_target_gone, paste_not_focused */
  async function regain(target: TargetWindow): Promise<void> {
    if (!(await activeWindow.activate(target.id))) throw new AppError("paste_target_gone");
    if (await activeWindow.waitUntilActive(target.id, ACTIVE_WITHIN)) return;
    const stillThere = await activeWindow.activate(target.id);
    throw new AppError(stillThere ? "paste_not_focused" : "paste_target_gone");
  }

  /**
   * The target, once it has the keyboard. `refocus`: a window of ours may have it; `waited`: other pastes came first.
   * @throws AppError paste_no_target, paste_elevated, paste_target_gone, paste_not_focused
   */
  async function reachTarget(
    target: TargetWindow | null,
    { refocus, waited }: { readonly refocus: boolean; readonly waited: boolean },
  ): Promise<TargetWindow> {
    if (!target) throw new AppError("paste_no_target");
    if (target.elevated) throw new AppError("paste_elevated");
    // Asked a moment ago, and asked again before a key is pressed.
    if (!refocus && !waited) return target;
    const now = await activeWindow.current();
    if (now?.id === target.id) return target;
    // Wait for the window manager to hand the keyboard back by itself; ask for it when it does not.
    if (!refocus || !(await activeWindow.waitUntilActive(target.id, ACTIVE_WITHIN / 3)))
      await regain(target);
    await pause(SETTLE);
    return target;
  }

  return { reachTarget, regain };
}
