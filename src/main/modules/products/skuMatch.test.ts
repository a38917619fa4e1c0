import { describe, expect, test } from "vitest";
import { byPictureName, createSkuMatcher } from "./skuMatch.ts";

const match = createSkuMatcher([
  "A100",
  "A100-1",
  "A",
  "100",
  "B200",
  "台灯",
  "X 1",
  "GB-2026/红",
  "",
]);
const one = (key: string) => ({ kind: "one", key });

describe("the SKU in a file name", () => {
  test.each([
    ["A100.jpg", "A100"],
    ["a100_主图.png", "A100"],
    ["Ａ１００（白）.png", "A100"],
    ["白色A100主图.webp", "A100"],
    ["b200 (2).jpg", "B200"],
    // Longest wins: the picture "-1" of A100 cannot be told from the SKU A100-1, so the SKU it is.
    ["A100-1.jpg", "A100-1"],
    ["A100-2.jpg", "A100"],
    ["台灯-2.jpg", "台灯"],
    ["台灯2.jpg", "台灯"],
    ["x 1.jpg", "X 1"],
    ["A-3.jpg", "A"],
  ])("%s is %s", (name, key) => {
    expect(match(name)).toEqual(one(key));
  });

  test.each(["A1000.jpg", "XA100.jpg", "A100B.png", "新台灯罩.jpg", "IMG_2044.jpg", ".jpg", ""])(
    "%s has none: a SKU is a whole word",
    (name) => {
      expect(match(name)).toEqual({ kind: "none" });
    },
  );

  test("two different SKUs are asked about", () => {
    expect(match("A100_B200.jpg")).toEqual({ kind: "several", keys: ["A100", "B200"] });
    expect(match("A100 A100.jpg")).toEqual(one("A100"));
  });

  test("a name that says nothing is asked for its folder", () => {
    expect(match("图片/A100/主图1.jpg")).toEqual(one("A100"));
    expect(match("A100/B200.jpg")).toEqual(one("B200"));
    expect(match("B200/细节/3.jpg")).toEqual(one("B200"));
    expect(match("GB-2026/红/3.jpg")).toEqual({ kind: "none" });
  });

  test("10,000 names against 5,000 SKUs take no time to speak of", () => {
    const many = createSkuMatcher(Array.from({ length: 5_000 }, (_, n) => `SKU${n}`));
    const found = Array.from({ length: 10_000 }, (_, n) =>
      many(`春季新款_SKU${n % 5_000}-${n % 7}_主图 (${n}).jpg`),
    );
    expect(found.every((each) => each.kind === "one")).toBe(true);
  });
});

test("pictures stand as people count, the main one first", () => {
  const names = ["A100-10.jpg", "A100-2.jpg", "A100_主图.png", "a100-1.jpg"];
  expect(names.toSorted(byPictureName)).toEqual([
    "A100_主图.png",
    "a100-1.jpg",
    "A100-2.jpg",
    "A100-10.jpg",
  ]);
});
