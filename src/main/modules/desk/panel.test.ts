import { beforeEach, expect, test } from "vitest";
import type { TargetWindow } from "../../ports/activeWindow.ts";
import type { Desktop } from "../../ports/ports.ts";
import type { SettingsStore } from "../../ports/settingsStore.ts";
import type { Windows } from "../../ports/windows.ts";
import { defaultSettings } from "../../../shared/rules/defaultSettings.ts";
import { createPanel, type Panel } from "./panel.ts";

/* Over a window manager that does what it is told, and only when it is told. test/desktop has real windows. */
const windowOf = (id: string): TargetWindow => ({
  ...{ id, app: id, title: id, pid: 7, elevated: false },
});

let front: string | null;
let up: boolean;
let done: string[];
let steals: boolean;
let settings = defaultSettings;
let panel: Panel;

const desktop = {
  activeWindow: {
    current: async () => (front === null ? null : windowOf(front)),
    activate: async (id: string) => {
      front = id;
      return true;
    },
  },
} as unknown as Desktop;

const windows = {
  isBeside: ({ id }: TargetWindow) => id === "panel" || id === "palette",
  async showPanel({ side, width }) {
    done.push(`show ${side} ${width}`);
    if (!up && steals) front = "panel";
    up = true;
  },
  hidePanel: async () => {
    up = false;
  },
  isPanelShown: () => up,
  panelTakesKeyboard: async (takes) => {
    done.push(takes ? "takes" : "refuses");
    if (takes) front = "panel";
  },
} satisfies Partial<Windows>;

beforeEach(() => {
  front = "chat";
  up = false;
  done = [];
  steals = false;
  settings = defaultSettings;
  panel = createPanel({
    desktop,
    windows: windows as unknown as Windows,
    settings: {
      get: () => settings,
      set: (changes) => (settings = { ...settings, ...changes }),
    } satisfies SettingsStore,
    shown: () => done.push("shown"),
  });
});

test("it comes up where it stood last, leaves the keyboard where it is, and is remembered as open", async () => {
  settings = { ...settings, panel: { open: false, side: "left", width: 320 } };
  await panel.toggle();
  expect(done).toEqual(["show left 320", "shown"]);
  expect(front).toBe("chat");
  expect(settings.panel.open).toBe(true);
  await panel.toggle();
  expect(up).toBe(false);
  expect(settings.panel).toEqual({ open: false, side: "left", width: 320 });
});

test("a system that hands it the keyboard unasked is corrected", async () => {
  steals = true;
  await panel.open();
  expect(front).toBe("chat");
});

test("a choice is meant for whoever has the keyboard then", async () => {
  await panel.open();
  front = "other chat";
  expect((await panel.chosen())?.id).toBe("other chat");
  expect((await panel.target()).target?.id).toBe("other chat");
});

test("while one types into it, a choice is meant for the window before, which gets the keyboard back", async () => {
  await panel.open();
  front = "other chat";
  await panel.keyboard("take");
  expect(front).toBe("panel");
  expect((await panel.chosen())?.id).toBe("other chat");
  expect(front).toBe("other chat");
  expect(done.slice(-2)).toEqual(["takes", "refuses"]);
});

test("who leaves it for another window means that one from then on", async () => {
  await panel.open();
  await panel.keyboard("take");
  front = "third";
  await panel.keyboard("lost");
  expect(front).toBe("third");
  expect((await panel.chosen())?.id).toBe("third");
});

test("Esc in its search gives the keyboard back", async () => {
  await panel.open();
  await panel.keyboard("take");
  await panel.keyboard("give");
  expect(front).toBe("chat");
});

test("a chat put away for a moment stays meant", async () => {
  await panel.open();
  front = null;
  expect((await panel.chosen())?.id).toBe("chat");
});

test("the palette over it is no target", async () => {
  await panel.open();
  front = "palette";
  expect((await panel.target()).target?.id).toBe("chat");
});

test("a page that is not in our panel has no window beside it", async () => {
  expect(await panel.chosen()).toBeUndefined();
  expect(await panel.target()).toEqual({ up: false, target: null });
  await panel.keyboard("take");
  expect(done).toEqual([]);
});

test("put elsewhere it moves only when it is up", async () => {
  await panel.place();
  expect(done).toEqual([]);
  await panel.open();
  settings = { ...settings, panel: { ...settings.panel, side: "left" } };
  await panel.place();
  expect(done.at(-1)).toBe("show left 300");
});
