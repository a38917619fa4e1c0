import { expect, test } from "vitest";
import { browserEnvironment } from "./chromium.ts";

const localeOf = (env: Record<string, string>, platform: NodeJS.Platform = "linux") =>
  browserEnvironment(env, platform)["LC_ALL"];

test.each([
  ["nothing at all", {}],
  ["LANG=C", { LANG: "C" }],
  ["LC_ALL=POSIX over a language", { LC_ALL: "POSIX", LANG: "zh_CN.UTF-8" }],
  ["empty ones", { LC_ALL: "", LC_CTYPE: "", LANG: "" }],
  ["LC_CTYPE=C over a language", { LC_CTYPE: "C", LANG: "zh_CN.UTF-8" }],
])("with %s the browser gets UTF-8", (_what, env) => expect(localeOf(env)).toBe("C.UTF-8"));

test.each([
  ["a language", { LANG: "zh_CN.UTF-8" }],
  ["a language for its letters alone", { LC_CTYPE: "en_US.UTF-8", LANG: "C" }],
  ["UTF-8 without a language", { LANG: "C.UTF-8" }],
])("%s stays as it is", (_what, env) => expect(browserEnvironment(env, "linux")).toEqual(env));

test("Windows and macOS need nothing, and the rest of the environment goes along", () => {
  expect(localeOf({}, "win32")).toBe(undefined);
  expect(localeOf({}, "darwin")).toBe(undefined);
  expect(browserEnvironment({ PATH: "/bin" }, "linux")).toEqual({
    PATH: "/bin",
    LC_ALL: "C.UTF-8",
  });
});
