import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createX11Clipboard } from "../../src/main/adapters/x11/clipboard.ts";
import { openX11 } from "../../src/main/adapters/x11/connection.ts";
import type { X11Connection } from "../../src/main/adapters/x11/connection.ts";
import { createX11Desktop } from "../../src/main/adapters/x11/desktop.ts";
import type { X11Desktop } from "../../src/main/adapters/x11/desktop.ts";
import type { ClipboardOffer } from "../../src/main/ports/clipboard.ts";
import { openChromiumTarget, openGtkTarget, startDesktop } from "../support/desktop.ts";
import type { ChromiumTarget, TestDesktop, TextTarget } from "../support/desktop.ts";

const LIMITS = { quietMs: 50, delayMs: 300, timeoutMs: 2_000 };
const GREETING = "亲，您好😀 退换货请走“售后”通道 — ok? ñ";

let desktop: TestDesktop;
let x11: X11Desktop;
/** A connection that only watches, and how often it saw the clipboard change hands. */
let witness: X11Connection;
let ownersSeen = 0;

beforeAll(async () => {
  desktop = await startDesktop();
  witness = await openX11(desktop.display);
  const fixes = await witness.extension("fixes");
  fixes?.SelectSelectionInput(witness.root, await witness.atom("CLIPBOARD"), 1);
  witness.onEvent((event) => {
    if (event.name === "SelectionNotify" && "subtype" in event) ownersSeen += 1;
  });
  await witness.batch(() => undefined);
  x11 = await createX11Desktop(desktop.display);
});
afterAll(async () => {
  await x11.close();
  await witness.close();
  await desktop.close();
});

/** Another program puts something on the clipboard and keeps owning it. */
async function put(data: string | Buffer, target = "UTF8_STRING"): Promise<void> {
  const file = join(desktop.folder, "clip");
  await writeFile(file, data);
  // xclip goes to the background once it owns the clipboard, and must not keep our pipes open.
  const quoted = `xclip -selection clipboard -t '${target}' -i '${file}' >/dev/null 2>&1`;
  const seen = ownersSeen;
  await desktop.exec("sh", ["-c", quoted]);
  // Its request may still be on the way when the command has ended.
  await until(() => ownersSeen > seen);
}

/** What another program gets from the clipboard. */
async function get(target = "UTF8_STRING"): Promise<Buffer> {
  return (await desktop.exec("xclip", ["-selection", "clipboard", "-t", target, "-o"])).stdout;
}

const key = (...args: string[]) => desktop.exec("xdotool", args);

/** Resolves when `ready` holds, looking again after each turn; the bound is for a failing test only. */
async function until(ready: () => boolean): Promise<void> {
  const deadline = performance.now() + 5_000;
  while (!ready()) {
    if (performance.now() > deadline) throw new Error("did not happen in 5 s");
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function descriptors(): Promise<number> {
  return (await readdir("/proc/self/fd")).length;
}
async function threads(): Promise<number> {
  return (await readdir("/proc/self/task")).length;
}

/** A picture of that many bytes or a little more. */
function picture(bytes: number): Buffer {
  const head = Buffer.from("89504e470d0a1a0a", "hex");
  const body = Buffer.alloc(bytes);
  for (let at = 0; at < bytes; at += 1) body[at] = (at * 31 + (at >> 8)) & 0xff;
  return Buffer.concat([head, body]);
}

describe("clipboard", () => {
  it("gives text to other programs, in every name text has", async () => {
    await x11.clipboard.offerText(GREETING, { transient: true });
    for (const target of ["UTF8_STRING", "text/plain;charset=utf-8", "text/plain", "TEXT"]) {
      expect((await get(target)).toString()).toBe(GREETING);
    }
    await x11.clipboard.offerText("café", { transient: false });
    expect((await get("STRING")).toString("latin1")).toBe("café");
  });

  it("marks passing text so that clipboard managers leave it", async () => {
    await x11.clipboard.offerText("a", { transient: true });
    expect((await get("TARGETS")).toString()).toContain("x-kde-passwordManagerHint");
    expect((await get("x-kde-passwordManagerHint")).toString()).toBe("secret");
    await x11.clipboard.offerText("a", { transient: false });
    expect((await get("TARGETS")).toString()).not.toContain("x-kde-passwordManagerHint");
  });

  it("reads text of other programs", async () => {
    await put(GREETING);
    expect(await x11.clipboard.readText()).toBe(GREETING);
  });

  it.each([
    ["small", 4_000],
    ["large", 780_000],
    ["in many parts", 5_000_000],
  ])("brings back another program's picture byte for byte: %s", async (_, bytes) => {
    const bitmap = picture(bytes);
    await put(bitmap, "image/png");
    const saved = await x11.clipboard.save();
    expect(saved.map((format) => format.name)).toEqual(["image/png"]);
    await x11.clipboard.offerText("in between", { transient: true });
    expect((await get()).toString()).toBe("in between");
    await x11.clipboard.restore(saved);
    expect((await get("image/png")).equals(bitmap)).toBe(true);
  });

  it("moves three megabytes of text both ways", async () => {
    const long = "退换货😀x".repeat(230_000);
    expect(Buffer.byteLength(long)).toBeGreaterThan(3_000_000);
    await x11.clipboard.offerText(long, { transient: true });
    expect((await get()).toString()).toBe(long);
    await put(long);
    expect(await x11.clipboard.readText()).toBe(long);
  });

  it("answers from memory what is its own", async () => {
    await x11.clipboard.offerText(GREETING, { transient: false });
    expect(await x11.clipboard.readText()).toBe(GREETING);
    const saved = await x11.clipboard.save();
    expect(saved.find((format) => format.name === "UTF8_STRING")?.data).toEqual(
      Buffer.from(GREETING),
    );
  });

  it("leaves an empty clipboard empty", async () => {
    await x11.clipboard.restore([]);
    expect(await x11.clipboard.save()).toEqual([]);
    await x11.clipboard.offerText("passing", { transient: true });
    await x11.clipboard.restore([]);
    expect((await desktop.exec("xclip", ["-selection", "clipboard", "-o"])).code).not.toBe(0);
    expect(await x11.clipboard.readText()).toBe("");
  });

  describe("reads ahead", () => {
    /** An owner that counts what it is asked for; `targets` by name. */
    async function countingOwner(targets: Readonly<Record<string, string>>) {
      const conn = await openX11(desktop.display);
      const clipboard = await createX11Clipboard(conn);
      const asked: string[] = [];
      conn.onEvent((event) => {
        if (event.name !== "SelectionRequest") return;
        conn.atomName(event.target).then(
          (name) => asked.push(name),
          () => undefined,
        );
      });
      const own = (content: typeof targets) =>
        clipboard.restore(
          Object.entries(content).map(([name, data]) => ({ name, data: Buffer.from(data) })),
        );
      await own(targets);
      return {
        asked,
        own,
        times: (target: string) => asked.filter((name) => name === target).length,
        close: async () => {
          await clipboard.close();
          await conn.close();
        },
      };
    }

    it("text, so that a save asks nobody, and only what is still there", async () => {
      const other = await countingOwner({ UTF8_STRING: "first", "text/html": "<b>first</b>" });
      await until(() => other.times("text/html") > 0);
      expect((await x11.clipboard.save()).map(({ name, data }) => [name, String(data)])).toEqual([
        ["UTF8_STRING", "first"],
        ["text/html", "<b>first</b>"],
      ]);
      expect(other.asked).toEqual(["TARGETS", "UTF8_STRING", "text/html"]);
      await other.own({ UTF8_STRING: "second" });
      expect((await x11.clipboard.save()).map(({ data }) => String(data))).toEqual(["second"]);
      await other.close();
      expect(await x11.clipboard.save()).toEqual([]);
    });

    it.each([
      ["pictures", { "image/png": "png", UTF8_STRING: "name" }],
      ["secrets", { UTF8_STRING: "password", "x-kde-passwordManagerHint": "secret" }],
    ])("no %s, which a save still brings", async (_what, content) => {
      const other = await countingOwner(content);
      await until(() => other.times("TARGETS") > 0);
      const saved = await x11.clipboard.save();
      expect(Object.fromEntries(saved.map(({ name, data }) => [name, String(data)]))).toEqual(
        content,
      );
      // Asked a second time: what there is was looked at before, and left alone.
      expect(other.times("TARGETS")).toBe(2);
      for (const name of Object.keys(content)) expect(other.times(name)).toBe(1);
      await other.close();
    });
  });

  it("gives up an owner that never answers, soon", async () => {
    const dead = await openX11(desktop.display);
    const window = dead.x.AllocID();
    dead.x.CreateWindow(window, dead.root, 0, 0, 1, 1, 0, 0, 2, 0, {});
    const selection = await dead.atom("CLIPBOARD");
    await dead.attempt((done) => dead.x.SetSelectionOwner(window, selection, 0, done));
    // An owner that is waited for without end would run into the time limit of the test.
    expect(await x11.clipboard.save()).toEqual([]);
    await dead.close();
  });

  describe("knows when the target has read", () => {
    it("after a read and quiet", async () => {
      const offer = await x11.clipboard.offerText("abc", { transient: true });
      const settled = offer.settled(LIMITS);
      await get();
      const read = performance.now();
      expect(await settled).toBe("read");
      // xclip's end comes a little after its read.
      expect(performance.now() - read).toBeGreaterThan(20);
    });

    it("not from questions about the formats", async () => {
      const offer = await x11.clipboard.offerText("abc", { transient: true });
      const settled = offer.settled({ ...LIMITS, timeoutMs: 400 });
      await get("TARGETS");
      await get("TIMESTAMP");
      await get("x-kde-passwordManagerHint");
      expect(await settled).toBe("timeout");
    });

    it("when nobody reads", async () => {
      const offer = await x11.clipboard.offerText("abc", { transient: true });
      expect(await offer.settled({ ...LIMITS, timeoutMs: 60 })).toBe("timeout");
    });

    it("when another program takes the clipboard", async () => {
      const offer = await x11.clipboard.offerText("abc", { transient: true });
      const settled = offer.settled(LIMITS);
      await put("theirs");
      expect(await settled).toBe("lost");
      expect(await offer.settled(LIMITS)).toBe("lost");
      expect(await x11.clipboard.readText()).toBe("theirs");
    });
  });

  it("leaves no descriptor and no thread in two hundred rounds", async () => {
    await put(picture(50_000), "image/png");
    const round = async (at: number) => {
      const saved = await x11.clipboard.save();
      const offer: ClipboardOffer = await x11.clipboard.offerText(`${at}`, { transient: true });
      expect(await offer.settled({ quietMs: 1, delayMs: 1, timeoutMs: 1 })).toBe("timeout");
      await x11.clipboard.restore(saved);
    };
    await round(0);
    const before = { descriptors: await descriptors(), threads: await threads() };
    for (let at = 1; at <= 200; at += 1) await round(at);
    expect({ descriptors: await descriptors(), threads: await threads() }).toEqual(before);
    expect((await get("image/png")).equals(picture(50_000))).toBe(true);
  });
});

describe("pasting", () => {
  let gtk: TextTarget;
  let chromium: ChromiumTarget;
  beforeAll(async () => {
    gtk = await openGtkTarget(desktop);
    chromium = await openChromiumTarget(desktop);
  });
  afterAll(async () => {
    await gtk.close();
    await chromium.close();
  });

  async function paste(target: TextTarget, text: string): Promise<void> {
    const offer = await x11.clipboard.offerText(text, { transient: true });
    await x11.keyboard.tap("Ctrl+V");
    expect(await offer.settled(LIMITS)).toBe("read");
    await target.waitForText(text);
  }

  for (const [name, target] of [
    ["a GTK editor", () => gtk],
    ["a Chromium textarea", () => chromium],
    ["a Chromium contenteditable", () => chromium],
  ] as const) {
    describe(`into ${name}`, () => {
      beforeEach(async () => {
        if (name.includes("Chromium")) {
          await chromium.use(name.endsWith("textarea") ? "textarea" : "editable");
        }
        await target().focus();
        await target().clear();
      });

      it("puts Chinese with emoji", async () => {
        await paste(target(), GREETING);
      });

      it("puts two thousand characters of several lines", async () => {
        await paste(target(), `${"七天无理由😀".repeat(150)}\n第二行\n${"x".repeat(900)}`);
      });

      it("does not mind Caps Lock and Num Lock", async () => {
        await key("key", "Caps_Lock", "Num_Lock");
        try {
          await paste(target(), "Caps 大写");
        } finally {
          await key("key", "Caps_Lock", "Num_Lock");
        }
      });

      it("gives the old clipboard back", async () => {
        await put("before");
        const saved = await x11.clipboard.save();
        await paste(target(), "passing");
        await x11.clipboard.restore(saved);
        expect((await get()).toString()).toBe("before");
        expect(await target().read()).toBe("passing");
      });
    });
  }

  it("presses the other strokes", async () => {
    await chromium.use("textarea");
    await chromium.focus();
    await chromium.clear();
    const keys = await chromium.page.evaluateHandle(() => {
      const seen: string[] = [];
      document.addEventListener("keydown", (event) => {
        const { ctrlKey, shiftKey, altKey, key: name } = event;
        if (name === "Control" || name === "Shift") return;
        seen.push(`${ctrlKey ? "C" : ""}${shiftKey ? "S" : ""}${altKey ? "A" : ""} ${name}`);
      });
      return seen;
    });
    await x11.clipboard.offerText("one", { transient: true });
    for (const stroke of ["Shift+Insert", "Shift+Enter", "Enter", "Ctrl+Enter"] as const) {
      await x11.keyboard.tap(stroke);
    }
    await chromium.page.waitForFunction((seen) => seen.length >= 4, keys);
    expect(await keys.jsonValue()).toEqual(["S Insert", "S Enter", " Enter", "C Enter"]);
    await chromium.waitForText("one\n\n");
    expect(await x11.keyboard.held()).toEqual([]);
  });

  it("pastes by a hotkey whose keys are still held, and leaves no modifier stuck", async () => {
    await gtk.focus();
    await gtk.clear();
    const ran = Promise.withResolvers<void>();
    let heldBefore: string[] = [];
    let heldAfter: string[] = [];
    expect(
      await x11.hotkeys.register("Ctrl+Alt+1", () => {
        const work = async () => {
          heldBefore = await x11.keyboard.held();
          heldAfter = await x11.keyboard.release();
          const offer = await x11.clipboard.offerText(GREETING, { transient: true });
          await x11.keyboard.tap("Ctrl+V");
          expect(await offer.settled(LIMITS)).toBe("read");
        };
        work().then(ran.resolve, ran.reject);
      }),
    ).toBeNull();
    try {
      await key("keydown", "ctrl", "keydown", "alt", "keydown", "1");
      await ran.promise;
      await gtk.waitForText(GREETING);
      expect(heldBefore.toSorted()).toEqual(["1", "Alt", "Ctrl"]);
      expect(heldAfter).toEqual([]);
    } finally {
      await key("keyup", "1", "keyup", "alt", "keyup", "ctrl");
      await x11.hotkeys.unregister("Ctrl+Alt+1");
    }
    expect(await x11.keyboard.held()).toEqual([]);
    await key("type", "a");
    await gtk.waitForText(`${GREETING}a`);
  });

  it("names the window that has the keyboard, and changes it", async () => {
    await gtk.focus();
    expect(await x11.activeWindow.current()).toMatchObject({
      id: gtk.windowId,
      app: "gtkeditor",
      title: expect.stringMatching(/^GTK \d+$/),
      pid: expect.any(Number),
      elevated: false,
    });
    const waiting = x11.activeWindow.waitUntilActive(chromium.windowId, 5_000);
    expect(await x11.activeWindow.activate(chromium.windowId)).toBe(true);
    expect(await waiting).toBe(true);
    expect(await x11.activeWindow.current()).toMatchObject({
      id: chromium.windowId,
      app: "chromium",
    });
    expect(await x11.activeWindow.waitUntilActive(gtk.windowId, 50)).toBe(false);
  });

  it("notices at once that the window is gone", async () => {
    const doomed = await openGtkTarget(desktop);
    await gtk.focus();
    // Longer than the time limit of the test: it has to be noticed, not waited out.
    const waiting = x11.activeWindow.waitUntilActive(doomed.windowId, 120_000);
    await doomed.close();
    expect(await waiting).toBe(false);
    expect(await x11.activeWindow.waitUntilActive(doomed.windowId, 120_000)).toBe(false);
    expect(await x11.activeWindow.activate(doomed.windowId)).toBe(false);
  });

  it("dresses, hides and shows a window", async () => {
    const window = await openGtkTarget(desktop);
    const tools = x11.windowTools;
    const found = await tools.waitFor({ app: "gtkeditor", title: /^GTK/ }, 5_000);
    expect(found?.id).toBe(window.windowId);
    await gtk.focus();
    await window.focus();
    await tools.undecorate(window.windowId);
    await tools.float(window.windowId);
    await tools.hide(window.windowId);
    expect(await tools.isVisible(window.windowId)).toBe(false);
    expect(await x11.activeWindow.waitUntilActive(gtk.windowId, 5_000)).toBe(true);
    await tools.centre(window.windowId, { width: 400, height: 300 });
    await tools.show(window.windowId);
    await x11.activeWindow.activate(window.windowId);
    expect(await x11.activeWindow.waitUntilActive(window.windowId, 5_000)).toBe(true);
    const geometry = await desktop.exec("xdotool", ["getwindowgeometry", window.windowId]);
    expect(geometry.stdout.toString()).toMatch(/Position: 440,175[\s\S]*Geometry: 400x300/);
    await window.close();
    expect(await tools.find({ title: found?.title ?? "" })).toBeNull();
  });
});

describe("hotkeys", () => {
  it("run once per press, also while the key repeats", async () => {
    let count = 0;
    expect(await x11.hotkeys.register("ctrl+alt+k", () => (count += 1))).toBeNull();
    await key("key", "ctrl+alt+k");
    await until(() => count === 1);
    // Fast repeat, and a marker after it: when the marker has run, every repeat has arrived.
    await desktop.exec("xset", ["r", "rate", "50", "50"]);
    let marker = 0;
    expect(await x11.hotkeys.register("F9", () => (marker += 1))).toBeNull();
    await key("keydown", "ctrl", "keydown", "alt", "keydown", "k");
    await key("sleep", "0.4", "keyup", "k", "keyup", "alt", "keyup", "ctrl", "key", "F9");
    await until(() => marker === 1);
    expect(count).toBe(2);
    await key("key", "--repeat", "5", "--repeat-delay", "0", "ctrl+alt+k", "key", "F9");
    await until(() => marker === 2);
    expect(count).toBe(7);
    await desktop.exec("xset", ["r", "rate", "660", "25"]);
    await x11.hotkeys.unregister("Alt+Ctrl+K");
    await x11.hotkeys.unregister("F9");
  });

  it("run with Caps Lock and Num Lock on", async () => {
    let count = 0;
    expect(await x11.hotkeys.register("Ctrl+Shift+F5", () => (count += 1))).toBeNull();
    await key("key", "Caps_Lock", "key", "Num_Lock");
    await key("key", "ctrl+shift+F5");
    await until(() => count === 1);
    await key("key", "Caps_Lock", "key", "Num_Lock", "key", "ctrl+shift+F5");
    await until(() => count === 2);
    await x11.hotkeys.unregister("Ctrl+Shift+F5");
  });

  it("are not run after they are given back", async () => {
    let count = 0;
    let marker = 0;
    await x11.hotkeys.register("F8", () => (count += 1));
    await x11.hotkeys.unregister("F8");
    await x11.hotkeys.register("F9", () => (marker += 1));
    await key("key", "F8", "F9");
    await until(() => marker === 1);
    expect(count).toBe(0);
    await x11.hotkeys.unregister("F9");
  });

  it("say when another program has the key", async () => {
    const other = await createX11Desktop(desktop.display);
    expect(await other.hotkeys.register("Ctrl+Alt+J", () => undefined)).toBeNull();
    expect(await x11.hotkeys.register("Ctrl+Alt+J", () => undefined)).toEqual({
      code: "taken",
      by: null,
    });
    await other.close();
    expect(await x11.hotkeys.register("Ctrl+Alt+J", () => undefined)).toBeNull();
    expect(await x11.hotkeys.register("alt+ctrl+j", () => undefined)).toEqual({
      code: "taken",
      by: null,
    });
    await x11.hotkeys.unregister("Ctrl+Alt+J");
  });

  it("refuse what is none", async () => {
    expect(await x11.hotkeys.register("V", () => undefined)).toEqual({ code: "invalid" });
  });
});

describe("no X server", () => {
  it("is said in words", async () => {
    await expect(createX11Desktop(":7654")).rejects.toMatchObject({ code: "no_display" });
    await expect(createX11Desktop("")).rejects.toMatchObject({ code: "no_display" });
    await expect(createX11Desktop("nonsense")).rejects.toMatchObject({ code: "no_display" });
  });

  it("does not bring the program down when it goes away", async () => {
    const doomed = await startDesktop({ windowManager: false });
    const view = await createX11Desktop(doomed.display);
    const offer = await view.clipboard.offerText("abc", { transient: true });
    const settled = offer.settled(LIMITS);
    await doomed.close();
    await view.closed;
    expect(await settled).toBe("lost");
    await expect(view.clipboard.save()).rejects.toMatchObject({ code: "no_display" });
    await expect(view.keyboard.tap("Enter")).rejects.toMatchObject({ code: "no_display" });
    expect(await view.hotkeys.register("F9", () => undefined)).toEqual({
      code: "unavailable",
      reason: "no_display",
    });
    await view.close();
  });
});
