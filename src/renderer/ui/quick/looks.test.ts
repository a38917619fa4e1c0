import { expect, test } from "vitest";
import { forFirstField, splitEarly } from "./looks.ts";

test("what is typed after the choice is told from the line it was chosen from", () => {
  expect(splitEarly("dhhang", "dh")).toEqual(["dh", "hang"]);
  expect(splitEarly("dh", "dh")).toEqual(["dh", ""]);
  expect(splitEarly("d", "dh")).toEqual(["d", ""]);
});

const field = (name: string, more: object) =>
  ({ name, kind: "input", required: true, value: "", wrong: null, ...more }) as never;
const review = (...fields: never[]) => ({ fields }) as never;

test("and goes into the first field that is still open, never among choices", () => {
  const city = field("城市", {});
  expect(forFirstField(review(field("颜色", { value: "黑" }), city), "hang")).toEqual({
    answers: { 城市: "hang" },
    texts: null,
  });
  expect(forFirstField(review(field("颜色", { kind: "choice" }), city), "2")).toBeNull();
  expect(forFirstField(review(city), "")).toBeNull();
  expect(forFirstField(review(), "hang")).toBeNull();
});
