import { describe, expect, it } from "vitest";
import { normaliseAccelerator, parseAccelerator } from "./accelerator.ts";

describe("a hotkey in words", () => {
  it.each([
    ["alt+ctrl+v", "Ctrl+Alt+V"],
    ["Shift+Control+F5", "Ctrl+Shift+F5"],
    ["super + Space", "Super+Space"],
    ["Cmd+Shift+1", "Shift+Cmd+1"],
    ["Command+Option+return", "Alt+Cmd+Enter"],
    ["win+ctrl+pgdn", "Ctrl+Super+PageDown"],
    ["Alt+ArrowUp", "Alt+Up"],
    ["Ctrl+`", "Ctrl+`"],
    ["ctrl+\\", "Ctrl+\\"],
    ["Ctrl+-", "Ctrl+-"],
    ["f24", "F24"],
    ["Shift+F1", "Shift+F1"],
  ])("%s is %s", (text, written) => {
    expect(normaliseAccelerator(text)).toBe(written);
    expect(normaliseAccelerator(written)).toBe(written);
  });

  it.each([
    "",
    "+",
    "V",
    "Shift+V",
    "Ctrl",
    "Ctrl+",
    "Ctrl+Alt",
    "Ctrl+Ctrl+V",
    "Ctrl+Control+V",
    "V+Ctrl",
    "Ctrl+V+B",
    "F0",
    "F25",
    "Ctrl+constructor",
    "toString+V",
    "Ctrl+é",
    "Ctrl+中",
  ])("%j is none", (text) => {
    expect(parseAccelerator(text)).toBeNull();
    expect(normaliseAccelerator(text)).toBeNull();
  });

  it("is taken apart", () => {
    expect(parseAccelerator("ctrl+shift+f5")).toEqual({
      modifiers: new Set(["Ctrl", "Shift"]),
      key: "F5",
    });
  });
});
