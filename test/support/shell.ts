import { readdirSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import type { Call, EventName, EventPayload, Output } from "../../src/shared/contract/index.ts";
import { callOver, listenTo, OUT, whenReady } from "./app.ts";
import type { TestDesktop } from "./desktop.ts";

/** The built browser shell as a person would have it running on a desktop. */
export interface TestShell {
  readonly url: string;
  readonly pid: number;
  readonly data: string;
  readonly hotkeys: string;
  readonly call: Call;
  /** Listens; what it gives waits for the next announcement of this name. */
  listenTo<N extends EventName>(name: N): Promise<() => Promise<EventPayload<N>>>;
  /** Resolves when `ready` is true of the paste log, newest first. */
  logged(ready: (log: Output<"paste.log">) => boolean): Promise<Output<"paste.log">>;
  /** Open descriptors and threads of the program. */
  resources(): { descriptors: number; threads: number };
  close(): Promise<void>;
}

/** Starts `out/main/browser.js` on the desktop and waits until it says where it is. */
export async function startShell(desktop: TestDesktop, options: string[] = []): Promise<TestShell> {
  const data = await mkdtemp(join(desktop.folder, "data-"));
  const child = desktop.run(process.execPath, [
    join(OUT, "main/browser.js"),
    ...["--data", data, "--json", "--no-open", ...options],
  ]);
  const ready = await whenReady(child);
  const call = callOver(ready.url);
  return {
    ...ready,
    call,
    listenTo: (name) => listenTo(ready.url, name),
    async logged(done) {
      for (const until = Date.now() + 20_000; ;) {
        const log = await call("paste.log", { limit: 500 });
        if (done(log)) return log;
        if (Date.now() > until) throw new Error(`the log has ${JSON.stringify(log.slice(0, 5))}`);
        await new Promise((next) => setTimeout(next, 20));
      }
    },
    resources: () => ({
      descriptors: readdirSync(`/proc/${ready.pid}/fd`).length,
      threads: readdirSync(`/proc/${ready.pid}/task`).length,
    }),
    async close() {
      const gone = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      await gone;
    },
  };
}
