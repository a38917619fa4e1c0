import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { defaultSettings } from "../../../shared/rules/defaultSettings.ts";
import { createFileSettings } from "./settingsStore.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "replydeck-settings-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (): string => join(folder, "config.json");
const onDisk = (): Record<string, unknown> => JSON.parse(readFileSync(file(), "utf8"));
const setAside = (): string[] =>
  readdirSync(folder).filter((name) => name.startsWith("config.bad-"));

test("a new folder starts with the defaults and makes no copy", () => {
  const deep = join(folder, "not", "there");
  expect(createFileSettings(deep).get()).toEqual(defaultSettings);
  expect(setAside()).toEqual([]);
});

test("a change is on the disk at once and is read again", () => {
  const store = createFileSettings(folder);
  expect(store.set({ theme: "dark", shop: "旗舰店" })).toMatchObject({
    theme: "dark",
    shop: "旗舰店",
  });
  expect(onDisk()).toMatchObject({
    theme: "dark",
    shop: "旗舰店",
    paletteHotkey: defaultSettings.paletteHotkey,
  });
  expect(createFileSettings(folder).get()).toEqual(store.get());
  if (process.platform !== "win32") expect(statSync(file()).mode & 0o777).toBe(0o600);
});

test.each([
  ["not JSON", "{ theme: dark"],
  ["empty", ""],
  ["a list", "[1, 2]"],
  ["binary", "\0\u0001\u0002"],
])("a damaged file (%s) is copied aside and the defaults are used", (_kind, content) => {
  writeFileSync(file(), content);
  const store = createFileSettings(folder);
  expect(store.get()).toEqual(defaultSettings);
  expect(setAside()).toHaveLength(1);
  expect(readFileSync(join(folder, setAside()[0] ?? ""), "utf8")).toBe(content);
  store.set({ theme: "light" });
  expect(createFileSettings(folder).get().theme).toBe("light");
  expect(setAside()).toHaveLength(1);
});

test("one wrong value does not cost the others", () => {
  writeFileSync(file(), JSON.stringify({ theme: "purple", shop: "专营店", starterAnswered: true }));
  expect(createFileSettings(folder).get()).toEqual({
    ...defaultSettings,
    shop: "专营店",
    starterAnswered: true,
  });
  expect(setAside()).toHaveLength(1);
  expect(onDisk()["theme"]).toBe(defaultSettings.theme);
});

test("keys of a newer version stay in the file", () => {
  writeFileSync(file(), JSON.stringify({ theme: "dark", comingLater: { a: 1 } }));
  createFileSettings(folder).set({ shop: "x" });
  expect(onDisk()).toMatchObject({ theme: "dark", shop: "x", comingLater: { a: 1 } });
  expect(setAside()).toEqual([]);
});

test("a change that breaks the schema is refused and nothing is written", () => {
  const store = createFileSettings(folder);
  store.set({ theme: "dark" });
  expect(() => store.set({ theme: "purple" as "dark" })).toThrow();
  expect(onDisk()["theme"]).toBe("dark");
  expect(store.get().theme).toBe("dark");
});

test("a place that cannot be written is said with its path", () => {
  const blocked = join(folder, "file");
  writeFileSync(blocked, "");
  chmodSync(blocked, 0o400);
  expect(() => createFileSettings(join(blocked, "inside"))).toThrow(
    expect.objectContaining({ code: "data_not_writable" }),
  );
});
