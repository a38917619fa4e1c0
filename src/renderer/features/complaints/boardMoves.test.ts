import { expect, test } from "vitest";
import { moved } from "./boardMoves.ts";

const HEIGHTS = [3, 0, 1, 2];

test.each([
  ["ArrowDown", { column: 0, row: 0 }, { column: 0, row: 1 }],
  ["ArrowDown", { column: 0, row: 2 }, { column: 0, row: 2 }],
  ["ArrowUp", { column: 0, row: 0 }, { column: 0, row: 0 }],
  ["ArrowRight", { column: 0, row: 2 }, { column: 2, row: 0 }],
  ["ArrowRight", { column: 3, row: 1 }, { column: 3, row: 1 }],
  ["ArrowLeft", { column: 2, row: 0 }, { column: 0, row: 0 }],
  ["End", { column: 0, row: 0 }, { column: 0, row: 2 }],
  ["Home", { column: 3, row: 1 }, { column: 3, row: 0 }],
])("%s", (key, from, to) => expect(moved(from, key, HEIGHTS)).toEqual(to));

test("other keys are left alone", () =>
  expect(moved({ column: 0, row: 0 }, "x", HEIGHTS)).toBeNull());
