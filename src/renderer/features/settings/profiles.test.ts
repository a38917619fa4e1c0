import { expect, test } from "vitest";
import { programName, startingProfile, withApplication, withoutApplication } from "./profiles.ts";

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
  const profile = startingProfile("linux");
  const both = withApplication(withApplication({}, "a", profile), "b", {
    ...profile,
    alwaysSend: true,
  });
  expect(Object.keys(both)).toEqual(["a", "b"]);
  expect(withoutApplication(both, "a")).toEqual({ b: { ...profile, alwaysSend: true } });
});

test("a Mac pastes with its own keys", () => {
  expect(startingProfile("darwin").pasteKeys).toBe("Cmd+V");
});
