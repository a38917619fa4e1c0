import { describe, expect, test } from "vitest";
import { seeded } from "./random.fixture.ts";
import { inChat, mulDivDown, mulDivHalfUp, spread, toFen, toYuan } from "./money.ts";

describe("amounts as written", () => {
  test.each([
    ["299", 29_900],
    ["299.5", 29_950],
    ["0.01", 1],
    ["1,299.00", 129_900],
    ["10000000", 1_000_000_000],
    [" 5 ", 500],
  ])("%s is %i fen", (text, fen) => expect(toFen(text)).toBe(fen));

  test.each(["", "-1", "1.234", "1.", ".5", "12,99", "10000000.01", "99999999999", "1e3", "九"])(
    "%s is none",
    (text) => expect(toFen(text)).toBeNull(),
  );

  test("two decimals in a number, none too many in a chat", () => {
    expect(toYuan(46_820)).toBe("468.20");
    expect(toYuan(5)).toBe("0.05");
    expect(toYuan(-150)).toBe("-1.50");
    expect(inChat(59_800)).toBe("598");
    expect(inChat(53_820)).toBe("538.20");
  });
});

describe("shares of fen", () => {
  test("half a fen goes up, less goes down", () => {
    // 29.95 × 0.9 = 26.955
    expect(mulDivHalfUp(2_995, 9_000, 10_000)).toBe(2_696);
    // 29.94 × 0.9 = 26.946
    expect(mulDivHalfUp(2_994, 9_000, 10_000)).toBe(2_695);
    expect(mulDivDown(2_995, 9_000, 10_000)).toBe(2_695);
  });

  test("products beyond what a double holds stay exact", () => {
    // 9,007,199,254,740,991 × 9,999 ÷ 10,000 = 9,006,298,534,815,516.9…
    expect(mulDivDown(Number.MAX_SAFE_INTEGER, 9_999, 10_000)).toBe(9_006_298_534_815_516);
  });

  test("the quick way and the large way agree", () => {
    const random = seeded(31);
    for (let round = 0; round < 20_000; round += 1) {
      const digits = 10 ** random.whole(1, 14);
      const [a, b, c] = [random.whole(0, digits), random.whole(0, 99_999), random.whole(1, digits)];
      const exact = BigInt(a) * BigInt(b);
      expect(mulDivDown(a, b, c)).toBe(Number(exact / BigInt(c)));
      expect(mulDivHalfUp(a, b, c)).toBe(Number((exact * 2n + BigInt(c)) / (BigInt(c) * 2n)));
    }
  });

  test("the fen left over go to the largest remainders", () => {
    // 100 over 33.33 : 33.33 : 33.34 of 100: 33.33, 33.33, 33.34
    expect(spread(100, [3_333, 3_333, 3_334])).toEqual([33, 33, 34]);
    // 50.00 over 299, 59, 10 of 368: 40.6250, 8.0163, 1.3587 -> the two fen left go to the 3rd (0.87) and 2nd (0.63)
    expect(spread(5_000, [29_900, 5_900, 1_000])).toEqual([4_062, 802, 136]);
    // Equal remainders: the first.
    expect(spread(1, [1, 1, 1])).toEqual([1, 0, 0]);
  });

  test("nothing to spread, nothing to spread it over", () => {
    expect(spread(0, [1, 2])).toEqual([0, 0]);
    expect(spread(5, [0, 0])).toEqual([0, 0]);
  });
});
