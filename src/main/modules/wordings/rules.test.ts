import { describe, expect, test } from "vitest";
import { byWorth, dealShare, newTexts, withQuestions } from "./rules.ts";

describe("what a wording is worth", () => {
  test("a share of deals counts the more, the more talks there were", () => {
    expect(dealShare({ deal: 0, none: 0 })).toBe(0);
    expect(dealShare({ deal: 9, none: 1 })).toBeGreaterThan(dealShare({ deal: 1, none: 0 }));
    expect(dealShare({ deal: 5, none: 5 })).toBeLessThan(dealShare({ deal: 50, none: 50 }));
    expect(dealShare({ deal: 0, none: 8 })).toBeCloseTo(0);
    // Worked out by hand after Wilson (1927): 8 of 10 at z = 1.645.
    expect(dealShare({ deal: 8, none: 2 })).toBeCloseTo(0.541, 3);
  });

  test("the standard comes first, then rating, deals, uses and age", () => {
    const one = (name: string, changes: object) => ({
      name,
      standard: false,
      rating: 0,
      uses: 0,
      outcomes: { deal: 0, none: 0 },
      createdAt: 0,
      ...changes,
    });
    const sorted = [
      one("old", {}),
      one("new", { createdAt: 5 }),
      one("used", { uses: 3 }),
      one("sold", { outcomes: { deal: 2, none: 0 } }),
      one("rated", { rating: 4 }),
      one("standard", { standard: true }),
    ].toSorted(byWorth);
    expect(sorted.map(({ name }) => name)).toEqual([
      "standard",
      "rated",
      "sold",
      "used",
      "new",
      "old",
    ]);
  });
});

describe("texts", () => {
  test("that differ by signs and blanks alone are the same", () => {
    expect(newTexts(["您好，在的！", "您好在的", "  ", "好 ", "ＯＫ"], ["ok"])).toEqual([
      "您好，在的！",
      "好",
    ]);
    expect(newTexts(["😊", "🌷", "😊"], [])).toEqual(["😊", "🌷"]);
  });

  test("a phrase learns the topic's questions up to what it may have", () => {
    expect(withQuestions(["几天到"], ["几天到？", "多久到", "x".repeat(300)])).toEqual([
      "几天到",
      "多久到",
      "x".repeat(200),
    ]);
    const many = Array.from({ length: 30 }, (_, at) => `问${at}`);
    expect(withQuestions(many, ["新的"])).toEqual(many);
  });
});
