import { expect, test } from "vitest";
import { isWall, wallParts } from "./validityWall.ts";

test("a wall time is one that a calendar and a clock have", () => {
  for (const good of ["2026-11-10T20:00", "2028-02-29T00:00", "2000-02-29T23:59"])
    expect([good, isWall(good)]).toEqual([good, true]);
  for (const bad of [
    "2026-02-29T00:00",
    "2100-02-29T00:00",
    "2026-04-31T00:00",
    "2026-13-01T00:00",
    "2026-00-10T00:00",
    "2026-11-10T24:00",
    "2026-11-10T20:60",
    "2026-11-10",
    "2026-11-10T20:00:00",
    "1999-12-31T00:00",
    "",
  ])
    expect([bad, isWall(bad)]).toEqual([bad, false]);
});

test("an end at midnight is the 24:00 of the day before", () => {
  expect(wallParts("2026-11-12T00:00", true)).toEqual({ date: "2026-11-11", clock: "24:00" });
  expect(wallParts("2028-03-01T00:00", true)).toEqual({ date: "2028-02-29", clock: "24:00" });
  expect(wallParts("2027-01-01T00:00", true)).toEqual({ date: "2026-12-31", clock: "24:00" });
  expect(wallParts("2026-11-12T00:00")).toEqual({ date: "2026-11-12", clock: "00:00" });
  expect(wallParts("2026-11-11T20:00", true)).toEqual({ date: "2026-11-11", clock: "20:00" });
});
