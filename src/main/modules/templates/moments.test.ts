import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import type { Locale } from "../../../shared/contract/settings.ts";
import {
  daysLater,
  formatMoment,
  hoursLater,
  minutesLater,
  type Moment,
  sayMoment,
  weekday,
} from "./moments.ts";

const at = (text: string, locale: Locale = "zh-CN"): Moment => {
  const now = DateTime.fromISO(text, { zone: "Asia/Shanghai" });
  return { at: now, now, precision: "minute", locale };
};
// A Tuesday.
const NOON = "2026-06-02T14:00:00";

describe("in some hours", () => {
  test.each([
    ["2026-06-02T14:00:00", 2, "下午4点"],
    ["2026-06-02T13:47:20", 2, "下午4点"],
    ["2026-06-02T13:30:00", 2, "下午3点半"],
    ["2026-06-02T13:30:01", 2, "下午4点"],
    ["2026-06-02T18:00:00", 2, "今晚8点"],
    ["2026-06-02T17:01:00", 2, "今晚7点半"],
    ["2026-06-02T08:00:00", 0.5, "上午8点半"],
    ["2026-06-02T11:00:00", 1, "中午12点"],
    ["2026-06-02T23:00:00", 2, "明天凌晨1点"],
    ["2026-06-02T22:00:00", 2, "明天凌晨0点"],
    ["2026-06-02T14:00:00", 24, "明天下午2点"],
    ["2026-06-02T20:00:00", 24, "明晚8点"],
    ["2026-06-02T14:00:00", 48, "后天下午2点"],
    ["2026-06-02T20:00:00", 48, "后天晚上8点"],
    ["2026-06-02T14:00:00", 72, "6月5日下午2点"],
    ["2026-12-31T14:00:00", 72, "2027年1月3日下午2点"],
  ])("%s and %d hours is %s", (now, hours, said) =>
    expect(sayMoment(hoursLater(at(now), hours))).toBe(said),
  );

  test.each([
    [2, "4 pm"],
    [6, "8 pm tonight"],
    [20.5, "10:30 am tomorrow"],
    [22, "12 pm tomorrow"],
    [72, "2 pm on June 5"],
  ])("%d hours in English is %s", (hours, said) =>
    expect(sayMoment(hoursLater(at(NOON, "en"), hours))).toBe(said),
  );

  test("in Taiwan", () => {
    expect(sayMoment(hoursLater(at(NOON, "zh-TW"), 48))).toBe("後天下午2點");
    expect(sayMoment(hoursLater(at(NOON, "zh-TW"), 2.5))).toBe("下午4點半");
  });
});

test("minutes are rounded up to five", () => {
  expect(sayMoment(minutesLater(at("2026-06-02T15:32:00"), 20))).toBe("下午3点55分");
  expect(sayMoment(minutesLater(at("2026-06-02T15:35:00"), 20))).toBe("下午3点55分");
  expect(sayMoment(minutesLater(at("2026-06-02T15:35:00"), 30))).toBe("下午4点05分");
});

test("now is said exactly", () => {
  expect(sayMoment(at("2026-06-02T14:10:00"))).toBe("下午2点10分");
  expect(sayMoment(at("2026-06-02T20:10:00"))).toBe("晚上8点10分");
  expect(sayMoment(at("2026-06-02T20:10:00", "en"))).toBe("8:10 pm");
  expect(sayMoment(at("2026-06-02T00:05:00"))).toBe("凌晨0点05分");
});

test("days later are dates, the year said only when it is another", () => {
  expect(sayMoment(daysLater(at(NOON), 3))).toBe("6月5日");
  expect(sayMoment(daysLater(at(NOON, "en"), 3))).toBe("June 5");
  expect(sayMoment(daysLater(at("2026-12-30T14:00:00"), 3))).toBe("2027年1月2日");
  expect(sayMoment(daysLater(at("2026-12-30T14:00:00", "en"), 3))).toBe("January 2, 2027");
  expect(sayMoment(daysLater(at("2028-02-28T14:00:00"), 1))).toBe("2月29日");
});

test("the day the clocks change has its own length", () => {
  const now = DateTime.fromISO("2026-03-28T20:00:00", { zone: "Europe/Berlin" });
  const moment: Moment = { at: now, now, precision: "minute", locale: "zh-CN" };
  expect(sayMoment(hoursLater(moment, 12))).toBe("明天上午9点");
  expect(sayMoment(daysLater(moment, 1))).toBe("3月29日");
});

test("weekdays", () => {
  expect(weekday(at(NOON))).toBe("星期二");
  expect(weekday(at(NOON, "en"))).toBe("Tuesday");
  expect(weekday(daysLater(at(NOON), 5))).toBe("星期日");
});

test.each([
  ["M月D日", "zh-CN", "6月2日"],
  ["YYYY年MM月DD日 dddd", "zh-CN", "2026年06月02日 星期二"],
  ["M月D日（ddd）HH:mm", "zh-CN", "6月2日（周二）14:00"],
  ["ddd", "zh-TW", "週二"],
  ["Ah点", "zh-CN", "下午2点"],
  ["MMM D, h:mm A", "en", "Jun 2, 2:00 pm"],
  ["[Monday or ]dddd MMMM D", "en", "Monday or Tuesday June 2"],
  ["本周五", "zh-CN", "本周五"],
] as const)("the pattern %s", (pattern, locale, said) =>
  expect(formatMoment(at(NOON, locale), pattern)).toBe(said),
);
