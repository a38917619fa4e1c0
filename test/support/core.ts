import { type CommandCore, openCore as open } from "../../src/main/commands/openCore.ts";
import type { Ports } from "../../src/main/ports/ports.ts";
import { temporaryFolder } from "./library.ts";

export interface TestCore extends Pick<CommandCore, "core" | "call"> {
  readonly folder: string;
  /** Resolves when the search index holds everything. */
  indexed(): Promise<void>;
  close(): Promise<void>;
}

/** The real core over a real library in a folder of its own; `ports` replaces what a test decides. */
export async function openCore(ports: Partial<Ports> = {}, dataFolder?: string): Promise<TestCore> {
  const temporary = dataFolder === undefined ? temporaryFolder() : null;
  const folder = dataFolder ?? temporary!.path;
  const { core, call } = await open(folder, "browser", ports);
  return {
    core,
    call,
    folder,
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
