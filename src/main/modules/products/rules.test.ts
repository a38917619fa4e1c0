import { expect, test } from "vitest";
import { propose, usesOf, weekOf } from "./rules.ts";

const ZONE = "Asia/Shanghai";
const at = (text: string): number => Date.parse(`${text}+08:00`);

test("a week runs from Monday to Sunday, and belongs to the year of its Thursday", () => {
  expect(weekOf(at("2026-11-22T23:59:59"), ZONE)).toEqual({
    name: "2026-W47",
    start: at("2026-11-16T00:00:00"),
    end: at("2026-11-23T00:00:00"),
    from: "2026-11-16",
    to: "2026-11-22",
  });
  expect(weekOf(at("2026-11-23T00:00:00"), ZONE).name).toBe("2026-W48");
  expect(weekOf(at("2027-01-01T12:00:00"), ZONE).name).toBe("2026-W53");
  expect(weekOf(at("2027-01-04T00:00:00"), ZONE).name).toBe("2027-W01");
  expect(weekOf(at("2024-12-30T09:00:00"), ZONE).name).toBe("2025-W01");
});

const counts = {
  phrases: new Map([
    ["size", 5],
    ["ship", 3],
  ]),
  pictures: new Map([["front", 4]]),
  products: new Map([["lamp", 2]]),
};
const lamp = { id: "lamp", phraseIds: ["size", "size"], pictureIds: ["front"] };
const bulb = { id: "bulb", phraseIds: ["ship"], pictureIds: [] };
const chair = { id: "chair", phraseIds: [], pictureIds: ["side"] };

test("a product was talked of as often as its card, phrases and pictures were used", () => {
  expect(usesOf(lamp, counts)).toBe(11);
  expect(usesOf(chair, counts)).toBe(0);
});

test("what was asked most is proposed first, and nothing that was not asked", () => {
  expect(propose([bulb, chair, lamp], counts, new Set())).toEqual([
    { id: "lamp", uses: 11 },
    { id: "bulb", uses: 3 },
  ]);
  expect(propose([bulb, chair, lamp], counts, new Set(["lamp"]))).toEqual([
    { id: "bulb", uses: 3 },
  ]);
});
