import { expect, test } from "vitest";
import { shortDays, stretchOf } from "./stretch.ts";

test("days are said as month and day", () => {
  expect(shortDays([{ day: "2026-01-09", count: 0 }])).toEqual(["1/9"]);
});

test("a stretch ends with today and begins at a midnight", () => {
  const { from, to } = stretchOf(7, new Date(2026, 10, 22, 15, 30).getTime());
  expect(new Date(to)).toEqual(new Date(2026, 10, 23));
  expect(new Date(from)).toEqual(new Date(2026, 10, 16));
});
