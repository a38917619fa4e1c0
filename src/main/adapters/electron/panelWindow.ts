import type { BrowserWindowConstructorOptions, Rectangle } from "electron";
import type { PanelPlace, Windows } from "../../ports/windows.ts";
import { PAGES } from "./guards.ts";
import type { Window } from "./windows.ts";

interface Options {
  readonly platform: string;
  readonly make: (options: BrowserWindowConstructorOptions) => Window;
  readonly workArea: () => Rectangle;
  /** Hides the window instead of closing it. */
  readonly keep: (window: Window) => void;
  readonly webPreferences: NonNullable<BrowserWindowConstructorOptions["webPreferences"]>;
  /** Linux: tells the X server whether a window, by its number, takes the keyboard. Null where there is none. */
  readonly takesKeyboard: ((id: string, takes: boolean) => Promise<void>) | null;
}

type PanelWindow = Pick<
  Windows,
  "showPanel" | "hidePanel" | "isPanelShown" | "panelTakesKeyboard"
> & { isPanelFocused(): boolean; destroyPanel(): void };

/**
 * The docked panel. Clicked it must not become the active window, or the chat would lose the keyboard at every click:
 * Windows and macOS know such windows ("focusable: false"); on Linux that word means one without a window manager,
 * so there the manager is told over X11 that this window wants no keyboard.
 */
export function createPanelWindow(options: Options): PanelWindow {
  const { platform, make, workArea, keep, takesKeyboard } = options;
  const linux = platform === "linux";
  let panel: { window: Window; loaded: Promise<void> } | null = null;
  let takes = false;

  function open(): { window: Window; loaded: Promise<void> } {
    const window = make({
      show: false,
      frame: false,
      resizable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      focusable: linux,
      title: "快答台",
      // Becomes the key window of a Mac without making us the active program.
      ...(platform === "darwin" ? { type: "panel" } : {}),
      webPreferences: options.webPreferences,
    });
    takes = false;
    keep(window);
    return { window, loaded: window.loadURL(`${PAGES}/panel.html`) };
  }

  async function ready(): Promise<Window> {
    if (panel?.window.isDestroyed()) panel = null;
    panel ??= open();
    try {
      await panel.loaded;
    } catch (error) {
      panel.window.destroy();
      panel = null;
      throw error;
    }
    return panel.window;
  }

  const alive = (): Window | null => (panel && !panel.window.isDestroyed() ? panel.window : null);

  return {
    isPanelShown: () => alive()?.isVisible() ?? false,
    isPanelFocused: () => alive()?.isFocused() ?? false,
    async showPanel(place) {
      const window = await ready();
      window.setBounds(docked(workArea(), place));
      if (window.isVisible()) return;
      if (linux) await takesKeyboard?.(numberOf(window), false);
      window.showInactive();
    },
    async hidePanel() {
      alive()?.hide();
    },
    async panelTakesKeyboard(wanted) {
      const window = alive();
      if (!window) return;
      const changes = wanted !== takes;
      takes = wanted;
      if (changes && linux) await takesKeyboard?.(numberOf(window), wanted);
      else if (changes) {
        // Windows hands the keyboard on when a window that has it lets go.
        if (!wanted && window.isFocused()) window.blur();
        window.setFocusable(wanted);
        // On Windows one that can be focused is put into the task bar.
        window.setSkipTaskbar(true);
      }
      if (wanted) window.focus();
    },
    destroyPanel: () => alive()?.destroy(),
  };
}

/** The window's number as the X server knows it: "window:<number>:0". */
const numberOf = (window: Window): string => window.getMediaSourceId().split(":")[1] ?? "";

function docked({ x, y, width: free, height }: Rectangle, { side, width }: PanelPlace): Rectangle {
  return { x: side === "left" ? x : x + free - width, y, width, height };
}
