import { expect, test } from "vitest";
import { createKeyHook, type KeyEvent } from "./keyHook.ts";
import { createFakeKeyboard } from "./keyHook.fake.ts";
import { hookKey } from "./keyNames.ts";

function started() {
  const keyboard = createFakeKeyboard();
  const hook = createKeyHook(keyboard.uiohook);
  hook.start();
  return { keyboard, hook, held: () => hook.held().map((key) => key.name) };
}

test("knows which keys are down", () => {
  const { keyboard, held } = started();
  keyboard.press("Ctrl", "Alt", "1");
  expect(held()).toEqual(["Ctrl", "Alt", "1"]);
  keyboard.lift("1", "Ctrl");
  expect(held()).toEqual(["Alt"]);
});

test("a held key that tells of itself again is a repeat", () => {
  const { keyboard, hook } = started();
  const events: KeyEvent[] = [];
  hook.on((event) => events.push(event));
  keyboard.press("1", "1");
  expect(events.map((event) => event.repeat)).toEqual([false, true]);
});

test("a modifier whose key-up was lost is forgotten with the next event", () => {
  const { keyboard, held } = started();
  keyboard.press("Ctrl", "Alt");
  keyboard.lose("Ctrl");
  keyboard.press("V");
  expect(held()).toEqual(["Alt", "V"]);
});

test("locks are no held keys", () => {
  const { keyboard, held } = started();
  keyboard.press("CapsLock");
  expect(held()).toEqual([]);
});

test("until waits for the event, or for its time", async () => {
  const { keyboard, hook } = started();
  keyboard.press("Ctrl");
  const free = hook.until(() => hook.held().length === 0, 10_000);
  keyboard.lift("Ctrl");
  expect(await free).toBe(true);
  keyboard.press("Ctrl");
  expect(await hook.until(() => hook.held().length === 0, 5)).toBe(false);
});

test("is started once and stopped once, and forgets what was down", () => {
  const { keyboard, hook } = started();
  hook.start();
  expect(keyboard.starts).toBe(1);
  keyboard.press("Ctrl");
  hook.stop();
  hook.stop();
  expect([keyboard.starts, hook.held().length, hook.running]).toEqual([0, 0, false]);
  keyboard.press("Alt");
  expect(hook.held()).toEqual([]);
});

test("a system that refuses the hook is said", () => {
  const keyboard = createFakeKeyboard();
  const hook = createKeyHook({
    ...keyboard.uiohook,
    start() {
      throw new Error("AXAPI");
    },
  });
  expect(() => hook.start()).toThrow(
    expect.objectContaining({ code: "no_native", params: { detail: "AXAPI" } }),
  );
  expect(hook.running).toBe(false);
});

test("names of keys are those of accelerators", () => {
  const names = [30, 44, 2, 11, 59, 88, 107, 57, 57416, 43, 41, 40].map(
    (code) => hookKey(code)?.name,
  );
  expect(names).toEqual(["A", "Z", "1", "0", "F1", "F12", "F24", "Space", "Up", "\\", "`", "'"]);
});
