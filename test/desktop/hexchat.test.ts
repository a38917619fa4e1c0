import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createX11Desktop, type X11Desktop } from "../../src/main/adapters/x11/desktop.ts";
import { startDesktop, type TestDesktop } from "../support/desktop.ts";
import { type Chat, openChat } from "../support/irc.ts";
import { startShell, type TestShell } from "../support/shell.ts";

/*
 * The main job on a real desktop: HexChat joined to a local IRC server, a second client that reads the channel,
 * the built browser shell, and keys pressed as a person presses them.
 */
let desktop: TestDesktop;
let chat: Chat;
let shell: TestShell;
let eyes: X11Desktop;

const EMOJI = "亲，您的包裹已发出📦，预计 3 天内送到，请留意查收～😊";
const LINES = ["第一步：打开订单页", "第二步：点击“申请售后”", "第三步：上传照片 📷"];
// No space: IRC clients cut long lines at spaces and drop them.
const LONG = Array.from({ length: 400 }, (_, n) => `第${String(n).padStart(3, "0")}句`).join("");

beforeAll(async () => {
  desktop = await startDesktop();
  chat = await openChat(desktop);
  shell = await startShell(desktop);
  eyes = await createX11Desktop(desktop.display);
  const phrases = [
    {
      title: "发货通知",
      body: EMOJI,
      shortcut: "fhtz",
      hotkey: "Ctrl+Alt+1",
      sendMode: "send" as const,
    },
    {
      title: "售后步骤",
      body: LINES.join("\n"),
      shortcut: "shbz",
      hotkey: "Ctrl+Alt+2",
      sendMode: "send" as const,
    },
    {
      title: "长文说明",
      body: LONG,
      shortcut: "cwsm",
      hotkey: "Ctrl+Alt+3",
      sendMode: "send" as const,
    },
    { title: "退换货流程", body: "七天内不影响二次销售即可退，运费险可抵运费。", shortcut: "thh" },
  ];
  for (const phrase of phrases) await shell.call("phrases.create", phrase);
  await chat.focus();
}, 90_000);

afterEach(async () => {
  chat?.forget();
  await chat?.focus();
});

afterAll(async () => {
  await shell?.close();
  await eyes?.close();
  await chat?.close();
  await desktop?.close();
});

const key = (...keys: string[]) => desktop.exec("xdotool", ["key", "--clearmodifiers", ...keys]);
const whole = (text: string) => (lines: readonly string[]) => lines.join("") === text;

test("hotkeys are on", () => {
  expect(shell.hotkeys).toBe("on");
});

describe("a phrase's own hotkey", () => {
  test("delivers Chinese with emoji to the other side", async () => {
    await key("ctrl+alt+1");
    await chat.waitFor((lines) => lines.length === 1);
    expect(chat.received).toEqual([EMOJI]);
    const [entry] = await shell.logged((log) => log.length > 0);
    expect(entry).toMatchObject({
      title: "发货通知",
      application: "hexchat",
      outcome: "sent",
      reason: null,
    });
  });

  test("delivers several lines in order", async () => {
    await key("ctrl+alt+2");
    await chat.waitFor((lines) => lines.length === LINES.length);
    expect(chat.received).toEqual(LINES);
  });

  test("delivers 2,000 characters whole", async () => {
    expect([...LONG].length).toBe(2_000);
    await key("ctrl+alt+3");
    await chat.waitFor(whole(LONG), 20_000);
  });

  test("works while its own keys are held for a second", async () => {
    await desktop.exec("xdotool", [
      "keydown",
      "ctrl",
      "keydown",
      "alt",
      "keydown",
      "1",
      "sleep",
      "1",
      "keyup",
      "1",
      "keyup",
      "alt",
      "keyup",
      "ctrl",
    ]);
    await chat.waitFor((lines) => lines.length > 0);
    expect(chat.received).toEqual([EMOJI]);
    expect(await eyes.keyboard.held()).toEqual([]);
  });

  test("ten presses in two seconds: ten messages, none lost or mixed", async () => {
    const presses = Array.from({ length: 10 }, (_, n) => [
      "key",
      n % 2 === 0 ? "ctrl+alt+1" : "ctrl+alt+2",
      "sleep",
      "0.15",
    ]).flat();
    await desktop.exec("xdotool", presses);
    const wanted = Array.from({ length: 5 }, () => [EMOJI, ...LINES]).flat();
    await chat.waitFor((lines) => lines.length >= wanted.length, 20_000);
    expect(chat.received).toEqual(wanted);
  });
});

describe("the palette", () => {
  const openPalette = async (): Promise<void> => {
    await key("ctrl+alt+space");
    const window = await eyes.windowTools.waitFor({ title: /快答台|ReplyDeck/ }, 5_000);
    expect(window).not.toBeNull();
    expect(await eyes.activeWindow.waitUntilActive(window!.id, 5_000)).toBe(true);
  };

  test("pinyin, then Enter with Ctrl: the exact text reaches the other side, and the chat has the keyboard again", async () => {
    await openPalette();
    await desktop.exec("xdotool", ["type", "--delay", "30", "thh"]);
    await desktop.exec("xdotool", ["key", "ctrl+Return"]);
    await chat.waitFor((lines) => lines.length > 0);
    expect(chat.received).toEqual(["七天内不影响二次销售即可退，运费险可抵运费。"]);
    expect(await eyes.activeWindow.waitUntilActive(chat.windowId, 2_000)).toBe(true);
  });

  test("Enter pastes without sending; the person sends", async () => {
    await openPalette();
    await desktop.exec("xdotool", ["type", "--delay", "30", "tuihuan"]);
    await desktop.exec("xdotool", ["key", "Return"]);
    await shell.logged((log) => log[0]?.outcome === "pasted" && log[0].title === "退换货流程");
    expect(chat.received).toEqual([]);
    expect(await eyes.activeWindow.waitUntilActive(chat.windowId, 2_000)).toBe(true);
    await key("Return");
    await chat.waitFor((lines) => lines.length > 0);
    expect(chat.received).toEqual(["七天内不影响二次销售即可退，运费险可抵运费。"]);
  });

  test("Esc gives the keyboard back and pastes nothing", async () => {
    const before = (await shell.call("paste.log", {})).length;
    await openPalette();
    await desktop.exec("xdotool", ["type", "thh"]);
    await key("Escape");
    expect(await eyes.activeWindow.waitUntilActive(chat.windowId, 3_000)).toBe(true);
    expect(await shell.call("paste.log", {})).toHaveLength(before);
    expect(chat.received).toEqual([]);
  });
});
