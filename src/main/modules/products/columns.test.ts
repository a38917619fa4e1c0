import { describe, expect, test } from "vitest";
import { createRowReader, readPoints, readPrice, readSkus, readSpecs } from "./cells.ts";
import { columnMeaning, recogniseColumns } from "./columns.ts";

const rowsOf = (...cells: string[][]) => cells.map((each) => ({ cells: each }));

describe("headers", () => {
  test.each([
    ["货号", "sku"],
    ["SKU", "sku"],
    ["商品编码（必填）", "sku"],
    ["商家编码*", "sku"],
    ["Item No.", "sku"],
    ["商品名称", "name"],
    ["标题", "name"],
    ["Product Name", "name"],
    ["售价（元）", "price"],
    ["标价", "price"],
    ["Price", "price"],
    ["卖点", "sellingPoints"],
    ["賣點", "sellingPoints"],
    ["搭配", "matches"],
    ["库存", "stockNote"],
    ["規格", "specs"],
    ["颜色", "spec"],
    ["Size", "spec"],
    ["店铺名称", "shop"],
    ["备注", "note"],
  ])("%s is %s", (header, meaning) => {
    expect(columnMeaning(header)).toBe(meaning);
  });

  test("others are not guessed", () => {
    expect(columnMeaning("上架时间")).toBeNull();
    expect(columnMeaning("")).toBeNull();
  });

  test("a title above the headers is passed over; a second column of the same meaning is left out", () => {
    const table = recogniseColumns(
      rowsOf(
        ["2026 秋冬商品表"],
        [],
        ["货号", "名称", "售价", "标价", "颜色", "尺码", "", ""],
        ["A1", "台灯", "99", "129", "白", "大"],
      ),
    );
    expect(table).toEqual({
      headers: ["货号", "名称", "售价", "标价", "颜色", "尺码"],
      headerIndex: 2,
      mapping: { 0: "sku", 1: "name", 2: "price", 4: "spec", 5: "spec" },
    });
  });
});

describe("cells", () => {
  test.each([
    ["129", 12_900],
    ["129.9", 12_990],
    ["￥1,299.00", 129_900],
    ["¥ 99", 9_900],
    ["99元", 9_900],
    ["RMB 12.50", 1_250],
    ["１２.5", 1_250],
    ["12.300000000000001", 1_230],
    ["0", 0],
  ])("the price %s is %d fen", (text, fen) => {
    expect(readPrice(text)).toBe(fen);
  });

  test.each(["", "面议", "100-200", "12.345", "-5", "1e5", "99起", "12.5.1"])(
    "%j is no price",
    (text) => {
      expect(readPrice(text)).toBeNull();
    },
  );

  test("specs, points and SKUs are taken apart as people write them", () => {
    expect(readSpecs("颜色：白；尺寸:30×20cm\n可折叠", "规格")).toEqual([
      { key: "颜色", value: "白" },
      { key: "尺寸", value: "30×20cm" },
      { key: "规格", value: "可折叠" },
    ]);
    expect(readPoints("1. 三档调光；2、免打孔\n• 终身质保\n\n3.5A 快充")).toEqual([
      "三档调光",
      "免打孔",
      "终身质保",
      "3.5A 快充",
    ]);
    expect(readSkus("B200, b200，C-3、D/4")).toEqual(["B200", "C-3", "D/4"]);
  });

  test("a row says only what its cells say", () => {
    const read = createRowReader(["货号", "名称", "售价", "颜色", "备注"], {
      0: "sku",
      1: "name",
      2: "price",
      3: "spec",
      4: "note",
    });
    expect(read({ row: 2, cells: [" ａ1 ", "台灯", "", "白"], broken: null })).toEqual({
      kind: "product",
      product: {
        row: 2,
        key: "A1",
        sku: "ａ1",
        shop: null,
        fields: { name: "台灯", specs: [{ key: "颜色", value: "白" }] },
      },
    });
    expect(read({ row: 3, cells: ["", "", " "], broken: null })).toEqual({ kind: "blank" });
  });

  test("what is wrong is refused with row, column and why", () => {
    const read = createRowReader(["货号", "售价"], { 0: "sku", 1: "price" });
    const refused = (cells: string[], broken: string | null = null) => {
      const result = read({ row: 7, cells, broken });
      return result.kind === "refused" ? result.refused : null;
    };
    expect(refused(["", "5"])).toEqual({
      row: 7,
      column: "货号",
      code: "import_sku_missing",
      params: {},
    });
    expect(refused(["A1", "面议"])).toMatchObject({ column: "售价", code: "import_price" });
    expect(refused(["x".repeat(61), ""])).toMatchObject({
      code: "import_too_long",
      params: { length: 61, limit: 60 },
    });
    expect(refused([], "import_row_quote")).toMatchObject({ column: "", code: "import_row_quote" });
  });
});
