import { expect, test } from "vitest";
import { createHookHotkeys } from "./hotkeys.ts";
import { createKeyHook } from "./keyHook.ts";
import { createFakeKeyboard } from "./keyHook.fake.ts";

function ready() {
  const keyboard = createFakeKeyboard();
  const hotkeys = createHookHotkeys(createKeyHook(keyboard.uiohook));
  const pressed: string[] = [];
  return { keyboard, hotkeys, pressed };
}

test("runs once per press, with exactly these modifiers", async () => {
  const { keyboard, hotkeys, pressed } = ready();
  expect(await hotkeys.register("Ctrl+Alt+1", () => pressed.push("1"))).toBeNull();
  keyboard.press("Ctrl", "1");
  keyboard.lift("1");
  expect(pressed).toEqual([]);
  keyboard.press("Alt", "1", "1", "1");
  expect(pressed).toEqual(["1"]);
  keyboard.lift("1");
  keyboard.press("1");
  expect(pressed).toEqual(["1", "1"]);
  keyboard.lift("1");
  keyboard.press("Shift", "1");
  expect(pressed).toEqual(["1", "1"]);
});

test("the command key and the logo key are one", async () => {
  const { keyboard, hotkeys, pressed } = ready();
  await hotkeys.register("Cmd+V", () => pressed.push("cmd"));
  await hotkeys.register("Super+1", () => pressed.push("super"));
  keyboard.press("Meta", "V", "1");
  expect(pressed).toEqual(["cmd", "super"]);
});

test("what is no hotkey is refused, and what was given back is silent", async () => {
  const { keyboard, hotkeys, pressed } = ready();
  expect(await hotkeys.register("Ctrl+Nonsense", () => undefined)).toEqual({ code: "invalid" });
  await hotkeys.register("Ctrl+V", () => pressed.push("v"));
  await hotkeys.unregister("Ctrl+V");
  keyboard.press("Ctrl", "V");
  await hotkeys.register("Ctrl+1", () => pressed.push("1"));
  await hotkeys.close();
  keyboard.press("1");
  expect(pressed).toEqual([]);
});
