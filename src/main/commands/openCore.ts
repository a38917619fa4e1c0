import { readFileSync } from "node:fs";
import { AppError } from "../../shared/errors.ts";
import type { Input, Output, ProcedureName } from "../../shared/contract/index.ts";
import type { MessageCode } from "../../shared/messages/zh-CN.ts";
import { createNoWindows } from "../adapters/node/chromiumWindows.ts";
import { dataFolder } from "../adapters/node/dataFolder.ts";
import { createImaging } from "../adapters/node/imaging.ts";
import { createFileSettings } from "../adapters/node/settingsStore.ts";
import { createCore } from "../core/createCore.ts";
import type { Core } from "../core/types.ts";
import { localTransfer } from "../core/localTransfer.ts";
import { assetFile, version } from "../paths.ts";
import { readStarter } from "../starterFile.ts";

/** The core for one command: no desktop, no windows, long work in this thread. */
export interface CommandCore {
  readonly core: Core;
  readonly dataFolder: string;
  /** Calls and gives the value. @throws AppError */
  call<N extends ProcedureName>(name: N, input: Input<N>): Promise<Output<N>>;
}

/** Opens the library for the time of `work`. */
export async function withCore<T>(
  given: unknown,
  work: (core: CommandCore) => Promise<T>,
): Promise<T> {
  const folder = dataFolder(typeof given === "string" ? given : undefined);
  const core = await createCore({
    dataFolder: folder,
    shell: "cli",
    version: version(),
    temporary: folder,
    starter: readStarter,
    prepared: (name) => JSON.parse(readFileSync(assetFile(`starter/${name}-zh-CN.json`), "utf8")),
    words: (kind) => JSON.parse(readFileSync(assetFile(`gate/${kind}.json`), "utf8")),
    transfer: localTransfer,
    ports: {
      desktop: null,
      noDesktopBecause: "no_display",
      hotkeys: {
        unavailable: "no_display",
        register: async () => ({ code: "unavailable", reason: "no_display" }),
        unregister: async () => undefined,
        close: async () => undefined,
      },
      windows: createNoWindows(() => new AppError("no_display")),
      notifications: { show: () => undefined },
      dialogs: { supported: false, openFile: async () => null, saveFile: async () => null },
      settings: createFileSettings(folder),
      clock: { now: Date.now },
      imaging: createImaging(),
    },
  });
  try {
    return await work({
      core,
      dataFolder: folder,
      async call(name, input) {
        const result = await core.call(name, input);
        if (!result.ok) throw new AppError(result.error.code as MessageCode, result.error.params);
        return result.value as never;
      },
    });
  } finally {
    await core.close();
  }
}
