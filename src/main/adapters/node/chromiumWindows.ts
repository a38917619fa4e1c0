import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../../../shared/errors.ts";
import type { Windows } from "../../ports/windows.ts";
import { type Chromium, startChromium } from "./chromium.ts";

/** Palette size, pixels at 100 %. */
export const PALETTE_SIZE = { width: 640, height: 420 } as const;

/** What a desktop adds: naming our window to the window manager. Null where there is nothing to add. */
export interface PaletteDecorator {
  /** Finds the palette's window, takes its frame off, keeps it above and out of task bars; its handle. */
  adopt(pid: number): Promise<string | null>;
  /** Gives it the keyboard; resolves when it has it. */
  focus(id: string): Promise<void>;
}

interface Options {
  readonly browser: string;
  readonly profile: string;
  readonly paletteUrl: string;
  readonly mainUrl: string;
  readonly decorator: PaletteDecorator | null;
  /** Where the person is told that the palette could not be prepared. */
  readonly failed: (error: unknown) => void;
}

/**
 * The palette as a Chromium app window that is started once and then raised and hidden.
 * `prepared` resolves when the first show will be quick.
 */
export function createChromiumWindows(options: Options): Windows & { prepared: Promise<void> } {
  const { browser, profile, paletteUrl, mainUrl, decorator } = options;
  mkdirSync(profile, { recursive: true });
  let chromium: Chromium | null = null;
  let windowId = 0;
  let session = "";
  let handle: string | null = null;
  let closing = false;
  let starting: Promise<void> | null = null;

  async function start(): Promise<void> {
    const running = startChromium(browser, profile, paletteUrl, PALETTE_SIZE);
    chromium = running;
    void running.gone.then(() => {
      if (chromium === running) chromium = null;
      starting = null;
    });
    const target = await paletteTarget(running);
    const attached = await running.send("Target.attachToTarget", {
      targetId: target,
      flatten: true,
    });
    session = String(attached["sessionId"]);
    const window = await running.send("Browser.getWindowForTarget", { targetId: target });
    windowId = Number(window["windowId"]);
    handle = decorator ? await decorator.adopt(running.process.pid ?? 0) : null;
    await hide(running);
  }

  async function paletteTarget(running: Chromium): Promise<string> {
    const found = new Promise<string>((resolve) => {
      running.on((method, params) => {
        if (method !== "Target.targetCreated" && method !== "Target.targetInfoChanged") return;
        const info = params["targetInfo"] as { targetId: string; type: string; url: string };
        if (info.type === "page" && info.url.includes("/palette.html")) resolve(info.targetId);
      });
    });
    await running.send("Target.setDiscoverTargets", { discover: true });
    return Promise.race([
      found,
      running.gone.then(() => {
        throw new AppError("no_chromium", { url: mainUrl });
      }),
    ]);
  }

  const hide = (running: Chromium): Promise<unknown> =>
    running.send("Browser.setWindowBounds", { windowId, bounds: { windowState: "minimized" } });

  const ready = (): Promise<void> => {
    starting ??= start().catch((error: unknown) => {
      starting = null;
      throw error;
    });
    return starting;
  };

  const prepared = ready().catch((error: unknown) => {
    if (!closing) options.failed(error);
  });

  return {
    prepared,
    paletteId: () => handle,
    async showPalette() {
      await ready();
      if (!chromium) throw new AppError("no_chromium", { url: mainUrl });
      await chromium.send("Browser.setWindowBounds", {
        windowId,
        bounds: { windowState: "normal" },
      });
      await chromium.send("Page.bringToFront", {}, session);
      if (decorator && handle !== null) await decorator.focus(handle);
    },
    async hidePalette() {
      if (chromium) await hide(chromium);
    },
    async showMain() {
      // The same profile: the running browser opens the window and this process ends at once.
      const args = [`--user-data-dir=${profile}`, `--app=${mainUrl}`, "--window-size=1280,820"];
      if (process.getuid?.() === 0) args.push("--no-sandbox", "--test-type");
      spawn(browser, args, { stdio: "ignore", detached: true })
        .on("error", (error) => options.failed(error))
        .unref();
    },
    async close() {
      closing = true;
      await chromium?.close();
    },
  };
}

/** Windows where there is no desktop or no Chromium: nothing can be raised, and that is said. */
export function createNoWindows(reason: () => AppError): Windows {
  return {
    paletteId: () => null,
    showPalette: () => Promise.reject(reason()),
    hidePalette: () => Promise.resolve(),
    showMain: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

/** The browser profile inside the data folder: never the person's own. */
export const profileFolder = (dataFolder: string): string => join(dataFolder, "browser");
