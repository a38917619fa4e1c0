import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Settings, settings as schema } from "../../shared/contract/settings.ts";
import { AppError } from "../../shared/errors.ts";
import { defaultSettings } from "../../shared/rules/defaultSettings.ts";
import type { SettingsStore } from "../ports/settingsStore.ts";

/** What conf and electron-store have in common: the whole file as one object, written in one step. */
export interface SettingsFile {
  store: Record<string, unknown>;
}

/** Options both take for the same file: `config.json` in the data folder. */
export interface SettingsFileOptions {
  readonly cwd: string;
  readonly configFileMode: number;
}

const FILE = "config.json";
/** Only this person may read it. */
const MODE = 0o600;

/**
 * Settings over a file that a person may have edited or a disk may have damaged. What cannot be understood is
 * replaced by the default, after the file was copied aside as `config.bad-<time>.json`; keys this version does not
 * know (written by a newer one) are kept.
 * @param folder the data folder; made when it is not there
 * @param open opens conf or electron-store on it
 * @throws AppError data_not_writable, disk_full
 */
export function createSettings(
  folder: string,
  open: (options: SettingsFileOptions) => SettingsFile,
  now: () => Date = () => new Date(),
): SettingsStore {
  const path = join(folder, FILE);
  const found = tryToWrite(path, () => {
    mkdirSync(folder, { recursive: true });
    return readExisting(path);
  });
  const { value, sound } = understand(found);
  if (!sound) {
    tryToWrite(path, () => {
      copyFileSync(path, join(folder, badName(now())));
      // conf refuses to open a file that is not JSON, so it has to be replaced before.
      writeFileSync(path, `${JSON.stringify(merged(found, value), null, "\t")}\n`, { mode: MODE });
    });
  }
  const file = tryToWrite(path, () => open({ cwd: folder, configFileMode: MODE }));
  let current = value;

  return {
    get: () => current,
    set(changes) {
      const next = schema.parse({ ...current, ...changes });
      tryToWrite(path, () => {
        file.store = merged(file.store, next);
      });
      current = next;
      return next;
    },
  };
}

/** The object in the file; undefined when there is no file, null when it is not a JSON object. */
function readExisting(path: string): Record<string, unknown> | null | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** Every setting that can be read; the default for each that is missing or cannot be. */
function understand(found: Record<string, unknown> | null | undefined): {
  value: Settings;
  sound: boolean;
} {
  if (found === undefined) return { value: defaultSettings, sound: true };
  if (found === null) return { value: defaultSettings, sound: false };
  const value: Record<string, unknown> = { ...defaultSettings };
  let sound = true;
  for (const [key, part] of Object.entries(schema.shape)) {
    if (!Object.hasOwn(found, key)) continue;
    const parsed = part.safeParse(found[key]);
    if (parsed.success) value[key] = parsed.data;
    else sound = false;
  }
  return { value: schema.parse(value), sound };
}

const merged = (
  found: Record<string, unknown> | null | undefined,
  value: Settings,
): Record<string, unknown> => ({
  ...found,
  ...value,
});

function badName(at: Date): string {
  const stamp = at.toISOString().slice(0, 19).replaceAll(":", "").replace("T", "-");
  return `${basename(FILE, ".json")}.bad-${stamp}.json`;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "";

function tryToWrite<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOSPC") throw new AppError("disk_full", {}, { cause: error });
    if (code === "EACCES" || code === "EPERM" || code === "EROFS" || code === "ENOTDIR")
      throw new AppError("data_not_writable", { path }, { cause: error });
    throw error;
  }
}
