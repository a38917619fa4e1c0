import { describe, expect, test } from "vitest";
import { normaliseAccelerator } from "../../../shared/rules/accelerator.ts";
import { defaultSettings } from "../../../shared/rules/defaultSettings.ts";
import { RESERVED } from "./rules.ts";

describe("reserved hotkeys", () => {
  test("are spelled as hotkeys are compared", () => {
    for (const accelerator of Object.keys(RESERVED))
      expect(normaliseAccelerator(accelerator)).toBe(accelerator);
  });

  test("hold those of the field's clients, and ours is none of them", () => {
    for (const taken of ["Alt+A", "Ctrl+Alt+A", "Ctrl+Alt+W", "Ctrl+Alt+Z"])
      expect(RESERVED).toHaveProperty([taken]);
    const ours = Object.entries(defaultSettings).flatMap(([name, value]) =>
      name.endsWith("Hotkey") ? [String(value)] : [],
    );
    expect(ours.length).toBe(5);
    for (const own of ours) expect(RESERVED).not.toHaveProperty([own]);
    expect(new Set(ours).size).toBe(ours.length);
  });
});
