import { expect, test } from "vitest";
import { profileFor } from "../../../shared/rules/applicationProfiles.ts";
import { programName, withApplication, withoutApplication } from "./profiles.ts";

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
  const profile = profileFor("a", {}, "linux");
  const both = withApplication(withApplication({}, "a", profile), "b", {
    ...profile,
    alwaysSend: true,
  });
  expect(Object.keys(both)).toEqual(["a", "b"]);
  expect(withoutApplication(both, "a")).toEqual({ b: { ...profile, alwaysSend: true } });
});
