import { extname, resolve, basename } from "node:path";
import {
  importFormat,
  onConflict,
  type ImportFormat,
  type OnConflict,
} from "../../shared/contract/transfer.ts";
import { say } from "../../shared/rules/say.ts";
import { dataFolder } from "../adapters/node/dataFolder.ts";
import { localTransfer } from "../core/localTransfer.ts";
import { EXIT, line, terminalLocale, UsageError } from "./output.ts";

type Values = Record<string, string | boolean | undefined>;

const folderOf = (values: Values): string =>
  dataFolder(typeof values["data"] === "string" ? values["data"] : undefined);

function readFormat(values: Values): ImportFormat | null {
  if (values["format"] === undefined) return null;
  const parsed = importFormat.safeParse(values["format"]);
  if (!parsed.success)
    throw new UsageError(`--format: csv, tsv, xlsx, json, not "${String(values["format"])}"`);
  return parsed.data;
}

function readConflict(values: Values): OnConflict {
  const parsed = onConflict.safeParse(values["on-conflict"] ?? "skip");
  if (!parsed.success)
    throw new UsageError(
      `--on-conflict: skip, overwrite, both, not "${String(values["on-conflict"])}"`,
    );
  return parsed.data;
}

/** `import FILE`: 3 when rows were refused. */
export async function runImport(words: string[], values: Values): Promise<number> {
  const path = resolve(words[0] ?? "");
  const locale = terminalLocale();
  const request = {
    path,
    fileName: basename(path),
    format: readFormat(values),
    mapping: null,
    onConflict: readConflict(values),
  };
  // Progress only for people, and only where a line can be written over.
  const tell = process.stderr.isTTY && !values["json"];
  const progress = (phase: string, done: number, total: number): void => {
    if (tell) process.stderr.write(`\r${phase} ${done}/${total}   `);
  };
  const { signal } = new AbortController();
  const dry = values["dry-run"] === true;
  const result = dry
    ? await localTransfer.plan(folderOf(values), request, progress, signal)
    : await localTransfer.apply(folderOf(values), request, progress, signal);
  if (tell) process.stderr.write("\r\u001b[K");
  const skipped = "duplicates" in result ? result.skipped + result.duplicates : result.skipped;
  const refused = result.refused.map(({ row, column, code, params }) => ({
    row,
    column,
    reason: say(locale, code, params),
  }));
  if (values["json"])
    line(JSON.stringify({ added: result.added, changed: result.changed, skipped, refused }));
  else {
    line(
      `+${result.added}  ~${result.changed}  =${skipped}  !${result.refusedCount}${dry ? "  (--dry-run)" : ""}`,
    );
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
  if (format === null) throw new UsageError("--format: csv, tsv, xlsx, json");
  const count = await localTransfer.write(folderOf(values), path, format);
  line(values["json"] ? JSON.stringify({ count, path }) : `${count}  ${path}`);
  return EXIT.done;
}
