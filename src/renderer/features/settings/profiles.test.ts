import { expect, test } from "vitest";
import { profileFor } from "../../../main/modules/desk/profiles.ts";
import {
  KNOWN,
  defaultProfile,
  programName,
  withApplication,
  withoutApplication,
} from "./profiles.ts";

test.each([
  ["WeChat.exe", "wechat"],
  ["C:\\Program Files\\AliWorkbench\\AliWorkbench.exe", "aliworkbench"],
  ["/Applications/WeChat.app", "wechat"],
  [" hexchat ", "hexchat"],
  ["", ""],
])("%s is %s", (typed, name) => {
  expect(programName(typed)).toBe(name);
});

test("adding and taking out leave the others alone", () => {
  const profile = defaultProfile("a", "linux");
  const both = withApplication(withApplication({}, "a", profile), "b", {
    ...profile,
    alwaysSend: true,
  });
  expect(Object.keys(both)).toEqual(["a", "b"]);
  expect(withoutApplication(both, "a")).toEqual({ b: { ...profile, alwaysSend: true } });
});

test.each(["linux", "win32", "darwin"])("what is shown on %s is what the core does", (platform) => {
  for (const program of [...KNOWN, "hexchat"])
    expect([program, defaultProfile(program, platform)]).toEqual([
      program,
      profileFor(program, {}, platform),
    ]);
});
