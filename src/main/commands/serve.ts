import { say } from "../../shared/rules/say.ts";
import { dataFolder } from "../adapters/node/dataFolder.ts";
import { serve, type Serving } from "../browserShell.ts";
import { isAppError } from "../../shared/errors.ts";
import {
  EXIT,
  failWith,
  line,
  onUncaught,
  prepareOutput,
  sentenceFor,
  UsageError,
} from "./output.ts";
import { tell, terminalLocale } from "./words.ts";

export interface ServeArguments {
  port?: string | undefined;
  data?: string | undefined;
  "no-open"?: boolean | undefined;
  "no-desktop"?: boolean | undefined;
  json?: boolean | undefined;
}

/** How long an orderly end may take before the program just ends, milliseconds. */
const END_WITHIN = 10_000;

/** Port number of an argument. @throws UsageError */
export function readPort(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new UsageError(tell("choose", { option: "--port", allowed: "0-65535", given: text }));
  return port;
}

/** Starts the browser shell, says where it is, and stays until it is told to end. */
export async function runServe(options: ServeArguments): Promise<void> {
  prepareOutput();
  if (options.data === "") throw new UsageError(tell("dataEmpty"));
  const folder = dataFolder(options.data);
  const port = readPort(options.port);
  const report = (error: unknown): void => void process.stderr.write(`${sentenceFor(error)}\n`);
  const starting = serve({
    dataFolder: folder,
    port,
    open: options["no-open"] !== true,
    desktop: options["no-desktop"] !== true,
    report,
  });
  endInOrder(starting, report);
  const { url, hotkeys } = await starting;
  if (options.json) line(JSON.stringify({ url, pid: process.pid, data: folder, hotkeys }));
  else {
    const locale = terminalLocale();
    line(`ReplyDeck 快答台  ${url}`);
    line(hotkeys === "on" ? say(locale, "hotkeys_on", {}) : say(locale, hotkeys, { url }));
  }
}

/** Closes everything before the program ends, however it is told to, and also while it is still starting. */
function endInOrder(starting: Promise<Serving>, report: (error: unknown) => void): void {
  let ending = false;
  const end = (code: number): void => {
    // The terminal and npm both pass Ctrl+C on: the second must not cut the first one short.
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(EXIT.failed), END_WITHIN).unref();
    void starting.then(
      async (serving) => {
        await serving.close();
        process.exit(code);
      },
      // Not started: who waits for it says why.
      () => undefined,
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => end(EXIT.done));
  onUncaught((error) => {
    // A failure with a sentence of its own is known and leaves nothing half done; after any other we cannot know.
    if (isAppError(error)) report(error);
    else end(failWith(error));
  });
}
