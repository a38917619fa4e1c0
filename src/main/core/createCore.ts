import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Emit, Output } from "../../shared/contract/index.ts";
import type { ErrorParams } from "../../shared/errors.ts";
import { messages, type MessageCode } from "../../shared/messages/zh-CN.ts";
import { normaliseAccelerator } from "../../shared/rules/accelerator.ts";
import { say } from "../../shared/rules/say.ts";
import { listBackups, writeBackupNow } from "../database/backup.ts";
import { databaseFile, integrityProblems, openDatabase } from "../database/open.ts";
import { restoreBackup } from "../database/restore.ts";
import { createPasteEngine } from "../modules/desk/engine.ts";
import { deskHandlers } from "../modules/desk/handlers.ts";
import { createHotkeyRegister } from "../modules/desk/hotkeyRegister.ts";
import { createLater } from "../modules/desk/later.ts";
import { createPalette } from "../modules/desk/palette.ts";
import { profileFor } from "../../shared/rules/applicationProfiles.ts";
import { createPasteLog } from "../modules/desk/store.ts";
import { phraseHandlers } from "../modules/phrases/handlers.ts";
import { starterHandlers } from "../modules/phrases/starter.ts";
import { createPhraseStore } from "../modules/phrases/store.ts";
import { searchHandlers } from "../modules/search/handlers.ts";
import { createIndexKeeper } from "../modules/search/keeper.ts";
import { createPhraseIndex } from "../modules/search/phraseIndex.ts";
import { settingsHandlers } from "../modules/settings/handlers.ts";
import { dailyBackupDue, startUpNotices } from "../modules/system/daily.ts";
import { systemHandlers } from "../modules/system/handlers.ts";
import { transferHandlers, type TransferRunner } from "../modules/transfer/handlers.ts";
import type { Ports } from "../ports/ports.ts";
import { createEvents } from "./events.ts";
import { createFiles } from "./files.ts";
import { createRouter } from "./router.ts";
import type { Core } from "./types.ts";

/** How often another program's writes to the same library are looked for, milliseconds. */
const WATCH_EVERY = 1_000;

/** The daily backup waits until the start is over, milliseconds. */
const DAILY_BACKUP_AFTER = 30_000;

export interface CoreOptions {
  readonly dataFolder: string;
  readonly ports: Ports;
  readonly shell: "electron" | "browser" | "cli";
  readonly version: string;
  /** Reads the starter library's file. */
  readonly starter: () => unknown;
  /** Runs imports and exports, in another thread where there is one. */
  readonly transfer: TransferRunner;
}

/**
 * Puts the program together: store, index, paste engine, hotkeys, and the calls over them.
 * @throws AppError when the library cannot be opened (see `openDatabase`).
 */
export async function createCore(options: CoreOptions): Promise<Core> {
  const { dataFolder, ports, shell, version } = options;
  const { desktop, hotkeys, settings, clock, windows } = ports;
  const database = openDatabase(dataFolder);
  const databasePath = databaseFile(dataFolder);
  const now = (): number => clock.now();
  const store = createPhraseStore(database, now);
  const { emit, subscribe } = createEvents();
  const files = createFiles();
  const later = createLater(
    (error) =>
      error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY"),
  );

  const index = createPhraseIndex();
  const keeper = createIndexKeeper(index, {
    live: store.live,
    find: store.find,
    paths: store.categories.paths,
    failed: tell,
  });

  const notify = (
    level: "info" | "warning" | "error",
    code: MessageCode,
    params: ErrorParams,
  ): void => {
    emit("notice", { level, code, params });
    const locale = settings.get().locale ?? "zh-CN";
    ports.notifications.show({ title: "快答台 ReplyDeck", body: say(locale, code, params), level });
  };

  const palette = createPalette(desktop, windows, () => emit("palette.shown", {}));
  const register = createHotkeyRegister({
    hotkeys,
    settings,
    phrases: store.withHotkey,
    normalise: normaliseAccelerator,
    openPalette: () => void palette.toggle().catch(tell),
    pastePhrase: (id) => void desk.pasteByHotkey(id).catch(tell),
  });

  /** Something failed with nobody waiting for the answer. */
  function tell(error: unknown): void {
    if (error instanceof Error && "code" in error && String(error.code) in messages) {
      const { code, params } = error as unknown as { code: MessageCode; params: ErrorParams };
      notify("error", code, params ?? {});
      return;
    }
    console.error(error);
    notify("error", "unexpected", {
      detail: error instanceof Error ? error.message : String(error),
    });
  }

  const dataVersion = (): unknown => database.pragma("data_version", { simple: true });
  let seen = dataVersion();

  /** After every change: index, hotkeys, screens. */
  function changed(reason: string, historyId: number | null): void {
    seen = dataVersion();
    const all =
      historyId === null || (reason !== "create" && store.history.touchedCategories(historyId));
    if (!all) keeper.refresh(store.history.phrasesOf(historyId));
    // Lists that are filtered ask again once the index has caught up.
    else void keeper.rebuild().then(() => emit("library.changed", { reason: "indexed" }));
    void register.sync().then(() => emit("hotkeys.changed", register.status()), tell);
    emit("library.changed", { reason });
  }

  // Our own import writes over a connection of its own; its handler says when it is done.
  let imports = 0;
  const applying: TransferRunner["apply"] = async (...request) => {
    imports += 1;
    try {
      return await options.transfer.apply(...request);
    } finally {
      imports -= 1;
    }
  };

  const writeBackup = (reason: string) => writeBackupNow(database, dataFolder, reason);
  const notices = startUpNotices(store.count(), listBackups(dataFolder));

  const engine = desktop
    ? createPasteEngine({
        desktop,
        clock,
        profile: (app) => profileFor(app, settings.get().applications, process.platform),
      })
    : null;
  const desk = deskHandlers({
    desktop,
    engine,
    palette,
    register,
    log: createPasteLog(database),
    settings,
    clock,
    phrase: store.get,
    used: (id) =>
      later.write(() => {
        const { useCount, lastUsedAt } = store.used(id, now());
        index.used(id, useCount, lastUsedAt);
      }),
    later: later.write,
    notify,
    emit: emit as Emit,
    pasteKeys: process.platform === "darwin" ? "Cmd+V" : "Ctrl+V",
  });

  const status = (): Output<"system.status"> => ({
    version,
    shell,
    platform: process.platform,
    dataFolder,
    phrases: store.count(),
    indexReady: index.ready,
    canPaste: engine !== null,
    cannotPasteBecause: ports.noDesktopBecause,
    notices,
  });

  const call = createRouter(
    {
      ...phraseHandlers(store, {
        changed,
        match: (text, accept) => index.matchAll(text, accept),
        claimHotkey: register.claim,
        writeBackup,
      }),
      ...starterHandlers(store, settings, options.starter, changed),
      ...searchHandlers({ index, rows: store.rows, recent: store.recent }),
      ...desk.handlers,
      ...transferHandlers({
        runner: { ...options.transfer, apply: applying },
        files,
        dialogs: ports.dialogs,
        dataFolder,
        temporary: join(tmpdir(), `replydeck-${process.pid}`),
        changed,
        emit: emit as Emit,
      }),
      ...settingsHandlers(settings, emit as Emit),
      ...systemHandlers({
        status,
        problems: () => integrityProblems(database),
        listBackups: () => listBackups(dataFolder),
        writeBackup,
        restore: (path) => restoreBackup(database, dataFolder, path),
        changed: () => changed("restore", null),
      }),
    },
    databasePath,
  );

  // Another program (the command line, a second shell) may write to the same file.
  const watch = setInterval(() => {
    if (imports === 0 && dataVersion() !== seen) changed("elsewhere", null);
  }, WATCH_EVERY);
  watch.unref();

  // Off the start-up path: windows come up first.
  setImmediate(() => void keeper.rebuild());
  setImmediate(
    () => void register.sync().then(() => emit("hotkeys.changed", register.status()), tell),
  );
  if (shell !== "cli" && dailyBackupDue(store.count(), listBackups(dataFolder), now()))
    setTimeout(() => {
      try {
        writeBackup("daily");
      } catch (error) {
        tell(error);
      }
    }, DAILY_BACKUP_AFTER).unref();

  return {
    call,
    subscribe,
    offerFile: files.offer,
    takeDownload: files.peek,
    async close() {
      clearInterval(watch);
      keeper.close();
      await engine?.idle();
      await hotkeys.close();
      later.close();
      database.close();
    },
  };
}
