import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from "electron";
import type { Windows } from "../../ports/windows.ts";
import { PAGES } from "./guards.ts";
import { createPanelWindow } from "./panelWindow.ts";

/** A window manager that never reports the focus must not leave the palette half open, milliseconds. */
const FOCUS_WITHIN = 1_000;

/** Palette size, pixels at 100 %. */
export const PALETTE_SIZE = { width: 640, height: 420 } as const;

export type Window = Pick<
  BrowserWindow,
  | "show"
  | "showInactive"
  | "setFocusable"
  | "setSkipTaskbar"
  | "getMediaSourceId"
  | "hide"
  | "focus"
  | "blur"
  | "isVisible"
  | "isFocused"
  | "isDestroyed"
  | "isMinimized"
  | "restore"
  | "destroy"
  | "setBounds"
  | "loadURL"
> & {
  on(event: string, listener: (event: { preventDefault(): void }) => void): unknown;
  once(event: string, listener: () => void): unknown;
  off(event: string, listener: () => void): unknown;
};

interface Options {
  readonly platform: string;
  readonly preload: string;
  readonly icon: string;
  readonly make: (options: BrowserWindowConstructorOptions) => Window;
  /** The free part of the screen with the pointer. */
  readonly workArea: () => Rectangle;
  /** macOS: takes the whole program away, which gives the keyboard back to the program before. */
  readonly hideProgram: () => void;
  /** The person went elsewhere while the palette was open. */
  readonly paletteLeft: () => void;
  /** Linux: tells the X server whether a window, by its number, takes the keyboard. Null where there is none. */
  readonly takesKeyboard: ((id: string, takes: boolean) => Promise<void>) | null;
}

/** Our windows. Palette and panel are made once and hidden in between; closing the main window only hides it. */
export function createElectronWindows(options: Options): Windows & { prepare(): Promise<void> } {
  const { platform, make, workArea, hideProgram, paletteLeft } = options;
  const mac = platform === "darwin";
  let main: Window | null = null;
  let palette: { window: Window; loaded: Promise<void> } | null = null;
  let ending = false;
  let mainHadFocus = false;

  const safe = {
    preload: options.preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
  } as const;

  /** Hidden instead of closed, so that hotkeys go on and the next show is quick. */
  function keep(window: Window): void {
    window.on("close", (event) => {
      if (ending) return;
      event.preventDefault();
      window.hide();
    });
  }

  function makePalette(): { window: Window; loaded: Promise<void> } {
    const window = make({
      ...PALETTE_SIZE,
      show: false,
      frame: false,
      resizable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      title: "快答台",
      // A panel takes the keyboard without making us the active program.
      ...(mac ? { type: "panel" } : {}),
      // Keeps the page drawn while hidden: the palette comes up with its list, not blank.
      webPreferences: { ...safe, backgroundThrottling: false },
    });
    keep(window);
    window.on("blur", () => {
      if (window.isVisible()) paletteLeft();
    });
    return { window, loaded: window.loadURL(`${PAGES}/palette.html`) };
  }

  async function readyPalette(): Promise<Window> {
    if (palette?.window.isDestroyed()) palette = null;
    palette ??= makePalette();
    try {
      await palette.loaded;
    } catch (error) {
      palette.window.destroy();
      palette = null;
      throw error;
    }
    return palette.window;
  }

  function makeMain(): Window {
    const window = make({
      width: 1280,
      height: 820,
      minWidth: 880,
      minHeight: 560,
      show: false,
      title: "快答台",
      icon: options.icon,
      webPreferences: safe,
    });
    keep(window);
    return window;
  }

  const { isPanelFocused, destroyPanel, ...panel } = createPanelWindow({
    ...{ platform, make, workArea, keep },
    takesKeyboard: options.takesKeyboard,
    webPreferences: safe,
  });

  return {
    ...panel,
    // Electron knows best which of its own windows has the keyboard.
    isBeside: ({ pid }) =>
      pid === process.pid &&
      (isPanelFocused() ||
        (palette !== null && !palette.window.isDestroyed() && palette.window.isFocused())),
    prepare: async () => void (await readyPalette()),
    paletteId: () => null,
    async showPalette() {
      mainHadFocus = main !== null && !main.isDestroyed() && main.isFocused();
      const window = await readyPalette();
      window.setBounds(placed(workArea()));
      const focused = hasFocus(window);
      window.show();
      window.focus();
      await focused;
    },
    async hidePalette() {
      const window = palette?.window;
      if (!window || window.isDestroyed() || !window.isVisible()) return;
      // Windows hands the keyboard on when a window that has it lets go before it hides.
      if (platform === "win32") window.blur();
      window.hide();
      if (mac && !mainHadFocus) hideProgram();
    },
    async showMain(path) {
      const page = `${PAGES}/index.html${path === undefined ? "" : `#${path}`}`;
      if (main === null || main.isDestroyed()) {
        main = makeMain();
        await main.loadURL(page);
      } else if (path !== undefined) {
        // Only what stands after "#" differs: the page stays as it is and shows the screen.
        await main.loadURL(page);
      }
      if (main.isMinimized()) main.restore();
      main.show();
      main.focus();
    },
    async close() {
      ending = true;
      destroyPanel();
      for (const window of [palette?.window, main])
        if (window && !window.isDestroyed()) window.destroy();
    },
  };
}

/** Resolves when the window has the keyboard, or when it should long have had it. */
function hasFocus(window: Window): Promise<void> {
  if (window.isFocused()) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      window.off("focus", end);
      resolve();
    };
    const timer = setTimeout(end, FOCUS_WITHIN);
    window.once("focus", end);
  });
}

/** Middle of the screen, a little high: below the eyes, above the chat's own input. */
function placed(area: Rectangle): Rectangle {
  const { width, height } = PALETTE_SIZE;
  return {
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + (area.height - height) / 4),
    width,
    height,
  };
}
