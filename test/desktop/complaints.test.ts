import { chromium, type Browser, type Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startDesktop, type TestDesktop } from "../support/desktop.ts";
import { type Chat, openChat } from "../support/irc.ts";
import { startShell, type TestShell } from "../support/shell.ts";

/* What to say in a complaint, filled with the case's facts, in the chat by one key: the real shell, a real client. */
let desktop: TestDesktop;
let chat: Chat;
let shell: TestShell;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  desktop = await startDesktop();
  chat = await openChat(desktop);
  shell = await startShell(desktop);
  await shell.call("settings.set", { locale: "zh-CN", agentName: "小林" });
  browser = await chromium.launch({
    executablePath: process.env["REPLYDECK_CHROMIUM"] ?? "/usr/bin/chromium",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  page = await browser.newPage();
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await shell?.close();
  await chat?.close();
  await desktop?.close();
});

test("a wording of the case is pasted into the chat last pasted into", async () => {
  // The first paste of the day says which chat is meant.
  await shell.call("phrases.create", {
    title: "稍等",
    body: "稍等，我看看。",
    hotkey: "Ctrl+Alt+1",
    sendMode: "send",
  });
  await expect
    .poll(async () => (await shell.call("hotkeys.status", {})).failures, { timeout: 10_000 })
    .toEqual([]);
  await chat.focus();
  await desktop.exec("xdotool", ["key", "ctrl+alt+1"]);
  await chat.waitFor((lines) => lines.includes("稍等，我看看。"));

  const opened = await shell.call("complaints.open", {
    ...{ title: "五天没到", customer: "王女士", order: "T240011", shop: "灯饰旗舰店" },
    kind: "logistics",
  });
  const { wordings, now } = await shell.call("complaints.wordings", { id: opened.case.id });
  const first = now
    .flatMap((kind) => wordings.filter((each) => each.kind === kind))
    .flatMap(({ texts }) => texts)
    .find(({ unfilled }) => unfilled.length === 0)!;
  expect(first.text).toContain("王女士");

  await page.goto(shell.url);
  await page.evaluate((id) => {
    window.location.hash = `/complaints?case=${id}`;
  }, opened.case.id);
  await page.getByText(first.text, { exact: true }).waitFor();
  await page.keyboard.press("1");
  const [record] = await shell.logged((log) => log[0]?.outcome === "pasted");
  expect(record).toMatchObject({ phraseId: null, application: "hexchat" });
  // Pasted, not sent: the agent looks at it first.
  await desktop.exec("xdotool", ["key", "Return"]);
  await chat.waitFor((lines) => lines.slice(1).join("\n") === first.text);
}, 60_000);
