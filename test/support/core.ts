import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createCore } from "../../src/main/core/createCore.ts";
import { readStarter } from "../../src/main/starterFile.ts";
import { localTransfer } from "../../src/main/core/localTransfer.ts";
import type { Core } from "../../src/main/core/types.ts";
import type { Input, Output, ProcedureName } from "../../src/shared/contract/index.ts";
import { AppError } from "../../src/shared/errors.ts";
import type { MessageCode } from "../../src/shared/messages/zh-CN.ts";
import { createFileSettings } from "../../src/main/adapters/node/settingsStore.ts";
import { createImaging } from "../../src/main/adapters/node/imaging.ts";
import { createNoWindows } from "../../src/main/adapters/node/chromiumWindows.ts";
import type { Ports } from "../../src/main/ports/ports.ts";
import { temporaryFolder } from "./library.ts";

export interface TestCore {
  readonly core: Core;
  readonly folder: string;
  call<N extends ProcedureName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** Resolves when the search index holds everything. */
  indexed(): Promise<void>;
  close(): Promise<void>;
}

/** The real core over a real library in a folder of its own; `ports` replaces what a test decides. */
export async function openCore(ports: Partial<Ports> = {}, dataFolder?: string): Promise<TestCore> {
  const temporary = dataFolder === undefined ? temporaryFolder() : null;
  const folder = dataFolder ?? temporary!.path;
  const core = await createCore({
    dataFolder: folder,
    shell: "browser",
    version: "0.0.0",
    temporary: folder,
    starter: readStarter,
    prepared: (name) =>
      JSON.parse(
        readFileSync(join(import.meta.dirname, `../../assets/starter/${name}-zh-CN.json`), "utf8"),
      ),
    words: (kind) =>
      JSON.parse(readFileSync(join(import.meta.dirname, `../../assets/gate/${kind}.json`), "utf8")),
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
      ...ports,
    },
  });
  const call: TestCore["call"] = async (name, input) => {
    const result = await core.call(name, input);
    if (!result.ok) throw new AppError(result.error.code as MessageCode, result.error.params);
    return result.value as never;
  };
  return {
    core,
    folder,
    call,
    async indexed() {
      while (!(await call("system.status", {})).indexReady)
        await new Promise((next) => setImmediate(next));
    },
    async close() {
      await core.close();
      temporary?.dispose();
    },
  };
}
