import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { createX11Desktop, type X11Desktop } from "../../src/main/adapters/x11/desktop.ts";
import {
  type ChromiumTarget,
  openChromiumTarget,
  openGtkTarget,
  startDesktop,
  type TestDesktop,
  type TextTarget,
} from "../support/desktop.ts";
import { makePicture, openWebChat, type WebChat } from "../support/pictureTargets.ts";
import { startShell, type TestShell } from "../support/shell.ts";
import { openDoor, watchPages } from "../support/shellPages.ts";

/*
 * What the palette can do besides plain phrases, by keys alone, into real programs: a script that asks, a picture,
 * a price, and the answer to words selected in the program.
 */
let desktop: TestDesktop;
let shell: TestShell;
let editor: TextTarget;
let browser: ChromiumTarget;
let chat: WebChat;
let eyes: X11Desktop;

beforeAll(async () => {
  desktop = await startDesktop();
  await openDoor(desktop);
  browser = await openChromiumTarget(desktop);
  chat = await openWebChat(browser);
  editor = await openGtkTarget(desktop);
  eyes = await createX11Desktop(desktop.display);
}, 90_000);

beforeEach(async () => {
  shell = await startShell(desktop);
  await shell.call("settings.set", { locale: "zh-CN" });
});
afterEach(() => shell?.close());

afterAll(async () => {
  await eyes?.close();
  await editor?.close();
  await browser?.close();
  await desktop?.close();
});

const key = (...keys: string[]) => desktop.exec("xdotool", ["key", "--delay", "30", ...keys]);
const type = (text: string) => desktop.exec("xdotool", ["type", "--delay", "30", text]);

/** The palette has the keyboard. */
async function palette(hotkey: string): Promise<void> {
  await key(hotkey);
  const window = await eyes.windowTools.waitFor({ title: "快答台 快捷面板" }, 10_000);
  expect(window && (await eyes.activeWindow.waitUntilActive(window.id, 10_000))).toBe(true);
}

/** What stands in the palette, for the message of a test that failed. */
async function paletteSays(): Promise<string> {
  const watching = await watchPages(shell);
  const page = await watching.page("palette");
  const line = await page.locator("input").first().inputValue();
  const below = await page.locator("body").innerText();
  await watching.close();
  return JSON.stringify({ line, below });
}

test("a script that asks is filled in and stands in the program", async () => {
  await shell.call("phrases.create", {
    title: "到货",
    shortcut: "dh",
    body: '发到{% input 城市 %}，{% choice 颜色: "黑","白" %}色 {% number 件数 min:1 %} 件。',
  });
  await editor.clear();
  await editor.focus();
  await palette("ctrl+alt+space");
  await type("dh");
  await key("Return");
  const watching = await watchPages(shell);
  await (await watching.page("palette")).locator(".review [data-field]:focus").waitFor();
  await watching.close();
  await type("hangzhou");
  await key("Return", "2", "Return", "Up", "Up", "Return");
  await editor.waitForText("发到hangzhou，白色 2 件。", 15_000);
});

test("a picture stands in a web chat pixel for pixel", async () => {
  const picture = await makePicture(join(desktop.folder, "lamp.png"), {
    ...{ size: 64, shades: 16, seed: 5 },
  });
  const { origin, searchParams } = new URL(shell.url);
  const sent = await fetch(`${origin}/files?name=x`, {
    method: "POST",
    headers: { authorization: `Bearer ${searchParams.get("token") ?? ""}` },
    body: new Uint8Array(picture.bytes),
  });
  const { value } = (await sent.json()) as { value: { file: string } };
  const { id } = await shell.call("pictures.stage", { file: value.file, name: "lamp.png" });
  await shell.call("pictures.commit", { pictures: [{ id, name: "lamp.png" }] });
  await chat.clear();
  await browser.focus();
  await palette("ctrl+alt+space");
  await key("ctrl+2");
  await type("lamp");
  await key("Return");
  await chat.waitForPictures(1, 15_000);
  expect(await chat.input()).toEqual([{ pixels: picture.pixels }]);
});

test("a price line becomes its explanation", async () => {
  await editor.clear();
  await editor.focus();
  await palette("ctrl+alt+space");
  await type("=299*2");
  await key("Return");
  await editor.waitForText("标价 299×2=598元 → 到手 598元（每件约299元）", 15_000);
});

test("the buyer's words, selected, bring the answer, and Enter pastes it", async () => {
  await shell.call("starter.add", {});
  const question = "什么时候发货";
  await chat.clear();
  await browser.focus();
  await browser.page.evaluate((words) => {
    document.getElementById("said")?.remove();
    const said = document.createElement("p");
    said.id = "said";
    said.textContent = words;
    document.body.append(said);
    document.getElementById("rich")!.focus();
    getSelection()!.selectAllChildren(said);
  }, question);
  while (!(await shell.call("system.status", {})).indexReady)
    await new Promise((next) => setTimeout(next, 50));
  const { rows } = await shell.call("answers.find", { question, limit: 5 });
  const { body } = await shell.call("phrases.get", { id: rows[0]!.id });
  await palette("ctrl+alt+q");
  // As a person does who goes on writing: the keyboard is back in the input.
  await browser.page.evaluate(() => {
    const rich = document.getElementById("rich")!;
    rich.focus();
    getSelection()!.selectAllChildren(rich);
  });
  await key("Return");
  await expect
    .poll(async () => (await chat.input()).map((seen) => ("text" in seen ? seen.text : "▣")), {
      timeout: 15_000,
    })
    .toEqual([body]);
});

test("the buyer's words, selected, are noted as feedback with one hotkey and Enter", async () => {
  const words = "详情页的尺寸写错了";
  await browser.focus();
  await browser.page.evaluate((text) => {
    document.getElementById("said")?.remove();
    const said = document.createElement("p");
    said.id = "said";
    said.textContent = text;
    document.body.append(said);
    document.getElementById("rich")!.focus();
    getSelection()!.selectAllChildren(said);
  }, words);
  await palette("ctrl+alt+f");
  await key("Return");
  try {
    await expect
      .poll(async () => (await shell.call("feedback.list", {})).rows, { timeout: 15_000 })
      .toMatchObject([{ text: words, kind: "pageError" }]);
  } catch (cause) {
    throw new Error(`the palette says: ${await paletteSays()}`, { cause });
  }
});
