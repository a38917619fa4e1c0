import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Readable, Writable } from "node:stream";

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "brave-browser",
];

const PLACES: Readonly<Record<string, readonly string[]>> = {
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
    "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
};

/** A Chromium-like browser of this machine; REPLYDECK_CHROMIUM names one. Null when there is none. */
export function findChromium(
  env: Readonly<Record<string, string | undefined>> = process.env,
): string | null {
  const named = env["REPLYDECK_CHROMIUM"];
  if (named !== undefined && named !== "") return existsSync(named) ? named : null;
  const onPath = (env["PATH"] ?? "")
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const candidates = [
    ...(PLACES[process.platform] ?? []),
    ...(process.platform === "win32" ? [] : onPath),
  ];
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What the browser is started with. Where no language is set (a service, a bare terminal) it would take file names for
 * plain ASCII and could not read a file with a Chinese name: then it gets the UTF-8 that every system has.
 */
export function browserEnvironment(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): Record<string, string | undefined> {
  // The first that is set counts, as setlocale(3) has it. Windows and macOS have UTF-8 names whatever it says.
  const locale = [env["LC_ALL"], env["LC_CTYPE"], env["LANG"]].find((each) => each) ?? "C";
  const asks = platform !== "win32" && platform !== "darwin" && /^(?:C|POSIX)$/.test(locale);
  return asks ? { ...env, LC_ALL: "C.UTF-8" } : { ...env };
}

/** One running browser, spoken to over a pipe: no debugging port is open to other programs. */
export interface Chromium {
  readonly process: ChildProcess;
  /** Sends one DevTools command. Rejects with the browser's own words, or when the browser is gone. */
  send(method: string, params?: object, sessionId?: string): Promise<Record<string, unknown>>;
  on(listener: (method: string, params: Record<string, unknown>) => void): void;
  /** Resolves when the browser has ended. */
  readonly gone: Promise<void>;
  close(): Promise<void>;
}

/** Starts a browser with its own profile and one app window. */
export function startChromium(
  path: string,
  profile: string,
  url: string,
  size: { width: number; height: number },
): Chromium {
  const flags = [
    `--user-data-dir=${profile}`,
    `--app=${url}`,
    `--window-size=${size.width},${size.height}`,
    "--remote-debugging-pipe",
    "--class=replydeck-palette",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--disable-extensions",
    "--disable-features=Translate,MediaRouter",
    // A hidden palette must be ready at once.
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    "--password-store=basic",
    // Chromium's sandbox refuses to start as root.
    ...(process.getuid?.() === 0 ? ["--no-sandbox", "--test-type"] : []),
  ];
  const child = spawn(path, flags, {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    env: browserEnvironment(),
  });
  const toBrowser = child.stdio[3] as Writable;
  const fromBrowser = child.stdio[4] as Readable;
  const waiting = new Map<
    number,
    { resolve: (value: Record<string, unknown>) => void; reject: (error: Error) => void }
  >();
  const listeners: ((method: string, params: Record<string, unknown>) => void)[] = [];
  let nextId = 1;
  let rest = "";

  const gone = new Promise<void>((done) => {
    const end = (): void => {
      for (const { reject } of waiting.values()) reject(new Error("the browser has closed"));
      waiting.clear();
      done();
    };
    child.once("exit", end);
    child.once("error", end);
  });
  toBrowser.on("error", () => undefined);
  fromBrowser.on("error", () => undefined);
  fromBrowser.setEncoding("utf8");
  fromBrowser.on("data", (part: string) => {
    rest += part;
    const parts = rest.split("\0");
    rest = parts.pop() ?? "";
    for (const text of parts) receive(text);
  });

  function receive(text: string): void {
    const message = JSON.parse(text) as {
      id?: number;
      method?: string;
      params?: Record<string, unknown>;
      result?: Record<string, unknown>;
      error?: { message: string };
    };
    if (message.id === undefined) {
      for (const listener of listeners) listener(message.method ?? "", message.params ?? {});
      return;
    }
    const promise = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) promise?.reject(new Error(message.error.message));
    else promise?.resolve(message.result ?? {});
  }

  return {
    process: child,
    gone,
    on: (listener) => void listeners.push(listener),
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        if (child.exitCode !== null || child.signalCode !== null) {
          reject(new Error("the browser has closed"));
          return;
        }
        const id = nextId++;
        waiting.set(id, { resolve, reject });
        toBrowser.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      }),
    async close() {
      child.kill();
      await gone;
    },
  };
}
