import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type ChromiumTarget,
  openChromiumTarget,
  openGtkTarget,
  startDesktop,
  type TestDesktop,
  type TextTarget,
} from "../support/desktop.ts";
import { type Chat, openChat } from "../support/irc.ts";
import { startShell, type TestShell } from "../support/shell.ts";

/*
 * Typed abbreviations in real programs: what was typed makes way for the phrase, and for nothing else.
 */
let desktop: TestDesktop;
let shell: TestShell;
let browser: ChromiumTarget;
let editor: TextTarget;
let chat: Chat;

const BODY = "下单后 48 小时内发出📦";

beforeAll(async () => {
  desktop = await startDesktop();
  browser = await openChromiumTarget(desktop);
  editor = await openGtkTarget(desktop);
  chat = await openChat(desktop);
  shell = await startShell(desktop);
  await shell.call("phrases.create", { title: "发货", body: BODY, shortcut: "fh" });
  const { abbreviations } = await shell.call("settings.get", {});
  await shell.call("settings.set", { abbreviations: { ...abbreviations, on: true } });
}, 90_000);

afterAll(async () => {
  await shell?.close();
  await chat?.close();
  await browser?.close();
  await editor?.close();
  await desktop?.close();
});

const type = (text: string) => desktop.exec("xdotool", ["type", "--delay", "30", text]);
const outcomes = async (): Promise<number> =>
  (await shell.call("paste.log", { limit: 500 })).length;

describe.each([
  ["a Chromium textarea", () => browser],
  ["a GTK editor", () => editor],
])("in %s", (_name, target) => {
  test("the abbreviation becomes the phrase; the words before it stay as they are", async () => {
    await target().clear();
    await target().focus();
    await type("ni hao, ;fh ");
    await target().waitForText(`ni hao, ${BODY}`, 10_000);
    await type(" ok");
    await target().waitForText(`ni hao, ${BODY} ok`);
  });

  test("a code that is nobody's stays as it was typed", async () => {
    await target().clear();
    await target().focus();
    await type(";zzz ;fh ");
    await target().waitForText(`;zzz ${BODY}`, 10_000);
  });
});

test("in a chat: it is pasted and the person sends it", async () => {
  await chat.focus();
  await type(";fh ");
  await shell.logged((log) => log[0]?.application === "hexchat");
  await desktop.exec("xdotool", ["key", "Return"]);
  await chat.waitFor((lines) => lines.join("") === BODY);
});

test("what a program made of the keys is looked at: an input method's words are left alone", async () => {
  await browser.clear();
  await browser.focus();
  // As a Chinese input method does: the space turns what was typed into a word.
  await browser.page.evaluate(() => {
    const field = document.querySelector("textarea")!;
    const turn = (): void => {
      if (!field.value.endsWith(";fh ")) return;
      field.value = field.value.replace(";fh ", "；发货");
      field.removeEventListener("input", turn);
    };
    field.addEventListener("input", turn);
    // Looked at means selected, copied and let go again.
    const looked = new Promise<void>((resolve) => {
      let copied = false;
      field.addEventListener("copy", () => {
        copied ||= field.selectionEnd - field.selectionStart === ";fh ".length;
      });
      field.addEventListener("keyup", ({ key }) => {
        if (copied && key === "ArrowRight" && field.selectionStart === field.value.length)
          resolve();
      });
    });
    Object.assign(globalThis, { looked });
  });
  const before = await outcomes();
  await type("abc ;fh ");
  await browser.waitForText("abc ；发货");
  await browser.page.evaluate(() => (globalThis as unknown as { looked: Promise<void> }).looked);
  // Nothing was taken: what is typed next comes after it.
  await type(";fh ");
  await browser.waitForText(`abc ；发货${BODY}`, 10_000);
  await shell.logged((log) => log.length === before + 1);
});

test("a window that asks for a password is left alone", async () => {
  // The page's new title is the window's a moment later.
  const titled = async (title: string): Promise<void> => {
    await browser.page.evaluate((text) => (document.title = text), title);
    const seen = async (): Promise<string> =>
      String((await desktop.exec("xdotool", ["getactivewindow", "getwindowname"])).stdout);
    await expect.poll(seen, { timeout: 10_000 }).toContain(title);
  };
  await browser.clear();
  await browser.focus();
  await titled("登录 - 商家后台");
  await type(";fh ");
  await browser.waitForText(";fh ");
  await titled("聊天");
  await browser.clear();
  await type(";fh ");
  await browser.waitForText(BODY, 10_000);
});

test("who types on keeps what was typed", async () => {
  await editor.clear();
  await editor.focus();
  const before = await outcomes();
  await type(";fh ab");
  await editor.waitForText(";fh ab");
  await type(" ;fh ");
  await editor.waitForText(`;fh ab ${BODY}`, 10_000);
  await shell.logged((log) => log.length === before + 1);
});

test("a key typed while it is looked at keeps what was typed: nothing is selected meanwhile", async () => {
  await browser.clear();
  await browser.focus();
  const begun = Promise.withResolvers<void>();
  await browser.page.exposeBinding("looking", () => begun.resolve());
  await browser.page.evaluate(() => {
    const field = document.querySelector("textarea")!;
    const slow = ({ key }: KeyboardEvent): void => {
      if (key !== "ArrowLeft") return;
      field.removeEventListener("keydown", slow);
      void (globalThis as unknown as { looking: () => unknown }).looking();
      // A page that is slow: what we pressed and what the person types next wait in line.
      for (const until = performance.now() + 600; performance.now() < until;);
    };
    field.addEventListener("keydown", slow);
  });
  const before = await outcomes();
  await type(";fh ");
  await begun.promise;
  await desktop.exec("xdotool", ["key", "x"]);
  await browser.waitForText(";fh x", 10_000);
  // It is left for good: the next one is replaced, and only that.
  await type(" ;fh ");
  await browser.waitForText(`;fh x ${BODY}`, 10_000);
  await shell.logged((log) => log.length === before + 1);
});

test("switched off, nobody listens", async () => {
  const { abbreviations } = await shell.call("settings.get", {});
  await shell.call("settings.set", { abbreviations: { ...abbreviations, on: false } });
  await editor.clear();
  await editor.focus();
  await type(";fh ");
  await editor.waitForText(";fh ");
  await shell.call("settings.set", { abbreviations: { ...abbreviations, on: true } });
  await type(";fh ");
  await editor.waitForText(`;fh ${BODY}`, 10_000);
});
