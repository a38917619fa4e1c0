import { describe, expect, it } from "vitest";
import { PHRASE_LIMITS } from "../../../shared/contract/phrases.ts";
import { joinCategory, joinTags, splitCategory, splitTags } from "./cellLists.ts";
import { createRowReader, type ReadOutcome } from "./cells.ts";
import { decodeCell, titleOf } from "./cellText.ts";
import { recogniseLayout, withMapping } from "./headers.ts";

/** Reads one row below the given headers. */
function read(headers: string[], cells: string[]): ReadOutcome {
  const rows = [headers, cells].map((row, index) => ({ row: index + 1, cells: row }));
  const reader = createRowReader(recogniseLayout(rows, ","), (text) =>
    text === "Ctrl+1" ? text : null,
  );
  return reader({ row: 2, cells, broken: null });
}

describe("cells", () => {
  it("decodes what other programs write for line breaks and commas, once", () => {
    expect(decodeCell("一行&#13;二行&#44;完&#10;三行")).toBe("一行\n二行,完\n三行");
    expect(decodeCell("a&#13;&#10;b\r\nc")).toBe("a\nb\nc");
    expect(decodeCell("&lt;b&gt; &amp;lt; &quot;x&quot;&nbsp;&#x4e2d;")).toBe('<b> &lt; "x" 中');
    expect(decodeCell("AT&T &unknown; &#0; &#xD800;")).toBe("AT&T &unknown; &#0; &#xD800;");
  });

  it.each([
    ["售前/接待问好", ["售前", "接待问好"]],
    ["售前 > 接待 》问好", ["售前", "接待", "问好"]],
    ["售前\\接待｜问好›早", ["售前", "接待", "问好", "早"]],
    ["未分组", []],
    ["  ", []],
    ["/售后/", ["售后"]],
  ])("splits the category %j", (cell, path) => {
    expect(splitCategory(cell, false)).toEqual(path);
  });

  it("splits tags at any mark and drops repetitions", () => {
    expect(splitTags("物流,催付，退货、物流;换货|质量", false)).toEqual([
      "物流",
      "催付",
      "退货",
      "换货",
      "质量",
    ]);
  });

  it("writes paths and tags so that they are read back", () => {
    for (const path of [["a/b", "c\\d"], ["未分组"], ["none"], ["售前", "x|y>z"], []]) {
      expect(splitCategory(joinCategory(path), true)).toEqual(path);
    }
    for (const tags of [["a,b", "c、d"], ["\\"], ["e;f", "g"], []]) {
      expect(splitTags(joinTags(tags), true)).toEqual(tags);
    }
  });

  it("makes a title from the first line, cut at 30 characters", () => {
    expect(titleOf("\n您好😊\n第二行")).toBe("您好😊");
    expect([...titleOf("😊".repeat(50))]).toHaveLength(30);
    expect(read(["内容"], ["您好\n在的"])).toMatchObject({
      phrase: { title: "您好", body: "您好\n在的" },
    });
  });

  it("gathers tags that a person found in several columns", () => {
    const rows = [
      ["内容", "季节", "材质"],
      ["您好", "冬", "棉,毛"],
    ].map((cells, index) => ({
      row: index + 1,
      cells,
    }));
    const layout = withMapping(recogniseLayout(rows, ","), { 0: "body", 1: "tags", 2: "tags" });
    const reader = createRowReader(layout, () => null);
    expect(reader({ row: 2, cells: ["您好", "冬", "棉,毛"], broken: null })).toMatchObject({
      phrase: { tags: ["冬", "棉", "毛"] },
    });
    const outcome = reader({ row: 3, cells: ["您好", "", "棉"], broken: null });
    expect(outcome && "given" in outcome && outcome.given.has("tags")).toBe(true);
  });

  it("reads every field", () => {
    const headers = [
      "标题",
      "内容",
      "快捷编码",
      "分组",
      "标签",
      "店铺",
      "收藏",
      "快捷键",
      "发送方式",
      "备注",
      "创建时间",
    ];
    const cells = [
      " 发货 ",
      " 今天发 \n 明天到 ",
      "007",
      "售后/物流",
      "a,b",
      "旗舰店",
      "是",
      "Ctrl+1",
      "发送",
      "注",
      "x",
    ];
    expect(read(headers, cells)).toMatchObject({
      row: 2,
      phrase: {
        title: "发货",
        body: "今天发 \n 明天到",
        shortcut: "007",
        category: ["售后", "物流"],
        tags: ["a", "b"],
        shop: "旗舰店",
        favourite: true,
        hotkey: "Ctrl+1",
        sendMode: "send",
        note: "注",
      },
    });
  });

  it.each([
    ["是", true],
    ["TRUE", true],
    ["1", true],
    ["✓", true],
    ["否", false],
    ["false", false],
    ["0", false],
    ["", false],
  ])("reads the favourite %j", (cell, favourite) => {
    expect(read(["标题", "内容", "收藏"], ["a", "b", cell])).toMatchObject({
      phrase: { favourite },
    });
  });

  it.each([
    [["标题", "内容（必填）"], ["a", " \n "], "内容（必填）", "import_body_missing", {}],
    [
      ["标题", "内容"],
      ["a", "长".repeat(20_001)],
      "内容",
      "import_too_long",
      { length: 20_001, limit: 20_000 },
    ],
    [
      ["名称", "内容"],
      ["长".repeat(201), "b"],
      "名称",
      "import_too_long",
      { length: 201, limit: 200 },
    ],
    [["编码", "内容"], ["x".repeat(41), "b"], "编码", "import_too_long", { length: 41, limit: 40 }],
    [["分组", "内容"], ["a/b/c/d/e", "b"], "分组", "import_category_deep", { depth: 5, limit: 4 }],
    [
      ["分组", "内容"],
      ["长".repeat(61), "b"],
      "分组",
      "import_too_long",
      { length: 61, limit: 60 },
    ],
    [
      ["标签", "内容"],
      [Array.from({ length: 21 }, (_, n) => `t${n}`).join(), "b"],
      "标签",
      "import_too_many_tags",
      { count: 21, limit: 20 },
    ],
    [
      ["标签", "内容"],
      ["长".repeat(41), "b"],
      "标签",
      "import_too_long",
      { length: 41, limit: 40 },
    ],
    [["收藏", "内容"], ["也许", "b"], "收藏", "import_bad_value", { value: "也许" }],
    [["发送方式", "内容"], ["飞鸽", "b"], "发送方式", "import_bad_value", { value: "飞鸽" }],
    [["快捷键", "内容"], ["Ctrl+Ω", "b"], "快捷键", "hotkey_invalid", { accelerator: "Ctrl+Ω" }],
    [["标题", "内容"], ["a", "坏\uFFFD字"], "内容", "import_row_garbled", {}],
    [
      ["标题", "内容", "备注"],
      ["a", "您好", "在的", "多一格"],
      "",
      "import_row_cells",
      { cells: 4, limit: 3 },
    ],
  ])("refuses %j %#", (headers, cells, column, code, params) => {
    expect(read(headers, cells)).toEqual({ refused: { row: 2, column, code, params } });
  });

  it("allows what is exactly at the limit", () => {
    const outcome = read(
      ["标题", "内容"],
      ["长".repeat(PHRASE_LIMITS.title), "长".repeat(PHRASE_LIMITS.body)],
    );
    expect(outcome).toHaveProperty("phrase");
  });

  it("puts a body back together that commas without quotes cut up", () => {
    expect(read(["标题", "内容"], ["a", "您好", "在的", "请说"])).toMatchObject({
      phrase: { body: "您好,在的,请说" },
    });
  });

  it("says which fields a row speaks of: an empty cell says nothing", () => {
    const given = (...cells: string[]) => {
      const outcome = read(["内容", "编码"], cells);
      return outcome !== null && "given" in outcome ? [...outcome.given].toSorted() : null;
    };
    expect(given("b", "")).toEqual(["body"]);
    expect(given("b", "fh")).toEqual(["body", "shortcut"]);
  });
});
