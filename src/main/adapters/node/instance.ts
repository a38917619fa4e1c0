import { createHash } from "node:crypto";
import { chmodSync, realpathSync, rmSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import { AppError } from "../../../shared/errors.ts";

/** How long a running instance gets to answer, milliseconds. */
const ANSWER_WITHIN = 3_000;
/** How long the answer may wait for an instance that is still starting and has no address yet, milliseconds. */
const DESCRIBED_WITHIN = 2_000;
/** Between two tries while the other one is only just starting or ending, milliseconds. */
const RETRY = 50;

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

/** The folder under its one true name: a link to it is the same folder. */
function trueFolder(dataFolder: string): string {
  try {
    return realpathSync(dataFolder);
  } catch {
    return resolve(dataFolder);
  }
}

/** A socket named after the data folder: short enough for every system, and only this user may open it. */
function address(dataFolder: string): string {
  const name = createHash("sha256").update(trueFolder(dataFolder)).digest("hex").slice(0, 24);
  if (process.platform === "win32") return `\\\\.\\pipe\\replydeck-${name}`;
  const uid = process.getuid?.() ?? 0;
  return join(tmpdir(), `replydeck-${uid}-${name}.sock`);
}

/**
 * The lock itself: the system takes it back from a program that was killed, so there is nothing stale to judge,
 * and of two starts at the same moment exactly one gets it. Null when another program holds it.
 * @throws AppError data_not_writable
 */
function takeLock(dataFolder: string): Database.Database | null {
  const path = join(dataFolder, "instance.lock");
  let lock: Database.Database | null = null;
  try {
    lock = new Database(path, { timeout: 0 });
    // Nothing is ever written: the lock is had on a full disk too.
    lock.pragma("journal_mode = MEMORY");
    lock.exec("BEGIN EXCLUSIVE");
    return lock;
  } catch (cause) {
    lock?.close();
    if (cause instanceof Database.SqliteError && cause.code.startsWith("SQLITE_BUSY")) return null;
    throw new AppError("data_not_writable", { path: dataFolder }, { cause });
  }
}

/**
 * One program per data folder. Gives the lock, or who holds it: the holder is asked to show its window.
 * @param show called when a second start asks for the window
 * @throws AppError data_not_writable; database_locked when the holder does not answer
 */
export async function lockInstance(
  dataFolder: string,
  show: () => void,
): Promise<{ lock: InstanceLock } | { running: RunningInstance }> {
  const path = address(dataFolder);
  for (const until = performance.now() + ANSWER_WITHIN; ;) {
    const held = takeLock(dataFolder);
    if (held) return { lock: await answering(held, path, show) };
    const running = await ask(path, "show");
    if (running) return { running };
    if (performance.now() > until) throw new AppError("database_locked", { path: dataFolder });
    await pause(RETRY);
  }
}

/** Who holds the data folder, without asking for the window; null when nobody answers. */
export const runningInstance = (dataFolder: string): Promise<RunningInstance | null> =>
  ask(address(dataFolder), "who");

function ask(path: string, question: "show" | "who"): Promise<RunningInstance | null> {
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

/** Answers second starts as long as the lock is held. */
async function answering(
  held: Database.Database,
  path: string,
  show: () => void,
): Promise<InstanceLock> {
  let told: RunningInstance = { pid: process.pid, url: "" };
  const described = Promise.withResolvers<void>();
  const waiting = new Set<Socket>();
  const server = createServer((socket) => {
    waiting.add(socket);
    socket.on("close", () => waiting.delete(socket));
    socket.on("error", () => socket.destroy());
    socket.once("data", (part) => void reply(socket, part.toString("utf8")));
  });

  async function reply(socket: Socket, question: string): Promise<void> {
    await Promise.race([described.promise, pause(DESCRIBED_WITHIN, undefined, { ref: false })]);
    if (socket.destroyed) return;
    // "who" must not raise a window.
    if (question.startsWith("show")) show();
    socket.end(JSON.stringify(told));
  }

  // We hold the lock: what lies there is left of a program that was killed.
  if (process.platform !== "win32") rmSync(path, { force: true });
  await listen(server, path);
  return {
    describe(instance) {
      told = instance;
      described.resolve();
    },
    async release() {
      const closed = new Promise((done) => server.close(done));
      for (const socket of waiting) socket.destroy();
      await closed;
      held.close();
    },
  };
}

/** A system that gives no socket costs the answer to a second start, not the first one. */
function listen(server: Server, path: string): Promise<void> {
  return new Promise((done) => {
    server.on("error", () => done());
    server.listen(path, () => {
      if (process.platform !== "win32") chmodSync(path, 0o600);
      server.unref();
      done();
    });
  });
}
