import { AppError } from "../../../shared/errors.ts";
import type { MessageCode } from "../../../shared/messages/zh-CN.ts";
import type { Hotkeys } from "../../ports/hotkeys.ts";
import type { Dialogs } from "../../ports/dialogs.ts";
import type { Ports } from "../../ports/ports.ts";
import { createNoWindows } from "./chromiumWindows.ts";
import { createImaging } from "./imaging.ts";
import { createChromiumPrinting } from "./printing.ts";
import { createFileSettings } from "./settingsStore.ts";

/** Hotkeys where there are none; `reason` is a sentence code. */
export function createNoHotkeys(reason: string): Hotkeys {
  return {
    unavailable: reason,
    register: async () => ({ code: "unavailable", reason }),
    unregister: async () => undefined,
    close: async () => undefined,
  };
}

/** A browser page picks files itself. */
export const noDialogs: Dialogs = {
  supported: false,
  openFile: async () => null,
  saveFile: async () => null,
};

/** Ports of a core that nobody looks at: no desktop, no windows, no notifications; `because` is said why. */
export function createBarePorts(dataFolder: string, because: MessageCode): Ports {
  return {
    desktop: null,
    noDesktopBecause: because,
    hotkeys: createNoHotkeys(because),
    windows: createNoWindows(() => new AppError(because)),
    notifications: { show: () => undefined },
    dialogs: noDialogs,
    settings: createFileSettings(dataFolder),
    clock: { now: Date.now },
    imaging: createImaging(),
    printing: createChromiumPrinting(),
  };
}
