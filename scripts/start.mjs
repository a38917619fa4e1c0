// npm start: installs, builds, then starts Electron where its binary is or can be had, else the browser shell.
// `-- --browser` and `-- --electron` choose; other options go on to the program.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { become, build, environment, fail, install, node24, root, run } from "./lib.mjs";

const given = process.argv.slice(2);
const wants = (name) => given.includes(`--${name}`);
const options = given.filter((each) => each !== "--browser" && each !== "--electron");
// What only the browser shell understands decides for it.
const browserOnly = ["--port", "--no-open", "--json", "--no-desktop"].find((name) =>
  options.some((each) => each === name || each.startsWith(`${name}=`)),
);

const electronFolder = join(root, "node_modules", "electron");

/** Where the installed Electron's binary is; null when it was not downloaded yet. */
function electronBinary() {
  const note = join(electronFolder, "path.txt");
  if (!existsSync(note)) return null;
  const binary = join(electronFolder, "dist", readFileSync(note, "utf8").trim());
  return existsSync(binary) ? binary : null;
}

/** The host the binary comes from; a mirror may be named as Electron's own downloader allows. */
function downloadHost() {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror;
  return mirror ? new URL(mirror).origin : "https://github.com";
}

async function hostAnswers() {
  try {
    await fetch(downloadHost(), {
      method: "HEAD",
      redirect: "manual",
      signal: AbortSignal.timeout(4_000),
    });
    return true;
  } catch {
    return false;
  }
}

async function getElectron() {
  const present = electronBinary();
  if (present) return { binary: present };
  if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return { why: "there is no display 没有图形界面" };
  if (!(await hostAnswers()))
    return {
      why: `Electron's binary is not here and ${new URL(downloadHost()).host} does not answer 没有 Electron 程序，下载它的主机也连不上`,
    };
  console.error("Downloading Electron 正在下载 Electron …");
  // The package's own downloader: checks the sum and shows progress.
  const code = run(node24(), [join(electronFolder, "install.js")], { env: environment() });
  const binary = electronBinary();
  return code === 0 && binary
    ? { binary }
    : { why: "Electron's download failed Electron 下载失败" };
}

install();
build();
const found =
  wants("browser") || (browserOnly && !wants("electron")) ? { why: null } : await getElectron();
if (found.binary) {
  const env = environment();
  delete env.ELECTRON_RUN_AS_NODE;
  become(found.binary, [root, ...options], env);
} else {
  if (wants("electron")) fail(`Electron cannot be started: ${found.why}`);
  if (found.why) console.error(`Browser shell 浏览器版: ${found.why}`);
  become(node24(), [join(root, "out/main/browser.js"), ...options], environment());
}
