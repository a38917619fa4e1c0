import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../../../shared/errors.ts";
import type { Windows } from "../../ports/windows.ts";
import { startChromium } from "./chromium.ts";
import { untilPageIs, watchPages } from "./chromiumPages.ts";
import { type Browser, createChromiumPanel, type PanelDecorator } from "./chromiumPanel.ts";

/** Palette size, pixels at 100 %. */
export const PALETTE_SIZE = { width: 640, height: 420 } as const;

/** Title of palette.html: the main window belongs to the same process. */
const PALETTE_TITLE = "快答台 快捷面板";

/** First size of the main window, pixels at 100 %. */
const MAIN_SIZE = { width: 1180, height: 740 } as const;

/** How long the browser gets to start, milliseconds; a program that is no browser never answers. */
const START_WITHIN = 20_000;

/** How long the first hiding is waited for, milliseconds: a window manager may know no hidden windows. */
const HIDDEN_WITHIN = 1_000;

/** What a desktop adds: naming our windows to the window manager. Null where there is nothing to add. */
export interface WindowDecorator extends PanelDecorator {
  /** Finds the palette's window, takes its frame off, keeps it above and out of task bars; its handle. */
  adopt(pid: number, title: string): Promise<string | null>;
  /** Gives it the keyboard; resolves when it has it. */
  focus(id: string): Promise<void>;
}

interface Options {
  readonly browser: string;
  readonly profile: string;
  readonly paletteUrl: string;
  readonly panelUrl: string;
  readonly mainUrl: string;
  readonly decorator: WindowDecorator | null;
  /** Where the person is told that the palette could not be prepared. */
  readonly failed: (error: unknown) => void;
}

interface PaletteWindow {
  readonly target: string;
  readonly windowId: number;
  readonly session: string;
  readonly handle: string | null;
}

/**
 * The palette as a Chromium app window that is started once and then raised and hidden.
 * `prepared` resolves when the first show will be quick.
 */
export function createChromiumWindows(options: Options): Windows & { prepared: Promise<void> } {
  const { browser, profile, paletteUrl, panelUrl, mainUrl, decorator } = options;
  mkdirSync(profile, { recursive: true });
  let starting: Promise<Browser> | null = null;
  let palette: PaletteWindow | null = null;
  let closing = false;

  const run = (): Promise<Browser> => {
    starting ??= start().catch((error: unknown) => {
      starting = null;
      throw error;
    });
    return starting;
  };

  async function start(): Promise<Browser> {
    const chromium = startChromium(browser, profile, paletteUrl, PALETTE_SIZE);
    void chromium.gone.then(() => {
      starting = null;
      palette = null;
    });
    const tooLong = setTimeout(() => chromium.process.kill("SIGKILL"), START_WITHIN);
    try {
      const pages = await watchPages(chromium, new URL(mainUrl).origin);
      const running = { chromium, pages };
      palette = await adopt(running);
      await minimise(running, palette);
      // The browser says so before the window is gone; until it is, keys meant for others go into it.
      await untilPageIs("hidden", chromium, palette.session, HIDDEN_WITHIN);
      return running;
    } catch (cause) {
      chromium.process.kill();
      // Whatever the browser said or did not say: without its window there is no palette.
      throw closing ? cause : new AppError("no_chromium", { url: mainUrl }, { cause });
    } finally {
      clearTimeout(tooLong);
    }
  }

  /** Waits for the palette's page and takes its window over. */
  async function adopt({ chromium, pages }: Browser): Promise<PaletteWindow> {
    const target = await pages.wait("palette", START_WITHIN);
    if (target === null) throw new AppError("no_chromium", { url: mainUrl });
    const attached = await chromium.send("Target.attachToTarget", {
      targetId: target,
      flatten: true,
    });
    const session = String(attached["sessionId"]);
    // A window can be raised before its page is there, and the first keys would be lost.
    await untilPageIs("typable", chromium, session, START_WITHIN);
    const found = await chromium.send("Browser.getWindowForTarget", { targetId: target });
    return {
      target,
      windowId: Number(found["windowId"]),
      session,
      handle: decorator ? await decorator.adopt(chromium.process.pid ?? 0, PALETTE_TITLE) : null,
    };
  }

  const minimise = ({ chromium }: Browser, { windowId }: PaletteWindow): Promise<unknown> =>
    chromium.send("Browser.setWindowBounds", { windowId, bounds: { windowState: "minimized" } });

  /** The same profile: the running browser opens the window and this process ends at once. */
  function openWindow(url: string, { width, height }: { width: number; height: number }): void {
    const args = [`--user-data-dir=${profile}`, `--app=${url}`, `--window-size=${width},${height}`];
    // Chromium's sandbox refuses to start as root.
    if (process.getuid?.() === 0) args.push("--no-sandbox", "--test-type");
    spawn(browser, args, { stdio: "ignore", detached: true })
      .on("error", (error) => options.failed(error))
      .unref();
  }

  /** A palette whose window the person closed is opened anew. */
  async function paletteOf(running: Browser): Promise<PaletteWindow> {
    if (palette && running.pages.find("palette") === palette.target) return palette;
    openWindow(paletteUrl, PALETTE_SIZE);
    palette = await adopt(running);
    return palette;
  }

  const prepared = run().then(
    () => undefined,
    (error: unknown) => {
      if (!closing) options.failed(error);
    },
  );

  const { isPanel, ...panel } = createChromiumPanel({ url: panelUrl, decorator, run, openWindow });

  return {
    prepared,
    ...panel,
    paletteId: () => palette?.handle ?? null,
    isBeside: (window) => window.id === palette?.handle || isPanel(window),
    async showPalette() {
      const running = await run();
      const { windowId, session, handle } = await paletteOf(running);
      const { chromium } = running;
      const bounds = { windowState: "normal" };
      await chromium.send("Browser.setWindowBounds", { windowId, bounds });
      await chromium.send("Page.bringToFront", {}, session);
      if (decorator && handle !== null) await decorator.focus(handle);
    },
    async hidePalette() {
      if (!palette || !starting) return;
      const running = await starting;
      // Closed by the person: as hidden as can be.
      if (running.pages.find("palette") === palette.target) await minimise(running, palette);
    },
    async showMain() {
      const running = await run();
      const { chromium, pages } = running;
      const there = pages.find("main");
      if (there === null) openWindow(mainUrl, MAIN_SIZE);
      const target = there ?? (await pages.wait("main", START_WITHIN));
      if (target === null) return;
      const { windowId } = await chromium.send("Browser.getWindowForTarget", { targetId: target });
      const set = (bounds: object): Promise<unknown> =>
        chromium.send("Browser.setWindowBounds", { windowId, bounds });
      await set({ windowState: "normal" });
      // A new app window takes the size of the one before it, which is the palette's.
      if (there === null) await set(MAIN_SIZE);
      await chromium.send("Target.activateTarget", { targetId: target });
    },
    async close() {
      closing = true;
      const running = await starting?.catch(() => null);
      await running?.chromium.close();
    },
  };
}

/** Windows where there is no desktop or no Chromium: nothing can be raised, and that is said. */
export function createNoWindows(reason: () => AppError): Windows {
  return {
    paletteId: () => null,
    showPalette: () => Promise.reject(reason()),
    hidePalette: () => Promise.resolve(),
    showPanel: () => Promise.reject(reason()),
    hidePanel: () => Promise.resolve(),
    isPanelShown: () => false,
    panelTakesKeyboard: () => Promise.resolve(),
    isBeside: () => false,
    showMain: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

/** The browser profile inside the data folder: never the person's own. */
export const profileFolder = (dataFolder: string): string => join(dataFolder, "browser");
