// Shared by the scripts. Plain JavaScript without dependencies: the first command a newcomer runs starts under
// whatever Node the machine has, before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === "win32";
const bin = join(root, "node_modules", ".bin");

/** Major version this project's code needs. */
const NEEDED = 24;

/** The Node that came with the dependencies, or this one when it is new enough. */
export function node24() {
  const platform =
    { win32: "win", darwin: "darwin", linux: "linux" }[process.platform] ?? process.platform;
  // Apple Silicon's binary is only kept up under the second name.
  const own = [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`]
    .map((name) => join(root, "node_modules", name, "bin", windows ? "node.exe" : "node"))
    .find((path) => existsSync(path));
  if (own) return own;
  if (Number(process.versions.node.split(".")[0]) >= NEEDED) return process.execPath;
  fail(
    `Node ${NEEDED} is needed and did not come with the dependencies for ${process.platform}-${process.arch}. Install Node ${NEEDED} and try again.`,
  );
}

export function fail(sentence, code = 1) {
  console.error(sentence);
  process.exit(code);
}

/** Environment in which every tool finds Node 24 first. */
export function environment(extra = {}) {
  return {
    ...process.env,
    PATH: [dirname(node24()), bin, process.env.PATH].join(delimiter),
    ...extra,
  };
}

/** Runs a command with its output on the terminal; gives the exit code. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (result.error) fail(`${command}: ${result.error.message}`);
  return result.status ?? 1;
}

/** Runs one of the installed tools under Node 24. */
export function tool(name, args, options = {}) {
  const manifest = JSON.parse(
    readFileSync(join(root, "node_modules", name, "package.json"), "utf8"),
  );
  const entry =
    typeof manifest.bin === "string"
      ? manifest.bin
      : (manifest.bin[options.bin ?? name] ?? Object.values(manifest.bin)[0]);
  return run(node24(), [join(root, "node_modules", name, entry), ...args], {
    env: environment(options.env),
    ...options,
  });
}

/** Starts a long-running program in our place: signals and exit code pass through. */
export function become(command, args, env) {
  // npm changes to the project's folder; file names mean what they meant where the person stands.
  const cwd = process.env.npm_lifecycle_event ? process.env.INIT_CWD : undefined;
  const child = spawn(command, args, { stdio: "inherit", env, cwd });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => child.kill(signal));
  child.on("error", (error) => fail(`${command}: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

/** Installs the dependencies when they are missing or older than the lock file (npm notes each install). */
export function install() {
  const note = join(root, "node_modules", ".package-lock.json");
  const lock = statSync(join(root, "package-lock.json")).mtimeMs;
  if (existsSync(note) && statSync(note).mtimeMs >= lock) return;
  console.error("Installing dependencies 正在安装依赖 …");
  // Run through npm's own script where npm started us; on Windows npm is a batch file and needs a shell.
  const npm = process.env.npm_execpath;
  const code = npm
    ? run(process.execPath, [npm, "ci", "--no-audit", "--no-fund", "--loglevel=error"])
    : run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { shell: windows });
  if (code !== 0) fail("The dependencies could not be installed; see npm's words above.", code);
  // An install that found nothing to do leaves the note as it was.
  const now = new Date();
  utimesSync(note, now, now);
}

const SOURCES = ["src", "assets/starter", "electron.vite.config.ts", "package.json"];

/** Newest change below these paths, milliseconds. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

const builtStamp = join(root, "out", ".built");

/** Remembers that the build is as new as its sources. */
export function stampBuild() {
  mkdirSync(dirname(builtStamp), { recursive: true });
  writeFileSync(builtStamp, "");
}

/** Builds when a source is newer than the last build. */
export function build() {
  const built = existsSync(builtStamp) ? statSync(builtStamp).mtimeMs : 0;
  if (SOURCES.every((path) => newest(join(root, path)) <= built)) return;
  console.error("Building 正在构建 …");
  const code = tool("electron-vite", ["build", "--logLevel", "warn"]);
  if (code !== 0) fail("The build failed; see above.", code);
  stampBuild();
}
