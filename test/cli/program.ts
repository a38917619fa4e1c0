import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { expect } from "vitest";
import type { Input, Output, ProcedureName } from "../../src/shared/contract/index.ts";

export const ROOT = join(import.meta.dirname, "../..");
const CLI = join(ROOT, "out/main/cli.js");

/** How one command ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** What is run instead of the command line, from the top of the project. */
  readonly script?: string;
  /** Words put before the command, such as those of `setpriv`. */
  readonly prefix?: readonly string[];
  /** Ends the command by SIGTERM once its standard output is like this. */
  readonly endWhen?: RegExp;
}

/** The line `serve --json` prints when it is ready. */
interface Ready {
  readonly url: string;
  readonly pid: number;
  readonly data: string;
  readonly hotkeys: string;
}

export interface Served extends Ready {
  readonly child: ChildProcess;
  /** The whole line, as it was printed. */
  readonly line: string;
  stderr(): string;
  call<N extends ProcedureName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** Ends it by a signal; how it ended. */
  end(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
}

/** The built program as a person has it: a home, a folder for temporary files and a data folder of its own. */
export interface Program {
  readonly folder: string;
  readonly data: string;
  readonly temporary: string;
  readonly env: NodeJS.ProcessEnv;
  file(name: string, content: string | Buffer): string;
  run(args: readonly string[], options?: RunOptions): Promise<Ended>;
  /** Runs with `--data` and `--json`, expects success, gives what was printed. */
  json<T>(...args: string[]): Promise<T>;
  serve(args?: readonly string[], options?: RunOptions): Promise<Served>;
  /** What is left in the folder for temporary files. */
  leftovers(): string[];
  dispose(): Promise<void>;
}

/** A place for one test. @param extra environment added to a plain one without a display, in Chinese */
export function openProgram(extra: NodeJS.ProcessEnv = {}): Program {
  const folder = mkdtempSync(join(tmpdir(), "replydeck-cli-"));
  const data = join(folder, "data");
  const temporary = join(folder, "tmp");
  const home = join(folder, "home");
  for (const made of [temporary, home]) mkdirSync(made);
  const env: NodeJS.ProcessEnv = {
    PATH: process.env["PATH"],
    HOME: home,
    TMPDIR: temporary,
    LANG: "zh_CN.UTF-8",
    ...extra,
  };
  const children = new Set<ChildProcess>();

  function start(words: readonly string[], options: RunOptions): ChildProcess {
    const [command, ...rest] = [...(options.prefix ?? []), ...words];
    const child = spawn(command!, rest, {
      env: { ...env, ...options.env },
      cwd: options.cwd ?? folder,
      stdio: ["ignore", "pipe", "pipe"],
    });
    children.add(child);
    child.once("exit", () => children.delete(child));
    return child;
  }

  const collect = (stream: Readable | null): (() => string) => {
    const parts: Buffer[] = [];
    stream?.on("data", (part: Buffer) => parts.push(part));
    return () => Buffer.concat(parts).toString("utf8");
  };

  const run: Program["run"] = async (args, options = {}) => {
    const script = options.script ? join(ROOT, options.script) : CLI;
    const child = start([process.execPath, script, ...args], options);
    const stdout = collect(child.stdout);
    const stderr = collect(child.stderr);
    child.stdout?.on("data", () => {
      if (options.endWhen?.test(stdout())) child.kill("SIGTERM");
    });
    const [code] = (await once(child, "close")) as [number | null];
    return { code, stdout: stdout(), stderr: stderr() };
  };

  const serve: Program["serve"] = async (args = [], options = {}) => {
    const script = options.script ? [join(ROOT, options.script)] : [CLI, "serve"];
    const child = start(
      [process.execPath, ...script, "--json", "--no-open", "--data", data, ...args],
      options,
    );
    const stderr = collect(child.stderr);
    const line = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout as Readable }).once("line", resolve);
      child.once("exit", (code) => reject(new Error(`ended with ${code}: ${stderr()}`)));
    });
    const ready = JSON.parse(line) as Ready;
    const { origin, searchParams } = new URL(ready.url);
    const token = searchParams.get("token") ?? "";
    return {
      ...ready,
      child,
      line,
      stderr,
      async call(name, input) {
        const response = await fetch(`${origin}/call/${name}`, {
          method: "POST",
          headers: { authorization: `Bearer ${token}` },
          body: JSON.stringify(input),
        });
        const result = (await response.json()) as { ok: boolean; value: never; error: object };
        if (!result.ok) throw new Error(JSON.stringify(result.error));
        return result.value;
      },
      async end(signal = "SIGTERM") {
        if (child.exitCode !== null || child.signalCode !== null)
          return child.exitCode ?? child.signalCode;
        const gone = once(child, "exit");
        child.kill(signal);
        const [code, killedBy] = (await gone) as [number | null, NodeJS.Signals | null];
        return code ?? killedBy;
      },
    };
  };

  return {
    folder,
    data,
    temporary,
    env,
    run,
    serve,
    file(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    async json(...args) {
      const ended = await run([...args, "--data", data, "--json"]);
      expect(ended.stderr).toBe("");
      return JSON.parse(ended.stdout);
    },
    leftovers: () => readdirSync(temporary),
    async dispose() {
      for (const child of children) {
        const gone = once(child, "exit");
        child.kill("SIGKILL");
        await gone;
      }
      // A browser that has just lost its program goes on writing until it has ended.
      await eventually(
        async () => processesNaming(folder),
        (count) => count === 0,
        10_000,
      );
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

/** How many programs of this machine were started with this path among their words. */
function processesNaming(path: string): number {
  return readdirSync("/proc").filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return readFileSync(`/proc/${name}/cmdline`, "utf8").includes(path);
    } catch {
      // Ended while we looked.
      return false;
    }
  }).length;
}

/** One sentence for a person: a single line that is not a trace, and nothing on standard output. */
export function expectOneSentence(ended: Ended, code: number, says: RegExp): void {
  expect(ended.stderr).toMatch(says);
  expect(ended.stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(ended.stderr).not.toMatch(/^\s+at |Error:|undefined|\{\{|出了意料之外/m);
  expect(ended.stdout).toBe("");
  expect(ended.code).toBe(code);
}

/** Words before a command that take from root what lets it ignore permissions; none for anybody else. */
export const asPerson = (): string[] =>
  process.getuid?.() === 0
    ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"]
    : [];

/** Looks again until it is as wanted, or the time is over; gives what was seen last. */
export async function eventually<T>(
  look: () => Promise<T>,
  wanted: (seen: T) => boolean,
  within: number,
): Promise<T> {
  for (const until = performance.now() + within; ;) {
    const seen = await look();
    if (wanted(seen) || performance.now() > until) return seen;
    await new Promise((next) => setTimeout(next, 25));
  }
}

/** A team's file as it comes: Chinese headers, a group, a code. */
export const TEAM_FILE = [
  "快捷编码,短语标题,快捷短语（必填）,快捷短语分组",
  "thh,退换货,亲，七天无理由退换货，运费险已为您开通。,售后/退换",
  "fh,发货时间,下单后 48 小时内发出，节假日顺延。,售前",
  "kd,快递公司,默认发中通，偏远地区发邮政。,售前",
  "",
].join("\r\n");
