import { expect, test } from "vitest";
import { inScope, readTyped, typedFrom } from "./typed.ts";

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
  ["!平台", "emergencies", "平台"],
  ["！", "emergencies", ""],
  ["+今晚8点前补发", "promise", "今晚8点前补发"],
  ["＋", "promise", ""],
  ["/thh", "phrases", "/thh"],
  ["～ 尺码偏小", "feedback", "尺码偏小"],
  ["~", "feedback", ""],
  ["/结 谢谢", "closing", "谢谢"],
  ["／end", "closing", ""],
  ["/ending", "phrases", "/ending"],
  ["。", "phrases", "。"],
])("%j means %s %j", (line, kind, text) => {
  expect(readTyped(line)).toEqual({ kind, text });
});

test("says where the text behind the sign begins", () => {
  expect(typedFrom(" ＝ 299*2")).toBe(3);
  expect(typedFrom("?")).toBe(1);
});

test.each([
  ["红色", "pictures", "/img 红色"],
  ["/图 红色", "pictures", "/图 红色"],
  ["/img 红色", "phrases", "红色"],
  ["？有红色吗", "pictures", "/img 有红色吗"],
  ["红色", "phrases", "红色"],
] as const)("%j among %s is %j", (line, scope, result) => {
  expect(inScope(line, scope)).toBe(result);
});
