import { expect, test } from "vitest";
import type { TypedKey } from "../../ports/typing.ts";
import { createKeysBeside } from "./keysBeside.ts";

const key = (name: string, ...modifiers: string[]): TypedKey => ({
  name,
  modifiers: new Set(modifiers),
});
const OURS = ["Shift+Left", "Shift+Left", "Ctrl+C", "Right"] as const;
const heardOf = (keys: readonly TypedKey[]) => {
  const beside = createKeysBeside();
  for (const each of keys) beside.hear(each);
  return beside;
};
const looking = [key("Left", "Shift"), key("Left", "Shift"), key("C", "Ctrl"), key("Right")];

test("our own strokes are nobody's, heard already or not yet, on a Mac too", () => {
  expect(heardOf(looking).pressed(OURS)).toBe(false);
  expect(heardOf([]).pressed(OURS)).toBe(false);
  const mac = [key("Left", "Shift"), key("C", "Meta"), key("Right")];
  expect(heardOf(mac).pressed(["Shift+Left", "Cmd+C", "Right"])).toBe(false);
});

test.each([
  ["a letter", key("X")],
  ["the letter of our own stroke", key("C")],
  ["an arrow the other way", key("Left")],
  ["one arrow more than we pressed", key("Right")],
  ["a command", key("A", "Ctrl")],
  ["backspace", key("Backspace")],
])("%s is the person's, before, between and after ours", (_what, pressed) => {
  for (const at of [0, 2, looking.length])
    expect(heardOf(looking.toSpliced(at, 0, pressed)).pressed(OURS)).toBe(true);
});
