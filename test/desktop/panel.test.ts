import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createX11Desktop, type X11Desktop } from "../../src/main/adapters/x11/desktop.ts";
import {
  type ChromiumTarget,
  openChromiumTarget,
  openGtkTarget,
  startDesktop,
  type TestDesktop,
  type TextTarget,
} from "../support/desktop.ts";
import { openDoor, type SeenPages, watchPages } from "../support/shellPages.ts";
import { startShell, type TestShell } from "../support/shell.ts";

/*
 * The docked panel beside real programs, clicked by a real mouse: the text is in the program, the keyboard never left
 * it, or is back in it when one typed into the panel meanwhile.
 */
let desktop: TestDesktop;
let editor: TextTarget;
let browser: ChromiumTarget;
let eyes: X11Desktop;
let shell: TestShell;
let seen: SeenPages | null = null;

// Each test starts the program with its browser; beside other tests that takes a while.
vi.setConfig({ testTimeout: 90_000 });

const TITLE = "快答台 侧边面板";
const GREETING = "您好，在的，请问想了解哪一款？";

beforeAll(async () => {
  desktop = await startDesktop();
  await openDoor(desktop);
  browser = await openChromiumTarget(desktop);
  editor = await openGtkTarget(desktop);
  eyes = await createX11Desktop(desktop.display);
  await eyes.windowTools.moveResize(browser.windowId, { x: 0, y: 0, width: 600, height: 380 });
  await eyes.windowTools.moveResize(editor.windowId, { x: 0, y: 400, width: 600, height: 340 });
}, 90_000);

beforeEach(async () => {
  shell = await startShell(desktop);
  await shell.call("settings.set", { locale: "zh-CN" });
  await shell.call("phrases.create", { title: "接待问好", body: GREETING, favourite: true });
  await editor.clear();
  await browser.clear();
});
afterEach(async () => {
  await seen?.close();
  seen = null;
  await shell?.close();
});

afterAll(async () => {
  await eyes?.close();
  await editor?.close();
  await browser?.close();
  await desktop?.close();
});

const key = (...keys: string[]) => desktop.exec("xdotool", ["key", "--delay", "30", ...keys]);

/** Shows the panel by its hotkey; where it stands, once its rows are there. */
async function panel(): Promise<{ id: string; x: number; y: number }> {
  await key("ctrl+alt+p");
  const window = await eyes.windowTools.waitFor({ title: TITLE }, 15_000);
  expect(window).not.toBeNull();
  seen = await watchPages(shell);
  await (await seen.page("panel")).locator(".row").first().waitFor();
  // Its edge is told last.
  await expect.poll(async () => (await place(window!.id)).x, { timeout: 5_000 }).toBe(980);
  return { id: window!.id, ...(await place(window!.id)) };
}

async function place(id: string): Promise<{ x: number; y: number; width: number; height: number }> {
  const { stdout } = await desktop.exec("xdotool", ["getwindowgeometry", "--shell", id]);
  const told = Object.fromEntries(
    stdout
      .toString()
      .split("\n")
      .map((line) => line.split("=")),
  ) as Record<string, string>;
  return {
    ...{ x: Number(told["X"]), y: Number(told["Y"]) },
    ...{ width: Number(told["WIDTH"]), height: Number(told["HEIGHT"]) },
  };
}

let aside = 10;

/** Clicks what a part of the panel's page stands under, with the mouse of the machine. */
async function click(selector: string, text?: string): Promise<void> {
  const page = await seen!.page("panel");
  const found =
    text === undefined ? page.locator(selector) : page.locator(selector, { hasText: text });
  await found.first().scrollIntoViewIfNeeded();
  const box = (await found.first().boundingBox())!;
  const window = await place((await eyes.windowTools.find({ title: TITLE }))!.id);
  // Never twice at one place: the second click of a double one is no other wish.
  aside = -aside;
  const at = [window.x + box.x + box.width / 2 + aside, window.y + box.y + box.height / 2];
  await desktop.exec("xdotool", ["mousemove", ...at.map((each) => String(Math.round(each)))]);
  await desktop.exec("xdotool", ["click", "1"]);
}

const front = async (): Promise<string | undefined> => (await eyes.activeWindow.current())?.id;

test("comes up at its edge without taking the keyboard, and one click pastes", async () => {
  await editor.focus();
  const { id } = await panel();
  expect(await front()).toBe(editor.windowId);
  expect(await place(id)).toEqual({ x: 980, y: 0, width: 300, height: 800 });
  await click(".row", "接待问好");
  await editor.waitForText(GREETING);
  expect(await front()).toBe(editor.windowId);
  // Whoever has the keyboard then is meant.
  await browser.focus();
  await click(".row", "接待问好");
  await browser.waitForText(GREETING);
  expect(await front()).toBe(browser.windowId);
  expect(await editor.read()).toBe(GREETING);
  const log = await shell.logged((all) => all.length === 2);
  expect(log.map(({ outcome, application }) => [outcome, application])).toEqual([
    ["pasted", "chromium"],
    ["pasted", "gtkeditor"],
  ]);
});

test("has the keyboard while one searches in it, and gives it back with the paste", async () => {
  await shell.call("phrases.create", { title: "退换货", body: "七天内可退。", shortcut: "thh" });
  await editor.focus();
  const { id } = await panel();
  await click(".search-line input");
  expect(await eyes.activeWindow.waitUntilActive(id, 5_000)).toBe(true);
  await desktop.exec("xdotool", ["type", "--delay", "30", "thh"]);
  const page = await seen!.page("panel");
  await page.locator(".row", { hasText: "退换货" }).waitFor();
  await click(".row", "退换货");
  await editor.waitForText("七天内可退。");
  expect(await front()).toBe(editor.windowId);
  // Enter does the same; and who goes elsewhere meanwhile means the window they went to.
  await click(".search-line input");
  expect(await eyes.activeWindow.waitUntilActive(id, 5_000)).toBe(true);
  await browser.focus();
  await click(".row", "退换货");
  await browser.waitForText("七天内可退。");
  expect(await editor.read()).toBe("七天内可退。");
});

test("a script that asks is filled in in the panel and stands in the program", async () => {
  await shell.call("phrases.create", {
    ...{ title: "到货", favourite: true, body: "发到{% input 城市 %}，两天到。" },
  });
  await editor.focus();
  const { id } = await panel();
  await click(".row", "到货");
  expect(await eyes.activeWindow.waitUntilActive(id, 5_000)).toBe(true);
  const page = await seen!.page("panel");
  await page.locator(".review [data-field]:focus").waitFor();
  await desktop.exec("xdotool", ["type", "--delay", "30", "hangzhou"]);
  await key("Return");
  await editor.waitForText("发到hangzhou，两天到。");
  expect(await front()).toBe(editor.windowId);
});

test("an emergency set is switched by a click, and back, with the keyboard in the chat", async () => {
  await shell.call("campaigns.addPrepared", { name: "emergency" });
  await editor.focus();
  await panel();
  const changed = await shell.listenTo("campaigns.changed");
  await click('[role="switch"]');
  expect((await changed()).emergencies).toHaveLength(1);
  const back = await shell.listenTo("campaigns.changed");
  await click(".undo-button");
  expect((await back()).emergencies).toHaveLength(0);
  expect(await front()).toBe(editor.windowId);
});

test("its hotkey puts it away; put elsewhere it moves; it is there again at the next start", async () => {
  await editor.focus();
  const { id } = await panel();
  await shell.call("settings.set", { panel: { open: true, side: "left", width: 320 } });
  await expect
    .poll(() => place(id), { timeout: 5_000 })
    .toEqual({ x: 0, y: 0, width: 320, height: 800 });
  await key("ctrl+alt+p");
  await expect.poll(() => eyes.windowTools.isVisible(id), { timeout: 5_000 }).toBe(false);
  expect((await shell.call("settings.get", {})).panel).toMatchObject({ open: false, side: "left" });
  await key("ctrl+alt+p");
  await expect.poll(() => eyes.windowTools.isVisible(id), { timeout: 5_000 }).toBe(true);
  expect(await place(id)).toEqual({ x: 0, y: 0, width: 320, height: 800 });
  await expect.poll(front, { timeout: 5_000 }).toBe(editor.windowId);
  const { data } = shell;
  await seen?.close();
  seen = null;
  await shell.close();
  shell = await startShell(desktop, ["--data", data]);
  expect(await eyes.windowTools.waitFor({ title: TITLE }, 15_000)).not.toBeNull();
});

test("the palette opened over the panel pastes into the window beside it", async () => {
  await editor.focus();
  const { id } = await panel();
  await click(".search-line input");
  expect(await eyes.activeWindow.waitUntilActive(id, 5_000)).toBe(true);
  await key("ctrl+alt+space");
  const palette = await eyes.windowTools.waitFor({ title: "快答台 快捷面板" }, 5_000);
  expect(palette && (await eyes.activeWindow.waitUntilActive(palette.id, 5_000))).toBe(true);
  await key("Return");
  await editor.waitForText(GREETING);
});
