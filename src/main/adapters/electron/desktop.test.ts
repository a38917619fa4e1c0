import { expect, test } from "vitest";
import { type ElectronParts, openElectronDesktop } from "./desktop.ts";

const unused = (): never => {
  throw new Error("not asked");
};
const parts: ElectronParts = {
  clipboard: { read: unused, readText: unused, clear: unused },
  write: unused,
  shortcuts: { register: unused, unregister: unused, unregisterAll: () => undefined },
  trusted: () => true,
};

test.each([
  ["linux", { XDG_SESSION_TYPE: "wayland", DISPLAY: ":0" }, "wayland"],
  ["linux", { WAYLAND_DISPLAY: "wayland-0", DISPLAY: ":0" }, "wayland"],
  ["linux", {}, "no_display"],
  ["linux", { DISPLAY: ":9999" }, "no_display"],
  ["freebsd", { DISPLAY: ":0" }, "no_display"],
])("on %s with %o it says why nothing can be pasted", async (platform, env, because) => {
  const {
    desktop,
    because: told,
    hotkeys,
    close,
  } = await openElectronDesktop(parts, platform, env);
  expect([desktop, told, hotkeys.unavailable]).toEqual([null, because, because]);
  await close();
});
