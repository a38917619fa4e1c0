import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError, isAppError } from "../shared/errors.ts";
import { createNoHotkeys, noDialogs } from "./adapters/node/absent.ts";
import {
  createChromiumWindows,
  createNoWindows,
  profileFolder,
} from "./adapters/node/chromiumWindows.ts";
import { findChromium } from "./adapters/node/chromium.ts";
import { type FoundDesktop, openDesktop } from "./adapters/node/desktop.ts";
import { createImaging } from "./adapters/node/imaging.ts";
import { type InstanceLock, lockInstance } from "./adapters/node/instance.ts";
import { hasScreen, openPages } from "./adapters/node/openPages.ts";
import { createNodeNotifications } from "./adapters/node/notifications.ts";
import { createChromiumPrinting } from "./adapters/node/printing.ts";
import { createFileSettings } from "./adapters/node/settingsStore.ts";
import { createWorkerTransfer } from "./adapters/node/workerTransfer.ts";
import { createCore } from "./core/createCore.ts";
import { prepareDataFolder } from "./database/open.ts";
import { assetFile, pagesFolder, version, workerFile } from "./paths.ts";
import { readStarter } from "./starterFile.ts";
import type { Windows } from "./ports/windows.ts";
import { type HttpTransport, openHttp } from "./transports/http.ts";

export interface ServeOptions {
  readonly dataFolder: string;
  readonly port: number;
  /** Opens the main window when there is a display. */
  readonly open: boolean;
  /** False keeps hotkeys, pasting and the palette window off (tests of the pages). */
  readonly desktop: boolean;
  /** Says what is missing or failed without ending the program. */
  readonly report: (error: unknown) => void;
}

export interface Serving {
  readonly url: string;
  /** "on", or the sentence code that says why not. */
  readonly hotkeys: string;
  close(): Promise<void>;
}

/**
 * Starts the browser shell: the core under plain Node, its pages over loopback, hotkeys and pasting where there
 * is a desktop. @throws AppError instance_running (the other one was asked to show itself), port_taken, database_*
 */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { dataFolder } = options;
  prepareDataFolder(dataFolder);
  let windows: Windows | null = null;
  const got = await lockInstance(dataFolder, () => void windows?.showMain());
  if ("running" in got) throw new AppError("instance_running", { ...got.running });
  const undo: (() => Promise<void>)[] = [() => got.lock.release()];
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step().catch(options.report);
  };
  try {
    return await start(options, got.lock, undo, close, (made) => {
      windows = made;
    });
  } catch (error) {
    await close();
    throw error;
  }
}

async function start(
  { dataFolder, port, open, desktop: wantsDesktop, report }: ServeOptions,
  lock: InstanceLock,
  undo: (() => Promise<void>)[],
  close: () => Promise<void>,
  setWindows: (windows: Windows) => void,
): Promise<Serving> {
  const found: FoundDesktop = wantsDesktop
    ? await openDesktop()
    : { desktop: null, hotkeys: null, because: "no_display" };
  if (found.desktop) undo.push(found.desktop.close);
  const browser = found.desktop ? findChromium() : null;

  // The palette needs the pages' address, the pages need the core, the core needs the palette: it comes last.
  let actual: Windows = createNoWindows(
    () =>
      new AppError(browser ? "no_chromium" : (found.because ?? "no_chromium"), { url: address }),
  );
  let address = "";
  const windows: Windows = {
    showPalette: () => actual.showPalette(),
    hidePalette: () => actual.hidePalette(),
    paletteId: () => actual.paletteId(),
    showPanel: (place) => actual.showPanel(place),
    hidePanel: () => actual.hidePanel(),
    isPanelShown: () => actual.isPanelShown(),
    panelTakesKeyboard: (takes) => actual.panelTakesKeyboard(takes),
    isBeside: (window) => actual.isBeside(window),
    showMain: () => actual.showMain(),
    close: () => actual.close(),
  };
  setWindows(windows);

  const settings = createFileSettings(dataFolder);
  // Uploads and exports are a whole library: for this person only, under a name nobody can guess.
  const temporary = await mkdtemp(join(tmpdir(), "replydeck-"));
  undo.push(() => rm(temporary, { recursive: true, force: true }));
  const core = await createCore({
    dataFolder,
    shell: "browser",
    version: version(),
    temporary,
    starter: readStarter,
    prepared: (name) => JSON.parse(readFileSync(assetFile(`starter/${name}-zh-CN.json`), "utf8")),
    words: (kind) => JSON.parse(readFileSync(assetFile(`gate/${kind}.json`), "utf8")),
    blunt: () => JSON.parse(readFileSync(assetFile("urging/blunt.json"), "utf8")),
    transfer: createWorkerTransfer(workerFile()),
    ports: {
      desktop: found.desktop?.parts ?? null,
      noDesktopBecause: found.desktop ? null : found.because,
      hotkeys: found.hotkeys ?? createNoHotkeys(found.because ?? "no_display"),
      windows,
      notifications: createNodeNotifications(),
      dialogs: noDialogs,
      settings,
      clock: { now: Date.now },
      imaging: createImaging(),
      printing: createChromiumPrinting(),
    },
  });
  undo.push(() => core.close());
  const http = await openAtUsualPort(dataFolder, port, (actual) =>
    openHttp({ core, pages: pagesFolder(), temporary, port: actual }),
  );
  undo.push(() => http.close());
  address = http.entrance();
  lock.describe({ pid: process.pid, url: address });

  if (found.desktop && browser) {
    const chromium = createChromiumWindows({
      browser,
      profile: profileFolder(dataFolder),
      paletteUrl: http.entrance("/palette.html"),
      panelUrl: http.entrance("/panel.html"),
      mainUrl: http.entrance(),
      decorator: found.desktop.decorator,
      failed: report,
    });
    actual = chromium;
    undo.push(() => chromium.close());
    await chromium.prepared;
    if (open) await chromium.showMain();
    if (settings.get().panel.open) await core.call("panel.open", {});
  } else {
    if (found.desktop) report(new AppError("no_chromium", { url: address }));
    if (open && wantsDesktop && hasScreen()) openPages(address, findChromium(), dataFolder);
  }
  const hotkeys = found.hotkeys?.unavailable ?? (found.desktop ? null : found.because);
  return { url: address, hotkeys: hotkeys ?? "on", close };
}

/**
 * A port nobody asked for is the one of last time, where it is free: a browser keeps drafts and pane sizes by
 * address, and a page that is still open finds the program again.
 */
async function openAtUsualPort(
  dataFolder: string,
  wanted: number,
  openAt: (port: number) => Promise<HttpTransport>,
): Promise<HttpTransport> {
  const note = join(dataFolder, "port");
  const usual = wanted === 0 ? Number(await readFile(note, "utf8").catch(() => "0")) : wanted;
  const port = Number.isInteger(usual) && usual > 0 && usual < 65_536 ? usual : 0;
  const http = await openAt(port).catch((error: unknown) => {
    if (wanted === 0 && port !== 0 && isAppError(error)) return openAt(0);
    throw error;
  });
  // Only a convenience: a full disk must not stop the start.
  await writeFile(note, new URL(http.origin).port).catch(() => undefined);
  return http;
}
