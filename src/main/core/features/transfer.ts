import type { ChangeReceipt } from "../../../shared/contract/phrases.ts";
import type { Touched } from "../../modules/phrases/handlers.ts";
import { transferHandlers, type TransferRunner } from "../../modules/transfer/handlers.ts";
import type { Foundation } from "../foundation.ts";
import type { Watch } from "../watch.ts";

interface Needs {
  /** Runs imports and exports, in another thread where there is one. */
  readonly runner: TransferRunner;
  readonly watch: Watch;
  changed(reason: string, touched: Touched): void;
}

/** Import and export. */
export function transferFeature(base: Foundation, { runner, watch, changed }: Needs) {
  // Our own import writes over a connection of its own; its handler says when it is done.
  const apply: TransferRunner["apply"] = (...request) =>
    watch.ours(
      () => runner.apply(...request),
      (result) => result.historyId !== null,
    );
  return {
    /** Takes a large step back where imports run. */
    takeBack: (historyId: number): Promise<ChangeReceipt> =>
      watch.ours(
        () => runner.takeBack(base.dataFolder, historyId),
        () => true,
      ),
    handlers: transferHandlers({
      runner: { ...runner, apply },
      files: base.files,
      dialogs: base.ports.dialogs,
      dataFolder: base.dataFolder,
      temporary: base.temporary,
      changed,
      emit: base.emit,
    }),
  };
}
