import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { chinese } from "../../core/language.ts";
import { moodOf } from "./mood.ts";

const mood = (text: string): string => moodOf(chinese.fold(text).text).mood;

describe("the mood of a buyer's words", () => {
  test.each([
    ["什么时候发货", "calm"],
    ["等了三天了还没发", "anxious"],
    ["什么破店", "angry"],
    ["再不处理我就打12315", "complaint"],
    ["垃圾袋有大号的吗", "calm"],
    ["工商银行卡能付吗", "calm"],
    ["看到有差评说掉色", "calm"],
    ["不给我换我就给差评", "complaint"],
    ["我不是来投诉的", "calm"],
    ["賣假貨 我要檢舉", "complaint"],
  ])("%s: %s", (text, expected) => {
    expect(mood(text)).toBe(expected);
  });

  test("the gravest of several counts, and the words are its own", () => {
    const text = "骗子 等了三天了 我要投诉 投诉！";
    const { mood, words } = moodOf(text);
    expect(mood).toBe("complaint");
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(["投诉", "投诉"]);
  });

  test("an answer comes for any text, at once", () => {
    expect(moodOf("").mood).toBe("calm");
    expect(moodOf("\u0000".repeat(50)).mood).toBe("calm");
    expect(moodOf(`${"还没".repeat(2_000)}发`).mood).toBe("anxious");
  });

  const judged = JSON.parse(
    readFileSync(new URL("../../../../bench/judged-moods.json", import.meta.url), "utf8"),
  ) as { text: string; mood: string; set: string }[];

  test.each(["tuned", "held"])("nine in ten of the judged texts are seen right (%s)", (set) => {
    const some = judged.filter((each) => each.set === set);
    const right = some.filter((each) => mood(each.text) === each.mood);
    expect(right.length / some.length).toBeGreaterThanOrEqual(0.9);
  });
});
