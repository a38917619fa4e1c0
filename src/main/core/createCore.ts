import { databaseFile } from "../database/open.ts";
import { settingsHandlers } from "../modules/settings/handlers.ts";
import type { TransferRunner } from "../modules/transfer/handlers.ts";
import type { Ports } from "../ports/ports.ts";
import { careFeature } from "./features/care.ts";
import { deskFeature } from "./features/desk.ts";
import { libraryFeature } from "./features/library.ts";
import { transferFeature } from "./features/transfer.ts";
import { layFoundation } from "./foundation.ts";
import { preparation } from "./preparation.ts";
import { createRouter } from "./router.ts";
import type { Core } from "./types.ts";
import { watchDatabase } from "./watch.ts";

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
 * Puts the program together, feature by feature; each has its file in `features/`, what it needs of others is handed in.
 * @throws AppError when the library cannot be opened (see `openDatabase`).
 */
export async function createCore(options: CoreOptions): Promise<Core> {
  const { dataFolder, ports, shell, version } = options;
  const base = layFoundation(dataFolder, options.temporary, ports);

  // The library and the desk need each other: what is handed in here runs only once both stand.
  const library = libraryFeature(base, {
    claimHotkey: (...claim) => desk.claimHotkey(...claim),
    announceHotkeys: () => desk.announceHotkeys(),
    starter: options.starter,
  });
  const { store } = library;
  const desk = deskFeature(base, {
    phrase: store.get,
    withHotkey: store.withHotkey,
    used: library.used,
    ...preparation({ phrase: store.get }),
  });
  const watch = watchDatabase(base, () => library.changed("elsewhere", "everything"));
  const transfer = transferFeature(base, {
    runner: options.transfer,
    watch,
    changed: library.changed,
  });
  const care = careFeature(base, {
    shell,
    version,
    phrases: store.count,
    indexReady: () => library.index.ready,
    canPaste: desk.canPaste,
    changed: () => library.changed("restore", "everything"),
  });

  const call = createRouter(
    {
      ...library.handlers,
      ...desk.handlers,
      ...transfer.handlers,
      ...settingsHandlers(ports.settings, base.emit),
      ...care.handlers,
    },
    databaseFile(dataFolder),
  );

  // Off the start-up path: windows come up first.
  setImmediate(() => {
    if (!base.isOpen()) return;
    library.rebuild();
    desk.announceHotkeys();
  });

  return {
    call,
    subscribe: base.subscribe,
    offerFile: base.files.offer,
    takeDownload: base.files.peek,
    async close() {
      base.close();
      watch.close();
      care.close();
      library.close();
      await desk.close();
      base.later.close();
      base.database.close();
    },
  };
}
