import { chmodSync, existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { startDesktop, type TestDesktop } from "../support/desktop.ts";
import { eventually, expectOneSentence, openProgram, type Program } from "./program.ts";

let desktop: TestDesktop;
let program: Program;
beforeAll(async () => {
  desktop = await startDesktop();
});
afterAll(() => desktop.close());
beforeEach(() => {
  program = openProgram({ DISPLAY: desktop.display });
});
afterEach(() => program.dispose());

/** How many windows can be seen on the desktop. */
async function windowsSeen(): Promise<number> {
  const { stdout } = await desktop.exec("xdotool", ["search", "--onlyvisible", "--class", "."]);
  const ids = stdout.toString().trim().split("\n").filter(Boolean);
  const sizes = await Promise.all(
    ids.map(async (id) => (await desktop.exec("xdotool", ["getwindowgeometry", id])).stdout),
  );
  // Helper windows of one pixel are not what a person sees.
  return sizes.filter((text) => /Geometry: \d{3,}x\d{3,}/.test(text.toString())).length;
}

test("a display and a Chromium: hotkeys on; a second start shows the first one's window", async () => {
  const served = await program.serve();
  expect(served.hotkeys).toBe("on");
  expect(served.stderr()).toBe("");
  expect(await served.call("system.status", {})).toMatchObject({ canPaste: true });
  const before = await windowsSeen();
  const again = await program.run(["serve", "--data", program.data]);
  expectOneSentence(again, 1, /已经在用这个数据文件夹/);
  expect(await eventually(windowsSeen, (count) => count > before, 20_000)).toBe(before + 1);
  expect(await served.end()).toBe(0);
  expect(await eventually(windowsSeen, (count) => count === 0, 10_000)).toBe(0);
});

test("after a kill the next start has its palette at once", async () => {
  const killed = await program.serve();
  await killed.end("SIGKILL");
  const next = await program.serve();
  expect(next.hotkeys).toBe("on");
  await next.call("palette.open", {});
  expect(await windowsSeen()).toBe(1);
  expect(next.stderr()).toBe("");
});

test.each([
  ["not there", "/nonexistent/chromium"],
  ["a program that ends at once", "/bin/false"],
])("Chromium is %s: one sentence, hotkeys and pages go on", async (_what, path) => {
  const served = await program.serve([], { env: { REPLYDECK_CHROMIUM: path } });
  expect(served.hotkeys).toBe("on");
  expect(served.stderr()).toMatch(
    /^没有找到 Chromium 或 Chrome，.*http:\/\/127\.0\.0\.1\S+ ?，.*。\n$/,
  );
  const page = await fetch(served.url, { redirect: "manual" });
  expect(page.status).toBe(303);
  expect((await served.call("system.status", {})).canPaste).toBe(true);
  await expect(served.call("palette.open", {})).rejects.toThrow("no_chromium");
  expect(await served.end()).toBe(0);
  expect(program.leftovers()).toEqual([]);
});

test("no Chromium: the pages open in whatever browser the person uses", async () => {
  const opener = program.file("xdg-open", '#!/bin/sh\nprintf %s "$1" > "$0.called"\n');
  chmodSync(opener, 0o755);
  const env = {
    REPLYDECK_CHROMIUM: "/nonexistent",
    PATH: `${dirname(opener)}:${program.env["PATH"]}`,
  };
  const called = `${opener}.called`;
  const args = ["serve", "--json", "--data", program.data];
  const ended = await program.run(args, { env, endWhen: /\n/ });
  expect(ended.code).toBe(0);
  const { url } = JSON.parse(ended.stdout) as { url: string };
  const opened = async () => (existsSync(called) ? readFileSync(called, "utf8") : "");
  expect(await eventually(opened, (text) => text !== "", 5_000)).toBe(url);
});
