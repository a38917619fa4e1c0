import { chromium, type Browser, type Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startDesktop, type TestDesktop } from "../support/desktop.ts";
import { type Chat, openChat } from "../support/irc.ts";
import { startShell, type TestShell } from "../support/shell.ts";

/* A price worked out beside the chat, and the words for the buyer in the chat: the real shell, a real client. */
let desktop: TestDesktop;
let chat: Chat;
let shell: TestShell;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  desktop = await startDesktop();
  chat = await openChat(desktop);
  shell = await startShell(desktop);
  await shell.call("settings.set", { locale: "zh-CN" });
  browser = await chromium.launch({
    executablePath: process.env["REPLYDECK_CHROMIUM"] ?? "/usr/bin/chromium",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  page = await browser.newPage();
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await shell?.close();
  await desktop?.close();
});

test("the explanation is pasted into the chat last pasted into", async () => {
  // The first paste of the day says which chat is meant.
  await shell.call("phrases.create", {
    title: "稍等",
    body: "稍等，马上算。",
    hotkey: "Ctrl+Alt+1",
    sendMode: "send",
  });
  await expect
    .poll(async () => (await shell.call("hotkeys.status", {})).failures, { timeout: 10_000 })
    .toEqual([]);
  await chat.focus();
  await desktop.exec("xdotool", ["key", "ctrl+alt+1"]);
  await chat.waitFor((lines) => lines.includes("稍等，马上算。"));

  await page.goto(shell.url);
  await page.evaluate(() => {
    window.location.hash = "/price";
  });
  await page.getByLabel("一行算式").fill("299*2 9折 满300减50 券20");
  await page.getByRole("button", { name: "粘贴到聊天" }).click();
  await shell.logged((log) => log[0]?.title === "到手价" && log[0].outcome === "pasted");
  // Pasted, not sent: the agent looks at it first.
  await desktop.exec("xdotool", ["key", "Return"]);
  await chat.waitFor((lines) =>
    lines.some((line) => line.endsWith("到手 468.20元（每件约234.10元），比标价省129.80元")),
  );
}, 60_000);
