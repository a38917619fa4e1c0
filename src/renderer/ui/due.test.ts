import { describe, expect, test } from "vitest";
import { dayNumber, dueSaid, exactDue } from "./due.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A Tuesday, ten in the morning, wherever this runs. */
const NOW = new Date(2026, 10, 10, 10, 0).getTime();
const at = (day: number, hour: number, minute = 0): number =>
  new Date(2026, 10, day, hour, minute).getTime();

describe("what is late", () => {
  test.each([
    [NOW - 1, "justDue", 0],
    [NOW - MINUTE, "overMinutes", 1],
    [NOW - 59 * MINUTE, "overMinutes", 59],
    [NOW - HOUR, "overHours", 1],
    [NOW - 23.9 * HOUR, "overHours", 23],
    [NOW - 24 * HOUR, "overDays", 1],
    [NOW - 80 * HOUR, "overDays", 3],
  ])("%d", (due, key, count) =>
    expect(dueSaid(due, NOW, key.startsWith("whole"))).toEqual({ key, count }),
  );
});

describe("what is to come", () => {
  test.each([
    [NOW, "left", 1],
    [NOW + 24.2 * MINUTE, "left", 25],
    [NOW + HOUR, "left", 60],
    [at(10, 17, 59), "today", 0],
    [at(10, 20), "tonight", 0],
    [at(10, 23, 59), "wholeToday", 0],
    [at(11, 15), "tomorrow", 0],
    [at(11, 20), "tomorrowNight", 0],
    [at(11, 23, 59), "wholeTomorrow", 0],
    [at(12, 9), "dayAfter", 0],
    [at(13, 18), "weekday", 0],
    [at(15, 23, 59), "wholeWeekday", 0],
    [at(16, 10), "nextWeekday", 0],
    [at(22, 10), "nextWeekday", 0],
    [at(23, 10), "date", 0],
    [at(25, 23, 59), "wholeDate", 0],
  ])("%d", (due, key, count) =>
    expect(dueSaid(due, NOW, key.startsWith("whole"))).toEqual({ key, count }),
  );

  test("just before midnight the next day is tomorrow, not in some hours", () => {
    const late = at(10, 22, 30);
    expect(dueSaid(at(11, 0, 30), late, false).key).toBe("tomorrow");
    expect(dueSaid(at(10, 23, 59), late, true).key).toBe("wholeToday");
    expect(dueSaid(at(10, 23, 20), late, true)).toEqual({ key: "left", count: 50 });
  });
});

test("a day that was meant to its end in another zone is said with its hour here", () => {
  // The end of 11 November somewhere, an hour past noon of the 12th here.
  expect(dueSaid(at(12, 12, 59), NOW, true).key).toBe("dayAfter");
  expect(exactDue({ dueAt: at(12, 12, 59), dateOnly: true }, "en")).toContain("12:59");
  expect(exactDue({ dueAt: at(12, 23, 59), dateOnly: true }, "en")).not.toContain("59");
});

test("days are counted by the calendar", () => {
  expect(dayNumber(at(11, 0)) - dayNumber(at(10, 23, 59))).toBe(1);
  expect(dayNumber(new Date(2027, 0, 1).getTime()) - dayNumber(at(10, 0))).toBe(52);
});
