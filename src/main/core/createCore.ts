import type { Emit, Output } from "../../shared/contract/index.ts";
import type { ErrorParams } from "../../shared/errors.ts";
import { messages, type MessageCode } from "../../shared/messages/zh-CN.ts";
import { normaliseAccelerator } from "../../shared/rules/accelerator.ts";
import { say } from "../../shared/rules/say.ts";
import { listBackups, writeBackupNow } from "../database/backup.ts";
import { BUSY_TIMEOUT, databaseFile, integrityProblems, openDatabase } from "../database/open.ts";
import { restoreBackup } from "../database/restore.ts";
import { createPasteEngine } from "../modules/desk/engine.ts";
import { deskHandlers } from "../modules/desk/handlers.ts";
import { createHotkeyRegister } from "../modules/desk/hotkeyRegister.ts";
import { createLater } from "../modules/desk/later.ts";
import { createPalette } from "../modules/desk/palette.ts";
import { profileFor } from "../../shared/rules/applicationProfiles.ts";
import { createPasteLog } from "../modules/desk/store.ts";
import { phraseHandlers, type Touched } from "../modules/phrases/handlers.ts";
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

/** How often it is looked whether a day has passed: the program runs for weeks, milliseconds. */
const DAILY_LOOK_EVERY = 60 * 60 * 1_000;
/** The daily backup waits until the start is over, milliseconds. */
const DAILY_BACKUP_AFTER = 30_000;

export interface CoreOptions {
  readonly dataFolder: string;
  readonly ports: Ports;
  readonly shell: "electron" | "browser" | "cli";
  readonly version: string;
  /** A folder of this run for exports that a page fetches; whoever made it removes it. */
  readonly temporary: string;
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
    if (closed) return;
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

  let closed = false;
  let revision = 0;
  const announceHotkeys = (): void =>
    void register
      .sync()
      .then(() => (closed ? undefined : emit("hotkeys.changed", register.status())))
      .catch(tell);
  // Lists that are filtered ask again once the index has caught up.
  const rebuild = (): void =>
    void keeper.rebuild().then(() => {
      revision += 1;
      if (!closed) emit("library.changed", { reason: "indexed" });
    });

  /** After every change: index, hotkeys, screens. */
  function changed(reason: string, touched: Touched): void {
    revision += 1;
    if (touched === "everything") rebuild();
    else if (touched !== "nothing") {
      // A category's name is searched with every phrase in it.
      if (store.history.touchedCategories(touched.step)) rebuild();
      else keeper.refresh(store.history.phrasesOf(touched.step));
    }
    announceHotkeys();
    emit("library.changed", { reason });
  }

  // Moves when another connection has written, never by our own writes.
  const dataVersion = (): unknown => database.pragma("data_version", { simple: true });
  let seen = dataVersion();

  // Our own import writes over a connection of its own; its handler says when it is done.
  let imports = 0;
  const applying: TransferRunner["apply"] = async (...request) => {
    imports += 1;
    try {
      const result = await options.transfer.apply(...request);
      if (result.historyId !== null) seen = dataVersion();
      return result;
    } finally {
      imports -= 1;
    }
  };

  const writeBackup = (reason: string) => writeBackupNow(database, dataFolder, reason);
  const notices = startUpNotices(store.count(), listBackups(dataFolder));

  /** Fails at once while another connection writes, instead of holding up the event loop. */
  function withoutWaiting<T>(job: () => T): T {
    database.pragma("busy_timeout = 0");
    try {
      return job();
    } finally {
      database.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
    }
  }

  const engine = desktop
    ? createPasteEngine({
        desktop,
        clock,
        profile: (app) => profileFor(app, settings.get().applications, process.platform),
        notRestored: (error) =>
          notify("warning", "clipboard_not_restored", {
            detail: error instanceof Error ? error.message : String(error),
          }),
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
        const { useCount, lastUsedAt } = withoutWaiting(() => store.used(id, now()));
        index.used(id, useCount, lastUsedAt);
      }),
    later: (job) => later.write(() => withoutWaiting(job)),
    noDesktopBecause: ports.noDesktopBecause,
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
        revision: () => revision,
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
        temporary: options.temporary,
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
        changed: () => changed("restore", "everything"),
      }),
    },
    databasePath,
  );

  // Another program (the command line, a second shell) may write to the same file.
  const watch = setInterval(() => {
    try {
      const current = dataVersion();
      if (imports > 0 || current === seen) return;
      seen = current;
      changed("elsewhere", "everything");
    } catch (error) {
      // A drive that was taken away; said once.
      clearInterval(watch);
      tell(error);
    }
  }, WATCH_EVERY);
  watch.unref();

  const keepDaily = (): void => {
    try {
      if (dailyBackupDue(store.count(), listBackups(dataFolder), now())) writeBackup("daily");
    } catch (error) {
      tell(error);
    }
  };
  const daily = setInterval(keepDaily, DAILY_LOOK_EVERY);
  daily.unref();
  const firstDaily = setTimeout(keepDaily, DAILY_BACKUP_AFTER);
  firstDaily.unref();
  if (shell === "cli") {
    clearInterval(daily);
    clearTimeout(firstDaily);
  }

  // Off the start-up path: windows come up first.
  setImmediate(() => {
    if (closed) return;
    rebuild();
    announceHotkeys();
  });

  return {
    call,
    subscribe,
    offerFile: files.offer,
    takeDownload: files.peek,
    async close() {
      closed = true;
      clearInterval(watch);
      clearInterval(daily);
      clearTimeout(firstDaily);
      keeper.close();
      await engine?.idle();
      await register.idle();
      await hotkeys.close();
      later.close();
      database.close();
    },
  };
}
