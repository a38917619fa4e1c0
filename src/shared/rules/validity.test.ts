import { describe, expect, test } from "vitest";
import { createTimetable, intersection, type Span, standing, type TimedSet } from "./validity.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const T = Date.UTC(2026, 10, 10, 12);

/** A set whose phrases hold as long as it does, unless they say otherwise. */
function set(
  id: string,
  span: Span | null,
  phrases: readonly (string | { phraseId: string; everyday?: boolean; span?: Span | null })[],
  more: Partial<TimedSet> = {},
): TimedSet {
  const members = phrases.map((phrase) =>
    typeof phrase === "string"
      ? { phraseId: phrase, everyday: false, span }
      : { everyday: false, span, ...phrase },
  );
  return { id, name: id.toUpperCase(), kind: "campaign", shops: [], span, members, ...more };
}

const day = { from: T, to: T + 24 * HOUR };

test("half-open: on in its first minute, over in the minute after its last", () => {
  expect(standing(day, T - 1)).toEqual({ state: "upcoming", at: T });
  expect(standing(day, T)).toEqual({ state: "on", at: day.to });
  expect(standing(day, day.to - 1)).toEqual({ state: "on", at: day.to });
  expect(standing(day, day.to)).toEqual({ state: "over", at: day.to });
  expect(standing({ from: T, to: Infinity }, T + 1)).toEqual({ state: "on", at: null });
  expect(standing(null, T)).toEqual({ state: "undated", at: null });
});

test("what two windows share", () => {
  expect(intersection(day, { from: T + HOUR, to: T + 48 * HOUR })).toEqual({
    from: T + HOUR,
    to: day.to,
  });
  expect(intersection(day, { from: day.to, to: day.to + 1 })).toBeNull();
  expect(intersection(day, null)).toBeNull();
});

describe("a phrase of a campaign", () => {
  const table = createTimetable([set("w11", day, ["满减", "预热"])]);
  const campaign = { id: "w11", name: "W11" };

  test("may be sent while it is on, and never the minute before or after", () => {
    expect(table.sendable("满减", T - MINUTE)).toEqual({
      ok: false,
      campaign,
      reason: "not_yet",
      at: T,
    });
    expect(table.sendable("满减", T)).toEqual({ ok: true });
    expect(table.sendable("满减", day.to - MINUTE)).toEqual({ ok: true });
    expect(table.sendable("满减", day.to)).toEqual({
      ok: false,
      campaign,
      reason: "over",
      at: day.to,
    });
    expect(table.sendable("别的", T - MINUTE)).toEqual({ ok: true });
  });

  test("is offered first while it is on, and not at all before and after", () => {
    expect([...table.rankFirst(T)]).toEqual(["满减", "预热"]);
    expect(table.hidden(T).size).toBe(0);
    for (const now of [T - 1, day.to]) {
      expect(table.rankFirst(now).size).toBe(0);
      expect([...table.hidden(now)]).toEqual(["满减", "预热"]);
    }
  });

  test("without a date it waits for one", () => {
    const undated = createTimetable([set("plan", null, ["满减"])]);
    expect(undated.sendable("满减", T)).toMatchObject({ reason: "not_yet", at: null });
    expect(undated.nextChange(T)).toBeNull();
  });
});

test("a phrase of several sets may be sent if any is on; else the one that opens next says so", () => {
  const later = { from: T + 72 * HOUR, to: T + 96 * HOUR };
  const table = createTimetable([
    set("later", later, ["满减"]),
    set("first", day, ["满减"]),
    set("plan", null, ["满减"]),
  ]);
  expect(table.sendable("满减", T).ok).toBe(true);
  expect(table.sendable("满减", later.from).ok).toBe(true);
  expect(table.sendable("满减", T - 1)).toMatchObject({ campaign: { id: "first" }, at: T });
  expect(table.sendable("满减", day.to)).toMatchObject({
    campaign: { id: "later" },
    reason: "not_yet",
    at: later.from,
  });
  expect(table.sendable("满减", later.to)).toMatchObject({
    campaign: { id: "later" },
    reason: "over",
    at: later.to,
  });
});

test("an everyday phrase comes first while the set is on, and stays", () => {
  const table = createTimetable([set("w11", day, [{ phraseId: "发货", everyday: true }])]);
  expect([...table.rankFirst(T)]).toEqual(["发货"]);
  expect(table.rankFirst(day.to).size).toBe(0);
  expect(table.sendable("发货", day.to)).toEqual({ ok: true });
  expect(table.hidden(T - 1).size).toBe(0);
});

test("phases that overlap: each phrase holds in its own, in both, in none", () => {
  const [deposit, balance] = [
    { from: T, to: T + 4 * HOUR },
    { from: T + 3 * HOUR, to: T + 8 * HOUR },
  ];
  const table = createTimetable([
    set("w11", day, [
      { phraseId: "定金", span: deposit },
      { phraseId: "尾款", span: balance },
      { phraseId: "改地址", span: deposit },
      { phraseId: "改地址", span: balance },
      { phraseId: "还没定", span: null },
      "规则",
    ]),
  ]);
  const first = (now: number) => [...table.rankFirst(now)];
  expect(first(T)).toEqual(["定金", "改地址", "规则"]);
  expect(first(T + 3 * HOUR)).toEqual(["定金", "尾款", "改地址", "规则"]);
  expect(first(T + 4 * HOUR)).toEqual(["尾款", "改地址", "规则"]);
  expect(first(T + 8 * HOUR)).toEqual(["规则"]);
  expect(table.sendable("定金", T + 4 * HOUR)).toMatchObject({
    reason: "over",
    at: T + 4 * HOUR,
  });
  expect(table.sendable("还没定", T)).toMatchObject({ reason: "not_yet", at: null });
});

test("an emergency that is off keeps its phrases back; on, they come before every campaign", () => {
  const members = ["卡顿"];
  const off = createTimetable([set("platform", null, members, { kind: "emergency" })]);
  expect(off.sendable("卡顿", T)).toMatchObject({ reason: "off", at: null });
  expect([...off.hidden(T)]).toEqual(["卡顿"]);
  const on = createTimetable([
    set("w11", day, ["满减"]),
    set("platform", { from: T, to: Infinity }, members, { kind: "emergency" }),
  ]);
  expect([...on.rankFirst(T)]).toEqual(["卡顿", "满减"]);
  const ended = createTimetable([
    set("platform", { from: T, to: T + HOUR }, members, { kind: "emergency" }),
  ]);
  expect(ended.sendable("卡顿", T + HOUR)).toMatchObject({ reason: "off", at: null });
  expect(ended.nextChange(T)).toBe(T + HOUR);
});

test("the campaign that ends soonest comes first", () => {
  const table = createTimetable([
    set("long", { from: T, to: T + 90 * HOUR }, ["长"]),
    set("short", day, ["短"]),
  ]);
  expect([...table.rankFirst(T)]).toEqual(["短", "长"]);
});

test("a shop's set is for that shop", () => {
  const table = createTimetable([set("lamp", day, ["满减"], { shops: ["灯饰旗舰店"] })]);
  expect(table.sendable("满减", T, "灯饰旗舰店").ok).toBe(true);
  expect(table.sendable("满减", T, "家居店")).toMatchObject({ reason: "other_shop", at: null });
  expect([...table.hidden(T, "家居店")]).toEqual(["满减"]);
  expect(table.rankFirst(T, "家居店").size).toBe(0);
  // No shop in particular is being served.
  expect(table.sendable("满减", T, null).ok).toBe(true);
  expect([...table.rankFirst(T, "")]).toEqual(["满减"]);
});

test("the next change is the next start or end of anything", () => {
  const phase = { from: T + HOUR, to: T + 2 * HOUR };
  const table = createTimetable([set("w11", day, [{ phraseId: "定金", span: phase }])]);
  const seen: (number | null)[] = [];
  for (let now: number | null = T - HOUR; now !== null; now = table.nextChange(now)) seen.push(now);
  expect(seen).toEqual([T - HOUR, T, phase.from, phase.to, day.to]);
});

test("between two changes no answer changes, whatever the sets", () => {
  let seed = 11_11;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const span = (): Span | null => {
    const from = random(40);
    return random(6) === 0 ? null : { from, to: from + 1 + random(20) };
  };
  const phrases = ["a", "b", "c", "d"];
  for (let round = 0; round < 300; round += 1) {
    const table = createTimetable(
      Array.from({ length: 1 + random(4) }, (_, n) => {
        const own = span();
        const members = phrases
          .filter(() => random(2) === 0)
          .map((phraseId) => ({
            phraseId,
            everyday: random(8) === 0,
            span: random(3) === 0 ? intersection(own, span()) : own,
          }));
        const kind = random(4) === 0 ? ("emergency" as const) : ("campaign" as const);
        return { id: `s${n}`, name: "", kind, shops: [], span: own, members };
      }),
    );
    const answers = (now: number): string =>
      JSON.stringify([
        [...table.rankFirst(now)],
        [...table.hidden(now)],
        phrases.map((each) => table.sendable(each, now)),
      ]);
    for (let now = -1; now < 62; now += 1) {
      const next = table.nextChange(now);
      for (let later = now + 1; later < Math.min(next ?? 62, 62); later += 1)
        expect(answers(later)).toBe(answers(now));
      // What comes first may always be sent, and what is hidden never comes first.
      for (const id of table.rankFirst(now)) expect(table.sendable(id, now).ok).toBe(true);
      for (const id of table.hidden(now)) expect(table.rankFirst(now).has(id)).toBe(false);
    }
  }
});
