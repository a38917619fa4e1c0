import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { readDelimited, type Delimiter, type TableRow } from "./csv.ts";

async function read(
  text: string,
  delimiter: Delimiter = ",",
  size = text.length,
): Promise<TableRow[]> {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += size) pieces.push(text.slice(at, at + size));
  const rows: TableRow[] = [];
  for await (const bundle of readDelimited(pieces, delimiter)) rows.push(...bundle);
  return rows;
}

const cells = async (text: string, delimiter: Delimiter = ","): Promise<(readonly string[])[]> =>
  (await read(text, delimiter)).map((row) => row.cells);

/** A small generator, so that a failure can be repeated. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x100000000;
  };
}

describe("readDelimited", () => {
  it("reads the same as csv-parse, however the text is cut", async () => {
    const random = randomOf(7);
    const parts = ["a", "短语", ",", '"', "\n", "\r\n", " ", "😊", "\t", "x y"];
    for (let round = 0; round < 300; round += 1) {
      const table = Array.from({ length: 1 + Math.floor(random() * 6) }, () =>
        Array.from({ length: 3 }, () =>
          Array.from(
            { length: Math.floor(random() * 6) },
            () => parts[Math.floor(random() * parts.length)],
          ).join(""),
        ),
      );
      const text = table
        .map((row) =>
          row
            .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
            .join(","),
        )
        .join("\r\n");
      const expected = parse(text, {
        relax_column_count: true,
        skip_empty_lines: false,
      }) as string[][];
      for (const size of [1, 3, 17, text.length]) {
        expect(
          (await read(text, ",", size)).map((row) => row.cells),
          JSON.stringify(text),
        ).toEqual(expected);
      }
    }
  });

  it("counts rows as a spreadsheet does", async () => {
    const rows = await read('h1,h2\n"two\nlines",b\n\nc,d\n');
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 3, 4]);
    expect(rows[3]?.cells).toEqual(["c", "d"]);
  });

  it.each([["\n"], ["\r\n"], ["\r"]])("ends rows at %j", async (end) => {
    expect(await cells(["a,b", "c,d", ""].join(end))).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });

  it("costs one row when a quote never closes", async () => {
    const rows = await read('标题,内容\n好的,"没有收尾\n发货,今天发\n退货,七天内\n');
    expect(rows.map(({ broken }) => broken)).toEqual([null, "import_row_quote", null, null]);
    expect(rows[2]).toMatchObject({ row: 3, cells: ["发货", "今天发"] });
  });

  it("costs one row when a later quote seems to close it", async () => {
    const rows = await read('a,b\n1,"open\n2,"fine"\n3,"also ""fine"""\n');
    expect(rows.map(({ broken }) => broken)).toEqual([null, "import_row_quote", null, null]);
    expect(rows[3]?.cells).toEqual(["3", 'also "fine"']);
  });

  it("takes quotes inside a cell for characters", async () => {
    expect(await cells('5" 屏,"他说 "好" 了"\n"小号" 尺码,内容\n')).toEqual([
      ['5" 屏', '他说 "好" 了'],
      ['"小号" 尺码', "内容"],
    ]);
  });

  it("takes quotes in tab-separated text for characters where they do not pair", async () => {
    expect(await cells('"半句\t内容\n第二\t行\n', "\t")).toEqual([
      ['"半句', "内容"],
      ["第二", "行"],
    ]);
  });

  it("reads a cell of a megabyte", async () => {
    const long = "长".repeat(1_000_000);
    const rows = await read(`a,"${long}"\nb,c\n`, ",", 65_536);
    expect(rows[0]?.cells[1]?.length).toBe(1_000_000);
    expect(rows[1]?.cells).toEqual(["b", "c"]);
  });
});
