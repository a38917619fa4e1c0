import { describe, expect, test } from "vitest";
import { byClock, createClock } from "./calendar.ts";
import { BUCKET } from "./store.ts";

const at = (text: string): number => Date.parse(text);
const bucket = (text: string, count = 1) => ({ bucket: at(text) / BUCKET, count });

describe("days and hours", () => {
  test("are those of the zone", () => {
    expect(createClock("Asia/Shanghai")(at("2026-11-10T16:30:00Z"))).toEqual({
      day: "2026-11-11",
      hour: 0,
    });
    expect(createClock("Asia/Kolkata")(at("2026-11-10T18:15:00Z")).hour).toBe(23);
  });

  test("every day of the stretch is there, those without a use with 0", () => {
    const from = at("2026-11-09T00:00:00+08:00");
    const to = at("2026-11-12T00:00:00+08:00");
    const buckets = [bucket("2026-11-09T09:15:00+08:00", 3), bucket("2026-11-11T23:45:00+08:00")];
    const { byDay, byHour } = byClock(buckets, from, to, "Asia/Shanghai");
    expect(byDay).toEqual([
      { day: "2026-11-09", count: 3 },
      { day: "2026-11-10", count: 0 },
      { day: "2026-11-11", count: 1 },
    ]);
    expect(byHour[9]).toBe(3);
    expect(byHour[23]).toBe(1);
    expect(byHour.reduce((sum, count) => sum + count, 0)).toBe(4);
  });

  test("a day of 23 hours and one of 25 are days like any other", () => {
    for (const [from, to] of [
      ["2026-03-28T00:00:00+01:00", "2026-03-31T00:00:00+02:00"],
      ["2026-10-24T00:00:00+02:00", "2026-10-27T00:00:00+01:00"],
    ] as const) {
      const { byDay } = byClock([], at(from), at(to), "Europe/Berlin");
      expect(byDay.length).toBe(3);
    }
  });

  test("no stretch, no days", () => {
    expect(byClock([], 5, 5, "UTC").byDay).toEqual([]);
  });
});
