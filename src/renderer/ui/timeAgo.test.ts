import { expect, test } from "vitest";
import { timeAgo } from "./timeAgo.ts";

const now = Date.UTC(2026, 10, 22, 12);
const MINUTE = 60_000;

test("says how long ago as one says it", () => {
  expect(timeAgo(now - 10_000, now, "zh-CN")).toBeNull();
  expect(timeAgo(now - 3 * MINUTE, now, "zh-CN")).toBe("3分钟前");
  expect(timeAgo(now - 2 * 60 * MINUTE, now, "en")).toBe("2 hours ago");
  expect(timeAgo(now - 25 * 60 * MINUTE, now, "en")).toBe("yesterday");
});

test("gives the date after a week", () => {
  expect(timeAgo(now - 9 * 24 * 60 * MINUTE, now, "en")).toBe("Nov 13, 2026");
});
