import { expect, test } from "vitest";
import { gaps, overlaps, type Planned } from "./validityPlan.ts";

const window = (id: string, from: number, to: number): Planned => ({ id, span: { from, to } });
const month = { from: 0, to: 30 };

test("windows that share time overlap; windows that touch do not", () => {
  const windows = [window("b", 5, 12), window("a", 2, 6), window("c", 12, 14)];
  expect(overlaps(windows, month)).toEqual([{ from: 5, to: 6, ids: ["a", "b"] }]);
  // Only what is in the month is shown.
  expect(overlaps([window("a", -5, 4), window("b", -2, 3)], month)).toEqual([
    { from: 0, to: 3, ids: ["a", "b"] },
  ]);
  expect(overlaps([window("a", -5, 0), window("b", -2, 0)], month)).toEqual([]);
});

test("a window inside another overlaps for all its time, and three overlap in pairs", () => {
  expect(overlaps([window("a", 0, 20), window("b", 3, 5)], month)).toEqual([
    { from: 3, to: 5, ids: ["a", "b"] },
  ]);
  expect(
    overlaps([window("a", 0, 9), window("b", 1, 9), window("c", 2, 9)], month).map(
      ({ ids }) => ids,
    ),
  ).toEqual([
    ["a", "b"],
    ["a", "c"],
    ["b", "c"],
  ]);
});

test("a gap lies between one window and the next, also across the edge of the month", () => {
  const windows = [window("a", -4, -2), window("b", 3, 8), window("c", 8, 10), window("d", 15, 40)];
  expect(gaps(windows, month)).toEqual([
    { from: 0, to: 3, after: "a", before: "b" },
    { from: 10, to: 15, after: "c", before: "d" },
  ]);
  expect(gaps([window("a", 3, 8)], month)).toEqual([]);
  expect(gaps([], month)).toEqual([]);
});

test("a long window bridges what lies between short ones", () => {
  expect(gaps([window("long", 0, 20), window("a", 2, 4), window("b", 22, 25)], month)).toEqual([
    { from: 20, to: 22, after: "long", before: "b" },
  ]);
});

test("as counting minute by minute would have it, for many plans", () => {
  let seed = 618;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  for (let round = 0; round < 1_000; round += 1) {
    const windows = Array.from({ length: random(7) }, (_, n) => {
      const from = random(60) - 15;
      return window(`w${n}`, from, from + 1 + random(15));
    });
    const holds = ({ span }: Planned, at: number): boolean => span.from <= at && at < span.to;
    const [first, last] = [
      Math.min(...windows.map(({ span }) => span.from)),
      Math.max(...windows.map(({ span }) => span.to)),
    ];
    const free = new Set<number>();
    const shared = new Map<string, number[]>();
    for (let at = month.from; at < month.to; at += 1) {
      const on = windows.filter((each) => holds(each, at));
      if (on.length === 0 && at > first && at < last) free.add(at);
      for (const one of on)
        for (const two of on)
          if (one.id < two.id) {
            const key = `${one.id} ${two.id}`;
            shared.set(key, [...(shared.get(key) ?? []), at]);
          }
    }
    const found = gaps(windows, month);
    const covered = found.flatMap(({ from, to }) =>
      Array.from({ length: to - from }, (_, n) => from + n),
    );
    expect(covered).toEqual([...free]);
    // Each gap is whole, and named after its neighbours.
    for (const gap of found) {
      expect(free.has(gap.from - 1) || free.has(gap.to)).toBe(false);
      const side = (id: string) => windows.find((each) => each.id === id)!.span;
      expect(side(gap.after).to).toBeLessThanOrEqual(gap.from);
      expect(side(gap.before).from).toBeGreaterThanOrEqual(gap.to);
    }
    const pairs = new Map(
      overlaps(windows, month).map(({ ids, from, to }) => [
        ids.toSorted().join(" "),
        Array.from({ length: to - from }, (_, n) => from + n),
      ]),
    );
    expect([...pairs].toSorted()).toEqual([...shared].toSorted());
  }
});
