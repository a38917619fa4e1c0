import { afterEach, beforeEach, expect, test } from "vitest";
import { openProgram, type Program, TEAM_FILE } from "./program.ts";

let program: Program;
beforeEach(() => {
  program = openProgram();
});
afterEach(() => program.dispose());

const START = "scripts/start.mjs";

test("npm start -- --browser passes its options on, and ends as it is told to", async () => {
  const first = await program.serve(["--browser"], { script: START });
  // The script stays in front of the program: not the same process.
  expect(first.pid).not.toBe(first.child.pid);
  expect(first.data).toBe(program.data);
  expect(first.hotkeys).toBe("no_display");
  expect(await first.call("system.status", {})).toMatchObject({ shell: "browser", phrases: 0 });
  expect(await first.end()).toBe(0);
  expect(program.leftovers()).toEqual([]);

  const since = performance.now();
  const second = await program.serve(["--browser"], { script: START });
  console.log(`second start: ready after ${Math.round(performance.now() - since)} ms`);
  expect(second.stderr()).toBe("");
  expect(await second.end("SIGINT")).toBe(0);
});

test("--electron where it cannot be had: one line says why, and 1", async () => {
  const ended = await program.run(["--electron", "--data", program.data], { script: START });
  expect(ended.stdout).toBe("");
  expect(ended.stderr).toMatch(/^Electron cannot be started: .+\n$/);
  expect(ended.code).toBe(1);
});

test("npm run cli passes words and exit codes through", async () => {
  const file = program.file("话术.csv", `${TEAM_FILE}zc,主材,,售前\r\n`);
  const run = (...args: string[]) => program.run(args, { script: "scripts/cli.mjs" });
  expect((await run("import", file, "--data", program.data)).code).toBe(3);
  expect((await run("import")).code).toBe(2);
  expect((await run("import", "没有.csv", "--data", program.data)).code).toBe(1);
  const found = await run("search", "thh", "--data", program.data, "--json");
  expect(JSON.parse(found.stdout)).toHaveLength(1);
  expect(found.code).toBe(0);
});
