import { expect, test } from "vitest";
import { duration } from "../../ui/moments.ts";
import { distance, monthAfter, monthOf, wallWords } from "./times.ts";

const HOUR = 3_600_000;
const now = Date.UTC(2026, 10, 10, 4);

test("how far something is", () => {
  expect(distance(now + 25 * 60_000, now, "zh-CN")).toBe("25分钟后");
  expect(distance(now + 3 * HOUR + 59, now, "zh-CN")).toBe("3小时后");
  expect(distance(now + 30 * HOUR, now, "zh-CN")).toBe("30小时后");
  expect(distance(now + 72 * HOUR, now, "en")).toBe("in 3 days");
  expect(distance(now - 72 * HOUR, now, "en")).toBe("3 days ago");
  expect(distance(now + 5_000, now, "zh-CN")).toBe("1分钟后");
});

test("how long something lasts", () => {
  expect(duration(28 * HOUR, "en")).toBe("1 day 4 hours");
  expect(duration(30 * 60_000, "zh-CN")).toBe("30分钟");
  expect(duration(0, "en")).toBe("0 minutes");
});

test("a wall time is said without a zone, an end at midnight as 24:00", () => {
  const at = { now };
  expect(wallWords("2026-11-10T20:00", "zh-CN", at)).toBe("11月10日 20:00");
  expect(wallWords("2026-11-12T00:00", "zh-CN", { ...at, end: true })).toBe("11月11日 24:00");
  expect(wallWords("2027-01-01T08:00", "en", at)).toBe("Jan 1, 2027 08:00");
});

test("months", () => {
  expect(monthAfter("2026-12-01", 1)).toBe("2027-01-01");
  expect(monthAfter("2026-01-01", -1)).toBe("2025-12-01");
  expect(monthOf(Date.UTC(2026, 9, 31, 17), "Asia/Shanghai")).toBe("2026-11-01");
  expect(monthOf(Date.UTC(2026, 9, 31, 17), "Europe/London")).toBe("2026-10-01");
});
