import { expect, test } from "vitest";
import { asDue, fromField, quickMoment, toField } from "./moments.ts";

const NOW = new Date(2026, 10, 27, 22, 40, 30).getTime();

test("quick times are what the words say, on this machine's calendar", () => {
  expect(new Date(quickMoment("hour", NOW))).toEqual(new Date(2026, 10, 27, 23, 41));
  expect(new Date(quickMoment("today", NOW))).toEqual(new Date(2026, 10, 27, 23, 59));
  expect(new Date(quickMoment("day", NOW))).toEqual(new Date(2026, 10, 28, 22, 41));
  expect(new Date(quickMoment("days", NOW))).toEqual(new Date(2026, 10, 30, 23, 59));
});

test("a moment goes into the browser's field and comes back", () => {
  const at = new Date(2027, 1, 28, 9, 5).getTime();
  expect(toField(at)).toBe("2027-02-28T09:05");
  expect(fromField(toField(at))).toBe(at);
  expect(fromField("")).toBeNull();
  expect(fromField("2027-02")).not.toBeNaN();
});

test("the last minute of a day stands for the day", () => {
  const at = quickMoment("today", NOW);
  expect(asDue(at)).toEqual({ dueAt: at, dateOnly: true });
  expect(asDue(at - 60_000).dateOnly).toBe(false);
});
