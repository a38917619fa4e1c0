import { spawn } from "node:child_process";
import { profileFolder } from "./chromiumWindows.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** The system's own way to open an address in the person's browser. */
const OPENERS: Readonly<Record<string, readonly string[]>> = {
  linux: ["xdg-open"],
  darwin: ["open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
};

/** True where a browser window can appear at all. */
export function hasScreen(env: Env = process.env, platform: string = process.platform): boolean {
  if (platform === "win32" || platform === "darwin") return true;
  return Boolean(env["DISPLAY"] || env["WAYLAND_DISPLAY"]);
}

/**
 * Program and arguments that show the pages where there is no palette: an app window of a Chromium with our own
 * profile, else whatever browser the person uses. Null when the system has no way.
 */
export function openerFor(
  url: string,
  chromium: string | null,
  dataFolder: string,
  platform: string = process.platform,
): { command: string; args: string[] } | null {
  if (chromium !== null) {
    const args = [`--user-data-dir=${profileFolder(dataFolder)}`, `--app=${url}`];
    args.push("--window-size=1280,820", "--no-first-run", "--no-default-browser-check");
    // Chromium's sandbox refuses to start as root.
    if (process.getuid?.() === 0) args.push("--no-sandbox", "--test-type");
    return { command: chromium, args };
  }
  const [command, ...args] = OPENERS[platform] ?? [];
  return command === undefined ? null : { command, args: [...args, url] };
}

/** Shows the pages. The address was printed before, so a browser that does not come costs nothing more. */
export function openPages(url: string, chromium: string | null, dataFolder: string): void {
  const opener = openerFor(url, chromium, dataFolder);
  if (!opener) return;
  spawn(opener.command, opener.args, { stdio: "ignore", detached: true })
    .on("error", () => undefined)
    .unref();
}
