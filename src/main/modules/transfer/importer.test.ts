import { once } from "node:events";
import { closeSync, createWriteStream, ftruncateSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import {
  ENCODINGS,
  makeTestFolder,
  openTransferLibrary,
  type TestFolder,
  type TransferLibrary,
} from "../../../../test/support/files.ts";
import type { ImportPlan } from "../../../shared/contract/transfer.ts";
import type { ImportOptions } from "./feed.ts";
import { applyImport, planImport } from "./importer.ts";
import type { ImportSource } from "./recognise.ts";

const OPTIONS: ImportOptions = {
  format: null,
  mapping: null,
  header: null,
  onlySure: false,
  onConflict: "skip",
  normaliseHotkey: (text) => text,
};

let folder: TestFolder;
let library: TransferLibrary;
beforeEach(() => {
  folder = makeTestFolder();
  library = openTransferLibrary(join(folder.path, "data"));
});
afterEach(() => {
  library.database.close();
  folder.remove();
});

const plan = (source: ImportSource, options: Partial<ImportOptions> = {}): Promise<ImportPlan> =>
  planImport(source, library.store, { ...OPTIONS, ...options });
const apply = (source: ImportSource, options: Partial<ImportOptions> = {}) =>
  applyImport(source, library.store, { ...OPTIONS, ...options });
const stored = () => [...library.store.exported()];

/** Layouts of the field with the same two phrases in each. */
const LAYOUTS: readonly {
  name: string;
  rows: readonly (readonly string[])[];
  category: readonly string[];
  shortcut: string;
}[] = [
  {
    name: "three columns",
    rows: [
      ["快捷编码", "快捷短语", "快捷短语分组"],
      ["fh", "亲，今天发货&#44;请放心&#13;谢谢", "售后"],
      ["th", "亲，支持七天退货", "未分组"],
    ],
    category: ["售后"],
    shortcut: "fh",
  },
  {
    name: "five columns",
    rows: [
      ["登记日期", "分组", "快捷编码", "快捷短语", "是否加入团队"],
      ["2024/6/1", "售后", "fh", "亲，今天发货,请放心\n谢谢", "是"],
      ["2024/6/1", "", "th", "亲，支持七天退货", "否"],
    ],
    category: ["售后"],
    shortcut: "fh",
  },
  {
    name: "required and optional",
    rows: [
      ["话术标题（选填）", "话术内容（必填）"],
      ["发货", "亲，今天发货,请放心\n谢谢"],
      ["", "亲，支持七天退货"],
    ],
    category: [],
    shortcut: "",
  },
  {
    name: "one column",
    rows: [["快捷短语内容（必填）"], ["亲，今天发货,请放心\n谢谢"], ["亲，支持七天退货"]],
    category: [],
    shortcut: "",
  },
  {
    name: "levels below a title line",
    rows: [
      ["某某旗舰店话术库"],
      ["一级分类", "二级分类", "问题", "答案"],
      ["售后", "物流", "几时发货", "亲，今天发货,请放心\n谢谢"],
      ["", "", "能退吗", "亲，支持七天退货"],
    ],
    category: ["售后", "物流"],
    shortcut: "",
  },
];

const cell = (text: string): string =>
  /[",;\t|\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
const table = (rows: readonly (readonly string[])[], delimiter: string, end = "\r\n"): string =>
  rows.map((row) => row.map(cell).join(delimiter)).join(end) + end;

describe("importing the layouts of the field", () => {
  for (const layout of LAYOUTS) {
    for (const [encoding, encode] of Object.entries(ENCODINGS)) {
      it(`${layout.name} in ${encoding}`, async () => {
        const sources = [",", "\t", ";", "|"].map((delimiter, index) => ({
          // With one column there is nothing to tell a delimiter by.
          format: delimiter === "\t" && layout.name !== "one column" ? "tsv" : "csv",
          source: folder.file(`没有后缀${index}`, encode(table(layout.rows, delimiter))),
        }));
        for (const { source, format } of sources) {
          const found = await plan(source);
          expect(found).toMatchObject({ format, encoding: encoding.replace(" with mark", "") });
          expect(found).toMatchObject({ mappingSure: true, rows: 2, added: 2, refusedCount: 0 });
        }
        const done = await apply(sources[0]?.source ?? { path: "", name: "" });
        expect(done).toMatchObject({ added: 2, changed: 0, skipped: 0, refused: [] });
        const [first, second] = stored();
        expect(first).toMatchObject({
          body: "亲，今天发货,请放心\n谢谢",
          category: layout.category,
          shortcut: layout.shortcut,
        });
        expect(second).toMatchObject({ body: "亲，支持七天退货", category: [] });
        for (const { source } of sources) {
          expect(await plan(source)).toMatchObject({
            added: 0,
            duplicates: 2,
            skipped: 0,
            newCategories: [],
          });
        }
      });
    }
    it(`${layout.name} as a workbook`, async () => {
      const path = join(folder.path, "表.xlsx");
      await writeXlsxFile(
        layout.rows.map((row) => row.map((value) => ({ value, type: String }))),
      ).toFile(path);
      const source = { path, name: "表.xlsx" };
      expect(await plan(source)).toMatchObject({
        format: "xlsx",
        mappingSure: true,
        rows: 2,
        added: 2,
      });
      await apply(source);
      expect(stored()[0]).toMatchObject({
        body: "亲，今天发货,请放心\n谢谢",
        category: layout.category,
      });
    });
  }

  it("reads traditional Chinese in Big5", async () => {
    const text = "快捷編碼,快捷短語,快捷短語分組\r\nth,親，七天內都可以退貨，請您放心,售後服務\r\n";
    const found = await plan(folder.file("big5.csv", iconv.encode(text, "big5")));
    expect(found).toMatchObject({ encoding: "Big5", added: 1, newCategories: ["售後服務"] });
    expect(found.additions[0]?.title).toBe("親，七天內都可以退貨，請您放心");
  });

  it("reads an emoji that a block of GB18030 cuts in two", async () => {
    const line = (n: number): string => `第${n}条回复内容😊😊😊亲请放心\n`;
    const text = `话术内容\n${Array.from({ length: 30_000 }, (_, n) => line(n)).join("")}`;
    expect(await plan(folder.file("gb.csv", iconv.encode(text, "gb18030")))).toMatchObject({
      added: 30_000,
      refusedCount: 0,
    });
  });

  it("reads Chinese that only comes after a long English part", async () => {
    const english = Array.from(
      { length: 4_000 },
      (_, n) => `t${n},an english answer number ${n}`,
    ).join("\n");
    const source = folder.file(
      "late.csv",
      iconv.encode(`title,content\n${english}\n发货,亲，今天发货，请放心\n`, "gb18030"),
    );
    expect(await plan(source)).toMatchObject({ encoding: "GB18030", added: 4_001 });
  });
});

describe("the dry run", () => {
  it("names differences, refusals by row and column, and writes nothing", async () => {
    await apply(
      folder.file("a.csv", "标题,内容,快捷编码,分组\n发货,今天发,fh,售后\n退货,七天内,th,\n"),
    );
    const before = stored();
    const source = folder.file(
      "b.csv",
      `标题,内容（必填）,快捷编码,分组\n发货,"明天\n发",fh,售后/物流\n退货,七天内,th,\n空的,,x,\n长的,${"长".repeat(20_001)},y,\n新的,新内容,z,售前\n`,
    );
    const found = await plan(source, { onConflict: "overwrite" });
    expect(found).toMatchObject({
      rows: 5,
      added: 1,
      changed: 1,
      duplicates: 1,
      skipped: 0,
      refusedCount: 2,
    });
    expect(found.changes).toEqual([
      {
        row: 2,
        title: "发货",
        differences: [
          { field: "body", before: "今天发", after: "明天\n发" },
          { field: "category", before: "售后", after: "售后 / 物流" },
        ],
      },
    ]);
    expect(found.refused).toEqual([
      { row: 4, column: "内容（必填）", code: "import_body_missing", params: {} },
      {
        row: 5,
        column: "内容（必填）",
        code: "import_too_long",
        params: { length: 20_001, limit: 20_000 },
      },
    ]);
    expect(found.additions).toEqual([{ row: 6, title: "新的", category: "售前" }]);
    expect(found.newCategories).toEqual(["售后 / 物流", "售前"]);
    expect(found.preview[0]).toEqual(["发货", "明天\n发", "fh", "售后/物流"]);
    expect(stored()).toEqual(before);
  });

  it("takes the columns and the format a person chose", async () => {
    const source = folder.file("x.txt", "甲;乙\n第一个;您好\n");
    expect(await plan(source, { format: "csv", mapping: { 1: "body", 0: "note" } })).toMatchObject({
      mappingSure: true,
      added: 1,
    });
    await expect(plan(source, { mapping: { 0: "title" } })).rejects.toMatchObject({
      code: "import_no_body_column",
    });
  });
});

describe("the import", () => {
  it("is one step that can be undone", async () => {
    await apply(folder.file("a.csv", "标题,内容,快捷编码\n发货,今天发,fh\n"));
    const before = stored();
    const done = await apply(
      folder.file("b.csv", "标题,内容,快捷编码,分组\n发货,明天发,fh,售后\n新,新,n,售前/问好\n"),
      { onConflict: "overwrite" },
    );
    expect(done).toMatchObject({ added: 1, changed: 1 });
    expect(stored()).toHaveLength(2);
    library.phrases.history.undo(done.historyId ?? 0);
    expect(stored()).toEqual(before);
    expect([...library.store.categoryPaths()]).toEqual([]);
  });

  it("keeps the order of the file in lists", async () => {
    await apply(
      folder.file(
        "a.csv",
        `内容\n${Array.from({ length: 50 }, (_, n) => `第${n}条`).join("\n")}\n`,
      ),
    );
    expect(stored().map(({ body }) => body)).toEqual(
      Array.from({ length: 50 }, (_, n) => `第${n}条`),
    );
  });

  it.each(["read", "write"] as const)(
    "leaves nothing behind when cancelled while it is to %s",
    async (phase) => {
      const source = folder.file(
        "a.csv",
        `标题,内容,分组\n${Array.from({ length: 3_000 }, (_, n) => `t${n},正文${n},组${n % 7}`).join("\n")}\n`,
      );
      const control = new AbortController();
      const hooks = {
        signal: control.signal,
        progress: (now: string) => now === phase && control.abort(),
      };
      await expect(applyImport(source, library.store, OPTIONS, hooks)).rejects.toMatchObject({
        code: "import_cancelled",
      });
      expect(stored()).toEqual([]);
      expect([...library.store.categoryPaths()]).toEqual([]);
      expect(library.phrases.history.list(10)).toEqual([]);
      expect(await apply(source)).toMatchObject({ added: 3_000 });
    },
  );

  it("lets two phrases swap what they hold", async () => {
    // Our own export: an empty cell means empty.
    const head = "标题,正文,快捷编码,分组,标签,店铺,收藏,快捷键,发送方式,备注";
    const line = (title: string, body: string, code: string, hotkey: string): string =>
      `${title},${body},${code},,,,否,${hotkey},粘贴,`;
    const file = (name: string, ...lines: string[]) =>
      folder.file(name, [head, ...lines, ""].join("\n"));
    await apply(file("a.csv", line("一", "正文一", "a", "Ctrl+1"), line("二", "正文二", "b", "")));
    const source = file(
      "b.csv",
      line("一", "正文一", "a", ""),
      line("二", "正文二", "b", "Ctrl+1"),
      line("一", "正文一改", "a", ""),
    );
    expect(await apply(source, { onConflict: "overwrite" })).toMatchObject({
      changed: 2,
      refused: [],
    });
    expect(stored().map(({ hotkey }) => hotkey)).toEqual([null, "Ctrl+1"]);
  });

  it("leaves what an empty cell of somebody else's table says nothing about", async () => {
    await apply(folder.file("a.csv", "标题,内容,编码,标签,备注\n一,正文一,a,急;售后,先安抚\n"));
    const source = folder.file("b.csv", "标题,内容,编码,标签,备注\n一,正文改,a,,\n");
    expect(await apply(source, { onConflict: "overwrite" })).toMatchObject({ changed: 1 });
    expect(stored()).toMatchObject([{ body: "正文改", tags: ["急", "售后"], note: "先安抚" }]);
  });

  it("refuses to guess which of several phrases with one code is meant", async () => {
    await apply(folder.file("a.csv", "标题,内容,编码\n退货,正文一,thh\n"));
    await apply(folder.file("b.csv", "标题,内容,编码\n换货,正文二,thh\n"), { onConflict: "both" });
    const source = folder.file("c.csv", "内容,编码\n别的正文,thh\n");
    expect(await apply(source, { onConflict: "overwrite" })).toMatchObject({
      changed: 0,
      refused: [{ row: 2, code: "import_code_unclear", params: { shortcut: "thh" } }],
    });
    const named = folder.file("d.csv", "标题,内容,编码\n换货,正文二改,thh\n");
    expect(await apply(named, { onConflict: "overwrite" })).toMatchObject({ changed: 1 });
    expect(stored().map(({ body }) => body)).toEqual(
      expect.arrayContaining(["正文一", "正文二改"]),
    );
  });

  it("tells progress up to the end", async () => {
    const seen: [string, number, number][] = [];
    const source = folder.file("a.csv", `内容\n${"一条\n".repeat(10)}`);
    await applyImport(source, library.store, OPTIONS, { progress: (...step) => seen.push(step) });
    const { length } = readFileSync(source.path);
    expect(seen).toContainEqual(["read", length, length]);
    expect(seen.at(-1)).toEqual(["write", 1, 1]);
  });
});

describe("files that cannot be imported", () => {
  const refused = (source: ImportSource, code: string, options: Partial<ImportOptions> = {}) =>
    expect(plan(source, options)).rejects.toMatchObject({ name: "AppError", code });

  it("says when there is no file, or nothing in it", async () => {
    await refused({ path: join(folder.path, "gone.csv"), name: "gone.csv" }, "import_file_missing");
    await refused({ path: folder.path, name: "folder" }, "import_file_missing");
    await refused(folder.file("empty.csv", ""), "import_file_empty");
    await refused(folder.file("blank.csv", " \r\n\r\n "), "import_file_empty");
    await refused(folder.file("mark.csv", "\uFEFF"), "import_file_empty");
  });

  it("reads a header without rows as nothing to add", async () => {
    expect(await plan(folder.file("head.csv", "标题,内容\n"))).toMatchObject({
      rows: 0,
      added: 0,
      mappingSure: true,
    });
  });

  it("says when a file is too large, without reading it", async () => {
    const source = folder.file("huge.csv", "");
    const file = openSync(source.path, "r+");
    ftruncateSync(file, 201 * 1024 * 1024);
    closeSync(file);
    await expect(plan(source)).rejects.toMatchObject({
      code: "import_file_huge",
      params: { size: 201, limit: 200 },
    });
  });

  it("says when a file is no text", async () => {
    await refused(
      folder.file(
        "p.csv",
        Buffer.from("89504e470d0a1a0a0000000d4948445200000010000000100806", "hex"),
      ),
      "import_file_binary",
    );
    await refused(
      folder.file("old.xls", Buffer.from("d0cf11e0a1b11ae1".padEnd(400, "00"), "hex")),
      "import_file_binary",
    );
    await refused(folder.file("zeros.csv", Buffer.alloc(5_000)), "import_file_binary");
    await refused(folder.file("t.csv", "标题,内容\n"), "import_file_binary", { format: "xlsx" });
    await refused(
      folder.file("w.csv", iconv.encode("Größe,Straße\nMüller,Grüße", "latin1")),
      "import_encoding",
    );
  });

  it("refuses the row with a NUL and reads the others", async () => {
    const rows = Array.from({ length: 100 }, (_, n) => `t${n},正文第${n}条`);
    rows[40] = "t40,正\0文";
    const found = await plan(folder.file("nul.csv", `标题,内容\n${rows.join("\n")}\n`));
    expect(found).toMatchObject({
      added: 99,
      refused: [{ row: 42, column: "内容", code: "import_row_garbled" }],
    });
  });

  it("refuses the row with an open quote and reads the others", async () => {
    const found = await plan(folder.file("q.csv", '标题,内容\n一,"没有收尾\n二,正文\n三,正文三\n'));
    expect(found).toMatchObject({
      added: 2,
      refused: [{ row: 2, column: "", code: "import_row_quote" }],
    });
  });

  it("refuses a cell of a megabyte by row and column", async () => {
    const found = await plan(
      folder.file("big.csv", `标题,内容\n一,"${"长".repeat(1_000_000)}"\n二,正文\n`),
    );
    expect(found).toMatchObject({
      added: 1,
      refused: [{ row: 2, column: "内容", code: "import_too_long", params: { length: 1_000_000 } }],
    });
  });

  it("says when there are more rows than any phrase list has", async () => {
    const source = { path: join(folder.path, "rows.csv"), name: "rows.csv" };
    const stream = createWriteStream(source.path);
    stream.write("内容\n");
    for (let n = 0; n < 51; n += 1)
      stream.write(Array.from({ length: 10_000 }, (_, i) => `${n * 10_000 + i}\n`).join(""));
    stream.end();
    await once(stream, "finish");
    await refused(source, "import_too_many_rows");
  });

  it("says when a workbook is cut short, damaged, empty, or no workbook", async () => {
    const path = join(folder.path, "good.xlsx");
    await writeXlsxFile(
      [
        ["标题", "内容"],
        ["一", "正文"],
      ].map((row) => row.map((value) => ({ value, type: String }))),
    ).toFile(path);
    const good = readFileSync(path);
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      await refused(
        folder.file("short.xlsx", good.subarray(0, Math.floor(good.length * share))),
        "import_file_cut_short",
      );
    }
    const damaged = Buffer.from(good);
    const sheet = damaged.indexOf("xl/worksheets/sheet1.xml") + 40;
    damaged.fill(0x5a, sheet, sheet + 60);
    await refused(folder.file("damaged.xlsx", damaged), "import_file_broken");
    const empty = join(folder.path, "empty.xlsx");
    await writeXlsxFile([]).toFile(empty);
    await refused({ path: empty, name: "empty.xlsx" }, "import_file_empty");
    const renamed = Buffer.from(
      good.toString("latin1").replaceAll("xl/workbook.xml", "wd/document.xm"),
      "latin1",
    );
    await expect(plan(folder.file("d.xlsx", renamed))).rejects.toMatchObject({ name: "AppError" });
  });

  it("says when JSON is broken, not ours, or newer", async () => {
    await refused(
      folder.file("a.json", '{"format":"replydeck-phrases","version":1,"phrases":[{"title":"a"'),
      "import_file_cut_short",
    );
    await refused(
      folder.file("b.json", '{"format":"replydeck-phrases","version":1,"phrases":[{]}'),
      "import_file_broken",
    );
    await refused(folder.file("c.json", '{"combos":[],"groups":[]}'), "import_json_not_ours");
    await refused(folder.file("d.json", '[{"title":"a","body":"b"}]'), "import_json_not_ours");
    await refused(
      folder.file("e.json", '{"format":"replydeck-phrases","version":2,"phrases":[]}'),
      "import_json_newer",
    );
    await refused(folder.file("f.json", "亲，您好"), "import_json_not_ours", { format: "json" });
  });

  it("refuses phrases of our JSON by their place and the name of the field", async () => {
    const phrases = [
      { title: "好", body: "正文" },
      { title: "没有正文" },
      { body: "没有标题" },
      { title: "a", body: "b", tags: "不是列表" },
      { title: "a", body: "b", category: ["1", "2", "3", "4", "5"] },
      { title: "a", body: "b", id: "不是编号" },
      "不是短语",
    ];
    const source = folder.file(
      "p.json",
      JSON.stringify({ phrases, version: 1, format: "replydeck-phrases" }),
    );
    const found = await plan(source);
    expect(found.added).toBe(1);
    expect(found.refused.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, "body", "import_body_missing"],
      [3, "title", "import_bad_value"],
      [4, "tags", "import_bad_value"],
      [5, "category", "import_category_deep"],
      [6, "id", "import_bad_value"],
      [7, "", "import_bad_value"],
    ]);
  });
});
