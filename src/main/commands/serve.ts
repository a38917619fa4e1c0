import { say } from "../../shared/rules/say.ts";
import { dataFolder } from "../adapters/node/dataFolder.ts";
import { serve } from "../browserShell.ts";
import { line, terminalLocale, UsageError } from "./output.ts";

export interface ServeArguments {
  port?: string | undefined;
  data?: string | undefined;
  "no-open"?: boolean | undefined;
  "no-desktop"?: boolean | undefined;
  json?: boolean | undefined;
}

/** Port number of an argument. @throws UsageError */
export function readPort(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new UsageError(`--port: 0-65535, not "${text}"`);
  return port;
}

/** Starts the browser shell, says where it is, and stays until it is told to end. */
export async function runServe(options: ServeArguments): Promise<void> {
  const folder = dataFolder(options.data);
  const port = readPort(options.port);
  const serving = await serve({
    dataFolder: folder,
    port,
    open: options["no-open"] !== true,
    desktop: options["no-desktop"] !== true,
  });
  const { url, hotkeys } = serving;
  if (options.json) line(JSON.stringify({ url, pid: process.pid, data: folder, hotkeys }));
  else {
    const locale = terminalLocale();
    line(`ReplyDeck 快答台  ${url}`);
    line(hotkeys === "on" ? say(locale, "hotkeys_on", {}) : say(locale, hotkeys, { url }));
  }
  const end = (): void => {
    void serving.close().then(() => process.exit(0));
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
}
