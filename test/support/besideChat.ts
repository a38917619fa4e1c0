import { chromium, type Page } from "@playwright/test";
import { startDesktop, type TestDesktop } from "./desktop.ts";
import { type Chat, openChat } from "./irc.ts";
import { startShell, type TestShell } from "./shell.ts";

/** The real shell beside a real chat that something was pasted into, and the main window's page. */
export interface BesideChat {
  readonly desktop: TestDesktop;
  readonly chat: Chat;
  readonly shell: TestShell;
  readonly page: Page;
  close(): Promise<void>;
}

const FIRST = "稍等，我看看。";

/** The first paste of the day says which chat the main window pastes into. */
export async function startBesideChat(): Promise<BesideChat> {
  const desktop = await startDesktop();
  const chat = await openChat(desktop);
  const shell = await startShell(desktop);
  await shell.call("settings.set", { locale: "zh-CN", agentName: "小林" });
  await shell.call("phrases.create", {
    ...{ title: "稍等", body: FIRST, hotkey: "Ctrl+Alt+1", sendMode: "send" },
  });
  while ((await shell.call("hotkeys.status", {})).failures.length > 0)
    await new Promise((next) => setTimeout(next, 20));
  await chat.focus();
  await desktop.exec("xdotool", ["key", "ctrl+alt+1"]);
  await chat.waitFor((lines) => lines.includes(FIRST));
  chat.forget();
  const browser = await chromium.launch({
    executablePath: process.env["REPLYDECK_CHROMIUM"] ?? "/usr/bin/chromium",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  return {
    ...{ desktop, chat, shell },
    page: await browser.newPage(),
    async close() {
      await browser.close();
      await shell.close();
      await chat.close();
      await desktop.close();
    },
  };
}
