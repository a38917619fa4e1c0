import { afterAll, beforeAll, expect, test } from "vitest";
import { createX11Desktop, type X11Desktop } from "../../src/main/adapters/x11/desktop.ts";
import {
  type ChromiumTarget,
  openChromiumTarget,
  startDesktop,
  type TestDesktop,
} from "../support/desktop.ts";
import { openWebChat } from "../support/pictureTargets.ts";
import { startShell, type TestShell } from "../support/shell.ts";

/* What was promised in a chat is written down over it: words selected there, one line typed, and back to the chat. */
let desktop: TestDesktop;
let shell: TestShell;
let browser: ChromiumTarget;
let eyes: X11Desktop;

const HOUR = 3_600_000;
const SAID = "那说好了，今天把缺的螺丝包补寄给我";

beforeAll(async () => {
  desktop = await startDesktop();
  browser = await openChromiumTarget(desktop);
  await openWebChat(browser);
  eyes = await createX11Desktop(desktop.display);
  shell = await startShell(desktop);
  await shell.call("settings.set", { locale: "zh-CN", agentName: "小王", shop: "灯饰旗舰店" });
  await shell.call("customers.set", { name: "王女士", order: "2841736459120384651" });
}, 90_000);

afterAll(async () => {
  await shell?.close();
  await eyes?.close();
  await browser?.close();
  await desktop?.close();
});

const key = (...keys: string[]) => desktop.exec("xdotool", ["key", "--delay", "30", ...keys]);
const type = (text: string) => desktop.exec("xdotool", ["type", "--delay", "30", text]);

/** Presses the hotkey and waits until the palette has the keyboard. */
async function capture(): Promise<void> {
  await key("ctrl+alt+j");
  const window = await eyes.windowTools.waitFor({ title: "快答台 快捷面板" }, 10_000);
  expect(window && (await eyes.activeWindow.waitUntilActive(window.id, 10_000))).toBe(true);
}

test("selected words become the note of a promise that one line writes down", async () => {
  await browser.focus();
  await browser.page.evaluate((words) => {
    const said = document.createElement("p");
    said.textContent = words;
    document.body.append(said);
    document.getElementById("rich")!.focus();
    getSelection()!.selectAllChildren(said);
  }, SAID);
  const chat = await eyes.activeWindow.current();
  const before = Date.now();
  await capture();
  await type("send the screws within 24 hours");
  await key("Return");
  await expect
    .poll(async () => (await shell.call("promises.list", {})).rows, { timeout: 15_000 })
    .toHaveLength(1);
  const [promise] = (await shell.call("promises.list", {})).rows;
  expect(promise).toMatchObject({
    ...{ text: "send the screws", note: SAID, source: "capture", owner: "小王" },
    ...{ customer: "王女士", order: "2841736459120384651", shop: "灯饰旗舰店", dateOnly: false },
  });
  expect(promise!.dueAt).toBeGreaterThan(before + 24 * HOUR);
  expect(promise!.dueAt).toBeLessThan(Date.now() + 24 * HOUR);
  // The chat has the keyboard again.
  expect(await eyes.activeWindow.waitUntilActive(chat!.id, 10_000)).toBe(true);
});

test("with nothing selected it opens all the same, and Esc writes nothing", async () => {
  await browser.focus();
  await browser.page.evaluate(() => {
    getSelection()!.removeAllRanges();
    document.getElementById("rich")!.focus();
  });
  await capture();
  await type("call back tomorrow 3pm");
  await key("Escape");
  await browser.focus();
  expect((await shell.call("promises.list", {})).total).toBe(1);
});

test("a promise that had to be left on the clipboard is written down too: it is one key away", async () => {
  const { total } = await shell.call("promises.list", {});
  await shell.call("phrases.create", {
    ...{ title: "补发", body: "24 小时内给您补发。", promise: "24小时内", hotkey: "Ctrl+Alt+1" },
  });
  await expect
    .poll(async () => (await shell.call("hotkeys.status", {})).failures, { timeout: 10_000 })
    .toEqual([]);
  const child = desktop.run("xmessage", ["-center", "nothing to type into"]);
  child.stderr?.resume();
  const window = await eyes.windowTools.waitFor({ app: "xmessage" }, 5_000);
  await eyes.activeWindow.activate(window!.id);
  expect(await eyes.activeWindow.waitUntilActive(window!.id, 5_000)).toBe(true);
  await key("ctrl+alt+1");
  const [entry] = await shell.logged((log) => log[0]?.reason === "paste_not_read");
  child.kill();
  expect(entry).toMatchObject({ outcome: "failed", title: "补发" });
  const after = await shell.call("promises.list", {});
  expect(after.total).toBe(total + 1);
  expect(after.rows.map(({ text }) => text)).toContain("补发");
});
