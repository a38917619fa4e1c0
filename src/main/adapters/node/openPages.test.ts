import { homedir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { dataFolder } from "./dataFolder.ts";
import { hasScreen, openerFor } from "./openPages.ts";

describe("hasScreen", () => {
  test.each([
    ["linux", {}, false],
    ["linux", { DISPLAY: ":0" }, true],
    ["linux", { WAYLAND_DISPLAY: "wayland-0" }, true],
    ["win32", {}, true],
    ["darwin", {}, true],
  ])("%s %j", (platform, env, expected) => {
    expect(hasScreen(env, platform)).toBe(expected);
  });
});

describe("openerFor", () => {
  const url = "http://127.0.0.1:1/open?token=t&page=/";

  test("a Chromium gets an app window and a profile inside the data folder", () => {
    const opener = openerFor(url, "/usr/bin/chromium", "/data", "linux");
    expect(opener?.command).toBe("/usr/bin/chromium");
    expect(opener?.args).toEqual(
      expect.arrayContaining([`--app=${url}`, `--user-data-dir=${join("/data", "browser")}`]),
    );
  });

  test.each([
    ["linux", "xdg-open"],
    ["darwin", "open"],
    ["win32", "rundll32"],
  ])("without one, %s asks %s, with the address as one word", (platform, command) => {
    const opener = openerFor(url, null, "/data", platform);
    expect(opener?.command).toBe(command);
    expect(opener?.args.at(-1)).toBe(url);
  });

  test("a system without a way gets none", () => {
    expect(openerFor(url, null, "/data", "aix")).toBeNull();
  });
});

describe("dataFolder", () => {
  const home = homedir();
  test.each([
    ["given", "/given", { REPLYDECK_DATA: "/named" }, "linux", "/given"],
    ["named", undefined, { REPLYDECK_DATA: "/named" }, "linux", "/named"],
    ["an empty word is none", "", { REPLYDECK_DATA: "/named" }, "linux", "/named"],
    ["Linux", undefined, {}, "linux", join(home, ".local/share/replydeck")],
    ["Linux, moved", undefined, { XDG_DATA_HOME: "/xdg" }, "linux", "/xdg/replydeck"],
    ["macOS", undefined, {}, "darwin", join(home, "Library/Application Support/ReplyDeck")],
    ["Windows", undefined, { APPDATA: "/roaming" }, "win32", "/roaming/ReplyDeck"],
  ])("%s", (_what, given, env, platform, expected) => {
    expect(dataFolder(given, env, platform)).toBe(expected);
  });
});
