import { DateTime } from "luxon";
import { expect, test } from "vitest";
import { daysOf, instantOf, isZone, wallOf } from "./zones.ts";

const utc = (text: string): number => Date.parse(`${text}Z`);

test("a wall time is the moment its zone shows it, whatever the machine's zone", () => {
  expect(instantOf("2026-11-10T20:00", "Asia/Shanghai")).toBe(utc("2026-11-10T12:00"));
  expect(instantOf("2026-11-10T20:00", "America/New_York")).toBe(utc("2026-11-11T01:00"));
  expect(instantOf("2026-11-10T20:00", "Asia/Kathmandu")).toBe(utc("2026-11-10T14:15"));
  expect(wallOf(utc("2026-11-10T12:00"), "Asia/Shanghai")).toBe("2026-11-10T20:00");
});

test("29 February is a day of its own", () => {
  const start = instantOf("2028-02-29T00:00", "Asia/Shanghai");
  expect(start).toBe(utc("2028-02-28T16:00"));
  expect(instantOf("2028-03-01T00:00", "Asia/Shanghai") - start).toBe(24 * 3_600_000);
  expect(daysOf("2028-02-27", "2028-03-02", "Asia/Shanghai").map(({ date }) => date)).toEqual([
    "2028-02-27",
    "2028-02-28",
    "2028-02-29",
    "2028-03-01",
  ]);
});

test("a time that summer time skips is the moment of the change", () => {
  // New York, 8 March 2026: 01:59 is followed by 03:00.
  const change = utc("2026-03-08T07:00");
  expect(instantOf("2026-03-08T01:59", "America/New_York")).toBe(change - 60_000);
  expect(instantOf("2026-03-08T02:00", "America/New_York")).toBe(change);
  expect(instantOf("2026-03-08T02:30", "America/New_York")).toBe(change);
  expect(instantOf("2026-03-08T03:00", "America/New_York")).toBe(change);
  expect(instantOf("2026-03-08T03:01", "America/New_York")).toBe(change + 60_000);
  // Half an hour only: Lord Howe Island.
  const island = utc("2026-10-03T15:30");
  expect(instantOf("2026-10-04T02:10", "Australia/Lord_Howe")).toBe(island);
  expect(instantOf("2026-10-04T02:30", "Australia/Lord_Howe")).toBe(island);
});

test("a day that begins at one o'clock begins there", () => {
  // Beirut, 29 March 2026: no midnight.
  expect(instantOf("2026-03-29T00:00", "Asia/Beirut")).toBe(utc("2026-03-28T22:00"));
  const days = daysOf("2026-03-28", "2026-03-31", "Asia/Beirut");
  expect(days.map(({ at }, n) => ((days[n + 1]?.at ?? NaN) - at) / 3_600_000)).toEqual([
    24,
    23,
    NaN,
  ]);
});

test("a time that comes twice is the first of the two", () => {
  // New York, 1 November 2026: 01:00 to 02:00 comes twice.
  expect(instantOf("2026-11-01T01:30", "America/New_York")).toBe(utc("2026-11-01T05:30"));
  expect(instantOf("2026-11-01T02:00", "America/New_York")).toBe(utc("2026-11-01T07:00"));
});

test("a whole day that was skipped is the moment of the change", () => {
  // Samoa went from 29 to 31 December 2011.
  expect(instantOf("2011-12-30T12:00", "Pacific/Apia")).toBe(utc("2011-12-30T10:00"));
  expect(instantOf("2011-12-31T00:00", "Pacific/Apia")).toBe(utc("2011-12-30T10:00"));
});

test("later on the wall is never earlier in time, over a year of minutes in many zones", () => {
  let seed = 20_261_111;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  const zones = [
    "Asia/Shanghai",
    "America/New_York",
    "Europe/London",
    "Australia/Lord_Howe",
    "America/Havana",
    "Africa/Casablanca",
    "Asia/Kathmandu",
    "Pacific/Chatham",
  ];
  const start = Date.UTC(2026, 0, 1);
  for (let round = 0; round < 3_000; round += 1) {
    const zone = zones[random(zones.length)]!;
    const one = start + random(366 * 24 * 60) * 60_000;
    const two = one + random(300) * 60_000;
    const wall = (moment: number) => new Date(moment).toISOString().slice(0, 16);
    const [first, second] = [instantOf(wall(one), zone), instantOf(wall(two), zone)];
    expect(second).toBeGreaterThanOrEqual(first);
    // Shown there, or skipped by a change that ends past it.
    expect(wallOf(first, zone) >= wall(one)).toBe(true);
    expect(wallOf(first - 60_000, zone) === wall(one)).toBe(false);
    // Where luxon knows the time it is one of the two moments that show it.
    const known = DateTime.fromISO(wall(one), { zone });
    if (known.toFormat("yyyy-MM-dd'T'HH:mm") === wall(one))
      expect([0, 30, 60]).toContain((known.toMillis() - first) / 60_000);
  }
});

test("zones are known by their IANA names", () => {
  expect(isZone("Asia/Shanghai")).toBe(true);
  expect(isZone("Asia/Atlantis")).toBe(false);
  expect(isZone("")).toBe(false);
});
