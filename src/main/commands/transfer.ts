import { accessSync, constants, existsSync, statSync } from "node:fs";
import { basename, dirname, extname, resolve } from "node:path";
import {
  importFormat,
  onConflict,
  type ImportFormat,
  type OnConflict,
} from "../../shared/contract/transfer.ts";
import { say } from "../../shared/rules/say.ts";
import { dataFolder } from "../adapters/node/dataFolder.ts";
import { createImaging } from "../adapters/node/imaging.ts";
import { createLocalTransfer } from "../core/localTransfer.ts";
import { isAppError } from "../../shared/errors.ts";
import { guessInWords, mappingFor, readColumns, readHeader } from "./columns.ts";
import { CommandError, EXIT, line, sentenceFor, UsageError } from "./output.ts";
import { tell, terminalLocale } from "./words.ts";

type Values = Record<string, string | boolean | undefined>;

const localTransfer = createLocalTransfer(createImaging());

const folderOf = (values: Values): string =>
  dataFolder(typeof values["data"] === "string" ? values["data"] : undefined);

function readFormat(values: Values): ImportFormat | null {
  if (values["format"] === undefined) return null;
  const parsed = importFormat.safeParse(values["format"]);
  if (!parsed.success)
    throw new UsageError(
      tell("choose", {
        option: "--format",
        allowed: importFormat.options.join(", "),
        given: String(values["format"]),
      }),
    );
  return parsed.data;
}

function readConflict(values: Values): OnConflict {
  const parsed = onConflict.safeParse(values["on-conflict"] ?? "skip");
  if (!parsed.success)
    throw new UsageError(
      tell("choose", {
        option: "--on-conflict",
        allowed: onConflict.options.join(", "),
        given: String(values["on-conflict"]),
      }),
    );
  return parsed.data;
}

/** A table whose body column can only be guessed is a matter of how the command was called. */
function unsureIsUsage(error: unknown): never {
  if (isAppError(error) && error.code === "import_body_unsure")
    throw new UsageError(`${sentenceFor(error)}${tell("columnsHint")}`, { cause: error });
  throw error;
}

/** `import FILE`: 3 when rows were refused. */
export async function runImport(words: string[], values: Values): Promise<number> {
  const path = resolve(words[0] ?? "");
  const locale = terminalLocale();
  const request = {
    path,
    fileName: basename(path),
    format: readFormat(values),
    mapping: readColumns(values["columns"]),
    header: readHeader(values["header"]),
    onlySure: values["yes"] !== true,
    onConflict: readConflict(values),
  };
  if (existsSync(path) && !may(path, constants.R_OK))
    throw new CommandError(tell("fileUnreadable", { file: request.fileName }));
  // Progress only for people, and only where a line can be written over.
  const shown = process.stderr.isTTY && !values["json"];
  const progress = (phase: string, done: number, total: number): void => {
    if (shown) process.stderr.write(`\r${phase} ${done}/${total}   `);
  };
  const { signal } = new AbortController();
  const dry = values["dry-run"] === true;
  const work = dry ? localTransfer.plan : localTransfer.apply;
  const result = await work(folderOf(values), request, progress, signal).catch(unsureIsUsage);
  if (shown) process.stderr.write("\r\u001b[K");
  const guess = guessInWords(result);
  if (guess !== null) process.stderr.write(`${guess}\n`);
  const skipped = "duplicates" in result ? result.skipped + result.duplicates : result.skipped;
  const refused = result.refused.map(({ row, column, code, params }) => ({
    row,
    column,
    reason: say(locale, code, params),
  }));
  if (values["json"]) {
    const { added, changed, pictures } = result;
    // Of very many only the first are named.
    const all = result.refusedCount;
    const more = all > refused.length ? { refusedCount: all } : {};
    // Only where there are any: files without pictures answer as they always did.
    const brought = pictures > 0 ? { pictures } : {};
    line(
      JSON.stringify({
        ...{ added, changed, skipped, ...brought, refused, ...more },
        mapping: mappingFor(result),
      }),
    );
  } else {
    line(
      `+${result.added}  ~${result.changed}  =${skipped}  !${result.refusedCount}${dry ? "  (--dry-run)" : ""}`,
    );
    if (result.pictures > 0) line(`  ${tell("picturesBrought", { count: result.pictures })}`);
    for (const { row, column, reason } of refused)
      line(`  ${row}${column ? ` [${column}]` : ""}: ${reason}`);
  }
  return result.refusedCount > 0 ? EXIT.refused : EXIT.done;
}

/** `export FILE`: the format follows the name unless it is given. */
export async function runExport(words: string[], values: Values): Promise<number> {
  const path = resolve(words[0] ?? "");
  const named = importFormat.safeParse(extname(path).slice(1).toLowerCase());
  const format = readFormat(values) ?? (named.success ? named.data : null);
  if (format === null) throw new UsageError(tell("exportFormat", { file: basename(path) }));
  checkTarget(path);
  const { count, picturesLost } = await localTransfer
    .write(folderOf(values), path, format)
    .catch((error) => {
      throw isAppError(error) ? error : exportFailed(path, error);
    });
  if (picturesLost > 0)
    process.stderr.write(`${tell("exportPicturesLost", { count: picturesLost })}\n`);
  line(values["json"] ? JSON.stringify({ count, path }) : `${count}  ${path}`);
  return EXIT.done;
}

/** What can be known before the work: else a refusal by the file system would be taken for one of the library's. */
function checkTarget(path: string): void {
  const folder = dirname(path);
  if (!existsSync(folder)) throw new CommandError(tell("exportNoFolder", { folder }));
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw exportFailed(path, "EISDIR");
  if (!statSync(folder).isDirectory()) throw exportFailed(path, "ENOTDIR");
  if (!may(folder, constants.W_OK)) throw exportFailed(path, "EACCES");
}

/** @param why a code of the file system, or the error it threw */
function exportFailed(path: string, why: unknown): CommandError {
  const code = why instanceof Error && "code" in why ? String(why.code) : null;
  const detail = typeof why === "string" ? why : (code ?? String(why));
  return new CommandError(tell("exportFailed", { path, detail }), { cause: why });
}

function may(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}
