import { homedir } from "node:os";
import { join, resolve } from "node:path";

/**
 * Where the library lives: `--data`, else REPLYDECK_DATA, else the platform's own place for program data
 * (%APPDATA%, ~/Library/Application Support, XDG_DATA_HOME).
 */
export function dataFolder(
  given: string | undefined,
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
): string {
  const chosen = given || env["REPLYDECK_DATA"];
  if (chosen) return resolve(chosen);
  if (platform === "win32")
    return join(env["APPDATA"] ?? join(homedir(), "AppData", "Roaming"), "ReplyDeck");
  if (platform === "darwin") return join(homedir(), "Library", "Application Support", "ReplyDeck");
  return join(env["XDG_DATA_HOME"] || join(homedir(), ".local", "share"), "replydeck");
}
