import { describe, expect, test } from "vitest";
import { chinese } from "../../core/language.ts";
import { FIELD_WORDS } from "./fieldWords.ts";
import { createLexicon } from "./lexicon.ts";
import { createTokeniser } from "./tokens.ts";

const names = FIELD_WORDS.trim()
  .split("\n")
  .map((line) => line.split(" ")[0]!);

/** Names of the groups a question is read as. */
function groupsIn(question: string): string[] {
  const tokeniser = createTokeniser(createLexicon(chinese));
  const groups = new Set<string>();
  tokeniser.read(chinese.fold(question).text, "question", false, (token) => {
    if (token < names.length) groups.add(names[token]!);
  });
  return [...groups];
}

describe("reading a question", () => {
  test.each([
    ["几号能寄出去", "发货"],
    ["快递到哪了", "快递"],
    ["幾天會到", "时间"],
    ["ＳＩＺＥ怎么选", "尺码"],
  ])("%s is about %s", (question, group) => {
    expect(groupsIn(question)).toContain(group);
  });

  test.each([
    ["怎么还没发火", "发货"],
    ["我想腿货", "退货"],
    ["是不是正平", "正品"],
    ["推狂几天到", "退款"],
    ["fahuo了没", "发货"],
    ["youhuiquan怎么领", "优惠券"],
  ])("%s sounds like %s", (question, group) => {
    expect(groupsIn(question)).toContain(group);
  });

  test("a word inside a longer one is read too", () => {
    expect(groupsIn("什么时候发货")).toEqual(expect.arrayContaining(["发货", "时间"]));
  });

  test("height and weight are known by their numbers", () => {
    expect(groupsIn("163 105斤")).toContain("身高体重");
    expect(groupsIn("满300减50")).not.toContain("身高体重");
  });

  test("a number in a longer number is no word", () => {
    expect(groupsIn("订单号61820261")).not.toContain("活动");
  });

  test("places are those of the folded text, pictures of two units included", () => {
    const tokeniser = createTokeniser(createLexicon(chinese));
    const text = "😊😊发货";
    const places: string[] = [];
    tokeniser.read(text, "question", false, (_token, _weight, start, end) =>
      places.push(text.slice(start, end)),
    );
    expect(places).toContain("发货");
    expect(places.every((place) => "发货".includes(place))).toBe(true);
  });

  test("an unknown word comes without a number when nothing may be numbered", () => {
    const tokeniser = createTokeniser(createLexicon(chinese));
    const before = tokeniser.size;
    const tokens: number[] = [];
    tokeniser.read("鹦鹉", "question", true, (token) => tokens.push(token));
    expect(tokens).toContain(-1);
    expect(tokeniser.size).toBe(before);
  });
});
