import { expect, test } from "vitest";
import { createFakeKeyboard } from "../native/keyHook.fake.ts";
import { createKeyHook } from "../native/keyHook.ts";
import { createKeyboard, type Robot } from "./keyboard.ts";
import type { Platform } from "./strokes.ts";

const KEY_OF = {
  left_control: "Ctrl",
  control: "Ctrl",
  alt: "Alt",
  shift: "Shift",
  command: "Meta",
  v: "V",
  enter: "Enter",
} as const;
type RobotKey = keyof typeof KEY_OF;

/** A keyboard whose hook also hears what the robot presses, unless `deaf` (a window with higher rights in front). */
function ready({ platform = "win32" as Platform, deaf = false, allowed = true } = {}) {
  const hands = createFakeKeyboard();
  const sent: string[] = [];
  const robot: Robot = {
    setKeyboardDelay: (milliseconds) => sent.push(`delay ${milliseconds}`),
    keyTap(key, modifiers) {
      sent.push([...modifiers, key].join("+"));
      if (deaf) return;
      const names = [...modifiers, key].map((name) => KEY_OF[name as RobotKey]);
      hands.press(...names);
      hands.lift(...names.toReversed());
    },
    keyToggle(key, state) {
      sent.push(`${key} ${state}`);
      if (!deaf) hands[state === "down" ? "press" : "lift"](KEY_OF[key as RobotKey]);
    },
  };
  const state = { allowed };
  const keyboard = createKeyboard({
    platform,
    robot,
    hook: createKeyHook(hands.uiohook),
    allowed: () => state.allowed,
  });
  return { hands, sent, keyboard, state };
}

test("sends without the library's own pauses", () => {
  expect(ready().sent).toEqual(["delay 0"]);
});

test("lifts the hotkey's modifiers and says that the hands are off", async () => {
  const { hands, sent, keyboard } = ready();
  expect(await keyboard.held()).toEqual([]);
  hands.press("Ctrl", "Shift");
  expect(await keyboard.held()).toEqual(["Ctrl", "Shift"]);
  expect(await keyboard.release()).toEqual([]);
  expect(sent.slice(1)).toEqual(["left_control up", "shift up"]);
});

test("waits for other keys before it lifts modifiers: a repeating key would type", async () => {
  const { hands, sent, keyboard } = ready();
  await keyboard.held();
  hands.press("Ctrl", "1");
  const released = keyboard.release();
  expect(sent).toHaveLength(1);
  hands.lift("1");
  expect(await released).toEqual([]);
  expect(sent.slice(1)).toEqual(["left_control up"]);
});

test("a lone Alt is masked on Windows, so that no menu opens; not on a Mac", async () => {
  const windows = ready();
  await windows.keyboard.held();
  windows.hands.press("Alt");
  await windows.keyboard.release();
  expect(windows.sent.slice(1)).toEqual(["control down", "control up", "alt up"]);
  const mac = ready({ platform: "darwin" });
  await mac.keyboard.held();
  mac.hands.press("Alt");
  await mac.keyboard.release();
  expect(mac.sent.slice(1)).toEqual(["alt up"]);
});

test("what cannot be lifted is said", async () => {
  const { hands, keyboard } = ready({ deaf: true });
  await keyboard.held();
  hands.press("AltRight");
  expect(await keyboard.release()).toEqual(["Alt"]);
});

test("presses nothing while a key is down", async () => {
  const { hands, sent, keyboard } = ready();
  await keyboard.held();
  hands.press("Shift");
  expect(await keyboard.tap("Ctrl+V")).toBe(false);
  expect(sent).toHaveLength(1);
  hands.lift("Shift");
  expect(await keyboard.tap("Ctrl+V")).toBe(true);
  expect(sent).toEqual(["delay 0", "control+v"]);
});

test("strokes by platform", async () => {
  const windows = ready();
  await windows.keyboard.tap("Cmd+V");
  await windows.keyboard.tap("Ctrl+Shift+V");
  await windows.keyboard.tap("Enter");
  expect(windows.sent.slice(1)).toEqual(["control+v", "control+shift+v", "enter"]);
  const mac = ready({ platform: "darwin", deaf: true });
  await mac.keyboard.tap("Cmd+V");
  await mac.keyboard.tap("Cmd+Enter");
  expect(mac.sent.slice(1)).toEqual(["command+v", "command+enter"]);
});

test("keys that went nowhere are noticed: the window in front has higher rights", async () => {
  const { keyboard } = ready({ deaf: true });
  await expect(keyboard.tap("Ctrl+V")).rejects.toMatchObject({ code: "paste_elevated" });
});

test("a Mac that does not allow it says so, and works as soon as it does", async () => {
  const { hands, keyboard, state } = ready({ platform: "darwin", allowed: false, deaf: true });
  await expect(keyboard.tap("Cmd+V")).rejects.toMatchObject({ code: "no_accessibility" });
  await expect(keyboard.release()).rejects.toMatchObject({ code: "no_accessibility" });
  expect(hands.starts).toBe(0);
  state.allowed = true;
  await keyboard.tap("Cmd+V");
  expect(hands.starts).toBe(1);
  await keyboard.close();
  expect(hands.starts).toBe(0);
});
