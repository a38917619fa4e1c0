import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createX11Desktop, type X11Desktop } from "../../src/main/adapters/x11/desktop.ts";
import { startDesktop, type TestDesktop } from "../support/desktop.ts";
import { type Chat, openChat } from "../support/irc.ts";
import { startShell, type TestShell } from "../support/shell.ts";
import { hearPalette, openDoor } from "../support/shellPages.ts";

/*
 * A choice in the palette is never dropped: typed and chosen with all keys at once, as soon as the palette has the
 * keyboard, while the program has only just started, has only just got its phrases, or still pastes the choice before.
 */
let desktop: TestDesktop;
let chat: Chat;
let eyes: X11Desktop;
let shell: TestShell | null = null;

beforeAll(async () => {
  desktop = await startDesktop();
  await openDoor(desktop);
  chat = await openChat(desktop);
  eyes = await createX11Desktop(desktop.display);
}, 90_000);

afterEach(async () => {
  await shell?.close();
  shell = null;
});

afterAll(async () => {
  await eyes?.close();
  await chat?.close();
  await desktop?.close();
});

const ROUNDS = Array.from({ length: 10 }, (_, n) => n + 1);

/** Lines of a phrase of the starter library, as the chat gets them. */
async function linesOf(program: TestShell, code: string): Promise<string[]> {
  const { hits } = await program.call("search.query", { text: code, limit: 1 });
  const { body } = await program.call("phrases.get", { id: hits[0]!.phrase.id });
  return body.split("\n");
}

/** Opens the palette, and without a pause types and sends. */
async function choose(code: string): Promise<void> {
  await desktop.exec("xdotool", ["key", "--clearmodifiers", "ctrl+alt+space"]);
  const palette = await eyes.windowTools.waitFor({ title: "快答台 快捷面板" }, 5_000);
  expect(palette && (await eyes.activeWindow.waitUntilActive(palette.id, 5_000))).toBe(true);
  await desktop.exec("xdotool", ["key", "--delay", "0", ...code, "ctrl+Return"]);
}

async function arrived(lines: readonly string[]): Promise<void> {
  try {
    await chat.waitFor((received) => received.join("\n") === lines.join("\n"));
  } catch (cause) {
    const log = await shell?.call("paste.log", { limit: 20 });
    const front = await eyes.activeWindow.current();
    throw new Error(`${String(cause)}; in front: ${front?.title}; log: ${JSON.stringify(log)}`, {
      cause,
    });
  }
}

describe("right after the start", () => {
  let data = "";
  beforeAll(async () => {
    const first = await startShell(desktop);
    await first.call("starter.add", {});
    data = first.data;
    await first.close();
  });

  test.each(ROUNDS)("round %i", async () => {
    await chat.focus();
    chat.forget();
    shell = await startShell(desktop, ["--data", data]);
    await choose("thh");
    await arrived(await linesOf(shell, "thh"));
  });
});

describe("right after the starter phrases were added", () => {
  test.each(ROUNDS)("round %i", async () => {
    await chat.focus();
    chat.forget();
    shell = await startShell(desktop);
    await shell.call("starter.add", {});
    await choose("thh");
    await arrived(await linesOf(shell, "thh"));
  });
});

test("one choice after the other, each while the one before is still being pasted", async () => {
  await chat.focus();
  chat.forget();
  shell = await startShell(desktop);
  await shell.call("starter.add", {});
  const codes = ["thh", "wh", "fh", "sd", "ap"];
  for (const code of [...codes, ...codes]) {
    expect(await eyes.activeWindow.waitUntilActive(chat.windowId, 5_000)).toBe(true);
    await choose(code);
  }
  const once: string[] = [];
  for (const code of codes) once.push(...(await linesOf(shell, code)));
  await arrived([...once, ...once]);
});

test("what is typed stays when the keyboard is away while the program is too busy to look", async () => {
  await chat.focus();
  chat.forget();
  shell = await startShell(desktop);
  await shell.call("starter.add", {});
  await desktop.exec("xdotool", ["key", "--clearmodifiers", "ctrl+alt+space"]);
  const window = await eyes.windowTools.waitFor({ title: "快答台 快捷面板" }, 5_000);
  expect(window && (await eyes.activeWindow.waitUntilActive(window.id, 5_000))).toBe(true);
  await desktop.exec("xdotool", ["key", "--delay", "0", ..."thh"]);
  const page = await hearPalette(shell);
  const left = page.asked("palette.close");
  process.kill(shell.pid, "SIGSTOP");
  try {
    await chat.focus();
    await left;
    await desktop.exec("xdotool", ["windowactivate", window!.id]);
    expect(await eyes.activeWindow.waitUntilActive(window!.id, 5_000)).toBe(true);
  } finally {
    process.kill(shell.pid, "SIGCONT");
    page.close();
  }
  await desktop.exec("xdotool", ["key", "ctrl+Return"]);
  await arrived(await linesOf(shell, "thh"));
});
