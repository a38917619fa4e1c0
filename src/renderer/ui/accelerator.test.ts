import { expect, test } from "vitest";
import { acceleratorOf } from "./accelerator.ts";

const none = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };

test("names a key press by its place on the keyboard", () => {
  expect(acceleratorOf({ ...none, code: "Digit1", ctrlKey: true, altKey: true })).toBe(
    "Ctrl+Alt+1",
  );
  expect(acceleratorOf({ ...none, code: "KeyQ", ctrlKey: true, shiftKey: true })).toBe(
    "Ctrl+Shift+Q",
  );
  expect(acceleratorOf({ ...none, code: "F9" })).toBe("F9");
  expect(acceleratorOf({ ...none, code: "Space", altKey: true })).toBe("Alt+Space");
  expect(acceleratorOf({ ...none, code: "Numpad3", metaKey: true })).toBe("Cmd+num3");
});

test("waits while only modifiers are down", () => {
  expect(acceleratorOf({ ...none, code: "ControlLeft", ctrlKey: true })).toBeNull();
  expect(acceleratorOf({ ...none, code: "AltRight", altKey: true })).toBeNull();
});
