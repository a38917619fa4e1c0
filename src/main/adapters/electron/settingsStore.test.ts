import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Conf from "conf";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createFileSettings } from "../node/settingsStore.ts";
import type { SettingsFileOptions } from "../settingsFile.ts";
import { createElectronSettings } from "./settingsStore.ts";

/** What electron-store adds to conf when it is given a folder: the file's name. */
class Store extends Conf<Record<string, unknown>> {
  constructor(options: SettingsFileOptions) {
    super({ ...options, configName: "config" });
  }
}

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "replydeck-electron-settings-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("both shells read and write the same file", () => {
  createElectronSettings(Store, folder).set({ theme: "dark" });
  expect(JSON.parse(readFileSync(join(folder, "config.json"), "utf8"))).toMatchObject({
    theme: "dark",
  });
  createFileSettings(folder).set({ shop: "旗舰店" });
  expect(createElectronSettings(Store, folder).get()).toMatchObject({
    theme: "dark",
    shop: "旗舰店",
  });
});

test("a damaged file does not keep the program from starting", () => {
  writeFileSync(join(folder, "config.json"), "{");
  expect(createElectronSettings(Store, folder).get().theme).toBe("system");
});
