import type { MessageCode } from "../../../shared/messages/zh-CN.ts";
import type { Hotkeys } from "../../ports/hotkeys.ts";
import type { Desktop } from "../../ports/ports.ts";
import type { WindowDecorator } from "./chromiumWindows.ts";

/** The desktop of this machine as the browser shell uses it, or why there is none. */
export type FoundDesktop =
  | {
      readonly desktop: {
        readonly parts: Desktop;
        readonly decorator: WindowDecorator | null;
        close(): Promise<void>;
      };
      readonly hotkeys: Hotkeys;
      readonly because: null;
    }
  | { readonly desktop: null; readonly hotkeys: null; readonly because: MessageCode };

type Opener = (env: Readonly<Record<string, string | undefined>>) => Promise<FoundDesktop>;

const none = (because: MessageCode): FoundDesktop => ({ desktop: null, hotkeys: null, because });

const openers: Readonly<Record<string, Opener>> = {
  async linux(env) {
    if (!env["DISPLAY"]) return none(env["WAYLAND_DISPLAY"] ? "wayland" : "no_display");
    const { openX11Shell } = await import("../x11/shell.ts");
    return openX11Shell(env["DISPLAY"]);
  },
  async win32() {
    const { openNativeShell } = await import("../native/shell.ts");
    return openNativeShell("win32");
  },
  async darwin() {
    const { openNativeShell } = await import("../native/shell.ts");
    return openNativeShell("darwin");
  },
};

/** Opens what is needed to paste into other programs; never rejects for a machine that has none. */
export async function openDesktop(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
): Promise<FoundDesktop> {
  const opener = openers[platform];
  return opener ? opener(env) : none("no_display");
}
