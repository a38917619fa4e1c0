import type { ActiveWindow } from "../../ports/activeWindow.ts";
import type { Clipboard } from "../../ports/clipboard.ts";
import type { Hotkeys } from "../../ports/hotkeys.ts";
import type { Keyboard } from "../../ports/keyboard.ts";
import type { Typing } from "../../ports/typing.ts";
import { createKeyHook, type KeyHook } from "../native/keyHook.ts";
import { loadKeyHook } from "../native/load.ts";
import { createTyping } from "../native/typing.ts";
import { createX11ActiveWindow } from "./activeWindow.ts";
import { createX11Clipboard } from "./clipboard.ts";
import { openX11 } from "./connection.ts";
import { createWindowTools } from "./decorate.ts";
import type { WindowTools } from "./decorate.ts";
import { createX11Hotkeys } from "./hotkeys.ts";
import { createX11Keyboard } from "./keyboard.ts";
import { watchKeymap } from "./keymap.ts";

/** Every adapter of an X11 desktop, over one connection. */
export interface X11Desktop {
  readonly clipboard: Clipboard;
  readonly keyboard: Keyboard;
  readonly activeWindow: ActiveWindow;
  readonly typing: Typing;
  readonly hotkeys: Hotkeys;
  readonly windowTools: WindowTools;
  /** Resolves when the X server is gone or the desktop was closed. */
  readonly closed: Promise<void>;
  /** Gives hotkeys and clipboard back and ends the connection. */
  close(): Promise<void>;
}

/**
 * Connects to the X server (`display`, else DISPLAY).
 * Rejects with AppError "no_display", or "no_native" when the server cannot press keys.
 */
export async function createX11Desktop(display?: string): Promise<X11Desktop> {
  const conn = await openX11(display);
  try {
    const keymaps = await watchKeymap(conn);
    const clipboard = await createX11Clipboard(conn);
    const keyboard = await createX11Keyboard(conn, keymaps);
    const activeWindow = await createX11ActiveWindow(conn);
    const hotkeys = await createX11Hotkeys(conn, keymaps);
    const windowTools = await createWindowTools(conn);
    // A passive look at every key is the one thing asked of a native module here, and only when it is wanted.
    let hook: KeyHook | null = null;
    const typing = createTyping(async () => (hook ??= createKeyHook(await loadKeyHook())));
    return {
      clipboard,
      keyboard,
      typing,
      activeWindow,
      hotkeys,
      windowTools,
      closed: conn.closed,
      close: async () => {
        hook?.stop();
        await hotkeys.close();
        await clipboard.close();
        await keyboard.close();
        await activeWindow.close();
        await windowTools.close();
        keymaps.end();
        await conn.close();
      },
    };
  } catch (error) {
    await conn.close();
    throw error;
  }
}
