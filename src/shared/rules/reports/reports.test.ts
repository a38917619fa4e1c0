import { describe, expect, test } from "vitest";
import type { ReportContent, ReportFigures } from "../../contract/reports.ts";
import { toText } from "../document.ts";
import { figureRows, reportFileName, reportPaper, weekSaid } from "./paper.ts";
import {
  figureTexts,
  fillSentence,
  lengthSaid,
  ownSentence,
  piecesOf,
  SECTION_FIGURES,
  SECTIONS,
} from "./sentences.ts";
import { reportLanguage } from "./words.ts";

const none: ReportFigures = {
  promises: { kept: 0, late: 0, carried: 0, handed: 0, overdue: 0 },
  complaints: { opened: 0, closed: 0, open: 0, byKind: [], median: null },
  uses: { total: 0, byScene: [], phrases: [] },
  feedback: { noted: 0, valuable: 0, sent: 0, answered: 0 },
  urging: { urged: 0, paid: 0, amount: 0 },
  days: [],
};
const some: ReportFigures = {
  ...none,
  promises: { kept: 1_234, late: 1, carried: 2, handed: 3, overdue: 4 },
  complaints: {
    ...{ opened: 2, closed: 1, open: 5, median: 93_600_000 },
    byKind: [{ kind: "logistics", count: 2 }],
  },
  uses: { total: 9, byScene: [{ name: "", count: 9 }], phrases: [{ title: "发货", count: 9 }] },
  urging: { urged: 3, paid: 2, amount: 25_800 },
};
const content = (locale: "zh-CN" | "zh-TW" | "en"): ReportContent => ({
  week: {
    ...{ week: "2026-W53", from: "2026-12-28", to: "2027-01-03", start: 0, end: 1 },
    zone: "Asia/Shanghai",
  },
  agent: "小雨",
  countedAt: 0,
  figures: some,
  before: { ...none, promises: { kept: 1_240, late: 1, carried: 0, handed: 0, overdue: 0 } },
  lastTarget: "投诉不过夜",
  words: {
    locale,
    sentences: { promises: "兑现 {kept} 个，{unknown} 不动，{opened} 也不动。" },
    fields: {
      ...{ summary: "", result: "做到了", problems: "仓库晚发", improvements: "" },
      ...{ plan: "先查库存", target: "零超时" },
    },
  },
});

describe("sentences", () => {
  test("only figures of the section are figures; the rest is text", () => {
    expect(piecesOf("promises", "{kept} 个{opened}{x}，完")).toEqual([
      { kind: "figure", name: "kept" },
      { kind: "text", text: " 个{opened}{x}，完" },
    ]);
  });

  test.each(["zh-CN", "zh-TW", "en"] as const)("every sentence of %s is filled", (locale) => {
    const words = reportLanguage(locale);
    for (const section of SECTIONS) {
      const texts = [
        words.sentences[section].some,
        words.sentences[section].none,
        ...(section === "complaints" ? [words.sentences.complaintsOpen] : []),
      ];
      for (const text of texts)
        expect(fillSentence(section, text, figureTexts(some, locale))).not.toMatch(/[{}]/);
      for (const name of SECTION_FIGURES[section])
        expect(words.sentences[section].some).toContain(`{${name}}`);
    }
  });

  test("what did not happen is said as such", () => {
    expect(ownSentence("complaints", none, "zh-CN")).toBe("本周没有投诉。");
    const open = { ...none, complaints: { ...none.complaints, opened: 1, open: 1 } };
    expect(
      fillSentence(
        "complaints",
        ownSentence("complaints", open, "zh-CN"),
        figureTexts(open, "zh-CN"),
      ),
    ).toBe("本周新增投诉 1 起，没有结案，还有 1 起在处理。");
  });

  test("lengths in their two largest units", () => {
    expect(lengthSaid(93_600_000, "en")).toBe("1 day 2 hours");
    expect(lengthSaid(86_400_000, "zh-CN")).toBe("1天");
    expect(lengthSaid(20_000, "en")).toBe("0 minutes");
  });
});

describe("on paper", () => {
  test("figures beside those of the week before, with what changed", () => {
    expect(figureRows("promises", content("zh-CN"))).toEqual([
      ["兑现承诺", "1,234", "1,240", "−6"],
      ["其中逾期后兑现", "1", "1", "0"],
      ["改期", "2", "0", "+2"],
      ["交接给同事", "3", "0", "+3"],
      ["到期未兑现", "4", "0", "+4"],
    ]);
    expect(figureRows("urging", content("en")).at(-1)).toEqual([
      "Amount paid",
      "¥258.00",
      "¥0.00",
      "+¥258.00",
    ]);
  });

  test("the sentence of a person with the figures in it, and only the fields that are written", () => {
    const text = toText(reportPaper(content("zh-CN"), true));
    expect(text).toContain("小雨 · 2026 年第 53 周（12月28日 — 1月3日）");
    expect(text).toContain("兑现 1,234 个，{unknown} 不动，{opened} 也不动。");
    expect(text).toContain("上周定的目标\n------------------------\n投诉不过夜");
    expect(text).toContain("仓库晚发");
    expect(text).not.toContain("改进办法");
    expect(text).not.toContain("草稿");
    expect(toText(reportPaper(content("zh-CN"), false))).toContain("草稿");
  });

  test("in other languages", () => {
    expect(weekSaid("2026-W09", "en")).toBe("Week 9 of 2026");
    const text = toText(reportPaper(content("en"), true));
    expect(text).toContain("New complaints: 2, closed: 1 with a median time of 1 day 2 hours.");
    expect(text).toContain("No buyer feedback was noted this week.");
    expect(toText(reportPaper(content("zh-TW"), true))).toContain("本週催付 3 筆");
  });

  test("a file name that every system takes", () => {
    expect(reportFileName({ ...content("zh-CN"), agent: "a/b:c" })).toBe("客服周报-2026-W53-a_b_c");
  });
});
