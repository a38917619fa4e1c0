import { expect, test } from "vitest";
import { lanesOf, placeOf } from "./lanes.ts";

test("what overlaps lies in lanes of its own, what does not shares one", () => {
  const lanes = lanesOf([
    { id: "b", from: 5, to: 12 },
    { id: "a", from: 0, to: 6 },
    { id: "c", from: 6, to: 9 },
    { id: "d", from: 8, to: 10 },
  ]);
  expect(Object.fromEntries(lanes)).toEqual({ a: 0, b: 1, c: 0, d: 2 });
});

test("never two in one lane at one time, however they lie", () => {
  let seed = 1212;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  for (let round = 0; round < 300; round += 1) {
    const all = Array.from({ length: random(9) }, (_, n) => {
      const from = random(30);
      return { id: String(n), from, to: from + 1 + random(9) };
    });
    const lanes = lanesOf(all);
    for (const one of all)
      for (const two of all)
        if (one !== two && one.from < two.to && two.from < one.to)
          expect(lanes.get(one.id)).not.toBe(lanes.get(two.id));
    // No more lanes than there are at one time.
    const most = Math.max(
      0,
      ...all.map(({ from }) => all.filter((each) => each.from <= from && each.to > from).length),
    );
    expect(new Set(lanes.values()).size).toBe(most);
  }
});

test("a place on the strip is cut at its ends", () => {
  const strip = { from: 0, to: 200 };
  expect(placeOf({ from: 50, to: 100 }, strip)).toEqual({ left: "25.0000%", width: "25.0000%" });
  expect(placeOf({ from: -50, to: 400 }, strip)).toEqual({ left: "0.0000%", width: "100.0000%" });
});
