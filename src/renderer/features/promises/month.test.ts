import { expect, test } from "vitest";
import { dateAfter, monthAfter, monthOf, weeksOf } from "./month.ts";

test("a month is whole weeks from Monday to Sunday", () => {
  const weeks = weeksOf("2026-11");
  expect(weeks[0]).toEqual([
    "2026-10-26",
    "2026-10-27",
    "2026-10-28",
    "2026-10-29",
    "2026-10-30",
    "2026-10-31",
    "2026-11-01",
  ]);
  expect(weeks.at(-1)?.[0]).toBe("2026-11-30");
  expect(weeks).toHaveLength(6);
  expect(weeksOf("2027-02")).toHaveLength(4);
  expect(weeksOf("2028-02").flat()).toContain("2028-02-29");
});

test("months and days go over the ends of years", () => {
  expect(monthAfter("2026-12", 1)).toBe("2027-01");
  expect(monthAfter("2026-01", -1)).toBe("2025-12");
  expect(dateAfter("2026-12-31", 1)).toBe("2027-01-01");
  expect(dateAfter("2028-03-01", -1)).toBe("2028-02-29");
  expect(monthOf("2026-11-25")).toBe("2026-11");
});
