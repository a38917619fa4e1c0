import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  app,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  nativeImage,
  net,
  Notification,
  protocol,
  screen,
  session,
  systemPreferences,
  Tray,
} from "electron";
import ElectronStore from "electron-store";
import type { CampaignStatus } from "../shared/contract/campaigns.ts";
import type { EventPayload, Output } from "../shared/contract/index.ts";
import { isAppError } from "../shared/errors.ts";
import { say } from "../shared/rules/say.ts";
import { openElectronDesktop } from "./adapters/electron/desktop.ts";
import { createElectronDialogs } from "./adapters/electron/dialogs.ts";
import { guardContents, guardPermissions, isOurPage, SCHEME } from "./adapters/electron/guards.ts";
import { createLeaving } from "./adapters/electron/leaving.ts";
import { createElectronNotifications } from "./adapters/electron/notifications.ts";
import { createElectronSettings } from "./adapters/electron/settingsStore.ts";
import { createElectronPrinting } from "./adapters/electron/printing.ts";
import { createTray, menuBar } from "./adapters/electron/tray.ts";
import { createElectronWindows } from "./adapters/electron/windows.ts";
import { shellLocale, shellWords } from "./adapters/electron/words.ts";
import { dataFolder } from "./adapters/node/dataFolder.ts";
import { createImaging } from "./adapters/node/imaging.ts";
import { lockInstance } from "./adapters/node/instance.ts";
import { createWorkerTransfer } from "./adapters/node/workerTransfer.ts";
import { createCore } from "./core/createCore.ts";
import { prepareDataFolder } from "./database/open.ts";
import { assetFile, pagesFolder, workerFile } from "./paths.ts";
import { readStarter } from "./starterFile.ts";
import type { Core } from "./core/types.ts";
import { createPageResponder } from "./transports/appProtocol.ts";
import { openIpc } from "./transports/ipc.ts";

// Packaged, the program is the first word; otherwise Electron is, and our script the second.
const args = process.argv.slice(app.isPackaged ? 1 : 2);
// Not strict: Chromium's own switches are among them.
const { values } = parseArgs({ args, options: { data: { type: "string" } }, strict: false });
const folder = dataFolder(typeof values["data"] === "string" ? values["data"] : undefined);
const { platform } = process;
const mac = platform === "darwin";

// Before anything else of Electron reads them: one instance per data folder, Chromium's own files apart from ours.
app.setPath("userData", folder);
app.setPath("sessionData", join(folder, "chromium"));
app.setAppUserModelId("cn.replydeck.desktop");
protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

const words = (chosen: Parameters<typeof shellLocale>[0]) =>
  shellWords[shellLocale(chosen, app.getLocale())];

/** Says in a window why there is no program, and ends. */
function giveUp(error: unknown): void {
  console.error(error);
  const locale = shellLocale(null, app.getLocale());
  const detail = error instanceof Error ? error.message : String(error);
  const sentence = isAppError(error)
    ? say(locale, error.code, error.params)
    : say(locale, "unexpected", { detail });
  dialog.showErrorBox(shellWords[locale].startFailed, sentence);
  app.exit(1);
}

const trayImage = () => {
  // "Template" in the name lets macOS draw it in the menu bar's own colour; the double size is found by its name.
  const image = nativeImage.createFromPath(
    assetFile(mac ? "icons/trayTemplate.png" : "icons/tray.png"),
  );
  image.setTemplateImage(mac);
  return image;
};

async function start(): Promise<void> {
  const undo: (() => unknown)[] = [];
  let showMain = (): void => undefined;
  prepareDataFolder(folder);
  // The browser shell may have the folder: it has no Electron lock, but this one.
  const got = await lockInstance(folder, () => showMain());
  if ("running" in got) return app.exit(0);
  got.lock.describe({ pid: process.pid, url: "" });
  undo.push(() => got.lock.release());

  const settings = createElectronSettings(ElectronStore, folder);
  // Uploads and exports of this run.
  const temporary = mkdtempSync(join(app.getPath("temp"), "replydeck-"));
  undo.push(() => rmSync(temporary, { recursive: true, force: true }));
  let core: Core | null = null;
  protocol.handle(
    SCHEME,
    createPageResponder({
      folder: pagesFolder(),
      host: "replydeck",
      fetch: (url) => net.fetch(url),
      core: () => core,
      temporary,
    }),
  );
  guardPermissions(session.defaultSession);
  app.on("web-contents-created", (_event, contents) => guardContents(contents));

  const { desktop, because, hotkeys, takesKeyboard, close } = await openElectronDesktop({
    clipboard,
    write: (content) => clipboard.write([new ClipboardItem(content)]),
    shortcuts: globalShortcut,
    trusted: (ask) => !mac || systemPreferences.isTrustedAccessibilityClient(ask),
  });
  undo.push(close);
  const callCore = (name: string): void => void core?.call(name, {});
  const made: BrowserWindow[] = [];
  const windows = createElectronWindows({
    platform,
    preload: join(pagesFolder(), "..", "preload", "index.cjs"),
    icon: assetFile("icons/256.png"),
    make: (options) => {
      const window = new BrowserWindow(options);
      made.push(window);
      window.once("closed", () => made.splice(made.indexOf(window), 1));
      return window;
    },
    workArea: () => screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).workArea,
    hideProgram: () => app.hide(),
    paletteLeft: () => callCore("palette.close"),
    takesKeyboard,
  });
  undo.push(() => windows.close());
  // A page that crashed stays blank; without its window the next show makes a new one.
  app.on("render-process-gone", (_event, contents) =>
    BrowserWindow.fromWebContents(contents)?.destroy(),
  );
  showMain = () => void windows.showMain().catch(giveUp);

  const notifications = createElectronNotifications(Notification, () => showMain());
  core = await createCore({
    dataFolder: folder,
    shell: "electron",
    version: app.getVersion(),
    temporary,
    starter: readStarter,
    prepared: (name) => JSON.parse(readFileSync(assetFile(`starter/${name}-zh-CN.json`), "utf8")),
    words: (kind) => JSON.parse(readFileSync(assetFile(`gate/${kind}.json`), "utf8")),
    blunt: () => JSON.parse(readFileSync(assetFile("urging/blunt.json"), "utf8")),
    transfer: createWorkerTransfer(workerFile()),
    ports: {
      desktop,
      noDesktopBecause: because,
      hotkeys,
      windows,
      notifications,
      dialogs: createElectronDialogs(dialog),
      settings,
      clock: { now: Date.now },
      imaging: createImaging(),
      printing: createElectronPrinting((options) => new BrowserWindow(options)),
    },
  });
  const opened = core;
  undo.push(() => opened.close());
  undo.push(
    openIpc({ core, ipcMain, pages: () => made.map((window) => window.webContents), isOurPage }),
  );

  const tray = createTray({
    makeTray: () => new Tray(trayImage()),
    makeMenu: (items) => Menu.buildFromTemplate(items),
    platform,
    words: words(settings.get().locale),
    openPalette: () => callCore("palette.open"),
    togglePanel: () => callCore("panel.toggle"),
    showMain,
    quit: () => app.quit(),
    showPromises: () => void windows.showMain("/promises").catch(giveUp),
    badge: (count) => void app.setBadgeCount(count),
    switchEmergency: (id, on) => void switchEmergency(id, on),
  });
  const showSwitches = async (): Promise<void> => {
    const status = await opened.call("campaigns.status", {});
    if (status.ok) tray.showSwitches((status.value as CampaignStatus).switches);
  };
  const switchEmergency = async (id: string, on: boolean): Promise<void> => {
    const reply = await opened.call("campaigns.switch", { id, on });
    if (reply.ok) return;
    const { code, params } = reply.error;
    const chosen = shellLocale(settings.get().locale, app.getLocale());
    const body = say(chosen, code, params);
    notifications.show({ title: shellWords[chosen].name, body, level: "error" });
    // The menu has ticked the box already.
    await showSwitches();
  };
  await showSwitches();
  const due = await opened.call("promises.due", { limit: 1 });
  if (due.ok) tray.showPromises((due.value as Output<"promises.due">).counts);
  undo.push(() => tray.close());
  undo.push(
    core.subscribe((name, payload) => {
      if (name === "settings.changed") tray.speak(words(settings.get().locale));
      if (name === "promises.changed")
        tray.showPromises((payload as EventPayload<"promises.changed">).counts);
      if (name === "campaigns.changed") tray.showSwitches((payload as CampaignStatus).switches);
    }),
  );
  const bar = menuBar(platform, words(settings.get().locale));
  Menu.setApplicationMenu(bar && Menu.buildFromTemplate(bar));

  app.on("second-instance", showMain);
  app.on("activate", showMain);
  // Hotkeys go on without a window; the tray ends the program.
  app.on("window-all-closed", () => undefined);
  endInOrder(
    undo,
    createLeaving({
      dialog,
      words: () => words(settings.get().locale).leaving,
      async stillOpen() {
        const reply = await opened.call("promises.leaving", {});
        if (!reply.ok) return { ask: false, open: 0, texts: [] };
        const { ask, open, rows } = reply.value as Output<"promises.leaving">;
        return { ask, open, texts: rows.map((row) => row.text) };
      },
      goThrough: () => void windows.showMain("/offshift").catch(giveUp),
    }),
  );

  await windows.showMain();
  // Without it the first hotkey is slower, or says what is wrong.
  await windows.prepare().catch(console.error);
  if (settings.get().panel.open) callCore("panel.open");
}

/** Everything is closed, the last opened first, before the program ends; `mayEnd` false: it goes on. */
function endInOrder(undo: (() => unknown)[], mayEnd: () => Promise<boolean>): void {
  let closing = false;
  app.on("before-quit", (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    void (async () => {
      if (!(await mayEnd())) {
        closing = false;
        return;
      }
      for (const step of undo.toReversed()) {
        try {
          await step();
        } catch (error) {
          console.error(error);
        }
      }
      app.exit(0);
    })();
  });
}

// A second start hands over to the first (`second-instance`) and ends.
if (app.requestSingleInstanceLock()) void app.whenReady().then(start).catch(giveUp);
else app.quit();
