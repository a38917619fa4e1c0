import { expect, test } from "vitest";
import { createFakeKeyboard } from "../native/keyHook.fake.ts";
import { createKeyHook } from "../native/keyHook.ts";
import { createElectronHotkeys, createNoHotkeys, electronAccelerator } from "./hotkeys.ts";

function ready(taken: string[] = []) {
  const registered = new Map<string, () => void>();
  const shortcuts = {
    register(name: string, pressed: () => void): boolean {
      if (name.includes("F24")) throw new TypeError("conversion failure");
      if (taken.includes(name)) return false;
      registered.set(name, pressed);
      return true;
    },
    unregister: (name: string) => void registered.delete(name),
    unregisterAll: () => registered.clear(),
  };
  const keyboard = createFakeKeyboard();
  const hook = createKeyHook(keyboard.uiohook);
  return { registered, keyboard, hook, hotkeys: createElectronHotkeys(shortcuts, hook) };
}

test("accelerators in Electron's words", () => {
  expect(electronAccelerator("Ctrl+Alt+1")).toBe("Control+Alt+1");
  expect(electronAccelerator("Cmd+Shift+F5")).toBe("Command+Shift+F5");
  expect(electronAccelerator("Ctrl+Alt+Space")).toBe("Control+Alt+Space");
  expect(electronAccelerator("Ctrl+Mouse")).toBeNull();
});

test("takes hotkeys and gives them back", async () => {
  const { registered, hotkeys } = ready();
  const pressed: string[] = [];
  expect(await hotkeys.register("Ctrl+Alt+1", () => pressed.push("1"))).toBeNull();
  registered.get("Control+Alt+1")?.();
  expect(pressed).toEqual(["1"]);
  await hotkeys.unregister("Ctrl+Alt+1");
  await hotkeys.unregister("Ctrl+Alt+2");
  expect(registered.size).toBe(0);
  await hotkeys.register("Ctrl+Alt+2", () => undefined);
  await hotkeys.close();
  expect(registered.size).toBe(0);
});

test("says what is taken and what is no hotkey", async () => {
  const { hotkeys } = ready(["Control+Alt+A"]);
  expect(await hotkeys.register("Ctrl+Alt+A", () => undefined)).toEqual({
    code: "taken",
    by: null,
  });
  expect(await hotkeys.register("nonsense", () => undefined)).toEqual({ code: "invalid" });
  expect(await hotkeys.register("Ctrl+F24", () => undefined)).toEqual({ code: "invalid" });
});

test("a held hotkey counts once, until a key goes up", async () => {
  const { registered, keyboard, hook, hotkeys } = ready();
  hook.start();
  let presses = 0;
  await hotkeys.register("Ctrl+Alt+1", () => (presses += 1));
  const report = registered.get("Control+Alt+1");
  keyboard.press("Ctrl", "Alt", "1");
  report?.();
  report?.();
  report?.();
  expect(presses).toBe(1);
  keyboard.lift("1");
  keyboard.press("1");
  report?.();
  expect(presses).toBe(2);
});

test("where there are none, it says why", async () => {
  const hotkeys = createNoHotkeys("wayland");
  expect(hotkeys.unavailable).toBe("wayland");
  expect(await hotkeys.register("Ctrl+Alt+1", () => undefined)).toEqual({
    code: "unavailable",
    reason: "wayland",
  });
});
