import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { Call, EventName, EventPayload } from "../../src/shared/contract/index.ts";

/** Where the built program is. */
export const OUT = process.env["REPLYDECK_OUT"] ?? resolve(import.meta.dirname, "../../out");

/** How tests and benches reach a running program. */
export interface RunningApp {
  /** Lets a browser in and shows the main window. */
  readonly url: string;
  /** The same for another page of the program, such as "/palette.html". */
  entrance(page: string): string;
  /** Calls the core without a page: to prepare, and to see what was really stored. */
  readonly call: Call;
  /** The data folder. */
  readonly data: string;
}

/** What `--json` prints when the program is ready. @throws when it ends before, with what it said */
export async function whenReady(
  child: ChildProcess,
): Promise<{ url: string; pid: number; data: string; hotkeys: string }> {
  let stderr = "";
  child.stderr?.on("data", (part: Buffer) => {
    stderr += part.toString("utf8");
  });
  const first = await Promise.race([
    once(createInterface(child.stdout as Readable), "line"),
    once(child, "exit").then(() => null),
  ]);
  if (!first) throw new Error(`the browser shell ended with ${child.exitCode}: ${stderr}`);
  return JSON.parse(String(first[0]));
}

/** Calls over the door of a running program, as the command line of another program could. */
export function callOver(url: string): Call {
  const { origin, searchParams } = new URL(url);
  const authorization = `Bearer ${searchParams.get("token") ?? ""}`;
  return async (name, input) => {
    const response = await fetch(`${origin}/call/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization },
      body: JSON.stringify(input),
    });
    const reply = (await response.json()) as { ok: boolean; value: never; error?: unknown };
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
    return reply.value;
  };
}

/** Listens to a running program; what it gives waits for the next announcement of this name. */
export async function listenTo<N extends EventName>(
  url: string,
  name: N,
): Promise<() => Promise<EventPayload<N>>> {
  const { origin, searchParams } = new URL(url);
  const stop = new AbortController();
  const response = await fetch(`${origin}/events`, {
    headers: { authorization: `Bearer ${searchParams.get("token") ?? ""}` },
    signal: stop.signal,
  });
  const pieces = response.body!.pipeThrough(new TextDecoderStream());
  return async () => {
    let unread = "";
    try {
      for await (const piece of pieces) {
        const lines = (unread + piece).split("\n");
        unread = lines.pop() ?? "";
        for (const line of lines) {
          if (!line.startsWith("data: ")) continue;
          const heard = JSON.parse(line.slice(6)) as { name: string; payload: EventPayload<N> };
          if (heard.name === name) return heard.payload;
        }
      }
    } finally {
      stop.abort();
    }
    throw new Error(`the program went away before ${name}`);
  };
}

/** Starts the browser shell without a desktop; `prepare` may fill the data folder before. */
export async function startApp(
  prepare: (data: string) => void | Promise<void> = () => undefined,
): Promise<{ app: RunningApp; stop: () => Promise<void> }> {
  const data = await mkdtemp(join(tmpdir(), "replydeck-e2e-"));
  await prepare(data);
  const args = [
    join(OUT, "main/browser.js"),
    "--data",
    data,
    "--no-open",
    "--no-desktop",
    "--json",
  ];
  const program = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  const stop = async (): Promise<void> => {
    if (program.exitCode === null) {
      const gone = once(program, "exit");
      program.kill("SIGTERM");
      await gone;
    }
    await rm(data, { recursive: true, force: true });
  };
  const { url } = await whenReady(program);
  const { origin, searchParams } = new URL(url);
  const entrance = (page: string): string =>
    `${origin}/open?token=${searchParams.get("token") ?? ""}&page=${page}`;
  return { app: { url, data, entrance, call: callOver(url) }, stop };
}
