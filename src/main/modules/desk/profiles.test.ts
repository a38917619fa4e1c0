import { describe, expect, test } from "vitest";
import { normaliseAccelerator } from "../../../shared/rules/accelerator.ts";
import { defaultSettings } from "../../../shared/rules/defaultSettings.ts";
import { profileFor } from "./profiles.ts";
import { RESERVED } from "./rules.ts";

describe("profiles", () => {
  test("what the person set comes first, then what is known, then the common way", () => {
    const own = { ...profileFor("wechat", {}, "win32"), sendKeys: "Ctrl+Enter" as const };
    expect(profileFor("wechat", { wechat: own }, "win32").sendKeys).toBe("Ctrl+Enter");
    expect(profileFor("konsole", {}, "linux").pasteKeys).toBe("Ctrl+Shift+V");
    expect(profileFor("unheard-of", {}, "win32").pasteKeys).toBe("Ctrl+V");
    expect(profileFor("unheard-of", {}, "darwin").pasteKeys).toBe("Cmd+V");
  });

  test("nothing is sent by itself", () => {
    for (const app of ["aliworkbench", "wechat", "qq", "dingtalk", "anything"])
      expect(profileFor(app, {}, "win32").alwaysSend).toBe(false);
  });
});

describe("reserved hotkeys", () => {
  test("are spelled as hotkeys are compared", () => {
    for (const accelerator of Object.keys(RESERVED))
      expect(normaliseAccelerator(accelerator)).toBe(accelerator);
  });

  test("hold those of the field's clients, and ours is none of them", () => {
    for (const taken of ["Alt+A", "Ctrl+Alt+A", "Ctrl+Alt+W", "Ctrl+Alt+Z"])
      expect(RESERVED).toHaveProperty([taken]);
    expect(RESERVED).not.toHaveProperty([defaultSettings.paletteHotkey]);
  });
});
