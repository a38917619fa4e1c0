import { expect, test } from "vitest";
import { toHtml, toText } from "../../../shared/rules/document.ts";
import { createChromiumPrinting } from "./printing.ts";

const paper = {
  title: "日清 2026年11月27日 <周五>",
  subtitle: "客服 小林",
  language: "zh-CN",
  blocks: [
    { kind: "heading", text: "已完成" },
    { kind: "paragraph", text: "王女士 & 李先生" },
    { kind: "facts", rows: [["店铺", "灯饰旗舰店"]] },
    {
      kind: "table",
      columns: ["买家", "事项"],
      rows: Array.from({ length: 90 }, () => ["王", "补发"]),
    },
  ],
} as const;

test("a page becomes a PDF of several pages, with what is text kept as text", async () => {
  const html = toHtml(paper);
  expect(html).toContain("&lt;周五&gt;");
  const pdf = Buffer.from(await createChromiumPrinting().pdf(html)).toString("latin1");
  expect(pdf.startsWith("%PDF-")).toBe(true);
  expect(pdf.match(/\/Type\s*\/Page\b/g)!.length).toBeGreaterThan(1);
  expect(toText(paper)).toContain("店铺: 灯饰旗舰店");
});

test("without a browser it is said what to do", async () => {
  await expect(createChromiumPrinting(() => null).pdf("")).rejects.toThrow("no_printing");
});
