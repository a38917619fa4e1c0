import { dirname } from "node:path";
import { inspect } from "node:util";
import { type ErrorParams, isAppError } from "../../shared/errors.ts";
import { say } from "../../shared/rules/say.ts";
import { listBackups } from "../database/backup.ts";
import { asAppError } from "../database/failures.ts";
import { tell, terminalLocale } from "./words.ts";

/** Exit codes of every command. */
export const EXIT = { done: 0, failed: 1, usage: 2, refused: 3 } as const;

/** A command used wrongly: one sentence, and how to use it. */
export class UsageError extends Error {}

/** The work failed for a reason only the command line knows; the message is the sentence. */
export class CommandError extends Error {}

/** Writes one line for people on standard output. */
export const line = (text: string): void => void process.stdout.write(`${text}\n`);

let prepared = false;

/**
 * Makes standard output and error fit for people and pipes. What the core logs is one line each, the whole of it
 * with REPLYDECK_DEBUG; a reader that goes away early (`| head -1`) is no failure.
 */
export function prepareOutput(): void {
  if (prepared) return;
  prepared = true;
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  if (process.env["REPLYDECK_DEBUG"]) return;
  console.error = (...parts: unknown[]): void => {
    process.stderr.write(`${parts.map(oneLine).join(" ")}\n`);
  };
}

function oneLine(part: unknown): string {
  if (typeof part === "string") return part;
  if (part instanceof Error) return sentenceFor(part);
  return inspect(part, { breakLength: Infinity });
}

/** True when a full disk is behind a failure, however it was wrapped. */
function isDiskFull(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const ours = asAppError(cause, "");
    if (isAppError(ours) && ours.code === "disk_full") return true;
    // The shared memory of the write-ahead log could not be made as large as it has to be.
    if ("code" in cause && cause.code === "SQLITE_IOERR_SHMSIZE") return true;
  }
  return false;
}

/** Damage is told together with the way out of it: the newest backup beside the library. */
function withBackup(params: ErrorParams): ErrorParams {
  if ((params["backup"] ?? "-") !== "-") return params;
  const newest = listBackups(dirname(String(params["path"])))[0];
  return { ...params, backup: newest?.path ?? "-" };
}

/** What went wrong as one sentence in the terminal's language. */
export function sentenceFor(error: unknown): string {
  const locale = terminalLocale();
  if (error instanceof CommandError) return error.message;
  if (isDiskFull(error)) return say(locale, "disk_full", {});
  if (isAppError(error)) {
    const { code, params } = error;
    // The desktop edition has windows, no address.
    if (code === "instance_running" && params["url"] === "") return tell("electronRunning", params);
    return say(locale, code, code === "database_damaged" ? withBackup(params) : params).replaceAll(
      /\s*\n\s*/g,
      " ",
    );
  }
  const detail = error instanceof Error ? error.message : String(error);
  return say(locale, "unexpected", { detail: detail.replaceAll(/\s*\n\s*/g, " ") });
}

/** Says what went wrong in one sentence on standard error; gives the exit code. */
export function failWith(error: unknown): number {
  if (process.env["REPLYDECK_DEBUG"]) console.error(error);
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`);
    return EXIT.usage;
  }
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code.startsWith("ERR_PARSE_ARGS")) {
    // Node's first sentence says it all; the rest is about its own options.
    const detail = (error as Error).message.split(/(?<=[.])\s/)[0] ?? "";
    process.stderr.write(`${tell("usage", { detail })}\n`);
    return EXIT.usage;
  }
  process.stderr.write(`${sentenceFor(error)}\n`);
  return EXIT.failed;
}

/** A failure nobody waited for must still end as a sentence; `what` then decides about going on. */
export function onUncaught(what: (error: unknown) => void): void {
  process.setUncaughtExceptionCaptureCallback(null);
  process.setUncaughtExceptionCaptureCallback(what);
}
