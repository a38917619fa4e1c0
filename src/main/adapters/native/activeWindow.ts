import type { ActiveWindow, TargetWindow } from "../../ports/activeWindow.ts";

/** x-win has no event for a change of the active window, so it is asked this often, milliseconds. */
const ASK_EVERY = 10;

/** The part of @miniben90/x-win that is used. */
export interface XWin {
  activeWindowAsync(): Promise<XWinWindow>;
  openWindowsAsync(): Promise<XWinWindow[]>;
}
export interface XWinWindow {
  readonly id: number;
  readonly title: string;
  readonly info: {
    readonly processId: number;
    readonly path: string;
    readonly name: string;
    readonly execName: string;
  };
}

/** Runs a program to its end; rejects when it fails. */
export type Run = (file: string, args: readonly string[]) => Promise<unknown>;

/**
 * Asks the system to bring a program to the front. Neither x-win nor Electron can do that for another program's
 * window, so the system's own scripts do it; they are slow (some 0.3 s) and only the second way: hiding our window
 * gives the keyboard back by itself.
 */
const ACTIVATE: Readonly<
  Record<"win32" | "darwin", (window: TargetWindow, path: string) => [string, string[]]>
> = {
  win32: ({ pid }) => [
    "powershell.exe",
    [
      "-NoProfile",
      "-NonInteractive",
      "-WindowStyle",
      "Hidden",
      "-Command",
      `if (-not (New-Object -ComObject WScript.Shell).AppActivate(${pid})) { exit 1 }`,
    ],
  ],
  darwin: (_window, path) => ["/usr/bin/open", ["-a", path.replace(/(\.app)\/.*$/, "$1")]],
};

/** The active window on Windows and macOS. */
export function createNativeActiveWindow(
  platform: "win32" | "darwin",
  xwin: XWin,
  run: Run,
): ActiveWindow {
  async function current(): Promise<XWinWindow | null> {
    // Rejects when nothing is active (lock screen, desktop just switched).
    const window = await xwin.activeWindowAsync().catch(() => null);
    return window && window.id !== 0 ? window : null;
  }

  return {
    async current() {
      const window = await current();
      return window && asTarget(window);
    },
    async activate(id) {
      const open = await xwin.openWindowsAsync().catch(() => []);
      const window = open.find((each) => String(each.id) === id);
      if (!window) return false;
      const [file, args] = ACTIVATE[platform](asTarget(window), window.info.path);
      // Refused by the system: the window is there all the same, and whoever waits for it will see.
      await run(file, args).catch(() => undefined);
      return true;
    },
    async waitUntilActive(id, timeoutMs) {
      const until = performance.now() + timeoutMs;
      for (;;) {
        const window = await current();
        if (window && String(window.id) === id) return true;
        const left = until - performance.now();
        if (left <= 0) return false;
        await new Promise((resolve) => setTimeout(resolve, Math.min(ASK_EVERY, left)));
      }
    },
    close: async () => undefined,
  };
}

function asTarget({ id, title, info }: XWinWindow): TargetWindow {
  return {
    id: String(id),
    app: programName(info.execName || info.path || info.name),
    title,
    pid: info.processId,
    // x-win reads a program's name whatever its rights, so it cannot tell. The keyboard notices instead: keys that
    // go to a window with higher rights never reach our hook, and `tap` then rejects with paste_elevated.
    elevated: false,
  };
}

/** "C:\Programs\WeChat.exe" and "/Applications/WeChat.app" are "wechat". */
export function programName(path: string): string {
  const last = path.split(/[\\/]/).findLast((part) => part !== "") ?? "";
  return last.replace(/\.(exe|app)$/i, "").toLowerCase();
}
