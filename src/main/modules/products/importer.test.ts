import { afterEach, beforeEach, describe, expect, test } from "vitest";
import iconv from "iconv-lite";
import writeXlsxFile from "write-excel-file/node";
import { openCore, type TestCore } from "../../../../test/support/core.ts";
import { makePicture, sendFile } from "../../../../test/support/pictures.ts";

let core: TestCore;
beforeEach(async () => {
  core = await openCore();
});
afterEach(() => core.close());

const table = (lines: string[]): string => sendFile(core, lines.join("\r\n"), "商品.csv");
const plan = (file: string | null, more = {}) => core.call("products.plan", { file, ...more });
const apply = (file: string | null, more = {}) => core.call("products.import", { file, ...more });
const product = async (text: string) => {
  const { rows } = await core.call("products.query", { text });
  return (await core.call("products.get", { id: rows[0]!.id })).product;
};
const total = async (): Promise<number> => (await core.call("products.query", {})).total;

const TABLE = [
  "货号,商品名称,售价（元）,颜色,尺码,卖点,搭配,库存,备注",
  'TD-100,护眼台灯,"￥1,299.00",白,大,"1. 三档调光;2. 无频闪","DP-1,DP-2",现货,',
  "DP-1,灯泡,9.9,,,,,,",
  ",没有货号,5,,,,,,",
  "X1,面议的,面议,,,,,,",
  "td-100,又一个台灯,1,,,,,,",
];

describe("a table", () => {
  test("is looked at first: what is added, what is refused and why; nothing is written", async () => {
    const found = await plan(table(TABLE));
    expect(found).toMatchObject({
      headers: ["货号", "商品名称", "售价（元）", "颜色", "尺码", "卖点", "搭配", "库存", "备注"],
      mapping: {
        ...{ 0: "sku", 1: "name", 2: "price", 3: "spec", 4: "spec" },
        ...{ 5: "sellingPoints", 6: "matches", 7: "stockNote", 8: "note" },
      },
      ...{ rows: 5, added: 2, changed: 0, same: 0, refusedCount: 3 },
      additions: [
        { row: 2, sku: "TD-100", name: "护眼台灯", shop: "" },
        { row: 3, sku: "DP-1", name: "灯泡", shop: "" },
      ],
      refused: [
        { row: 4, column: "货号", code: "import_sku_missing", params: {} },
        { row: 5, column: "售价（元）", code: "import_price", params: { value: "面议" } },
        { row: 6, column: "", code: "import_sku_twice", params: { row: 2 } },
      ],
    });
    expect(await total()).toBe(0);
  });

  test("is then done in one step, and one undo takes it back", async () => {
    const file = table(TABLE);
    const done = await apply(file, { shop: "灯饰旗舰店" });
    expect(done).toMatchObject({ added: 2, changed: 0, refusedCount: 3, pictures: 0 });
    expect(await product("td-100")).toMatchObject({
      ...{ sku: "TD-100", name: "护眼台灯", shop: "灯饰旗舰店", price: 129_900 },
      specs: [
        { key: "颜色", value: "白" },
        { key: "尺码", value: "大" },
      ],
      sellingPoints: ["三档调光", "无频闪"],
      matches: ["DP-1", "DP-2"],
      stockNote: "现货",
    });
    expect((await core.call("backups.list", {}))[0]?.reason).toBe("before-import");
    await core.call("history.undo", { id: done.historyId! });
    expect(await total()).toBe(0);
  });

  test("changes what it speaks of and nothing else, and shows before and after", async () => {
    await core.call("products.create", {
      ...{ sku: "TD-100", name: "台灯", shop: "旗舰店", price: 100, note: "内部" },
      specs: [
        { key: "颜色", value: "黑" },
        { key: "功率", value: "9W" },
      ],
    });
    const file = table(["SKU,名称,价格,颜色,备注", "td-100,台灯,129.9,白,", "TD-100X,,5,,"]);
    const found = await plan(file);
    expect(found).toMatchObject({ added: 0, changed: 1, refusedCount: 1 });
    expect(found.refused[0]).toMatchObject({ row: 3, column: "名称", code: "import_name_missing" });
    expect(found.changes).toEqual([
      {
        row: 2,
        sku: "TD-100",
        name: "台灯",
        differences: [
          { field: "price", before: "1.00", after: "129.90" },
          { field: "specs", before: "颜色: 黑\n功率: 9W", after: "颜色: 白\n功率: 9W" },
        ],
      },
    ]);
    const { historyId } = await apply(file);
    expect(await product("td-100")).toMatchObject({
      ...{ sku: "TD-100", price: 12_990, note: "内部", shop: "旗舰店" },
      specs: [
        { key: "颜色", value: "白" },
        { key: "功率", value: "9W" },
      ],
    });
    expect(await plan(file)).toMatchObject({ changed: 0, same: 1 });
    await core.call("history.undo", { id: historyId! });
    expect((await product("td-100")).price).toBe(100);
  });

  test("a SKU of several shops needs a shop", async () => {
    for (const shop of ["甲店", "乙店"])
      await core.call("products.create", { sku: "A1", name: "台灯", shop });
    const bare = await plan(table(["货号,价格", "A1,5"]));
    expect(bare.refused).toEqual([
      {
        row: 2,
        column: "",
        code: "import_sku_in_shops",
        params: { sku: "A1", shops: "甲店、乙店" },
      },
    ]);
    const named = await plan(table(["货号,价格,店铺", "A1,5,甲店", "A1,6,乙店", "A1,7,丙店"]));
    expect(named).toMatchObject({ changed: 2, refusedCount: 1 });
    expect(await plan(table(["货号,价格", "A1,5"]), { shop: "甲店" })).toMatchObject({
      changed: 1,
    });
  });

  test("XLSX, GB18030 and a mapping of one's own are read too", async () => {
    const cells = [
      ["2026 秋冬", null, null],
      ["商品编码", "标题", "标价"],
      ["A1", "台灯", 12.3],
    ].map((row) => row.map((value) => (value === null ? null : { value })));
    const xlsx = await writeXlsxFile(cells).toBuffer();
    expect(await plan(sendFile(core, xlsx, "商品.xlsx"))).toMatchObject({ added: 1, rows: 1 });
    const old = iconv.encode("货号,名称\r\nA2,落地灯（暖光）\r\n", "gb18030");
    expect((await plan(sendFile(core, old, "旧.csv"))).additions[0]?.name).toBe("落地灯（暖光）");
    const strange = sendFile(core, "甲,乙\r\nA3,吊灯\r\n", "怪.csv");
    const asked = await plan(strange);
    expect(asked).toMatchObject({ headers: ["甲", "乙"], mapping: {}, rows: 1, added: 0 });
    expect(asked.preview).toEqual([["A3", "吊灯"]]);
    await expect(apply(strange)).rejects.toMatchObject({
      code: "import_no_sku_column",
      params: { headers: "甲、乙" },
    });
    const told = await plan(strange, { mapping: { 0: "sku", 1: "name" } });
    expect(told.additions).toMatchObject([{ row: 2, sku: "A3", name: "吊灯" }]);
  });

  test.each([
    ["空.csv", "", "import_file_empty"],
    ["图.csv", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0", "import_file_binary"],
    ["坏.xlsx", "PK\x03\x04 nothing", "import_file_cut_short"],
    ["话术.json", '{"phrases": []}', "import_file_binary"],
  ])("%s is refused by name", async (name, content, code) => {
    const file = sendFile(core, Buffer.from(content, "latin1"), name);
    await expect(plan(file)).rejects.toMatchObject({ code, params: { file: name } });
  });
});

describe("a folder of pictures", () => {
  /** Sends pictures as the page does after the dry run. */
  async function stageAll(names: readonly string[]) {
    const staged: { name: string; id: string }[] = [];
    for (const [seed, name] of names.entries()) {
      const file = sendFile(core, await makePicture({ seed: seed + 1 }), name);
      staged.push({ name, id: (await core.call("pictures.stage", { file, name })).id });
    }
    return staged;
  }

  test("goes to the cards whose SKU the names hold, in order; the rest is listed", async () => {
    const file = table(["货号,名称", "TD-100,台灯", "DP-1,灯泡"]);
    const pictures = [
      "td-100_2.png",
      "TD-100-主图.png",
      "DP-1/1.png",
      "TD-100 DP-1 套装.png",
      "IMG_0001.png",
    ];
    const found = await plan(file, { pictures });
    expect(found.pictures).toEqual({
      matched: [
        { name: "TD-100-主图.png", sku: "TD-100" },
        { name: "DP-1/1.png", sku: "DP-1" },
        { name: "td-100_2.png", sku: "TD-100" },
      ],
      unmatched: ["IMG_0001.png"],
      unmatchedCount: 1,
      ambiguous: [{ name: "TD-100 DP-1 套装.png", skus: ["TD-100", "DP-1"] }],
    });
    const decisions = { "TD-100 DP-1 套装.png": "DP-1" };
    const decided = await plan(file, { pictures, decisions });
    expect([decided.pictures.matched.length, decided.pictures.ambiguous]).toEqual([4, []]);
    const left = await plan(file, { pictures, decisions: { "TD-100 DP-1 套装.png": "" } });
    expect([left.pictures.matched.length, left.pictures.unmatchedCount]).toEqual([3, 2]);

    const staged = await stageAll(decided.pictures.matched.map(({ name }) => name));
    const done = await apply(file, { pictures, decisions, staged });
    expect(done).toMatchObject({ added: 2, pictures: 4 });
    const idOf = (name: string) => staged.find((each) => each.name === name)!.id;
    expect((await product("td-100")).pictures).toEqual([
      idOf("TD-100-主图.png"),
      idOf("td-100_2.png"),
    ]);
    expect((await product("dp-1")).pictures).toEqual([
      idOf("DP-1/1.png"),
      idOf("TD-100 DP-1 套装.png"),
    ]);
    const { rows } = await core.call("pictures.query", { sku: "dp-1" });
    expect(rows.map(({ name }) => name).toSorted()).toEqual(["1", "TD-100 DP-1 套装"]);
    // One step: cards and pictures go together.
    await core.call("history.undo", { id: done.historyId! });
    expect(await total()).toBe(0);
    expect((await core.call("pictures.query", {})).total).toBe(0);
    expect((await core.call("pictures.query", { text: "套装" })).total).toBe(0);
  });

  test("works without a table, for products that are there; what they had stays first", async () => {
    const [old] = await stageAll(["旧.png"]);
    await core.call("pictures.commit", { pictures: [old!] });
    for (const shop of ["甲店", "乙店"])
      await core.call("products.create", { sku: "A1", name: "台灯", shop, pictures: [old!.id] });
    const staged = await stageAll(["旧.png", "A1-1.png"]);
    const pictures = ["A1-1.png", "别的.png"];
    const done = await apply(null, { pictures, staged: staged.slice(1) });
    expect(done).toMatchObject({ added: 0, changed: 0, pictures: 1 });
    const { rows } = await core.call("products.query", {});
    for (const { id } of rows)
      expect((await core.call("products.get", { id })).product.pictures).toEqual(
        staged.map((each) => each.id),
      );
    expect((await core.call("pictures.query", {})).total).toBe(2);
  });

  test("a picture that is there already joins the card and is not stored twice", async () => {
    const [first] = await stageAll(["随便.png"]);
    await core.call("pictures.commit", { pictures: [first!] });
    await core.call("products.create", { sku: "A1", name: "台灯" });
    const again = sendFile(core, await makePicture({ seed: 1 }), "A1.png");
    const { id } = await core.call("pictures.stage", { file: again, name: "A1.png" });
    await apply(null, { pictures: ["A1.png"], staged: [{ name: "A1.png", id }] });
    const { rows } = await core.call("pictures.query", {});
    expect(rows).toMatchObject([{ name: "随便", sku: "A1" }]);
    expect((await product("a1")).pictures).toEqual([id]);
  });

  test("a picture that was planned but could not be sent is left out", async () => {
    const file = table(["货号,名称", "A1,台灯"]);
    const done = await apply(file, { pictures: ["A1.png"], staged: [] });
    expect(done).toMatchObject({ added: 1, pictures: 0 });
  });

  test("an id that is not there stops the whole import", async () => {
    const file = table(["货号,名称", "A1,台灯"]);
    const staged = [{ name: "A1.png", id: "ab".repeat(32) }];
    await expect(apply(file, { pictures: ["A1.png"], staged })).rejects.toMatchObject({
      code: "picture_missing",
    });
    expect(await total()).toBe(0);
  });
});
