import { expect, test } from "vitest";
import { line, pieces } from "./excerpt.ts";

const show = (cut: { text: string; marked: boolean }[]): string =>
  cut.map(({ text, marked }) => (marked ? `[${text}]` : text)).join("");

test("marks runs", () => {
  expect(
    show(
      pieces("退换货流程", [
        [0, 1],
        [2, 3],
      ]),
    ),
  ).toBe("[退]换[货]流程");
  expect(show(pieces("退换货", [[0, 3]]))).toBe("[退换货]");
});

test("ranges beyond the text or in disorder do no harm", () => {
  expect(
    show(
      pieces("退换货", [
        [2, 9],
        [0, 1],
        [7, 8],
      ]),
    ),
  ).toBe("退换[货]");
  expect(show(pieces("", [[0, 1]]))).toBe("");
});

test("a line keeps the first match in sight and its marks true", () => {
  const body = `${"亲".repeat(30)}\n退货请选七天无理由`;
  expect(show(line(body, [[31, 33]]))).toBe(`…${"亲".repeat(7)} [退货]请选七天无理由`);
});

test("line breaks become spaces", () => {
  expect(show(line("您好\n请问", [[3, 5]]))).toBe("您好 [请问]");
});
