import { normaliseAccelerator } from "../../shared/rules/accelerator.ts";
import { writeBackupNow } from "../database/backup.ts";
import { databaseFile, openDatabase } from "../database/open.ts";
import { asAppError } from "../database/failures.ts";
import { createPhraseStore } from "../modules/phrases/store.ts";
import { exportPhrases } from "../modules/transfer/exporter.ts";
import type { TransferRequest, TransferRunner } from "../modules/transfer/handlers.ts";
import { applyImport, planImport } from "../modules/transfer/importer.ts";
import { createTransferStore } from "../modules/transfer/store.ts";

/** A connection of its own for the time of one job: its transaction stays open across turns of the event loop. */
async function withLibrary<T>(
  dataFolder: string,
  work: (store: ReturnType<typeof createTransferStore>, backUp: () => string | null) => Promise<T>,
): Promise<T> {
  const database = openDatabase(dataFolder);
  try {
    const library = createPhraseStore(database, Date.now);
    const backUp = (): string | null =>
      library.count() === 0 ? null : writeBackupNow(database, dataFolder, "before-import").path;
    return await work(createTransferStore(database, library, Date.now), backUp);
  } catch (error) {
    throw asAppError(error, databaseFile(dataFolder));
  } finally {
    database.close();
  }
}

const sourceOf = ({ path, fileName }: TransferRequest) => ({ path, name: fileName });
const optionsOf = ({ format, mapping, onConflict }: TransferRequest) => ({
  format,
  mapping,
  onConflict,
  normaliseHotkey: normaliseAccelerator,
});

/** Imports and exports in the thread that calls; the shells call it in a worker. */
export const localTransfer: TransferRunner = {
  plan: (dataFolder, request, progress, signal) =>
    withLibrary(dataFolder, (store) =>
      planImport(sourceOf(request), store, optionsOf(request), { progress, signal }),
    ),
  apply: (dataFolder, request, progress, signal) =>
    withLibrary(dataFolder, async (store, backUp) => {
      const backup = backUp();
      const result = await applyImport(sourceOf(request), store, optionsOf(request), {
        progress,
        signal,
      });
      return { ...result, backup };
    }),
  write: (dataFolder, path, format) =>
    withLibrary(dataFolder, (store) => exportPhrases(path, format, store)),
};
