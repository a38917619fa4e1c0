import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { chromium } from "@playwright/test";
import type { Page } from "@playwright/test";
import { openX11 } from "../../src/main/adapters/x11/connection.ts";
import { createX11Desktop } from "../../src/main/adapters/x11/desktop.ts";
import type { X11Desktop } from "../../src/main/adapters/x11/desktop.ts";
import { hasWindowManager } from "../../src/main/adapters/x11/windowProperties.ts";

/** A finished command. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** A real desktop of its own: X server, window manager, private home. */
export interface TestDesktop {
  /** ":123". */
  readonly display: string;
  readonly env: NodeJS.ProcessEnv;
  /** A folder that goes with the desktop. */
  readonly folder: string;
  /** Starts a program on this desktop; it ends with the desktop. */
  run(command: string, args: readonly string[], options?: { input?: "pipe" }): ChildProcess;
  /** Runs a command to its end. Rejects when it cannot be started. */
  exec(command: string, args: readonly string[], input?: string | Buffer): Promise<Ran>;
  close(): Promise<void>;
}

const running = new Set<ChildProcess>();
/** Each child leads a process group of its own, so that its children end with it. */
function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}
process.on("exit", () => {
  for (const child of running) killGroup(child, "SIGKILL");
});

const GRACE_MS = 3_000;

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    killGroup(child, "SIGKILL");
    running.delete(child);
    return;
  }
  const gone = once(child, "exit");
  killGroup(child, "SIGTERM");
  const timer = setTimeout(() => killGroup(child, "SIGKILL"), GRACE_MS);
  await gone;
  clearTimeout(timer);
  killGroup(child, "SIGKILL");
  running.delete(child);
}

function track(child: ChildProcess, mine: ChildProcess[]): ChildProcess {
  running.add(child);
  mine.push(child);
  child.on("exit", () => running.delete(child));
  // A program that is not installed: the waiting side says so.
  child.on("error", () => running.delete(child));
  return child;
}

/** The window manager is up when it says so; the change of the root's property tells when to look. */
async function waitForWindowManager(display: string): Promise<void> {
  const conn = await openX11(display);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const look = () => {
    hasWindowManager(conn).then((up) => (up ? resolve() : undefined), reject);
  };
  conn.onEvent((event) => {
    if (event.name === "PropertyNotify") look();
  });
  const timer = setTimeout(() => reject(new Error("no window manager after 10 s")), 10_000);
  try {
    await conn.select(conn.root, 0x400000).ready;
    look();
    await promise;
  } finally {
    clearTimeout(timer);
    await conn.close();
  }
}

/** Xvfb on a display it picks itself, with openbox; everything ends at close. */
export async function startDesktop(
  options: { windowManager?: boolean } = {},
): Promise<TestDesktop> {
  const folder = await mkdtemp(join(tmpdir(), "replydeck-desktop-"));
  const mine: ChildProcess[] = [];
  const close = async () => {
    for (const child of mine.toReversed()) await end(child);
    // Programs that were just ended may still be writing.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  try {
    const home = join(folder, "home");
    await mkdir(join(home, "run"), { recursive: true, mode: 0o700 });
    const server = track(
      spawn(
        "Xvfb",
        ["-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"],
        { stdio: ["ignore", "ignore", "ignore", "pipe"], detached: true },
      ),
      mine,
    );
    const number = await new Promise<string>((resolve, reject) => {
      server.once("error", reject);
      server.once("exit", (code) => reject(new Error(`Xvfb ended with ${code}`)));
      const pipe = server.stdio[3] as Readable;
      let text = "";
      pipe.on("data", (chunk: Buffer) => {
        text += chunk.toString();
        if (text.includes("\n")) resolve(text.trim());
      });
    });
    const display = `:${number}`;
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      DISPLAY: display,
      HOME: home,
      XDG_CONFIG_HOME: join(home, ".config"),
      XDG_CACHE_HOME: join(home, ".cache"),
      XDG_DATA_HOME: join(home, ".local/share"),
      XDG_RUNTIME_DIR: join(home, "run"),
      XDG_SESSION_TYPE: "x11",
      LANG: "C.UTF-8",
      // Accessibility buses and input methods of the machine have no part in this.
      NO_AT_BRIDGE: "1",
      GTK_IM_MODULE: "gtk-im-context-simple",
      GTK_A11Y: "none",
    };
    delete env["WAYLAND_DISPLAY"];
    delete env["DBUS_SESSION_BUS_ADDRESS"];
    const run: TestDesktop["run"] = (command, args, input) =>
      track(
        spawn(command, args, {
          env,
          cwd: folder,
          stdio: [input?.input ?? "ignore", "pipe", "pipe"],
          detached: true,
        }),
        mine,
      );
    const exec: TestDesktop["exec"] = (command, args, input) =>
      new Promise((resolve, reject) => {
        const child = spawn(command, args, { env, cwd: folder, stdio: ["pipe", "pipe", "pipe"] });
        const out: Buffer[] = [];
        let stderr = "";
        child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
        child.stderr.on("data", (chunk: Buffer) => {
          stderr += chunk.toString();
        });
        child.on("error", reject);
        child.on("close", (code) => resolve({ code, stdout: Buffer.concat(out), stderr }));
        child.stdin.on("error", () => undefined);
        child.stdin.end(input ?? "");
      });
    if (options.windowManager !== false) {
      const manager = run("openbox", ["--sm-disable"]);
      manager.stdout?.resume();
      manager.stderr?.resume();
      await waitForWindowManager(display);
    }
    return { display, env, folder, run, exec, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A window with a text field of another program, into which tests paste. */
export interface TextTarget {
  readonly windowId: string;
  read(): Promise<string>;
  clear(): Promise<void>;
  /** Brings the window to the front with the keyboard in its text field. */
  focus(): Promise<void>;
  /** Resolves with the time (Date.now() scale, fractions of ms) the text first was as wanted; rejects after `timeoutMs` saying what stands there. */
  waitForText(wanted: string, timeoutMs?: number): Promise<number>;
  close(): Promise<void>;
}

const TARGET_MS = 5_000;
const START_MS = 20_000;

/** A GTK editor of one text view; speaks lines of JSON, so that nothing has to be guessed from outside. */
const GTK_EDITOR = `
import json, sys, time, threading
import gi
gi.require_version("Gtk", "3.0")
gi.require_version("GdkX11", "3.0")
from gi.repository import Gtk, Gdk, GLib, GdkX11
Gdk.set_program_class("gtkeditor")
window = Gtk.Window(title=sys.argv[1])
window.set_default_size(600, 400)
view = Gtk.TextView(wrap_mode=Gtk.WrapMode.CHAR)
scroller = Gtk.ScrolledWindow()
scroller.add(view)
window.add(scroller)
buffer = view.get_buffer()
def say(**what):
    sys.stdout.write(json.dumps(what) + "\\n")
    sys.stdout.flush()
def text():
    return buffer.get_text(buffer.get_start_iter(), buffer.get_end_iter(), True)
buffer.connect("end-user-action", lambda *_: say(text=text(), at=time.time() * 1000))
window.connect("destroy", Gtk.main_quit)
window.connect("focus-in-event", lambda *_: say(focused=True) and False)
def obey(line):
    if line == "clear":
        buffer.set_text("")
        say(text="", at=time.time() * 1000)
    elif line == "quit":
        Gtk.main_quit()
    return False
def listen():
    for line in sys.stdin:
        GLib.idle_add(obey, line.strip())
    GLib.idle_add(Gtk.main_quit)
threading.Thread(target=listen, daemon=True).start()
window.show_all()
view.grab_focus()
say(ready=True, window=window.get_window().get_xid())
Gtk.main()
`;

interface GtkSays {
  readonly text?: string;
  readonly at?: number;
  readonly window?: number;
}

let counter = 0;

/** Brings a window to the front; the tests' own connection does not touch the one under test. */
async function bringForward(tools: X11Desktop, id: string): Promise<void> {
  await tools.activeWindow.activate(id);
  if (!(await tools.activeWindow.waitUntilActive(id, TARGET_MS))) {
    throw new Error(`window ${id} did not get the keyboard`);
  }
}

/** A GTK 3 text view in a window of its own (Debian: python3-gi, gir1.2-gtk-3.0). */
export async function openGtkTarget(desktop: TestDesktop): Promise<TextTarget> {
  const child = desktop.run("/usr/bin/python3", ["-c", GTK_EDITOR, `GTK ${(counter += 1)}`], {
    input: "pipe",
  });
  let stderr = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const heard = new Set<(said: GtkSays) => void>();
  let latest = { text: "", at: 0 };
  const ready = Promise.withResolvers<number>();
  child.once("error", ready.reject);
  child.once("exit", () => ready.reject(new Error(`the GTK editor ended: ${stderr}`)));
  createInterface({ input: child.stdout as Readable }).on("line", (line) => {
    const said = JSON.parse(line) as GtkSays;
    if (said.window !== undefined) ready.resolve(said.window);
    if (said.text !== undefined) latest = { text: said.text, at: said.at ?? 0 };
    for (const hear of heard) hear(said);
  });
  const windowId = String(await ready.promise);
  const tools = await createX11Desktop(desktop.display);
  // The manager gives a new window the keyboard; until it has, it would take it from whoever asks for it next.
  await tools.activeWindow.waitUntilActive(windowId, START_MS);
  const waitForText = (wanted: string, timeoutMs = TARGET_MS) =>
    new Promise<number>((resolve, reject) => {
      const hear = () => {
        if (latest.text !== wanted) return;
        heard.delete(hear);
        clearTimeout(timer);
        resolve(latest.at);
      };
      const timer = setTimeout(() => {
        heard.delete(hear);
        reject(new Error(`GTK editor has ${JSON.stringify(latest.text.slice(0, 200))}`));
      }, timeoutMs);
      heard.add(hear);
      hear();
    });
  return {
    windowId,
    read: async () => latest.text,
    clear: async () => {
      child.stdin?.write("clear\n");
      await waitForText("");
    },
    focus: () => bringForward(tools, windowId),
    waitForText,
    close: async () => {
      await tools.close();
      await end(child);
    },
  };
}

const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
];

/** A Chromium window with a textarea and contenteditables, of which `rich` takes pictures too. */
export interface ChromiumTarget extends TextTarget {
  readonly page: Page;
  use(field: "textarea" | "editable" | "rich"): Promise<void>;
}

const PAGE = (title: string) => `<!doctype html><meta charset="utf-8"><title>${title}</title>
<style>textarea,div{width:90vw;height:28vh;border:1px solid;white-space:pre-wrap;overflow:auto}</style>
<textarea id="textarea"></textarea><div id="editable" contenteditable="plaintext-only"></div>
<div id="rich" contenteditable></div>`;

/** Opens Chromium in a window on the desktop. */
export async function openChromiumTarget(desktop: TestDesktop): Promise<ChromiumTarget> {
  const title = `Chromium ${(counter += 1)}`;
  const file = join(desktop.folder, `page-${counter}.html`);
  await writeFile(file, PAGE(title));
  // An app window: with an address bar the keyboard would start there.
  const browser = await chromium.launchPersistentContext(
    join(desktop.folder, `profile-${counter}`),
    {
      executablePath: "/usr/bin/chromium",
      headless: false,
      viewport: null,
      args: [...CHROMIUM_ARGS, `--app=file://${file}`],
      env: Object.fromEntries(
        Object.entries(desktop.env).filter(
          (pair): pair is [string, string] => pair[1] !== undefined,
        ),
      ),
    },
  );
  const page = browser.pages()[0] ?? (await browser.waitForEvent("page"));
  await page.waitForLoadState();
  const tools = await createX11Desktop(desktop.display);
  const found = await tools.windowTools.waitFor({ title }, START_MS);
  if (!found) throw new Error("the Chromium window did not come");
  await tools.activeWindow.waitUntilActive(found.id, START_MS);
  let field: "textarea" | "editable" | "rich" = "textarea";
  const use = async (wanted: typeof field) => {
    field = wanted;
    await page.focus(`#${wanted}`);
  };
  await use("textarea");
  const read = () =>
    page.evaluate((id) => {
      const element = document.getElementById(id);
      return element instanceof HTMLTextAreaElement ? element.value : (element?.innerText ?? "");
    }, field);
  return {
    page,
    windowId: found.id,
    use,
    read,
    clear: () =>
      page.evaluate((id) => {
        const element = document.getElementById(id);
        if (element instanceof HTMLTextAreaElement) element.value = "";
        else element?.replaceChildren();
      }, field),
    focus: async () => {
      await bringForward(tools, found.id);
      await page.focus(`#${field}`);
      // The browser tells its page of the keyboard a moment after the window has it.
      await page.waitForFunction(() => document.hasFocus());
    },
    waitForText: async (wanted, timeoutMs = TARGET_MS) => {
      try {
        return await page.evaluate(
          ([id, text, limit]) =>
            new Promise<number>((resolve, reject) => {
              const element = document.getElementById(id);
              const now = () =>
                element instanceof HTMLTextAreaElement ? element.value : element?.innerText;
              const timer = setTimeout(() => reject(new Error("timeout")), limit);
              const look = () => {
                if (now() !== text) return;
                clearTimeout(timer);
                element?.removeEventListener("input", look);
                resolve(performance.timeOrigin + performance.now());
              };
              element?.addEventListener("input", look);
              look();
            }),
          [field, wanted, timeoutMs] as const,
        );
      } catch (error) {
        const text = await read();
        throw new Error(`Chromium has ${JSON.stringify(text.slice(0, 200))}`, { cause: error });
      }
    },
    close: async () => {
      await tools.close();
      await browser.close();
    },
  };
}
