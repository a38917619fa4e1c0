import { describe, expect, it } from "vitest";
import { meaningOf, plainHeader, recogniseLayout, withMapping, type Layout } from "./headers.ts";
import { HEADER_WORDS, OWN_HEADERS } from "./headerWords.ts";

function layoutOf(...rows: string[][]): Layout {
  return recogniseLayout(
    rows.map((cells, index) => ({ row: index + 1, cells })),
    ",",
  );
}

/** Field by header name, as a person reads a mapping. */
function named({ headers, mapping }: Layout): Record<string, string> {
  return Object.fromEntries(
    Object.entries(mapping).map(([column, field]) => [headers[Number(column)], field]),
  );
}

const BODY = "亲，您的包裹已经发出，预计三天内送达，请留意查收哦";

describe("headers", () => {
  it.each([
    [
      ["快捷编码", "快捷短语", "快捷短语分组"],
      ["shortcut", "body", "category"],
    ],
    [
      ["登记日期", "分组", "快捷编码", "快捷短语", "是否加入团队"],
      [null, "category", "shortcut", "body", null],
    ],
    [
      ["话术标题（选填）", "话术内容（必填）"],
      ["title", "body"],
    ],
    [["快捷短语内容（必填）"], ["body"]],
    [
      ["问题", "答案"],
      ["title", "body"],
    ],
    [
      ["標題", "內容"],
      ["title", "body"],
    ],
    [
      ["快捷編碼", "快捷短語", "快捷短語分組"],
      ["shortcut", "body", "category"],
    ],
    [
      ["一级分类", "二级分类", "标题", "话术"],
      ["category", "category", "title", "body"],
    ],
    [
      ["Title", "Content", "Folder", "Keywords"],
      ["title", "body", "category", "tags"],
    ],
    [
      ["Shortcut (required)", "Snippet*", " GROUP ", "Notes"],
      ["shortcut", "body", "category", "note"],
    ],
    [
      ["话术内容", "话术标题", "店铺名称", "快捷键", "发送方式", "是否收藏"],
      ["body", "title", "shop", "hotkey", "sendMode", "favourite"],
    ],
    [
      ["Ｔｉｔｌｅ", "内 容【必填】", "标签:"],
      ["title", "body", "tags"],
    ],
    [
      ["question", "answer", "shop"],
      ["title", "body", "shop"],
    ],
    [
      ["abbreviation", "plain_text", "label"],
      ["shortcut", "body", "title"],
    ],
  ] as const)("understands %j", (headers, fields) => {
    const layout = layoutOf(
      [...headers],
      headers.map(() => BODY),
    );
    expect(layout.sure).toBe(true);
    expect(headers.map((_, column) => layout.mapping[column] ?? null)).toEqual(fields);
    expect(layout.headerRow).toBe(1);
    expect(layout.headers).toEqual(headers.map((header) => header.trim()));
  });

  it("knows every word of its own table by one meaning only", () => {
    for (const [field, words] of Object.entries(HEADER_WORDS)) {
      for (const word of words) expect(meaningOf(word), word).toBe(field);
    }
  });

  it("drops what people add to a header", () => {
    expect(plainHeader(" 话术 内容（必填）* ")).toBe("话术内容");
    expect(plainHeader("Send_Mode (optional)：")).toBe("sendmode");
  });

  it("finds the headers below a title line, a date and blank rows", () => {
    const layout = layoutOf(
      ["2024年客服快捷短语导出"],
      [],
      ["导出时间", "2024-06-01"],
      ["标题", "内容"],
      ["发货", BODY],
    );
    expect(layout).toMatchObject({ headerRow: 4, sure: true, headers: ["标题", "内容"] });
  });

  it("asks when two columns could be the body, and guesses the longer", () => {
    const layout = layoutOf(["快捷短语", "内容"], ["发货", BODY], ["退货", BODY]);
    expect(layout.sure).toBe(false);
    expect(named(layout)).toEqual({ 内容: "body" });
  });

  it("asks when the headers are in words it does not know", () => {
    const layout = layoutOf(
      ["Sujet", "Réponse type"],
      ["Livraison", "Votre colis est parti ce matin et arrive sous trois jours"],
    );
    expect(layout).toMatchObject({ sure: false, headerRow: 1 });
    expect(named(layout)).toEqual({ "Réponse type": "body" });
  });

  it("knows Beeftext, which writes no headers", () => {
    const layout = layoutOf(
      ["thx", "Thanks for your order, it ships today", "Thanks"],
      ["brb", "I will be right back", "Wait"],
    );
    expect(layout).toMatchObject({
      sure: true,
      headerRow: 0,
      mapping: { 0: "shortcut", 1: "body", 2: "title" },
    });
  });

  it("knows TextExpander, which writes no headers", () => {
    const layout = layoutOf(
      ["/hi", "您好，很高兴为您服务"],
      ["/bye", "感谢您的光临，祝您生活愉快"],
    );
    expect(layout).toMatchObject({
      sure: true,
      headerRow: 0,
      mapping: { 0: "shortcut", 1: "body" },
    });
  });

  it("asks about any other table without headers", () => {
    const layout = layoutOf(
      ["怎么退货呢", "亲，七天内都可以退的，点申请退货就行"],
      ["几天能到", BODY],
    );
    expect(layout).toMatchObject({
      sure: false,
      headerRow: 0,
      mapping: { 0: "title", 1: "body" },
      headers: ["A", "B"],
    });
    expect(layoutOf(["只有一列文字的第一行"], ["只有一列文字的第二行"]).sure).toBe(false);
  });

  it("takes a person's word for whether there is a header", () => {
    const told = (rows: string[][], header: boolean | null): Layout =>
      recogniseLayout(
        rows.map((cells, index) => ({ row: index + 1, cells })),
        ",",
        header,
      );
    // A short phrase above a long one looks like a header, and a long header looks like a phrase.
    const short = [
      ["几天能发货呢", "今天就能发货"],
      ["怎么退货呢", BODY],
    ];
    expect(told(short, null).headerRow).toBe(1);
    expect(told(short, false)).toMatchObject({ headerRow: 0, headers: ["A", "B"] });
    const long = [
      ["买家怎么问", "我们该怎么答（照着说就行，不要改）"],
      ["怎么退货呢", BODY],
    ];
    expect(told(long, null).headerRow).toBe(0);
    expect(told(long, true)).toMatchObject({ headerRow: 1, mapping: { 1: "body" } });
    // Known headers, and yet a phrase: somebody's script is called 内容.
    expect(told([["标题", "内容"]], false)).toMatchObject({ headerRow: 0, headers: ["A", "B"] });
    // A header that stands further down stays where it is.
    expect(told([["2024年导出"], ["标题", "内容"], ["发货", BODY]], true).headerRow).toBe(2);
  });

  it("is sure of the body when a header says so or nothing else comes near it", () => {
    expect(layoutOf(["标题", "内容"], ["发货", "好"]).bodySure).toBe(true);
    expect(layoutOf(["快捷短语", "内容"], ["发货", BODY]).bodySure).toBe(true);
    expect(layoutOf(["快捷短语", "内容"], [BODY, `${BODY}。`]).bodySure).toBe(false);
    expect(layoutOf(["只有一列文字的第一行"], ["只有一列文字的第二行"]).bodySure).toBe(true);
    expect(layoutOf([BODY, `${BODY}。`], [`${BODY}？`, BODY]).bodySure).toBe(false);
  });

  it("orders category columns by their level", () => {
    const layout = layoutOf(["二级分类", "内容", "一级分类"], ["物流", BODY, "售后"]);
    expect(layout.categoryColumns).toEqual([2, 0]);
    expect(layoutOf(["大类", "小类", "内容"], ["a", "b", BODY]).categoryColumns).toEqual([0, 1]);
  });

  it("takes the columns a person chose", () => {
    const found = layoutOf(["快捷短语", "内容"], ["发货", BODY]);
    const chosen = withMapping(found, { 0: "title", 1: "body" });
    expect(chosen).toMatchObject({ sure: true, mapping: { 0: "title", 1: "body" } });
  });

  it("recognises its own export", () => {
    const names = OWN_HEADERS.map(([name]) => name);
    expect(
      layoutOf(
        names,
        names.map(() => BODY),
      ).own,
    ).toBe(true);
    expect(
      layoutOf(
        names.slice(1),
        names.slice(1).map(() => BODY),
      ).own,
    ).toBe(false);
  });
});
