import type Database from "better-sqlite3";
import { normaliseAccelerator } from "../../shared/rules/accelerator.ts";
import { writeBackupNow } from "../database/backup.ts";
import { asAppError } from "../database/failures.ts";
import { databaseFile, openDatabase } from "../database/open.ts";
import { exportPhrases } from "../modules/transfer/exporter.ts";
import type { PhraseStore } from "../modules/phrases/store.ts";
import type { TransferRequest, TransferRunner } from "../modules/transfer/handlers.ts";
import type { ImportOptions } from "../modules/transfer/feed.ts";
import { applyImport, planImport } from "../modules/transfer/importer.ts";
import type { TransferStore } from "../modules/transfer/transferPort.ts";
import type { Imaging } from "../ports/imaging.ts";
import { openTransferLibrary } from "./transferLibrary.ts";

/** How often an import is planned while other programs keep writing. */
const PLANS = 4;

/** Import, export and their undo in this thread, each over a connection of its own: the command line and the worker use it. */
export function createLocalTransfer(imaging: Imaging): TransferRunner {
  const withStore = storeOpener(imaging);
  return {
    plan: (dataFolder, request, progress, signal) =>
      withStore(dataFolder, (store) =>
        planImport(sourceOf(request), store, optionsOf(request), { progress, signal }),
      ),

    apply: (dataFolder, request, progress, signal) =>
      withStore(dataFolder, async (store, database) => {
        const version = (): unknown => database.pragma("data_version", { simple: true });
        let backup: string | null = null;
        for (let attempt = 1; ; attempt += 1) {
          const seen = version();
          let stale = false;
          const guarded: TransferStore = {
            ...store,
            change(label, count, work) {
              // Only an import that writes needs a way back beyond undo.
              backup ??= writeBackupNow(database, dataFolder, "before-import").path;
              return store.change(label, count, async (writer) => {
                // Planned against a library that another program has changed since: planned anew.
                stale = version() !== seen && attempt < PLANS;
                if (stale) throw new Error("the library has changed");
                await work(writer);
              });
            },
          };
          try {
            const hooks = { progress, signal };
            return {
              ...(await applyImport(sourceOf(request), guarded, optionsOf(request), hooks)),
              backup,
            };
          } catch (error) {
            if (!stale) throw error;
          }
        }
      }),

    write: (dataFolder, path, format) =>
      withStore(dataFolder, (store) => exportPhrases(path, format, store)),

    takeBack: (dataFolder, historyId) =>
      withStore(dataFolder, async (_store, database, { history }) =>
        // What stands in its way is looked for in the same moment as it is taken back.
        database.transaction(() => history.undo(historyId)).immediate(),
      ),
  };
}

const storeOpener =
  (imaging: Imaging) =>
  async <T>(
    dataFolder: string,
    work: (store: TransferStore, database: Database.Database, phrases: PhraseStore) => Promise<T>,
  ): Promise<T> => {
    const database = openDatabase(dataFolder);
    try {
      const { store, phrases } = openTransferLibrary(dataFolder, database, imaging);
      return await work(store, database, phrases);
    } catch (error) {
      throw asAppError(error, databaseFile(dataFolder));
    } finally {
      database.close();
    }
  };

function sourceOf({ path, fileName }: TransferRequest): { path: string; name: string } {
  return { path, name: fileName };
}

function optionsOf({ path: _path, fileName: _name, ...chosen }: TransferRequest): ImportOptions {
  return { ...chosen, normaliseHotkey: normaliseAccelerator };
}
