import { execFile, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);
const fixture = fileURLToPath(new URL("native.fixture.ts", import.meta.url));

/**
 * A screen of its own, so that nobody's real keys get in; `stop` takes it away. A window fills it: the X server
 * records keys for the hook only while some program takes them.
 */
async function startScreen(): Promise<{ display: string; stop: () => void }> {
  const server = spawn(
    "Xvfb",
    ["-displayfd", "1", "-screen", "0", "640x480x24", "-nolisten", "tcp"],
    {
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  const [number] = (await once(server.stdout, "data")) as [Buffer];
  const display = `:${number.toString().trim()}`;
  const window = spawn("xev", ["-geometry", "640x480+0+0"], {
    env: { ...process.env, DISPLAY: display },
  });
  await once(window.stdout, "data");
  return {
    display,
    stop: () => {
      window.kill();
      server.kill();
    },
  };
}

// Windows and macOS have no Xvfb; there the same modules run in the smoke test of the Electron shell.
const here = (program: string): boolean => spawnSync(program, ["-help"]).error === undefined;
const hasXvfb = process.platform === "linux" && here("Xvfb") && here("xev");

test.runIf(hasXvfb)("the native modules see keys, lift them and press strokes", async () => {
  const screen = await startScreen();
  try {
    const { stdout } = await run(process.execPath, [fixture], {
      env: { ...process.env, DISPLAY: screen.display },
      timeout: 20_000,
    });
    expect(JSON.parse(stdout)).toEqual({
      refused: null,
      heard: true,
      held: ["Ctrl", "Alt", "1"],
      hotkeyPresses: 1,
      afterRelease: [],
      strokes: ["Ctrl+V", "Ctrl+Shift+V", "Shift+Insert", "Shift+Enter", "Enter"],
      afterTaps: [],
    });
  } finally {
    screen.stop();
  }
});
