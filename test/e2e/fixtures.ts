import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { test as base } from "@playwright/test";
import type { Call } from "../../src/shared/contract/index.ts";

/** Where the built program is. */
const OUT = process.env["REPLYDECK_OUT"] ?? resolve(import.meta.dirname, "../../out");

/** How a test of the pages reaches the program. */
export interface RunningApp {
  /** Lets a browser in and shows the main window. */
  readonly url: string;
  /** The same for another page of the program, such as "/palette.html". */
  entrance(page: string): string;
  /** Calls the core without a page: to prepare, and to see what was really stored. */
  readonly call: Call;
  /** The data folder; gone after the test. */
  readonly data: string;
}

/** Starts the browser shell on a fresh data folder, without a desktop. */
async function startApp(): Promise<{ app: RunningApp; stop: () => Promise<void> }> {
  const data = await mkdtemp(join(tmpdir(), "replydeck-e2e-"));
  const args = [
    join(OUT, "main/browser.js"),
    "--data",
    data,
    "--no-open",
    "--no-desktop",
    "--json",
  ];
  const program = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const stop = async (): Promise<void> => {
    if (program.exitCode === null) {
      const gone = once(program, "exit");
      program.kill("SIGTERM");
      await gone;
    }
    await rm(data, { recursive: true, force: true });
  };
  const first = await Promise.race([
    once(createInterface(program.stdout), "line"),
    once(program, "exit").then(() => null),
  ]);
  if (!first) throw new Error(`the browser shell ended with ${program.exitCode}`);
  const { url } = JSON.parse(String(first[0])) as { url: string };
  const { origin, searchParams } = new URL(url);
  const token = searchParams.get("token") ?? "";
  const call: Call = async (name, input) => {
    const response = await fetch(`${origin}/call/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify(input),
    });
    const reply = (await response.json()) as { ok: boolean; value: never; error?: unknown };
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
    return reply.value;
  };
  return {
    app: { url, call, data, entrance: (page) => `${origin}/open?token=${token}&page=${page}` },
    stop,
  };
}

/** `app` is a program of its own for each test: nothing one test stores is seen by another. */
export const test = base.extend<{ app: RunningApp }>({
  app: async ({ browserName: _browserName }, use) => {
    const { app, stop } = await startApp();
    try {
      await use(app);
    } finally {
      await stop();
    }
  },
});

export { expect } from "@playwright/test";
