import { expect, test } from "vitest";
import { differing } from "./differing.ts";

const said = (text: string, other: string): string[] =>
  differing(text, other).map(([start, end]) => text.slice(start, end));

test("what a text says beyond another is marked, neighbouring words as one run", () => {
  expect(said("价格由店铺设置，我帮您看看有没有券", "价格由店铺设置")).toEqual([
    "我帮您看看有没有券",
  ]);
  expect(said("Coupon for you", "coupon for me")).toEqual(["you"]);
});

test("the same words in another order and other signs are no difference", () => {
  expect(said("您好，有券！", "有券，您好")).toEqual([]);
  expect(said("", "您好")).toEqual([]);
});
