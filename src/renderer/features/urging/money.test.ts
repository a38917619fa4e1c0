import { expect, test } from "vitest";
import { centsIn, money } from "./money.ts";

test("amounts are said and read in cents", () => {
  expect(money(129_900)).toBe("¥1,299.00");
  expect(["129.9", "¥ 1,299", "１２元", "", "abc", "1.234"].map(centsIn)).toEqual([
    12_990,
    129_900,
    1_200,
    undefined,
    null,
    null,
  ]);
});
