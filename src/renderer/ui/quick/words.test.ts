import { expect, test } from "vitest";
import { fill } from "../../i18n/messages.ts";
import { speak } from "./words.ts";

test("fills names in and leaves unknown ones to be noticed", () => {
  expect(fill("{{a}} of {{b}}", { a: 1 })).toBe("1 of {{b}}");
  expect(speak("zh-CN")("page", { page: 2, pages: 3 })).toBe("2/3 页");
});
