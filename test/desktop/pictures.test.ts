import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createX11Desktop, type X11Desktop } from "../../src/main/adapters/x11/desktop.ts";
import { createPasteEngine, type PasteEngine } from "../../src/main/modules/desk/engine.ts";
import type { PastePart } from "../../src/main/modules/desk/rules.ts";
import type { ApplicationProfile } from "../../src/shared/contract/settings.ts";
import { profileFor } from "../../src/shared/rules/applicationProfiles.ts";
import {
  type ChromiumTarget,
  openChromiumTarget,
  openGtkTarget,
  startDesktop,
  type TestDesktop,
} from "../support/desktop.ts";
import { startShell, type TestShell } from "../support/shell.ts";
import {
  type GtkViewer,
  makePicture,
  openGtkViewer,
  openWebChat,
  sha256,
  type TestPicture,
  type WebChat,
} from "../support/pictureTargets.ts";

/*
 * Pictures, and scripts of several pieces, through the paste engine into real windows: a chat on a web page and a
 * GTK program that takes pictures and files.
 */
let desktop: TestDesktop;
let browser: ChromiumTarget;
let chat: WebChat;
let viewer: GtkViewer;
let x11: X11Desktop;
let engine: PasteEngine;
let how: Partial<ApplicationProfile>;
let small: TestPicture;
let large: TestPicture;

beforeAll(async () => {
  desktop = await startDesktop();
  const folder = join(desktop.folder, "红 色 款.png");
  small = await makePicture(folder, { size: 48, shades: 16, seed: 1 });
  large = await makePicture(join(desktop.folder, "large.png"), {
    size: 800,
    shades: 7,
    seed: 2,
  });
  browser = await openChromiumTarget(desktop);
  chat = await openWebChat(browser);
  viewer = await openGtkViewer(desktop);
  x11 = await createX11Desktop(desktop.display);
  engine = createPasteEngine({
    desktop: x11,
    clock: { now: Date.now },
    profile: (app) => ({ ...profileFor(app, {}, "linux"), ...how }),
    notRestored: (error) => {
      throw error;
    },
  });
}, 90_000);

afterAll(async () => {
  await x11?.close();
  await viewer?.close();
  await browser?.close();
  await desktop?.close();
});

beforeEach(async () => {
  how = {};
  await chat.clear();
});

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

const text = (words: string): PastePart => ({ kind: "text", text: words });
const paste = async (parts: PastePart[], mode: "paste" | "send" = "paste") =>
  engine.paste({ parts, mode, target: await x11.activeWindow.current(), refocus: false });

test("the pictures are of the sizes they stand for", () => {
  expect(small.bytes.length).toBeGreaterThan(3_000);
  expect(small.bytes.length).toBeLessThan(6_000);
  expect(large.bytes.length).toBeGreaterThan(700_000);
  expect(large.bytes.length).toBeLessThan(900_000);
});

describe.each([
  ["4 KB", () => small],
  ["800 by 800 and some 780 KB", () => large],
])("a picture of %s", (_size, picture) => {
  test("arrives in a web chat pixel for pixel, and what was copied is back", async () => {
    await copyElsewhere("订单号 2611220001");
    await browser.focus();
    expect(await paste([picture().part])).toMatchObject({
      outcome: "pasted",
      delivered: 1,
      application: "chromium",
    });
    await chat.waitForPictures(1);
    expect(await chat.input()).toEqual([{ pixels: picture().pixels }]);
    expect(String(await clipboardOf())).toBe("订单号 2611220001");
  });

  test("arrives in a GTK program pixel for pixel, and a picture that was copied is back byte for byte", async () => {
    const copied = picture() === small ? large : small;
    await copyElsewhere(copied.bytes, "image/png");
    await viewer.focus();
    const seen = viewer.next();
    expect(await paste([picture().part])).toMatchObject({ outcome: "pasted" });
    expect(await seen).toEqual({ pixels: picture().pixels });
    expect(sha256(await clipboardOf("image/png"))).toBe(sha256(copied.bytes));
  });

  test("arrives as a file where the program wants files, byte for byte and by its name", async () => {
    how = { pictureAs: "file" };
    await browser.focus();
    expect(await paste([picture().part])).toMatchObject({ outcome: "pasted" });
    await expect
      .poll(() => chat.files())
      .toEqual([
        {
          name: picture() === small ? "红 色 款.png" : "large.png",
          bytes: picture().bytes.length,
          sha256: sha256(picture().bytes),
        },
      ]);
    await viewer.focus();
    const seen = viewer.next();
    expect(await paste([picture().part])).toMatchObject({ outcome: "pasted" });
    expect(await seen).toEqual({ files: [pathToFileURL(picture().path).href] });
  });
});

describe("a script of texts and pictures", () => {
  const pieces = () => [text("您看这款：\n红色"), large.part, text("喜欢吗？😊"), small.part];

  test("stands in the input in order, nothing sent, when it is only pasted", async () => {
    await copyElsewhere("原来的");
    await browser.focus();
    expect(await paste(pieces())).toMatchObject({ outcome: "pasted", delivered: 4, of: 4 });
    await chat.waitForPictures(2);
    expect(await chat.input()).toEqual([
      { text: "您看这款：\n红色" },
      { pixels: large.pixels },
      { text: "喜欢吗？😊" },
      { pixels: small.pixels },
    ]);
    expect(await chat.messages()).toEqual([]);
    expect(String(await clipboardOf())).toBe("原来的");
  });

  test("goes out piece by piece, in order, when it is sent", async () => {
    await copyElsewhere("原来的");
    await browser.focus();
    expect(await paste(pieces(), "send")).toMatchObject({ outcome: "sent", delivered: 4 });
    await expect
      .poll(() => chat.messages())
      .toEqual([
        [{ text: "您看这款：\n红色" }],
        [{ pixels: large.pixels }],
        [{ text: "喜欢吗？😊" }],
        [{ pixels: small.pixels }],
      ]);
    expect(await chat.input()).toEqual([]);
    expect(String(await clipboardOf())).toBe("原来的");
  });

  test("that loses its window in between says how far it came; the next piece waits on the clipboard", async () => {
    const doomed = await openGtkTarget(desktop);
    await doomed.focus();
    how = { partPauseMs: 1_000 };
    const result = paste([text("第一段"), large.part, text("第三段")], "send");
    await doomed.waitForText("第一段\n");
    await doomed.close();
    expect(await result).toMatchObject({
      outcome: "failed",
      reason: "paste_stopped",
      delivered: 1,
      of: 3,
      params: { delivered: 1, of: 3, next: 2 },
    });
    expect(sha256(await clipboardOf("image/png"))).toBe(sha256(large.bytes));
  });
});

test("twenty scripts of a text and a picture in a row: none lost, none out of order", async () => {
  await copyElsewhere(large.bytes, "image/png");
  how = { partPauseMs: 0 };
  await browser.focus();
  for (let n = 0; n < 20; n += 1) {
    await chat.clear();
    const picture = n % 2 === 0 ? small : large;
    await paste([text(`第 ${n} 款`), picture.part], "send");
    await expect
      .poll(() => chat.messages())
      .toEqual([[{ text: `第 ${n} 款` }], [{ pixels: picture.pixels }]]);
  }
  expect(sha256(await clipboardOf("image/png"))).toBe(sha256(large.bytes));
}, 120_000);

test("a picture copied to stay is there for any program", async () => {
  await engine.copy(large.part);
  expect(sha256(await clipboardOf("image/png"))).toBe(sha256(large.bytes));
  expect(String(await clipboardOf("TARGETS"))).not.toContain("x-kde-passwordManagerHint");
});

describe("from the library of the running program", () => {
  let shell: TestShell;
  let stored: string;

  beforeAll(async () => {
    shell = await startShell(desktop);
    const { origin, searchParams } = new URL(shell.url);
    const sent = await fetch(`${origin}/files?name=${encodeURIComponent("红色款.png")}`, {
      method: "POST",
      headers: { authorization: `Bearer ${searchParams.get("token") ?? ""}` },
      body: new Uint8Array(large.bytes),
    });
    const { value } = (await sent.json()) as { value: { file: string } };
    stored = (await shell.call("pictures.stage", { file: value.file, name: "红色款.png" })).id;
    await shell.call("pictures.commit", { pictures: [{ id: stored, name: "红色款.png" }] });
    const segments = [
      { kind: "text" as const, text: "您看红色这款" },
      { kind: "picture" as const, picture: stored },
      { kind: "text" as const, text: "有现货的😊" },
    ];
    await shell.call("phrases.create", {
      title: "红色款",
      body: "x",
      segments,
      hotkey: "Ctrl+Alt+1",
      sendMode: "send",
    });
  });
  afterAll(() => shell?.close());

  const sendIt = async () => {
    const before = (await shell.call("paste.log", { limit: 500 })).length;
    await browser.focus();
    await desktop.exec("xdotool", ["key", "ctrl+alt+1"]);
    const [entry] = await shell.logged((log) => log.length > before);
    return entry;
  };

  test("a phrase's hotkey sends its texts and its picture in order, and what was copied is back", async () => {
    await copyElsewhere(small.bytes, "image/png");
    expect(await sendIt()).toMatchObject({ outcome: "sent", title: "红色款" });
    await expect
      .poll(() => chat.messages())
      .toEqual([[{ text: "您看红色这款" }], [{ pixels: large.pixels }], [{ text: "有现货的😊" }]]);
    await expect.poll(async () => sha256(await clipboardOf("image/png"))).toBe(sha256(small.bytes));
  });

  test("a program that wants files of at most 100 KB gets one, by the picture's own name", async () => {
    await shell.call("settings.set", {
      applications: {
        chromium: {
          ...profileFor("chromium", {}, "linux"),
          pictureAs: "file",
          pictureLimitKB: 100,
        },
      },
    });
    expect(await sendIt()).toMatchObject({ outcome: "sent" });
    await expect.poll(async () => (await chat.files()).length).toBe(1);
    const [file] = await chat.files();
    expect(file?.name).toMatch(/^红色款\.(jpg|png)$/);
    expect(file?.bytes).toBeGreaterThan(1_000);
    expect(file?.bytes).toBeLessThanOrEqual(100 * 1024);
  });
});
