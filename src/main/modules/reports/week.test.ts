import { describe, expect, test } from "vitest";
import { daysOf, weekAfter, weekAt, weekNamed } from "./week.ts";

const HOUR = 3_600_000;
const SHANGHAI = "Asia/Shanghai";
const BERLIN = "Europe/Berlin";

describe("weeks go from Monday to Sunday in the person's zone", () => {
  test("the last moment of a Sunday and the first of a Monday", () => {
    const monday = Date.UTC(2026, 10, 22, 16);
    expect(weekAt(monday - 1, SHANGHAI)).toMatchObject({ week: "2026-W47", to: "2026-11-22" });
    expect(weekAt(monday, SHANGHAI)).toEqual({
      week: "2026-W48",
      from: "2026-11-23",
      to: "2026-11-29",
      start: monday,
      end: monday + 7 * 24 * HOUR,
      zone: SHANGHAI,
    });
  });

  test("the same moment is of another week elsewhere", () => {
    const at = Date.UTC(2026, 10, 22, 20);
    expect(weekAt(at, SHANGHAI).week).toBe("2026-W48");
    expect(weekAt(at, "America/New_York").week).toBe("2026-W47");
  });

  test("a year's end belongs to one week, and 2026 has fifty-three", () => {
    expect(weekAt(Date.UTC(2026, 11, 31, 4), SHANGHAI).week).toBe("2026-W53");
    expect(weekAt(Date.UTC(2027, 0, 3, 4), SHANGHAI)).toMatchObject({
      week: "2026-W53",
      from: "2026-12-28",
      to: "2027-01-03",
    });
    expect(weekAt(Date.UTC(2027, 0, 4, 4), SHANGHAI).week).toBe("2027-W01");
    expect(weekAt(Date.UTC(2025, 11, 29, 4), SHANGHAI).week).toBe("2026-W01");
    expect(weekAfter(weekNamed("2027-W01", SHANGHAI), -1, SHANGHAI).week).toBe("2026-W53");
    expect(() => weekNamed("2027-W53", SHANGHAI)).toThrow(/report_week_unknown/);
  });

  test("a week in which clocks are moved has an hour less or more, and its days too", () => {
    const spring = weekNamed("2026-W13", BERLIN);
    expect(spring.end - spring.start).toBe(167 * HOUR);
    expect(daysOf(spring).map(({ start, end }) => (end - start) / HOUR)).toEqual([
      24, 24, 24, 24, 24, 24, 23,
    ]);
    const autumn = weekNamed("2026-W43", BERLIN);
    expect(autumn.end - autumn.start).toBe(169 * HOUR);
    expect(daysOf(autumn).at(-1)).toMatchObject({ day: "2026-10-25", end: autumn.end });
    // Where the first hour of a day is left out the day begins after it.
    const beirut = weekNamed("2026-W13", "Asia/Beirut");
    expect(
      daysOf(beirut)
        .map(({ start, end }) => (end - start) / HOUR)
        .at(-1),
    ).toBe(23);
  });

  test("a leap day is a day of its week", () => {
    expect(daysOf(weekNamed("2028-W09", SHANGHAI)).map(({ day }) => day)).toEqual([
      "2028-02-28",
      "2028-02-29",
      "2028-03-01",
      "2028-03-02",
      "2028-03-03",
      "2028-03-04",
      "2028-03-05",
    ]);
  });
});
