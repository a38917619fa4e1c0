// npm test: installs what the tests need, builds, checks, and runs everything; ends with one line of counts.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build, install, root, run, tool } from "./lib.mjs";

/** What the tests call, and the Debian package it comes in. */
const PROGRAMS = {
  chromium: "chromium",
  Xvfb: "xvfb",
  openbox: "openbox",
  xdotool: "xdotool",
  xclip: "xclip",
  xmessage: "x11-utils",
  xset: "x11-xserver-utils",
  hexchat: "hexchat",
  ngircd: "ngircd",
};
const FILES = {
  "/usr/lib/girepository-1.0/Gtk-3.0.typelib": "gir1.2-gtk-3.0",
  "/usr/lib/python3/dist-packages/gi/__init__.py": "python3-gi",
  "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc": "fonts-noto-cjk",
  "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf": "fonts-noto-color-emoji",
};

function missing() {
  const path = `${process.env.PATH}:/usr/sbin:/usr/bin`;
  const has = (name) => path.split(":").some((folder) => existsSync(join(folder, name)));
  const programs = Object.entries(PROGRAMS).filter(([name]) => !has(name));
  // Typelibs also live in folders named after the architecture.
  const multiarch = (file) => {
    try {
      const triplet = execFileSync("gcc", ["-print-multiarch"], { encoding: "utf8" }).trim();
      return file.replace("/usr/lib/", `/usr/lib/${triplet}/`);
    } catch {
      return file.replace("/usr/lib/", "/usr/lib/x86_64-linux-gnu/");
    }
  };
  const files = Object.entries(FILES).filter(
    ([file]) => !existsSync(file) && !existsSync(multiarch(file)),
  );
  return [...new Set([...programs, ...files].map(([, packageName]) => packageName))];
}

function installPackages() {
  const wanted = missing();
  if (wanted.length === 0) return;
  const root_ = process.getuid?.() === 0;
  const apt = spawnSync("apt-get", ["--version"]).status === 0;
  if (process.platform === "linux" && apt) {
    const prefix = root_ ? [] : ["sudo", "-n"];
    const apt_ = (...args) => {
      const [command, ...rest] = [...prefix, "apt-get", ...args];
      return (
        spawnSync(command, rest, {
          stdio: ["ignore", "ignore", "inherit"],
          env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
        }).status === 0
      );
    };
    console.error(`Installing what the tests need 正在安装测试所需: ${wanted.join(" ")}`);
    if (
      apt_("update", "-qq") &&
      apt_("install", "-y", "-qq", "--no-install-recommends", ...wanted) &&
      missing().length === 0
    )
      return;
  }
  console.error(
    "The tests need these programs, which could not be installed. Install them and run npm test again:",
  );
  for (const name of missing()) console.error(`  ${name}`);
  process.exit(1);
}

const results = join(root, "test-results");
const counts = { passed: 0, failed: 0, skipped: 0 };

/** Adds a part's counts; a part that left no report has failed as a whole. */
function count(what, code, report, read) {
  const found = existsSync(report) ? read(JSON.parse(readFileSync(report, "utf8"))) : null;
  if (!found) {
    counts.failed += 1;
    console.error(`FAIL ${what}: no report`);
    return;
  }
  counts.passed += found.passed;
  counts.skipped += found.skipped;
  counts.failed += found.failed || (code === 0 ? 0 : 1);
}

install();
installPackages();
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
build();

const check = run(process.execPath, [join(root, "scripts/check.mjs")]);
if (check === 0) counts.passed += 1;
else counts.failed += 1;

const units = join(results, "units.json");
count(
  "vitest",
  tool("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${units}`]),
  units,
  (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests,
  }),
);
const pages = join(results, "e2e.json");
count(
  "playwright",
  tool("@playwright/test", ["test"], { bin: "playwright" }),
  pages,
  ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }),
);

console.log(
  `${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ""}`,
);
process.exit(counts.failed === 0 ? 0 : 1);
