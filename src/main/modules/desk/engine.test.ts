import { beforeEach, describe, expect, test, vi } from "vitest";
import type { ApplicationProfile } from "../../../shared/contract/settings.ts";
import { AppError } from "../../../shared/errors.ts";
import type { TargetWindow } from "../../ports/activeWindow.ts";
import type { ClipboardSnapshot } from "../../ports/clipboard.ts";
import type { Stroke } from "../../ports/keyboard.ts";
import { createPasteEngine, type PasteEngine } from "./engine.ts";
import type { PastePart, PastePicture } from "./rules.ts";
import { profileFor } from "../../../shared/rules/applicationProfiles.ts";

/*
 * The rules of the paste table one by one, over a desktop that does what a real one does at its worst moments.
 * test/desktop proves the same against real windows.
 */
const chat: TargetWindow = { id: "1", app: "chat", title: "chat", pid: 7, elevated: false };
const copied: ClipboardSnapshot = [{ name: "image/png", data: new Uint8Array([1, 2, 3]) }];

interface Desk {
  front: string | null;
  gone: boolean;
  held: string[];
  liftable: boolean;
  end: "read" | "timeout" | "lost";
  /** How the next offers end, before `end` holds. */
  ends: ("read" | "timeout" | "lost")[];
  clipboard: unknown;
  did: string[];
  busy: number;
  mostBusy: number;
  stuck: boolean;
  /** What a program gives when asked to copy. */
  selected: string;
}

let desk: Desk;
let engine: PasteEngine;
let profile: ApplicationProfile;

function offered(what: string, transient: boolean) {
  desk.busy += 1;
  desk.mostBusy = Math.max(desk.mostBusy, desk.busy);
  desk.did.push(`${transient ? "offer" : "leave"} ${what}`);
  return {
    settled: async () => {
      await new Promise((next) => setImmediate(next));
      desk.busy -= 1;
      return desk.ends.shift() ?? desk.end;
    },
  };
}

beforeEach(() => {
  desk = {
    front: "1",
    gone: false,
    held: [],
    liftable: true,
    end: "read",
    ends: [],
    clipboard: copied,
    did: [],
    busy: 0,
    mostBusy: 0,
    stuck: false,
    selected: "",
  };
  profile = { ...profileFor("chat", {}, "linux"), sendDelayMs: 0, partPauseMs: 0 };
  engine = createPasteEngine({
    clock: { now: Date.now },
    profile: () => profile,
    notRestored: () => desk.did.push("not restored"),
    desktop: {
      activeWindow: {
        current: async () => (desk.front === null ? null : { ...chat, id: desk.front }),
        activate: async (id) => {
          if (!desk.gone && desk.front !== "stubborn") desk.front = id;
          return !desk.gone;
        },
        waitUntilActive: async (id) => !desk.gone && desk.front === id,
        close: async () => undefined,
      },
      keyboard: {
        held: async () => desk.held,
        release: async () => {
          if (desk.liftable) desk.held = [];
          return desk.held;
        },
        tap: async (strokes: Stroke | readonly Stroke[], options) => {
          if (options?.lift && desk.liftable) desk.held = [];
          if (!((await options?.when) ?? true)) return false;
          if (desk.held.length > 0) return false;
          desk.did.push([strokes].flat().join(" "));
          // What the program has selected it puts on the clipboard.
          if ([strokes].flat().includes("Ctrl+C")) desk.clipboard = desk.selected;
          return true;
        },
        close: async () => undefined,
      },
      clipboard: {
        save: async () => desk.clipboard as ClipboardSnapshot,
        offerText: async (text, { transient }) => {
          desk.clipboard = text;
          return offered(text, transient);
        },
        offerPicture: async ({ name, path, png }, { transient, as }) => {
          desk.clipboard = name;
          return offered(as === "file" ? path : `${name}:${[...png].join()}`, transient);
        },
        restore: async (snapshot) => {
          if (desk.stuck) throw new Error("held by another program");
          desk.clipboard = snapshot;
          desk.did.push("restore");
        },
        readText: async () => String(desk.clipboard),
        close: async () => undefined,
      },
    },
  });
});

const paste = (text: string, options: Partial<Parameters<PasteEngine["paste"]>[0]> = {}) =>
  engine.paste({
    parts: [{ kind: "text", text }],
    mode: "paste",
    target: chat,
    refocus: false,
    ...options,
  });

const text = (words: string): PastePart => ({ kind: "text", text: words });
const picture = (name: string, options: Partial<PastePicture> = {}): PastePart => ({
  kind: "picture",
  picture: {
    name,
    path: `/pictures/${name}`,
    mime: "image/png",
    width: 1,
    height: 1,
    png: async () => new Uint8Array([1, 2]),
    ...options,
  },
});

describe("a paste", () => {
  test("offers the text for this once, presses, and gives the person's clipboard back", async () => {
    expect(await paste("您好")).toMatchObject({
      outcome: "pasted",
      reason: null,
      application: "chat",
    });
    expect(desk.did).toEqual(["offer 您好", "Ctrl+V", "restore"]);
    expect(desk.clipboard).toBe(copied);
  });

  test("never sends Enter unless the phrase or the program says so", async () => {
    await paste("甲");
    expect(desk.did).not.toContain("Enter");
    await paste("乙", { mode: "send" });
    expect(desk.did.filter((what) => what === "Enter")).toHaveLength(1);
    profile = { ...profile, alwaysSend: true, sendKeys: "Ctrl+Enter" };
    expect((await paste("丙")).outcome).toBe("sent");
    expect(desk.did).toContain("Ctrl+Enter");
  });

  test("goes whole or line by line, as the program wants it", async () => {
    await paste("一\r\n\r\n二");
    expect(desk.did[0]).toBe("offer 一\n\n二");
    desk.did = [];
    profile = { ...profile, multiline: "shift-enter" };
    await paste("一\r\n\r\n二", { mode: "send" });
    expect(desk.did).toEqual([
      "offer 一",
      "Ctrl+V",
      "Shift+Enter",
      "Shift+Enter",
      "offer 二",
      "Ctrl+V",
      "Enter",
      "restore",
    ]);
  });
});

describe("one queue", () => {
  test("ten at once run one after another, in order, and restore once at the end", async () => {
    const results = await Promise.all(Array.from({ length: 10 }, (_, n) => paste(`${n}`)));
    expect(results.every((result) => result.outcome === "pasted")).toBe(true);
    expect(desk.mostBusy).toBe(1);
    expect(desk.did.filter((what) => what.startsWith("offer"))).toEqual(
      Array.from({ length: 10 }, (_, n) => `offer ${n}`),
    );
    expect(desk.did.filter((what) => what === "restore")).toHaveLength(1);
    expect(desk.clipboard).toBe(copied);
  });

  test("one that fails does not stop the rest", async () => {
    const [first, second] = await Promise.all([paste("甲", { target: null }), paste("乙")]);
    expect(first.reason).toBe("paste_no_target");
    expect(second.outcome).toBe("pasted");
  });
});

describe("the hotkey's own keys", () => {
  test("are lifted before the first stroke", async () => {
    desk.held = ["Ctrl", "Alt", "1"];
    expect((await paste("您好")).outcome).toBe("pasted");
    expect(desk.held).toEqual([]);
  });

  test("are waited for where they cannot be lifted", async () => {
    desk.held = ["Alt"];
    desk.liftable = false;
    const result = paste("您好");
    setTimeout(() => (desk.held = []), 60);
    expect((await result).outcome).toBe("pasted");
  });

  test("held for more than two seconds: nothing is pressed, the text waits on the clipboard", async () => {
    desk.held = ["Alt"];
    desk.liftable = false;
    expect(await paste("您好")).toMatchObject({
      outcome: "failed",
      reason: "paste_keys_held",
      params: { keys: "Ctrl+V" },
    });
    expect(desk.did).not.toContain("Ctrl+V");
    expect(desk.clipboard).toBe("您好");
  });

  test("those of the next hotkey are not lifted by a paste that was waiting", async () => {
    const first = paste("甲");
    const second = paste("乙");
    await first;
    desk.held = ["Ctrl"];
    setTimeout(() => (desk.held = []), 60);
    expect((await second).outcome).toBe("pasted");
    expect(desk.did.filter((what) => what === "Ctrl+V")).toHaveLength(2);
  });
});

describe("the target", () => {
  test("gets the keyboard back before anything is pasted", async () => {
    desk.front = "palette";
    expect((await paste("您好", { refocus: true })).outcome).toBe("pasted");
    expect(desk.front).toBe("1");
  });

  test.each([
    ["was never there", { target: null }, {}, "paste_no_target"],
    ["runs with higher rights", { target: { ...chat, elevated: true } }, {}, "paste_elevated"],
    ["was closed", {}, { front: null, gone: true }, "paste_target_gone"],
    ["does not come to the front", {}, { front: "stubborn" }, "paste_not_focused"],
    ["takes no text", {}, { end: "timeout" as const }, "paste_not_read"],
  ])("that %s: not blind, not silent", async (_what, job, state, reason) => {
    Object.assign(desk, state);
    const waiting = reason !== "paste_target_gone";
    expect(await paste("您好", job)).toMatchObject({ outcome: "failed", reason, waiting });
    expect(desk.clipboard).toBe("您好");
    expect(desk.did.at(-1)).toBe("leave 您好");
  });
});

test("what somebody copied during the paste is newer and stays", async () => {
  desk.end = "lost";
  const result = paste("您好");
  await result;
  expect(desk.did).not.toContain("restore");
});

test("a clipboard that cannot be given back is said, and the text still counts as sent", async () => {
  desk.stuck = true;
  expect(await paste("您好", { mode: "send" })).toMatchObject({ outcome: "sent", reason: null });
  expect(desk.did).toContain("not restored");
});

test("what was copied to stay is not replaced by an older clipboard later", async () => {
  const first = paste("甲");
  const copied_ = engine.copy(text("乙"));
  await Promise.all([first, copied_]);
  expect(desk.clipboard).toBe("乙");
  await paste("丙");
  expect(desk.did.at(-1)).toBe("restore");
  expect(desk.clipboard).toBe("乙");
});

describe("a script of several pieces", () => {
  const pieces = [text("甲"), text("乙"), picture("红"), text("丙")];

  test("goes into one input as it is: texts that follow each other on lines of their own, nothing sent", async () => {
    expect(await paste("", { parts: pieces })).toMatchObject({
      outcome: "pasted",
      delivered: 4,
      of: 4,
    });
    expect(desk.did).toEqual([
      "offer 甲\n乙",
      "Ctrl+V",
      "offer 红:1,2",
      "Ctrl+V",
      "offer 丙",
      "Ctrl+V",
      "restore",
    ]);
    expect(desk.clipboard).toBe(copied);
  });

  test.each([
    ["the person", { mode: "send" as const }, {}],
    ["the program", {}, { alwaysSend: true }],
  ])("is sent piece by piece when %s says so", async (_who, job, how) => {
    profile = { ...profile, ...how };
    expect(await paste("", { parts: pieces, ...job })).toMatchObject({ outcome: "sent", of: 4 });
    const piece = (what: string) => [`offer ${what}`, "Ctrl+V", "Enter"];
    expect(desk.did).toEqual([...["甲", "乙", "红:1,2", "丙"].flatMap(piece), "restore"]);
  });

  test("is one job: what is chosen meanwhile comes after its last piece", async () => {
    await Promise.all([paste("", { parts: pieces, mode: "send" }), paste("丁")]);
    expect(desk.did.filter((what) => what.startsWith("offer")).at(-1)).toBe("offer 丁");
    expect(desk.did.filter((what) => what === "restore")).toHaveLength(1);
  });

  test("pauses between pieces as the program needs it", async () => {
    profile = { ...profile, partPauseMs: 40 };
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    try {
      const result = paste("", { parts: [text("甲"), picture("红")] });
      while (vi.getTimerCount() === 0) await new Promise((next) => setImmediate(next));
      expect(desk.did).toEqual(["offer 甲", "Ctrl+V"]);
      await vi.advanceTimersByTimeAsync(39);
      expect(desk.did).toHaveLength(2);
      await vi.advanceTimersByTimeAsync(1);
      expect(await result).toMatchObject({ delivered: 2 });
    } finally {
      vi.useRealTimers();
    }
  });

  test("stops at a piece that does not arrive, says how far it came, and leaves that piece on the clipboard", async () => {
    desk.ends = ["read", "read", "timeout"];
    expect(await paste("", { parts: pieces, mode: "send" })).toMatchObject({
      outcome: "failed",
      reason: "paste_stopped",
      delivered: 2,
      of: 4,
      params: { delivered: 2, of: 4, next: 3, keys: "Ctrl+V" },
    });
    expect(desk.did.at(-1)).toBe("leave 红:1,2");
    expect(desk.did).not.toContain("offer 丙");
    expect(desk.clipboard).toBe("红");
  });

  test("a first piece that does not arrive is said as for a single one", async () => {
    expect(await paste("", { parts: pieces, target: null })).toMatchObject({
      reason: "paste_no_target",
      delivered: 0,
      of: 4,
    });
    expect(desk.clipboard).toBe("甲\n乙");
  });
});

describe("pictures", () => {
  test("go as a file where the program wants files, scaled to its limit, and the bytes are not made", async () => {
    profile = { ...profile, pictureAs: "file", pictureLimitKB: 500 };
    const asked: number[] = [];
    const png = async (): Promise<Uint8Array> => {
      throw new Error("not wanted");
    };
    const file = async (limit: number) => {
      asked.push(limit);
      return "/small/红.png";
    };
    await paste("", { parts: [picture("红", { png, file }), picture("蓝", { png })] });
    expect(desk.did.filter((what) => what.startsWith("offer"))).toEqual([
      "offer /small/红.png",
      "offer /pictures/蓝",
    ]);
    expect(asked).toEqual([500]);
  });

  test("the next one is made while the one before is still on its way", async () => {
    const made: string[] = [];
    const making = (name: string) =>
      picture(name, {
        png: async (limit) => {
          made.push(`${name} ${limit} after ${desk.did.length}`);
          return new Uint8Array([3]);
        },
      });
    await paste("", { parts: [making("红"), making("蓝")] });
    expect(made).toEqual(["红 0 after 0", "蓝 0 after 0"]);
  });

  const broken = picture("坏", {
    png: async () => {
      throw new Error("no such file");
    },
  });

  test("one that cannot be read: the person's own content comes back, and it is said", async () => {
    expect(await paste("", { parts: [broken] })).toMatchObject({
      outcome: "failed",
      reason: "paste_picture_unreadable",
      params: { name: "坏", detail: "no such file" },
    });
    expect(desk.did).toEqual([]);
    expect(desk.clipboard).toBe(copied);
    expect(await paste("", { parts: [text("甲"), broken, text("乙")] })).toMatchObject({
      reason: "paste_stopped_picture",
      params: { name: "坏", delivered: 1, of: 3, next: 2 },
    });
    expect(desk.clipboard).toBe(copied);
    const gone = picture("丢", {
      png: async () => {
        throw new AppError("picture_file_gone", { name: "丢", path: "/x" });
      },
    });
    expect(await paste("", { parts: [gone] })).toMatchObject({ reason: "picture_file_gone" });
    await expect(engine.copy(gone)).rejects.toMatchObject({ code: "picture_file_gone" });
  });

  test("copied to stay, and a copy that fails changes nothing", async () => {
    await engine.copy(picture("红"));
    expect(desk.did).toEqual(["leave 红:1,2"]);
    await expect(engine.copy(broken)).rejects.toMatchObject({ code: "paste_picture_unreadable" });
    expect(desk.clipboard).toBe("红");
  });
});

describe("over a typed abbreviation", () => {
  const LOOK = "Shift+Left Shift+Left Ctrl+C Right";
  const over = (untouched: () => boolean) =>
    paste("您好", { typed: { text: ";a", copyKeys: "Ctrl+C", untouched } });
  beforeEach(() => {
    desk.selected = ";a";
    desk.ends = ["lost"];
  });

  test("it is looked at and let go, then selected in the same go as it is replaced", async () => {
    expect(await over(() => true)).toMatchObject({ outcome: "pasted" });
    expect(desk.did.slice(1)).toEqual([
      LOOK,
      "offer 您好",
      "Shift+Left Shift+Left Ctrl+V",
      "restore",
    ]);
  });

  test("nothing is replaced when something else stands there", async () => {
    desk.selected = "；发";
    expect(await over(() => true)).toMatchObject({ outcome: "cancelled", reason: null });
    expect(desk.did.slice(1)).toEqual([LOOK, "restore"]);
  });

  test.each([
    ["while it is looked at", 0],
    ["between the look and the replacement", 1],
  ])(
    "nothing is replaced, and nothing is left selected, when a key comes %s",
    async (_when, at) => {
      let asked = 0;
      expect(await over(() => asked++ < at)).toMatchObject({ outcome: "cancelled", reason: null });
      expect(desk.did.filter((did) => did.includes("Left"))).toEqual([LOOK]);
      expect(desk.did.at(-1)).toBe("restore");
      expect(desk.clipboard).toBe(copied);
    },
  );

  test("a key that is down when it would be replaced keeps it as it is, without being lifted", async () => {
    const work = over(() => {
      desk.held = ["X"];
      return true;
    });
    expect(await work).toMatchObject({ outcome: "cancelled" });
    expect(desk.held).toEqual(["X"]);
    expect(desk.did.filter((did) => did.includes("Left"))).toEqual([LOOK]);
  });
});
