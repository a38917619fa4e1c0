import { expect, test } from "vitest";
import { readTyped } from "./typed.ts";

test.each([
  ["thh", "phrases", "thh"],
  [" 退货", "phrases", " 退货"],
  ["？什么时候发货", "question", "什么时候发货"],
  ["?", "question", ""],
  ["=299*2 9折", "price", "299*2 9折"],
  ["＝ 299", "price", "299"],
  ["/img 台灯", "pictures", "台灯"],
  ["/tp", "pictures", ""],
  ["／图 a1", "pictures", "a1"],
  ["/imgx", "phrases", "/imgx"],
  ["/thh", "phrases", "/thh"],
])("%j means %s %j", (line, kind, text) => {
  expect(readTyped(line)).toEqual({ kind, text });
});
