import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PromiseCounts } from "../../../shared/contract/promises.ts";
import { type Desk, FRIDAY, HOUR, MINUTE, openDesk, SHANGHAI } from "./desk.fixture.ts";
import { createLookout, type Lookout } from "./lookout.ts";
import type { RemindSettings } from "./reminding.ts";
import { dayEnd } from "./workday.ts";

let desk: Desk;
let lookout: Lookout;
let told: string[];
let changed: PromiseCounts[];
let waits: number;
let settings: RemindSettings;

function watch(): Lookout {
  return createLookout({
    reminders: desk.reminders,
    counts: () =>
      desk.store.counts({
        now: desk.clock.now,
        todayEnds: dayEnd(desk.clock.now, desk.clock.zone),
      }),
    now: () => desk.clock.now,
    zone: () => desk.clock.zone,
    settings: () => settings,
    after: (milliseconds) => {
      waits = milliseconds;
      return () => undefined;
    },
    remind: (code, params) =>
      told.push(`${code} ${params["text"]} ${params["minutes"] ?? params["count"] ?? ""}`.trim()),
    changed: (counts) => changed.push(counts),
    failed: (error) => {
      throw error;
    },
  });
}

beforeEach(() => {
  desk = openDesk("小王", { now: FRIDAY, zone: SHANGHAI });
  [told, changed] = [[], []];
  settings = { remindMinutes: [30, 0], dayAt: "17:00" };
  lookout = watch();
});
afterEach(() => desk.close());

/** Sets the clock and looks; gives what was told. */
function at(time: number): string[] {
  told = [];
  desk.clock.now = time;
  lookout.look();
  return told;
}

const DUE = FRIDAY + 2 * HOUR;

test("half an hour before, at its time, and then no more", () => {
  desk.add("回电", DUE);
  expect(at(FRIDAY)).toEqual([]);
  expect(at(DUE - 31 * MINUTE)).toEqual([]);
  expect(at(DUE - 30 * MINUTE)).toEqual(["promise_due_soon 回电 30"]);
  expect(at(DUE - 20 * MINUTE)).toEqual([]);
  expect(at(DUE)).toEqual(["promise_due_now 回电"]);
  expect(at(DUE + HOUR)).toEqual([]);
});

test("it looks when the next one is due, and every twenty seconds at least", () => {
  desk.add("回电", FRIDAY + 30 * MINUTE + 5_000);
  at(FRIDAY);
  expect(waits).toBe(5_000);
  at(FRIDAY + 5_000);
  expect(waits).toBe(20_000);
});

describe("nothing is repeated", () => {
  test("after it was cleared, and not after a restart either", () => {
    const [a, b] = [desk.add("回电", DUE), desk.add("补发", DUE)];
    expect(at(DUE - 30 * MINUTE)).toHaveLength(2);
    lookout = watch();
    expect(at(DUE - 29 * MINUTE)).toEqual([]);
    desk.book.clear([a]);
    expect(at(DUE)).toEqual(["promise_due_now 补发"]);
    desk.book.clear([b]);
    lookout = watch();
    expect(at(DUE + 10 * HOUR)).toEqual([]);
  });

  test("cleared and opened again after its time it is not told again", () => {
    const id = desk.add("回电", DUE);
    at(DUE);
    desk.book.clear([id]);
    at(DUE + MINUTE);
    desk.book.reopen([id]);
    expect(at(DUE + 2 * MINUTE)).toEqual([]);
  });
});

test("a rest ends when it was to end; the due time is told all the same", () => {
  const id = desk.add("回电", DUE);
  at(DUE - 30 * MINUTE);
  desk.book.snooze([id], DUE - 10 * MINUTE);
  expect(at(DUE - 11 * MINUTE)).toEqual([]);
  expect(at(DUE - 10 * MINUTE)).toEqual(["promise_due_soon 回电 10"]);
  expect(at(DUE)).toEqual(["promise_due_now 回电"]);
  desk.book.snooze([id], DUE + HOUR);
  expect(at(DUE + 59 * MINUTE)).toEqual([]);
  expect(at(DUE + HOUR)).toEqual(["promise_overdue 回电"]);
  expect(at(DUE + 2 * HOUR)).toEqual([]);
});

test("put off, it is told for the new time", () => {
  const id = desk.add("回电", DUE);
  at(DUE);
  desk.book.carry({ ids: [id], dueAt: DUE + 3 * HOUR, dateOnly: false, reason: "没接" });
  expect(at(DUE + HOUR)).toEqual([]);
  expect(at(DUE + 2.5 * HOUR)).toEqual(["promise_due_soon 回电 30"]);
});

test("nobody is reminded of what they just wrote", () => {
  desk.add("马上补发", FRIDAY + 10 * MINUTE);
  expect(at(FRIDAY + 1_000)).toEqual([]);
  expect(at(FRIDAY + 10 * MINUTE)).toEqual(["promise_due_now 马上补发"]);
});

test("what is due by the end of a day is told in the afternoon", () => {
  desk.add("今天补发");
  expect(at(Date.parse("2026-11-27T16:59:00+08:00"))).toEqual([]);
  expect(at(Date.parse("2026-11-27T17:00:00+08:00"))).toEqual(["promise_due_today 今天补发"]);
  expect(at(Date.parse("2026-11-27T23:30:00+08:00"))).toEqual([]);
  expect(at(Date.parse("2026-11-28T09:00:00+08:00"))).toEqual(["promise_overdue 今天补发"]);
  settings = { remindMinutes: [30], dayAt: "" };
  desk.add("今天内寄出");
  expect(at(Date.parse("2026-11-28T23:29:00+08:00"))).toEqual([]);
  expect(at(Date.parse("2026-11-28T23:40:00+08:00"))).toEqual(["promise_due_today 今天内寄出"]);
});

describe("the clock is the one on the wall", () => {
  test("after a sleep everything that came is told at once, in one sentence", () => {
    for (const [index, name] of ["a", "b", "c", "d"].entries()) desk.add(name, DUE + index);
    desk.add("e", DUE + 20 * HOUR);
    at(FRIDAY);
    expect(at(DUE + 5 * HOUR)).toEqual(["promises_due_many a 4"]);
    expect(at(DUE + 6 * HOUR)).toEqual([]);
  });

  test("a clock that was an hour ahead and is put right tells again at the right time, once", () => {
    desk.add("回电", DUE);
    at(FRIDAY);
    expect(at(DUE + HOUR)).toEqual(["promise_overdue 回电"]);
    expect(at(FRIDAY + MINUTE)).toEqual([]);
    expect(at(DUE - 30 * MINUTE)).toEqual(["promise_due_soon 回电 30"]);
    expect(at(DUE)).toEqual(["promise_due_now 回电"]);
    expect(at(DUE + HOUR)).toEqual([]);
  });

  test("a clock that is set back a little repeats nothing", () => {
    desk.add("回电", DUE);
    expect(at(DUE)).toHaveLength(1);
    expect(at(DUE - 40_000)).toEqual([]);
    expect(at(DUE)).toEqual([]);
  });

  test("in another zone the moment stays, and what is today changes", () => {
    desk.add("给王女士回电", Date.parse("2026-11-27T23:00:00+08:00"));
    at(FRIDAY);
    desk.clock.zone = "America/New_York";
    // There it is still the evening of the 26th.
    expect(at(FRIDAY)).toEqual([]);
    expect(changed.at(-1)).toEqual({ overdue: 0, hour: 0, today: 0, later: 1 });
    expect(at(Date.parse("2026-11-27T22:30:00+08:00"))).toEqual([
      "promise_due_soon 给王女士回电 30",
    ]);
    expect(at(Date.parse("2026-11-27T23:00:00+08:00"))).toEqual(["promise_due_now 给王女士回电"]);
  });

  test("on the night the clocks change half an hour is half an hour", () => {
    desk.clock.zone = "America/New_York";
    desk.clock.now = Date.parse("2026-11-01T00:00:00-04:00");
    // Half past one in the second round of that hour.
    const due = Date.parse("2026-11-01T01:30:00-05:00");
    desk.add("回电", due);
    expect(at(Date.parse("2026-11-01T01:30:00-04:00"))).toEqual([]);
    expect(at(due - 30 * MINUTE)).toEqual(["promise_due_soon 回电 30"]);
    expect(at(due)).toEqual(["promise_due_now 回电"]);
  });
});

test("time alone moves promises from heap to heap, and that is said", () => {
  desk.add("回电", DUE);
  at(FRIDAY);
  expect(changed).toEqual([]);
  at(DUE - HOUR);
  at(DUE - HOUR + 1);
  at(DUE + 1);
  expect(changed).toEqual([
    { overdue: 0, hour: 1, today: 0, later: 0 },
    { overdue: 1, hour: 0, today: 0, later: 0 },
  ]);
});
