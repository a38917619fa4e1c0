import { expect, test } from "vitest";
import { cardText } from "./cardText.ts";
import { yuanOf } from "./price.ts";
import { BLANK, cleaned } from "./productDraft.ts";

test("rows begun and left empty are not saved", () => {
  expect(
    cleaned({
      sku: " A1 ",
      specs: [
        { key: " 颜色", value: "白 " },
        { key: "", value: "没有名称" },
        { key: "功率", value: "" },
      ],
      sellingPoints: ["", " 三档调光 "],
      questions: [
        { question: " ", phraseId: null },
        { question: "多高？", phraseId: null },
      ],
    }),
  ).toEqual({
    sku: "A1",
    specs: [
      { key: "颜色", value: "白" },
      { key: "功率", value: "" },
    ],
    sellingPoints: ["三档调光"],
    questions: [{ question: "多高？", phraseId: null }],
  });
  expect(cleaned({ price: 5 })).toEqual({ price: 5 });
});

test("a card's text is what a buyer may read", () => {
  const say = {
    price: (price: string) => `价格：${price} 元`,
    stock: (note: string) => `库存：${note}`,
  };
  const product = {
    ...BLANK,
    ...{ sku: "TD-100", name: "护眼台灯", price: 12_990, stockNote: "现货", note: "底价 80" },
    specs: [
      { key: "颜色", value: "白" },
      { key: "可折叠", value: "" },
    ],
    sellingPoints: ["三档调光", "无频闪"],
  };
  expect(cardText(product, say)).toBe(
    "护眼台灯\n价格：129.90 元\n· 三档调光\n· 无频闪\n颜色：白\n可折叠\n库存：现货",
  );
  expect(cardText({ ...BLANK, name: "灯泡" }, say)).toBe("灯泡");
  expect([yuanOf(0), yuanOf(100), yuanOf(12_905)]).toEqual(["0", "1", "129.05"]);
});
