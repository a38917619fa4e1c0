import { expect, test } from "vitest";
import { calledShort } from "./customerWords.ts";

test.each([
  ["王女士", "2611220001234", "王女士 …1234"],
  ["王女士", "", "王女士"],
  ["", "2611220001234", "…1234"],
  ["王女士", "T12", "王女士 T12"],
])("%j with order %j is %j", (name, order, said) => {
  expect(calledShort({ name, order })).toBe(said);
});
