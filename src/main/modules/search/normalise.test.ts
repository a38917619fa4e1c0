import { expect, test } from "vitest";
import { fold, foldTerms, toOriginal } from "./normalise.ts";

test.each([
  ["ＡＢＣ１２３，（）", "abc123,()"],
  ["TuiHuo", "tuihuo"],
  ["退換貨與發票", "退换货与发票"],
  ["裏裡線綫臺灣", "里里线线台湾"],
  ["lüse", "lvse"],
  ["😊好", "😊好"],
  ["𝐀𝐁", "ab"],
])("folds %s to %s", (text, folded) => {
  expect(fold(text).text).toBe(folded);
});

test.each([
  ["回覆帳號", "回复账号"],
  ["瞭解計畫", "了解计划"],
  ["甚麼藉口", "什么借口"],
  ["妳的姊姊", "你的姐姐"],
])("%s is found as %s, and the other way round", (one, other) => {
  expect(fold(one).text).toBe(fold(other).text);
});

test("what needs no folding is held once", () => {
  const text = "退货地址";
  expect(fold(text)).toEqual({ text, offsets: null });
});

test.each([
  ["共①㎏重", "kg", "㎏"],
  ["共①㎏重", "k", "㎏"],
  ["共①㎏重", "重", "重"],
  ["㎏😊退貨", "退货", "退貨"],
  ["…好", "好", "好"],
  ["𝐀𝐁好", "b好", "𝐁好"],
])("finds the way back in %s from %s to %s", (original, part, written) => {
  const { text, offsets } = fold(original);
  const at = text.indexOf(part);
  const [start, end] = toOriginal(offsets, at, at + part.length);
  expect(original.slice(start, end)).toBe(written);
});

test("parts a query at any white space", () => {
  expect(foldTerms("　退貨　 地址\tFH ")).toEqual(["退货", "地址", "fh"]);
  expect(foldTerms(" 　")).toEqual([]);
});
