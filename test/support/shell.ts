import type { ChildProcess } from "node:child_process";
import { readdirSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { Input, Output, ProcedureName } from "../../src/shared/contract/index.ts";
import type { TestDesktop } from "./desktop.ts";

const ROOT = join(import.meta.dirname, "../..");

/** The built browser shell as a person would have it running on a desktop. */
export interface TestShell {
  readonly url: string;
  readonly pid: number;
  readonly folder: string;
  readonly hotkeys: string;
  call<N extends ProcedureName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** Resolves when `ready` is true of the paste log, newest first. */
  logged(ready: (log: Output<"paste.log">) => boolean): Promise<Output<"paste.log">>;
  /** Open descriptors and threads of the program. */
  resources(): { descriptors: number; threads: number };
  close(): Promise<void>;
}

/** Starts `out/main/browser.js` on the desktop and waits until it says where it is. */
export async function startShell(desktop: TestDesktop, options: string[] = []): Promise<TestShell> {
  const folder = await mkdtemp(join(desktop.folder, "data-"));
  const child: ChildProcess = desktop.run(process.execPath, [
    join(ROOT, "out/main/browser.js"),
    ...["--data", folder, "--json", "--no-open", ...options],
  ]);
  let stderr = "";
  child.stderr?.on("data", (part: Buffer) => {
    stderr += part.toString("utf8");
  });
  const ready = await new Promise<{ url: string; pid: number; hotkeys: string }>(
    (resolve, reject) => {
      createInterface({ input: child.stdout as Readable }).once("line", (text) =>
        resolve(JSON.parse(text)),
      );
      child.once("exit", (code) => reject(new Error(`the shell ended with ${code}: ${stderr}`)));
      child.once("error", reject);
    },
  );
  const { origin, searchParams } = new URL(ready.url);
  const token = searchParams.get("token") ?? "";

  const call: TestShell["call"] = async (name, input) => {
    const response = await fetch(`${origin}/call/${name}`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify(input),
    });
    const result = (await response.json()) as { ok: boolean; value: never; error: object };
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`);
    return result.value;
  };

  return {
    ...ready,
    folder,
    call,
    async logged(done) {
      for (const until = Date.now() + 20_000; ;) {
        const log = await call("paste.log", { limit: 500 });
        if (done(log)) return log;
        if (Date.now() > until)
          throw new Error(`the log has ${JSON.stringify(log.slice(0, 5))}; ${stderr}`);
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
