import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { isAppError } from "../../../shared/errors.ts";
import type { MessageCode } from "../../../shared/messages/zh-CN.ts";
import type { Hotkeys } from "../../ports/hotkeys.ts";
import type { Desktop } from "../../ports/ports.ts";
import { createKeyboard } from "../keyboard/keyboard.ts";
import { createNativeActiveWindow, type Run } from "../native/activeWindow.ts";
import { createTyping } from "../native/typing.ts";
import { createKeyHook, type KeyHook } from "../native/keyHook.ts";
import { loadNative } from "../native/load.ts";
import { createX11Desktop } from "../x11/desktop.ts";
import { createElectronClipboard, type ElectronClipboard, type ItemContent } from "./clipboard.ts";
import { createElectronHotkeys, createNoHotkeys } from "./hotkeys.ts";

/** What this machine lets us do, and the reason where it lets us do nothing. */
export interface ElectronDesktop {
  readonly desktop: Desktop | null;
  readonly because: MessageCode | null;
  readonly hotkeys: Hotkeys;
  /** X11: whether a window, by its number, takes the keyboard. Null elsewhere. */
  readonly takesKeyboard: ((id: string, takes: boolean) => Promise<void>) | null;
  close(): Promise<void>;
}

/** The objects of Electron that are needed. */
export interface ElectronParts {
  readonly clipboard: ElectronClipboard;
  readonly write: (content: ItemContent) => Promise<void>;
  readonly shortcuts: Parameters<typeof createElectronHotkeys>[0];
  /** macOS: whether the person allowed us to press keys; `ask` lets the system ask them. */
  readonly trusted: (ask: boolean) => boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

const none = (because: MessageCode, hotkeys = createNoHotkeys(because)): ElectronDesktop => ({
  desktop: null,
  because,
  hotkeys,
  takesKeyboard: null,
  close: async () => undefined,
});

/** Opens what is needed to paste into other programs; never rejects for a machine that has none. */
export async function openElectronDesktop(
  parts: ElectronParts,
  platform: string = process.platform,
  env: Environment = process.env,
): Promise<ElectronDesktop> {
  if (platform === "win32" || platform === "darwin") return openNative(parts, platform);
  if (platform !== "linux") return none("no_display");
  if (env["XDG_SESSION_TYPE"] === "wayland" || env["WAYLAND_DISPLAY"]) return none("wayland");
  if (!env["DISPLAY"]) return none("no_display");
  try {
    const { hotkeys, close, windowTools, ...desktop } = await createX11Desktop(env["DISPLAY"]);
    const { takesKeyboard } = windowTools;
    return { desktop, because: null, hotkeys, takesKeyboard, close };
  } catch (error) {
    if (isAppError(error)) return none(error.code);
    throw error;
  }
}

async function openNative(
  parts: ElectronParts,
  platform: "win32" | "darwin",
): Promise<ElectronDesktop> {
  const { clipboard, write, shortcuts } = parts;
  try {
    const { uiohook, robot, xwin } = await loadNative();
    const hook = createKeyHook(uiohook);
    const allowed = permission(platform, parts.trusted);
    // Started now where it may be, so that keys already down at the first paste are known.
    if (parts.trusted(false)) hook.start();
    const keyboard = createKeyboard({ platform, robot, hook, allowed });
    const activeWindow = createNativeActiveWindow(platform, xwin, run);
    return {
      desktop: {
        clipboard: createElectronClipboard({ platform, clipboard, write, run }),
        keyboard,
        activeWindow,
        typing: createTyping(async () => hook),
      },
      because: null,
      hotkeys: createElectronHotkeys(shortcuts, hook),
      takesKeyboard: null,
      close: () => keyboard.close(),
    };
  } catch (error) {
    // Electron's own shortcuts work without our native modules: the palette still comes up, and a choice is copied.
    if (isAppError(error)) return none(error.code, createElectronHotkeys(shortcuts, silentHook));
    throw error;
  }
}

/** Asks the person through the system the first time a paste needs it, and only looks from then on. */
function permission(platform: string, trusted: (ask: boolean) => boolean): () => boolean {
  if (platform !== "darwin") return () => true;
  let asked = false;
  return () => {
    const allowed = trusted(!asked);
    asked = true;
    return allowed;
  };
}

const silentHook: Pick<KeyHook, "on" | "running"> = { running: false, on: () => () => undefined };

const runFile = promisify(execFile);
const run: Run = (file, args) => runFile(file, [...args], { timeout: 3_000, windowsHide: true });
