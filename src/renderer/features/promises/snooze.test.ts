import { expect, test } from "vitest";
import { snoozeUntil } from "./snooze.ts";

const at = (day: number, hour: number): number => new Date(2026, 10, day, hour, 20).getTime();

test("reminders come back after so many minutes, or at nine the next morning", () => {
  expect(snoozeUntil("tenMinutes", at(10, 15)) - at(10, 15)).toBe(600_000);
  expect(snoozeUntil("hour", at(10, 15)) - at(10, 15)).toBe(3_600_000);
  expect(snoozeUntil("morning", at(10, 15))).toBe(new Date(2026, 10, 11, 9).getTime());
  expect(snoozeUntil("morning", at(11, 2))).toBe(new Date(2026, 10, 11, 9).getTime());
  expect(snoozeUntil("morning", at(30, 22))).toBe(new Date(2026, 11, 1, 9).getTime());
});
