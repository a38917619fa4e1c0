import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createX11Desktop, type X11Desktop } from "../../src/main/adapters/x11/desktop.ts";
import {
  type ChromiumTarget,
  openChromiumTarget,
  openGtkTarget,
  startDesktop,
  type TestDesktop,
  type TextTarget,
} from "../support/desktop.ts";
import { makePicture } from "../support/pictures.ts";
import { startShell, type TestShell } from "../support/shell.ts";

/*
 * The paste engine against two real toolkits: a Chromium textarea and a GTK editor, with what goes wrong at desks.
 */
let desktop: TestDesktop;
let shell: TestShell;
let browser: ChromiumTarget;
let editor: TextTarget;
let eyes: X11Desktop;

const SHORT = "您好，在的😊有什么可以帮您？";
const LINES = "第一步：打开订单页\n\n第二步：点击“申请售后”\n第三步：上传照片 📷";
const LONG = `开头${"这是一段很长的说明文字，".repeat(166)}结尾`.slice(0, 2_000);

beforeAll(async () => {
  desktop = await startDesktop();
  browser = await openChromiumTarget(desktop);
  editor = await openGtkTarget(desktop);
  shell = await startShell(desktop);
  eyes = await createX11Desktop(desktop.display);
  const bodies = [SHORT, LINES, LONG];
  for (const [index, body] of bodies.entries())
    await shell.call("phrases.create", {
      title: `短语${index + 1}`,
      body,
      hotkey: `Ctrl+Alt+${index + 1}`,
      shortcut: `p${index + 1}`,
    });
}, 90_000);

afterAll(async () => {
  await shell?.close();
  await eyes?.close();
  await browser?.close();
  await editor?.close();
  await desktop?.close();
});

const keys = (...steps: string[]) => desktop.exec("xdotool", steps);
/** Puts something on the clipboard as another program does; xclip stays to serve it and must not hold our pipes. */
async function copyElsewhere(content: string | Buffer, type = "UTF8_STRING"): Promise<void> {
  const file = join(desktop.folder, "copied");
  await writeFile(file, content);
  await desktop.exec("sh", [
    "-c",
    `xclip -selection clipboard -t ${type} -i ${file} >/dev/null 2>&1`,
  ]);
}
const clipboardOf = async (type = "UTF8_STRING"): Promise<Buffer> =>
  (await desktop.exec("xclip", ["-selection", "clipboard", "-t", type, "-o"])).stdout;
const paste = async (target: TextTarget, hotkey: string, wanted: string): Promise<void> => {
  await target.clear();
  await target.focus();
  await keys("key", hotkey);
  await target.waitForText(wanted, 10_000);
};
const attempts = async (): Promise<number> =>
  (await shell.call("paste.log", { limit: 500 })).length;

describe.each([
  ["a Chromium textarea", () => browser],
  ["a GTK editor", () => editor],
])("%s", (_name, target) => {
  test.each([
    ["Chinese with emoji", "ctrl+alt+1", SHORT],
    ["several lines", "ctrl+alt+2", LINES],
    ["2,000 characters", "ctrl+alt+3", LONG],
  ])("gets %s exactly", async (_what, hotkey, body) => {
    await paste(target(), hotkey, body);
    expect(await target().read()).toBe(body);
  });

  test("gets it while the hotkey's own keys are held for a second, and no key stays down", async () => {
    await target().clear();
    await target().focus();
    await keys(
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
    );
    await target().waitForText(SHORT);
    expect(await eyes.keyboard.held()).toEqual([]);
  });

  test("gets ten of them in two seconds, in order and whole", async () => {
    await target().clear();
    await target().focus();
    const hotkeys = Array.from({ length: 10 }, (_, n) => [
      "key",
      n % 2 === 0 ? "ctrl+alt+1" : "ctrl+alt+2",
      "sleep",
      "0.15",
    ]);
    await keys(...hotkeys.flat());
    await target().waitForText((SHORT + LINES).repeat(5), 20_000);
  });
});

describe("what the person had copied", () => {
  beforeEach(async () => {
    await editor.clear();
    await editor.focus();
  });

  test("text comes back", async () => {
    await copyElsewhere("我复制的订单号 T123456");
    const before = await attempts();
    await keys("key", "ctrl+alt+1");
    await editor.waitForText(SHORT);
    await shell.logged((log) => log.length > before);
    await expect.poll(async () => String(await clipboardOf())).toBe("我复制的订单号 T123456");
  });

  test("a picture comes back, byte for byte", async () => {
    const picture = await makePicture({ width: 400, height: 400, noisy: true });
    await copyElsewhere(picture, "image/png");
    const before = await attempts();
    await keys("key", "ctrl+alt+1");
    await editor.waitForText(SHORT);
    await shell.logged((log) => log.length > before);
    const sum = (data: Buffer): string => createHash("sha256").update(data).digest("hex");
    await expect.poll(async () => sum(await clipboardOf("image/png"))).toBe(sum(picture));
  });

  test("what was copied comes back after the last of several pastes, not between them", async () => {
    await copyElsewhere("原来的");
    const before = await attempts();
    await keys(
      "key",
      "ctrl+alt+1",
      "sleep",
      "0.03",
      "key",
      "ctrl+alt+1",
      "sleep",
      "0.03",
      "key",
      "ctrl+alt+1",
    );
    await editor.waitForText(SHORT.repeat(3));
    await shell.logged((log) => log.length >= before + 3);
    await expect.poll(async () => String(await clipboardOf())).toBe("原来的");
  });

  test("our text is marked as not for clipboard history while it is there", async () => {
    await eyes.clipboard.offerText("x", { transient: true });
    expect(String(await clipboardOf("TARGETS"))).toContain("x-kde-passwordManagerHint");
  });
});

describe("never blind, never silent", () => {
  test("a target closed in between: the text waits on the clipboard and the log says why", async () => {
    const doomed = await openGtkTarget(desktop);
    await doomed.focus();
    await shell.call("palette.open", {});
    await doomed.close();
    const [row] = (await shell.call("phrases.query", { text: "短语1" })).rows;
    const result = await shell.call("paste.phrase", { id: row!.id });
    expect(result).toMatchObject({ outcome: "failed", reason: "paste_target_gone" });
    expect(String(await clipboardOf())).toBe(SHORT);
    const [entry] = await shell.logged((log) => log[0]?.outcome === "failed");
    expect(entry).toMatchObject({ reason: "paste_target_gone", title: "短语1" });
  });

  test("a window that takes no text: said after two seconds, the text stays on the clipboard", async () => {
    const child = desktop.run("xmessage", ["-center", "nothing to type into"]);
    child.stderr?.resume();
    const window = await eyes.windowTools.waitFor({ app: "xmessage" }, 5_000);
    await eyes.activeWindow.activate(window!.id);
    expect(await eyes.activeWindow.waitUntilActive(window!.id, 5_000)).toBe(true);
    await keys("key", "ctrl+alt+1");
    const [entry] = await shell.logged((log) => log[0]?.reason === "paste_not_read");
    expect(entry).toMatchObject({ outcome: "failed", application: "xmessage" });
    expect(String(await clipboardOf())).toBe(SHORT);
    child.kill();
  });

  test("a key pressed right after a paste does not disturb it", async () => {
    await editor.clear();
    await editor.focus();
    const [row] = (await shell.call("phrases.query", { text: "短语2" })).rows;
    await shell.call("palette.open", {});
    const first = shell.call("paste.phrase", { id: row!.id });
    const second = first.then(async () => {
      await keys("keydown", "ctrl");
      return null;
    });
    await first;
    await second;
    await keys("keyup", "ctrl");
    expect(await editor.read()).toBe(LINES);
  });

  test("a hotkey another program has is refused when it is chosen", async () => {
    const other = await createX11Desktop(desktop.display);
    expect(await other.hotkeys.register("Ctrl+Alt+F9", () => undefined)).toBeNull();
    expect(await shell.call("hotkeys.check", { accelerator: "ctrl+alt+f9" })).toMatchObject({
      accelerator: "ctrl+alt+f9",
      failure: { code: "hotkey_taken_other" },
    });
    await other.close();
    expect(await shell.call("hotkeys.check", { accelerator: "ctrl+alt+f9" })).toMatchObject({
      accelerator: "Ctrl+Alt+F9",
      failure: null,
    });
  });

  test.each([
    ["Alt+A", "hotkey_reserved"],
    ["Ctrl+Alt+W", "hotkey_reserved"],
    ["Ctrl+Alt+1", "hotkey_taken_phrase"],
    ["Ctrl+Alt+Space", "hotkey_taken_palette"],
    ["A", "hotkey_invalid"],
  ])("%s is refused as %s", async (accelerator, code) => {
    expect((await shell.call("hotkeys.check", { accelerator })).failure?.code).toBe(code);
  });
});

test("200 pastes in a row: none lost, none garbled, no descriptor or thread more", async () => {
  await editor.focus();
  await paste(editor, "ctrl+alt+1", SHORT);
  const before = shell.resources();
  const faults: string[] = [];
  for (let n = 0; n < 200; n += 1) {
    const [target, hotkey, body] =
      n % 4 === 3
        ? ([browser, "ctrl+alt+2", LINES] as const)
        : ([editor, "ctrl+alt+1", SHORT] as const);
    await paste(target, hotkey, body).catch((error: Error) =>
      faults.push(`${n}: ${error.message}`),
    );
  }
  expect(faults).toEqual([]);
  const after = shell.resources();
  expect(after.descriptors).toBeLessThanOrEqual(before.descriptors + 2);
  expect(after.threads).toBeLessThanOrEqual(before.threads);
}, 180_000);

test("files copied in a file manager survive a paste", async () => {
  // text/uri-list is how file managers copy files.
  await copyElsewhere("file:///tmp/a.png\r\nfile:///tmp/b.png\r\n", "text/uri-list");
  const before = await attempts();
  await paste(editor, "ctrl+alt+1", SHORT);
  await shell.logged((log) => log.length > before);
  await expect
    .poll(async () => String(await clipboardOf("text/uri-list")))
    .toBe("file:///tmp/a.png\r\nfile:///tmp/b.png\r\n");
});

describe("the answer to what is selected", () => {
  test.each([
    ["a Chromium textarea", () => browser],
    ["a GTK editor", () => editor],
  ])("is looked for from %s, and what was copied is there again", async (_name, target) => {
    await paste(target(), "ctrl+alt+1", SHORT);
    await copyElsewhere("早先复制的");
    await target().focus();
    await keys("key", "ctrl+a");
    const shown = await shell.listenTo("palette.shown");
    await keys("key", "ctrl+alt+q");
    expect((await shown()).text).toBe(`?${SHORT}`);
    await shell.call("palette.close", {});
    expect((await clipboardOf()).toString()).toBe("早先复制的");
    expect(await target().read()).toBe(SHORT);
  });

  test("is asked for by typing when nothing is selected", async () => {
    await browser.clear();
    await browser.focus();
    const shown = await shell.listenTo("palette.shown");
    await keys("key", "ctrl+alt+q");
    expect((await shown()).text).toBe("?");
    await shell.call("palette.close", {});
  });
});
