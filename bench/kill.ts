import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { type CommandCore, openCore } from "../src/main/commands/openCore.ts";

const ROUNDS = 500;
const QUICK_ROUNDS = 20;
/** The kill comes at a random moment of this stretch, milliseconds: most count from the first write … */
const WHILE_WRITING = 400;
/** … and every tenth from the start of the program, so that start-up and recovery are met too. */
const EARLY_EVERY = 10;
const WHILE_STARTING = 800;
/** A whole check reads everything that was ever written: after every so manieth round, and at the end. */
const CHECK_EVERY = 10;

/** What the writer said was saved: a word, an id, and for some what has to stand there. */
type Said = readonly [what: string, id: string, ...text: string[]];

interface Round {
  readonly said: readonly Said[];
  /** It had not opened the library yet. */
  readonly early: boolean;
}

/** Runs the writer and kills it; everything it said before it was dead counts. */
async function writeAndKill(folder: string, early: boolean): Promise<Round> {
  const writer = fileURLToPath(new URL("support/killWriter.ts", import.meta.url));
  const child = spawn(process.execPath, [writer, folder], { stdio: ["ignore", "pipe", "inherit"] });
  const killWithin = (milliseconds: number): NodeJS.Timeout =>
    setTimeout(() => child.kill("SIGKILL"), Math.random() * milliseconds);
  let timer = early ? killWithin(WHILE_STARTING) : null;
  const lines: string[] = [];
  const gone = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once("close", (_code, signal) => resolve(signal)),
  );
  for await (const line of createInterface({ input: child.stdout })) {
    timer ??= killWithin(WHILE_WRITING);
    lines.push(line);
  }
  const signal = await gone;
  if (timer) clearTimeout(timer);
  if (signal !== "SIGKILL") throw new Error(`the writer ended by itself after ${lines.at(-1)}`);
  return {
    early: lines.length === 0,
    said: lines.flatMap((line) => {
      const [what = "", id = "", ...text] = line.split(" ");
      return what === "ready" ? [] : [[what, id, text.join(" ")] as const];
    }),
  };
}

/** Whether what was said to be saved is there, as it was said. */
async function stands({ call }: CommandCore, [what, id, text]: Said): Promise<boolean> {
  switch (what) {
    case "phrase":
      return (await call("phrases.get", { id })).id === id;
    case "changed":
      return (await call("phrases.get", { id })).body === text;
    case "promise":
      return (await call("promises.get", { id })).promise.id === id;
    case "cleared":
      return (await call("promises.get", { id })).promise.state === "done";
    case "case":
      return (await call("complaints.get", { id })).case.id === id;
    case "record":
      return (await call("complaints.get", { id })).timeline.some(
        ({ event }) => event.kind === "recorded" && event.data.text === text,
      );
    default:
      throw new Error(`the writer said ${what}`);
  }
}

/** What is missing or not as it was said. A thing that is not there at all counts, whatever the core says of it. */
async function lostOf(core: CommandCore, said: readonly Said[]): Promise<Said[]> {
  const lost: Said[] = [];
  for (const each of said) if (!(await stands(core, each).catch(() => false))) lost.push(each);
  return lost;
}

async function withLibrary<T>(folder: string, work: (core: CommandCore) => Promise<T>): Promise<T> {
  const core = await openCore(folder, "cli");
  try {
    return await work(core);
  } finally {
    await core.core.close();
  }
}

/**
 * Kills a program that writes promises, cases, records and phrases, at random moments and without warning, and looks
 * after each restart whether everything that it said was saved is there and the library is sound.
 */
export async function run(options: { quick?: boolean } = {}): Promise<object> {
  const rounds = options.quick ? QUICK_ROUNDS : ROUNDS;
  const folder = mkdtempSync(join(tmpdir(), "replydeck-kill-"));
  const all: Said[] = [];
  const lost: Said[] = [];
  const problems: string[] = [];
  let early = 0;
  let checks = 0;
  try {
    // The first start makes the library; kills meet one that is there, and its recovery.
    await withLibrary(folder, async () => undefined);
    for (let round = 1; round <= rounds; round += 1) {
      const { said, early: tooEarly } = await writeAndKill(folder, round % EARLY_EVERY === 0);
      if (tooEarly) early += 1;
      all.push(...said);
      await withLibrary(folder, async (core) => {
        lost.push(...(await lostOf(core, said)));
        if (round % CHECK_EVERY > 0) return;
        checks += 1;
        problems.push(...(await core.call("system.check", {})).problems);
      });
      if (round % 50 === 0)
        console.error(`${round} kills, ${all.length} writes, ${lost.length} lost`);
    }
    const lostInTheEnd = await withLibrary(folder, async (core) => {
      checks += 1;
      problems.push(...(await core.call("system.check", {})).problems);
      return lostOf(core, all);
    });
    return {
      kills: rounds,
      killedBeforeTheLibraryWasOpen: early,
      acknowledgedWrites: all.length,
      lostAfterRestart: lost.length,
      lostInTheEnd: lostInTheEnd.length,
      checks,
      problems: problems.slice(0, 20),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const report = await run({ quick: process.argv.includes("--quick") });
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
}
