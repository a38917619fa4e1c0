import { expect, test } from "vitest";
import { honorific } from "./honorific.ts";

test.each([
  ["王女士", "", "王女士"],
  ["王小美女士", "", "王女士"],
  ["欧阳小美 女士", "", "欧阳女士"],
  ["司马光先生", "", "司马先生"],
  ["李老师", "女士", "李老师"],
  ["王小美", "", "王小美"],
  ["王小美", "女士", "王女士"],
  ["诸葛亮", "先生", "诸葛先生"],
  ["欧阳", "先生", "欧先生"],
  ["tb8812_33", "女士", "tb8812_33"],
  ["爱吃糖的小女士", "", "爱吃糖的小女士"],
  ["Ms Wang", "", "Ms Wang"],
  ["", "女士", ""],
])("%s with %s is %s", (name, title, said) => expect(honorific(name, title)).toBe(said));
