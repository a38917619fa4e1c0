import { createHash } from "node:crypto";
import { chmodSync, rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** How long a running instance gets to answer, milliseconds. */
const ANSWER_WITHIN = 3_000;

export interface RunningInstance {
  readonly pid: number;
  /** Where its pages are; "" in Electron. */
  readonly url: string;
}

export interface InstanceLock {
  /** What a second start is told, once it is known. */
  describe(instance: RunningInstance): void;
  release(): Promise<void>;
}

/** A socket named after the data folder: short enough for every system, and only this user may open it. */
function address(dataFolder: string): string {
  const name = createHash("sha256").update(resolve(dataFolder)).digest("hex").slice(0, 24);
  if (process.platform === "win32") return `\\\\.\\pipe\\replydeck-${name}`;
  const uid = process.getuid?.() ?? 0;
  return join(tmpdir(), `replydeck-${uid}-${name}.sock`);
}

/**
 * One program per data folder. Gives the lock, or who holds it: the holder is asked to show its window.
 * @param show called when a second start asks for the window
 */
export async function lockInstance(
  dataFolder: string,
  show: () => void,
): Promise<{ lock: InstanceLock } | { running: RunningInstance }> {
  const path = address(dataFolder);
  for (let attempt = 0; ; attempt += 1) {
    const running = await ask(path);
    if (running) return { running };
    // Nobody answers: what is left of a program that was killed.
    if (process.platform !== "win32") rmSync(path, { force: true });
    let told: RunningInstance = { pid: process.pid, url: "" };
    try {
      const server = await listen(path, () => {
        show();
        return told;
      });
      return {
        lock: {
          describe: (instance) => {
            told = instance;
          },
          release: () => new Promise((done) => server.close(() => done())),
        },
      };
    } catch (error) {
      // Two starts at the same moment: the other one was first, so ask it.
      const code = error instanceof Error && "code" in error ? error.code : "";
      if (code !== "EADDRINUSE" || attempt > 2) throw error;
    }
  }
}

/** Who holds the data folder, without asking for the window; null when nobody does. */
export const runningInstance = (dataFolder: string): Promise<RunningInstance | null> =>
  ask(address(dataFolder), "who");

function ask(path: string, question: "show" | "who" = "show"): Promise<RunningInstance | null> {
  return new Promise((done) => {
    const socket = connect(path);
    let text = "";
    const give = (answer: RunningInstance | null): void => {
      socket.destroy();
      done(answer);
    };
    socket.setTimeout(ANSWER_WITHIN, () => give(null));
    socket.on("error", () => give(null));
    socket.on("connect", () => socket.write(`${question}\n`));
    socket.on("data", (part) => {
      text += part.toString("utf8");
    });
    socket.on("end", () => {
      try {
        give(JSON.parse(text) as RunningInstance);
      } catch {
        give(null);
      }
    });
  });
}

function listen(path: string, answer: () => RunningInstance): Promise<Server> {
  return new Promise((done, refuse) => {
    let told: RunningInstance | null = null;
    const server = createServer((socket) => {
      socket.on("error", () => socket.destroy());
      socket.once("data", (part) => {
        // "who" must not raise a window.
        told = part.toString("utf8").startsWith("show") || told === null ? answer() : told;
        socket.end(JSON.stringify(told));
      });
    });
    server.once("error", refuse);
    server.listen(path, () => {
      if (process.platform !== "win32") chmodSync(path, 0o600);
      server.unref();
      done(server);
    });
  });
}
