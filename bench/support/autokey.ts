import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { TestDesktop } from "../../test/support/desktop.ts";

/** What AutoKey is to paste, and on which hotkey: names as AutoKey writes them ("<ctrl>", "8"). */
export interface AutoKeyPhrase {
  readonly text: string;
  readonly modifiers: readonly string[];
  readonly key: string;
}

/** The peer: AutoKey (Debian package autokey-gtk) with one phrase, in a home and on a bus of its own. */
export interface AutoKey {
  /** Starts it; the caller finds out when its hotkey works by pressing it. */
  start(): void;
  stop(): Promise<void>;
}

const GRACE_MS = 3_000;
/** TriggerMode.HOTKEY of AutoKey. */
const BY_HOTKEY = 3;

const noHotkey = { modifiers: [], hotKey: null };
const noFilter = { regex: null, isRecursive: false };
const noAbbreviation = {
  abbreviations: [],
  backspace: true,
  ignoreCase: false,
  immediate: false,
  triggerInside: false,
  wordChars: "[\\w]",
};

/** Settings as AutoKey writes them itself, but for the tray icon: there is no tray here. */
const SETTINGS = {
  version: "0.95.10",
  userCodeDir: null,
  settings: { isFirstRun: false, serviceRunning: true, showTrayIcon: false },
  folders: [],
  toggleServiceHotkey: { ...noHotkey, enabled: false },
  configHotkey: { ...noHotkey, enabled: false },
};

const FOLDER = {
  type: "folder",
  title: "bench",
  modes: [],
  usageCount: 0,
  showInTrayMenu: false,
  abbreviation: noAbbreviation,
  hotkey: noHotkey,
  filter: noFilter,
};

async function writeHome(home: string, phrase: AutoKeyPhrase): Promise<void> {
  const config = join(home, ".config/autokey");
  const folder = join(config, "data/bench");
  await mkdir(folder, { recursive: true });
  await writeFile(join(config, "autokey.json"), JSON.stringify(SETTINGS));
  await writeFile(join(folder, ".folder.json"), JSON.stringify(FOLDER));
  await writeFile(join(folder, "phrase.txt"), phrase.text);
  await writeFile(
    join(folder, ".phrase.json"),
    JSON.stringify({
      type: "phrase",
      description: "phrase",
      modes: [BY_HOTKEY],
      usageCount: 0,
      prompt: false,
      omitTrigger: false,
      matchCase: false,
      showInTrayMenu: false,
      abbreviation: noAbbreviation,
      hotkey: { modifiers: phrase.modifiers, hotKey: phrase.key },
      filter: noFilter,
      // By clipboard, as our engine does it.
      sendMode: "<ctrl>+v",
    }),
  );
}

/** Writes AutoKey's configuration for the desktop; it is not started yet. */
export async function prepareAutoKey(
  desktop: TestDesktop,
  phrase: AutoKeyPhrase,
): Promise<AutoKey> {
  const home = join(desktop.folder, "autokey-home");
  await writeHome(home, phrase);
  let child: ChildProcess | null = null;

  const start = () => {
    const places = {
      HOME: home,
      XDG_CONFIG_HOME: join(home, ".config"),
      XDG_CACHE_HOME: join(home, ".cache"),
      XDG_DATA_HOME: join(home, ".local/share"),
    };
    const pairs = Object.entries(places).map(([name, value]) => `${name}=${value}`);
    child = desktop.run("env", [...pairs, "dbus-run-session", "--", "autokey-gtk"]);
    child.stdout?.resume();
    child.stderr?.resume();
  };
  const signal = (pid: number, name: NodeJS.Signals) => {
    try {
      process.kill(-pid, name);
    } catch {
      // The group is gone already.
    }
  };
  const stop = async () => {
    const ending = child;
    child = null;
    if (ending?.pid === undefined) return;
    const { pid } = ending;
    if (ending.exitCode === null && ending.signalCode === null) {
      const gone = once(ending, "exit");
      signal(pid, "SIGTERM");
      const timer = setTimeout(() => signal(pid, "SIGKILL"), GRACE_MS);
      await gone;
      clearTimeout(timer);
    }
    signal(pid, "SIGKILL");
    // Its lock names a process that may live on under the same number.
    await rm(join(home, ".local/share/autokey"), { recursive: true, force: true });
  };

  return { start, stop };
}
