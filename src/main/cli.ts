import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { runBackup, runCheck, runRestore } from "./commands/care.ts";
import { helpFor } from "./commands/help.ts";
import { EXIT, failWith, line, onUncaught, prepareOutput, UsageError } from "./commands/output.ts";
import { runSearch } from "./commands/search.ts";
import { runServe } from "./commands/serve.ts";
import { runExport, runImport } from "./commands/transfer.ts";
import { runVerify } from "./commands/verify.ts";
import { tell } from "./commands/words.ts";

type Values = Record<string, string | boolean | undefined>;

interface Command {
  readonly options: ParseArgsOptionsConfig;
  /** How many words follow the command. */
  readonly words: readonly [number, number];
  /** Gives the exit code; undefined for a command that stays. */
  run(words: string[], values: Values): Promise<number | undefined>;
}

const common: ParseArgsOptionsConfig = {
  data: { type: "string" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
};

const commands: Readonly<Record<string, Command>> = {
  serve: {
    options: {
      port: { type: "string" },
      "no-open": { type: "boolean" },
      "no-desktop": { type: "boolean" },
    },
    words: [0, 0],
    async run(_words, values) {
      await runServe(values as Parameters<typeof runServe>[0]);
      return undefined;
    },
  },
  import: {
    options: {
      format: { type: "string" },
      "on-conflict": { type: "string" },
      header: { type: "string" },
      columns: { type: "string" },
      yes: { type: "boolean" },
      "dry-run": { type: "boolean" },
    },
    words: [1, 1],
    run: runImport,
  },
  export: { options: { format: { type: "string" } }, words: [1, 1], run: runExport },
  search: { options: { limit: { type: "string" } }, words: [1, 50], run: runSearch },
  check: { options: {}, words: [0, 0], run: runCheck },
  backup: { options: {}, words: [0, 0], run: runBackup },
  restore: { options: {}, words: [1, 1], run: runRestore },
  verify: { options: {}, words: [1, 1], run: runVerify },
};

async function main(args: string[]): Promise<number | undefined> {
  const name = args[0];
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    const about = args[1] ?? null;
    line(helpFor(about));
    const known = name !== undefined && (about === null || Object.hasOwn(commands, about));
    return known ? EXIT.done : EXIT.usage;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new UsageError(`${tell("unknownCommand", { name })}\n\n${helpFor(null)}`);
  const { values, positionals } = parseArgs({
    args: args.slice(1),
    options: { ...common, ...command.options },
    allowPositionals: true,
  });
  if (values["help"] === true) {
    line(helpFor(name));
    return EXIT.done;
  }
  // An unset variable in a script must not lead to the person's own library.
  if (values["data"] === "") throw new UsageError(tell("dataEmpty"));
  const [least, most] = command.words;
  if (positionals.length < least || positionals.length > most) throw new UsageError(helpFor(name));
  return command.run(positionals, values as Values);
}

prepareOutput();
onUncaught((error) => process.exit(failWith(error)));
try {
  const code = await main(process.argv.slice(2));
  if (code !== undefined) process.exitCode = code;
} catch (error) {
  process.exitCode = failWith(error);
}
