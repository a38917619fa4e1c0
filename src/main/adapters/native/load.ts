import { AppError } from "../../../shared/errors.ts";
import type { Robot } from "../keyboard/keyboard.ts";
import type { XWin } from "./activeWindow.ts";
import type { Uiohook } from "./keyHook.ts";

/** The native modules for Windows and macOS. */
export interface NativeModules {
  readonly uiohook: Uiohook;
  readonly robot: Robot;
  readonly xwin: XWin;
}

/**
 * Loads them only where they are used: on X11 nothing native is needed.
 * @throws AppError no_native with what the loader said
 */
export async function loadNative(): Promise<NativeModules> {
  try {
    const [{ uIOhook }, robot, xwin] = await Promise.all([
      import("uiohook-napi"),
      import("@hurdlegroup/robotjs"),
      import("@miniben90/x-win"),
    ]);
    // robotjs is CommonJS without named exports that Node could see.
    const { default: keys } = robot as unknown as { default: Robot };
    const { activeWindowAsync, openWindowsAsync } = xwin;
    return { uiohook: uIOhook, robot: keys, xwin: { activeWindowAsync, openWindowsAsync } };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new AppError("no_native", { detail }, { cause: error });
  }
}

/** Only the keyboard hook. @throws AppError no_native with what the loader said */
export async function loadKeyHook(): Promise<Uiohook> {
  try {
    return (await import("uiohook-napi")).uIOhook;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new AppError("no_native", { detail }, { cause: error });
  }
}
