import { isAppError } from "../../shared/errors.ts";
import { say } from "../../shared/rules/say.ts";

/** Exit codes of every command. */
export const EXIT = { done: 0, failed: 1, usage: 2, refused: 3 } as const;

/** A command used wrongly: says how to use it. */
export class UsageError extends Error {}

/** The language of the terminal: Chinese where the environment says so, else English. */
export function terminalLocale(
  env: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const lang = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
  if (/^zh[_-](TW|HK|MO|Hant)/i.test(lang)) return "zh-TW";
  return /^zh/i.test(lang) ? "zh-CN" : "en";
}

/** Writes one line for people on standard output. */
export const line = (text: string): void => void process.stdout.write(`${text}\n`);

/** Says what went wrong in one sentence on standard error; gives the exit code. */
export function failWith(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`);
    return EXIT.usage;
  }
  if (isAppError(error)) {
    process.stderr.write(`${say(terminalLocale(), error.code, error.params)}\n`);
    return EXIT.failed;
  }
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code.startsWith("ERR_PARSE_ARGS")) {
    process.stderr.write(`${(error as Error).message}\n`);
    return EXIT.usage;
  }
  const detail = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${say(terminalLocale(), "unexpected", { detail })}\n`);
  if (process.env["REPLYDECK_DEBUG"]) console.error(error);
  return EXIT.failed;
}
