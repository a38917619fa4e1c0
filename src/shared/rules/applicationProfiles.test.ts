import { describe, expect, test } from "vitest";
import { applicationProfile } from "../contract/settings.ts";
import { profileFor } from "./applicationProfiles.ts";

describe("profiles", () => {
  test("what the person set comes first, then what is known, then the common way", () => {
    const own = { ...profileFor("wechat", {}, "win32"), sendKeys: "Ctrl+Enter" as const };
    expect(profileFor("wechat", { wechat: own }, "win32").sendKeys).toBe("Ctrl+Enter");
    expect(profileFor("konsole", {}, "linux").pasteKeys).toBe("Ctrl+Shift+V");
    expect(profileFor("unheard-of", {}, "win32").pasteKeys).toBe("Ctrl+V");
    expect(profileFor("unheard-of", {}, "darwin").pasteKeys).toBe("Cmd+V");
  });

  test("what was set before there were pictures is still understood", () => {
    const { pictureAs, partPauseMs, pictureLimitKB, ...before } = profileFor("wechat", {}, "win32");
    expect(applicationProfile.parse({ ...before, sendKeys: "Ctrl+Enter" })).toEqual({
      ...before,
      sendKeys: "Ctrl+Enter",
      pictureAs,
      partPauseMs,
      pictureLimitKB,
    });
  });

  test("nothing is sent by itself", () => {
    for (const app of ["aliworkbench", "wechat", "qq", "dingtalk", "anything"])
      expect(profileFor(app, {}, "win32").alwaysSend).toBe(false);
  });
});
