import { readFileSync } from "node:fs";
import { AppError } from "../../shared/errors.ts";
import type { Input, Output, ProcedureName } from "../../shared/contract/index.ts";
import type { MessageCode } from "../../shared/messages/zh-CN.ts";
import { createBarePorts } from "../adapters/node/absent.ts";
import { dataFolder } from "../adapters/node/dataFolder.ts";
import { type CoreOptions, createCore } from "../core/createCore.ts";
import type { Core } from "../core/types.ts";
import { createImaging } from "../adapters/node/imaging.ts";
import { createLocalTransfer } from "../core/localTransfer.ts";
import { assetFile, version } from "../paths.ts";
import type { Ports } from "../ports/ports.ts";
import { readStarter } from "../starterFile.ts";

/** A core that is called directly. */
export interface CommandCore {
  readonly core: Core;
  readonly dataFolder: string;
  /** Calls and gives the value. @throws AppError */
  call<N extends ProcedureName>(name: N, input: Input<N>): Promise<Output<N>>;
}

/** The core over a data folder: no desktop and no windows but what `ports` brings, long work in this thread. */
export async function openCore(
  folder: string,
  shell: CoreOptions["shell"],
  ports: Partial<Ports> = {},
): Promise<CommandCore> {
  const core = await createCore({
    dataFolder: folder,
    shell,
    version: version(),
    temporary: folder,
    starter: readStarter,
    prepared: (name) => JSON.parse(readFileSync(assetFile(`starter/${name}-zh-CN.json`), "utf8")),
    words: (kind) => JSON.parse(readFileSync(assetFile(`gate/${kind}.json`), "utf8")),
    blunt: () => JSON.parse(readFileSync(assetFile("urging/blunt.json"), "utf8")),
    transfer: createLocalTransfer(createImaging()),
    ports: { ...createBarePorts(folder, "no_display"), ...ports },
  });
  return {
    core,
    dataFolder: folder,
    async call(name, input) {
      const result = await core.call(name, input);
      if (!result.ok) throw new AppError(result.error.code as MessageCode, result.error.params);
      return result.value as never;
    },
  };
}

/** Opens the library for the time of `work`. */
export async function withCore<T>(
  given: unknown,
  work: (core: CommandCore) => Promise<T>,
): Promise<T> {
  const opened = await openCore(dataFolder(typeof given === "string" ? given : undefined), "cli");
  try {
    return await work(opened);
  } finally {
    await opened.core.close();
  }
}
