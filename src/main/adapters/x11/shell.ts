import { isAppError } from "../../../shared/errors.ts";
import { PALETTE_SIZE } from "../node/chromiumWindows.ts";
import type { FoundDesktop } from "../node/desktop.ts";
import { createX11Desktop } from "./desktop.ts";

/** How long the browser gets to show its window for the first time, milliseconds. */
const WINDOW_WITHIN = 15_000;
/** How long a raised palette gets to have the keyboard, milliseconds. */
const FOCUS_WITHIN = 1_000;

/** An X11 desktop as the browser shell uses it; no display is an answer, not an error. */
export async function openX11Shell(display: string): Promise<FoundDesktop> {
  try {
    const { clipboard, keyboard, activeWindow, typing, hotkeys, windowTools, close } =
      await createX11Desktop(display);
    return {
      because: null,
      hotkeys,
      desktop: {
        parts: { clipboard, keyboard, activeWindow, typing },
        close,
        decorator: {
          async adopt(pid, title) {
            const window = await windowTools.waitFor({ pid, title }, WINDOW_WITHIN);
            if (!window) return null;
            await windowTools.undecorate(window.id);
            await windowTools.float(window.id);
            await windowTools.centre(window.id, PALETTE_SIZE);
            return window.id;
          },
          async adoptPanel(pid, title) {
            const window = await windowTools.waitFor({ pid, title }, WINDOW_WITHIN);
            if (!window) return null;
            await windowTools.takesKeyboard(window.id, false);
            await windowTools.undecorate(window.id);
            await windowTools.float(window.id);
            return window.id;
          },
          dock: (id, { side, width }) => windowTools.dock(id, side, width),
          async takesKeyboard(id, takes) {
            await windowTools.takesKeyboard(id, takes);
            if (!takes) return;
            await activeWindow.activate(id);
            await activeWindow.waitUntilActive(id, FOCUS_WITHIN);
          },
          async focus(id) {
            if (await activeWindow.waitUntilActive(id, FOCUS_WITHIN / 4)) return;
            await activeWindow.activate(id);
            await activeWindow.waitUntilActive(id, FOCUS_WITHIN);
          },
        },
      },
    };
  } catch (error) {
    if (isAppError(error)) return { desktop: null, hotkeys: null, because: error.code };
    throw error;
  }
}
