import { EventEmitter } from "node:events";
import type { BrowserWindowConstructorOptions, Rectangle } from "electron";
import { expect, test } from "vitest";
import { createElectronWindows } from "./windows.ts";

/** A window that gets the focus one turn after it is asked for, as real ones do. */
class FakeWindow extends EventEmitter {
  readonly options: BrowserWindowConstructorOptions;
  readonly done: string[] = [];
  visible = false;
  focused = false;
  destroyed = false;
  minimized = false;
  bounds: Partial<Rectangle> = {};
  failsToLoad = false;

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
  }
  async loadURL(url: string): Promise<void> {
    this.done.push(`load ${url}`);
    if (this.failsToLoad) throw new Error("ERR_FILE_NOT_FOUND");
  }
  show(): void {
    this.done.push("show");
    this.visible = true;
  }
  showInactive(): void {
    this.done.push("show inactive");
    this.visible = true;
  }
  setFocusable(focusable: boolean): void {
    this.done.push(focusable ? "focusable" : "not focusable");
  }
  setSkipTaskbar(skip: boolean): void {
    this.done.push(skip ? "no task bar" : "task bar");
  }
  getMediaSourceId = (): string => "window:77:0";
  focus(): void {
    setImmediate(() => {
      this.focused = true;
      this.emit("focus");
    });
  }
  blur(): void {
    this.done.push("blur");
    this.loseFocus();
  }
  loseFocus(): void {
    if (!this.focused) return;
    this.focused = false;
    this.emit("blur");
  }
  hide(): void {
    this.done.push("hide");
    this.visible = false;
    this.loseFocus();
  }
  restore(): void {
    this.minimized = false;
  }
  destroy(): void {
    this.destroyed = true;
  }
  setBounds(bounds: Partial<Rectangle>): void {
    this.bounds = bounds;
  }
  isVisible = (): boolean => this.visible;
  isFocused = (): boolean => this.focused;
  isDestroyed = (): boolean => this.destroyed;
  isMinimized = (): boolean => this.minimized;
  /** The person presses the close button; true when the window stays. */
  pressClose(): boolean {
    let kept = false;
    this.emit("close", { preventDefault: () => (kept = true) });
    return kept;
  }
}

function ready(platform = "win32", failsToLoad = false) {
  const made: FakeWindow[] = [];
  const told: string[] = [];
  const windows = createElectronWindows({
    platform,
    preload: "/out/preload/index.cjs",
    icon: "/icon.png",
    make: (options) => {
      const window = new FakeWindow(options);
      window.failsToLoad = failsToLoad;
      made.push(window);
      return window;
    },
    workArea: () => ({ x: 1000, y: 100, width: 1640, height: 820 }),
    hideProgram: () => told.push("hide program"),
    paletteLeft: () => told.push("left"),
    takesKeyboard: async (id, takes) => void told.push(`x11 ${id} ${takes ? "takes" : "refuses"}`),
  });
  return { made, told, windows };
}

test("windows are sandboxed and isolated, and the palette is above everything", async () => {
  const { made, windows } = ready();
  await windows.showMain();
  await windows.showPalette();
  for (const { options } of made) {
    expect(options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      preload: "/out/preload/index.cjs",
    });
    expect(options.show).toBe(false);
  }
  expect(made.map((window) => window.done[0])).toEqual([
    "load app://replydeck/index.html",
    "load app://replydeck/palette.html",
  ]);
  expect(made[1]?.options).toMatchObject({
    frame: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    width: 640,
    height: 420,
  });
  expect(made[1]?.options.type).toBeUndefined();
  expect(ready("darwin").windows.paletteId()).toBeNull();
});

test("the main window shows the screen it is asked for, in the page that is there already", async () => {
  const { made, windows } = ready();
  await windows.showMain("/offshift");
  await windows.showMain();
  await windows.showMain("/promises");
  expect(made).toHaveLength(1);
  expect(made[0]?.done.filter((each) => each.startsWith("load"))).toEqual([
    "load app://replydeck/index.html#/offshift",
    "load app://replydeck/index.html#/promises",
  ]);
});

test("the palette resolves when it has the keyboard, on the screen of the pointer", async () => {
  const { made, windows } = ready();
  await windows.showPalette();
  expect(made[0]).toMatchObject({ visible: true, focused: true });
  expect(made[0]?.bounds).toEqual({ x: 1500, y: 200, width: 640, height: 420 });
});

test("the palette is made once, hidden in between, and lets the keyboard go before it hides", async () => {
  const { made, told, windows } = ready();
  await windows.prepare();
  expect(made[0]?.visible).toBe(false);
  await windows.showPalette();
  await windows.hidePalette();
  await windows.hidePalette();
  await windows.showPalette();
  expect(made).toHaveLength(1);
  expect(made[0]?.done.slice(1)).toEqual(["show", "blur", "hide", "show"]);
  expect(told).toEqual(["left"]);
});

test("on a Mac the palette is a panel, and the program before gets the keyboard back", async () => {
  const { made, told, windows } = ready("darwin");
  await windows.showPalette();
  expect(made[0]?.options.type).toBe("panel");
  await windows.hidePalette();
  expect(told).toEqual(["hide program"]);
});

test("on a Mac our main window stays when the palette was opened over it", async () => {
  const { made, told, windows } = ready("darwin");
  await windows.showMain();
  made[0]!.focused = true;
  await windows.showPalette();
  await windows.hidePalette();
  expect(told).toEqual([]);
});

test("going elsewhere is told while the palette is up, not while it is hidden", async () => {
  const { made, told, windows } = ready("linux");
  await windows.showPalette();
  made[0]?.loseFocus();
  expect(told).toEqual(["left"]);
  await windows.hidePalette();
  expect(told).toEqual(["left"]);
});

test("closing only hides, until the program ends", async () => {
  const { made, windows } = ready();
  await windows.showMain();
  expect(made[0]?.pressClose()).toBe(true);
  expect(made[0]?.visible).toBe(false);
  made[0]!.minimized = true;
  await windows.showMain();
  expect(made).toHaveLength(1);
  expect(made[0]).toMatchObject({ visible: true, minimized: false });
  await windows.close();
  expect(made[0]?.pressClose()).toBe(false);
  expect(made[0]?.destroyed).toBe(true);
});

test("a palette whose page does not load rejects, and is made anew the next time", async () => {
  const { made, windows } = ready("win32", true);
  await expect(windows.showPalette()).rejects.toThrow("ERR_FILE_NOT_FOUND");
  await expect(windows.showPalette()).rejects.toThrow();
  expect(made.map((window) => window.destroyed)).toEqual([true, true]);
});

const AT_RIGHT = { side: "right", width: 300 } as const;
const windowOf = (pid: number) => ({ id: "1", app: "x", title: "x", pid, elevated: false });

test.each(["win32", "darwin"])(
  "the panel stands at its edge and takes no keyboard (%s)",
  async (platform) => {
    const { made, windows } = ready(platform);
    expect(windows.isPanelShown()).toBe(false);
    await windows.showPanel(AT_RIGHT);
    const [panel] = made;
    expect(panel?.options).toMatchObject({
      ...{ frame: false, alwaysOnTop: true, skipTaskbar: true, focusable: false, show: false },
    });
    expect(panel?.options.webPreferences).toMatchObject({ sandbox: true, contextIsolation: true });
    expect(panel?.done).toEqual(["load app://replydeck/panel.html", "show inactive"]);
    expect(panel?.bounds).toEqual({ x: 2340, y: 100, width: 300, height: 820 });
    expect(panel?.focused).toBe(false);
    expect(windows.isPanelShown()).toBe(true);
    await windows.showPanel({ side: "left", width: 320 });
    expect(panel?.bounds).toEqual({ x: 1000, y: 100, width: 320, height: 820 });
    expect(panel?.done).toHaveLength(2);
    await windows.hidePanel();
    expect(windows.isPanelShown()).toBe(false);
  },
);

test("the panel has the keyboard only while one of its fields wants it", async () => {
  const { made, windows } = ready("win32");
  await windows.showPanel(AT_RIGHT);
  const [panel] = made;
  panel!.done.length = 0;
  expect(windows.isBeside(windowOf(process.pid))).toBe(false);
  await windows.panelTakesKeyboard(true);
  await new Promise((done) => setImmediate(done));
  expect(panel).toMatchObject({ focused: true, done: ["focusable", "no task bar"] });
  expect(windows.isBeside(windowOf(process.pid))).toBe(true);
  expect(windows.isBeside(windowOf(process.pid + 1))).toBe(false);
  await windows.panelTakesKeyboard(false);
  await windows.panelTakesKeyboard(false);
  expect(panel?.done.slice(2)).toEqual(["blur", "not focusable", "no task bar"]);
});

test("on Linux the X server is told that the panel takes no keyboard", async () => {
  const { made, told, windows } = ready("linux");
  await windows.showPanel(AT_RIGHT);
  expect(made[0]?.options.focusable).toBe(true);
  expect(told).toEqual(["x11 77 refuses"]);
  await windows.panelTakesKeyboard(true);
  await windows.panelTakesKeyboard(false);
  expect(told.slice(1)).toEqual(["x11 77 takes", "x11 77 refuses"]);
  expect(made[0]?.done).not.toContain("not focusable");
});

test("a panel that was closed only hides; one whose page crashed is made anew", async () => {
  const { made, windows } = ready();
  await windows.showPanel(AT_RIGHT);
  expect(made[0]?.pressClose()).toBe(true);
  expect(windows.isPanelShown()).toBe(false);
  made[0]!.destroy();
  await windows.showPanel(AT_RIGHT);
  expect(made).toHaveLength(2);
  await windows.close();
  expect(made[1]?.destroyed).toBe(true);
});
