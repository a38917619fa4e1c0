import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { asPerson, expectOneSentence, openProgram, type Program, TEAM_FILE } from "./program.ts";

interface Imported {
  added: number;
  changed: number;
  skipped: number;
  refused: { row: number; column: string; reason: string }[];
  mapping: unknown;
}
interface Hit {
  id: string;
  title: string;
  body: string;
  shortcut: string;
  category: string;
}

let program: Program;
beforeEach(() => {
  program = openProgram();
});
afterEach(() => program.dispose());

const counts = (added: number, changed: number, skipped: number): Imported => ({
  added,
  changed,
  skipped,
  refused: [],
  // Told apart below.
  mapping: expect.toSatisfy((mapping) => typeof mapping === "object"),
});
const search = (...words: string[]): Promise<Hit[]> => program.json("search", ...words);
/** How many phrases there are. */
async function held(): Promise<number> {
  const path = join(program.folder, "all.json");
  await program.json("export", path);
  return (JSON.parse(readFileSync(path, "utf8")) as { phrases: unknown[] }).phrases.length;
}

describe("import", () => {
  test("CSV in GB18030 from an empty folder, found right after", async () => {
    const file = program.file("话术.csv", iconv.encode(TEAM_FILE, "gb18030"));
    expect(await program.json("import", file)).toEqual(counts(3, 0, 0));
    expect(await search("thh")).toEqual([
      {
        id: expect.any(String),
        title: "退换货",
        body: "亲，七天无理由退换货，运费险已为您开通。",
        shortcut: "thh",
        category: "售后/退换",
      },
    ]);
  });

  test("XLSX and TSV", async () => {
    const rows = TEAM_FILE.trimEnd()
      .split("\r\n")
      .map((row) => row.split(",").map((value) => ({ value, type: String })));
    const book = join(program.folder, "话术.xlsx");
    await writeXlsxFile(rows).toFile(book);
    expect(await program.json("import", book)).toEqual(counts(3, 0, 0));
    const table = program.file(
      "话术.tsv",
      iconv.encode(TEAM_FILE.replaceAll(",", "\t"), "utf-16le"),
    );
    expect(await program.json("import", table)).toEqual(counts(0, 0, 3));
  });

  test("without --json: counts, and each refused row with its reason", async () => {
    const file = program.file("话术.csv", `${TEAM_FILE}zc,主材,,售前\r\n`);
    const { code, stdout, stderr } = await program.run(["import", file, "--data", program.data]);
    expect(stdout).toBe("+3  ~0  =0  !1\n  5 [快捷短语（必填）]: 正文是空的\n");
    expect(stderr).toBe("");
    expect(code).toBe(3);
  });

  test("refused rows: 3, the others are done; on a dry run they would be", async () => {
    const file = program.file(
      "话术.csv",
      `${TEAM_FILE}zc,主材,,售前\r\nxx,深,正文,一/二/三/四/五\r\n`,
    );
    const args = ["import", file, "--data", program.data, "--json"];
    const expected = {
      ...counts(3, 0, 0),
      refused: [
        { row: 5, column: "快捷短语（必填）", reason: "正文是空的" },
        { row: 6, column: "快捷短语分组", reason: expect.stringContaining("5 层") },
      ],
    };
    const dry = await program.run([...args, "--dry-run"]);
    expect(dry.code).toBe(3);
    expect(JSON.parse(dry.stdout)).toEqual(expected);
    expect(await held()).toBe(0);
    const done = await program.run(args);
    expect(done.code).toBe(3);
    expect(JSON.parse(done.stdout)).toEqual(expected);
    expect(await held()).toBe(3);
    const english = await program.run(args, { env: { LANG: "C" } });
    expect(JSON.parse(english.stdout).refused[0].reason).toMatch(/^[\x20-\x7e]+$/);
  });

  test("--dry-run says what an import would do and writes nothing", async () => {
    const file = program.file("话术.csv", TEAM_FILE);
    expect(await program.json("import", file, "--dry-run")).toEqual(counts(3, 0, 0));
    expect(await held()).toBe(0);
    expect(existsSync(join(program.data, "backups"))).toBe(false);
    await program.json("import", file);
    const before = readFileSync(join(program.data, "replydeck.db"));
    const other = program.file("新.csv", TEAM_FILE.replace("七天", "十五天"));
    expect(await program.json("import", other, "--dry-run", "--on-conflict", "overwrite")).toEqual(
      counts(0, 1, 2),
    );
    expect(readFileSync(join(program.data, "replydeck.db")).equals(before)).toBe(true);
  });

  describe("columns", () => {
    const BODY = "亲，您的包裹已经发出，预计三天内送达";
    const AGAIN = "亲，七天内不影响二次销售都可以退";

    test("--json says how they were understood", async () => {
      const file = program.file("话术.csv", TEAM_FILE);
      const { mapping } = await program.json<Imported>("import", file, "--dry-run");
      expect(mapping).toEqual({
        header: 1,
        sure: true,
        columns: [
          { column: "快捷编码", field: "shortcut" },
          { column: "短语标题", field: "title" },
          { column: "快捷短语（必填）", field: "body" },
          { column: "快捷短语分组", field: "category" },
        ],
      });
      const all = join(program.folder, "all.json");
      await program.json("export", all);
      expect(await program.json("import", all)).toMatchObject({ mapping: null });
    });

    test("that were guessed are told, and only then", async () => {
      const file = program.file("问答.csv", `怎么退货呢,${AGAIN}\n几天能到,${BODY}\n`);
      const guessed = await program.run(["import", file, "--data", program.data]);
      expect(guessed.code).toBe(0);
      expect(guessed.stdout).toBe("+2  ~0  =0  !0\n");
      expect(guessed.stderr).toMatch(/^列是猜的：A → 标题，B → 正文；没有表头.*\n$/);
      const told = await program.run([
        "import",
        file,
        "--columns",
        "title,body",
        "--header",
        "no",
        "--data",
        program.data,
      ]);
      expect(told).toMatchObject({ code: 0, stderr: "", stdout: "+0  ~0  =2  !0\n" });
    });

    test("--header no: the first row is a phrase; yes: it is not", async () => {
      const file = program.file("问答.csv", `标题,内容\n几天能到,${BODY}\n`);
      const dry = async (header: string) => {
        const args = ["import", file, "--dry-run", "--json", "--data", program.data];
        return JSON.parse((await program.run([...args, "--header", header])).stdout) as Imported;
      };
      expect(await dry("auto")).toMatchObject({ added: 1, mapping: { header: 1 } });
      expect(await dry("no")).toMatchObject({ added: 2, mapping: { header: 0 } });
      expect(await dry("yes")).toMatchObject({ added: 1, mapping: { header: 1 } });
    });

    test("of which none stands out as the body: 2, nothing imported, unless one goes with the guess", async () => {
      const file = program.file("两列.csv", `${BODY},${AGAIN}\n${AGAIN}吗,${BODY}吗\n`);
      const args = ["import", file, "--data", program.data];
      for (const more of [[], ["--dry-run"]]) {
        const refused = await program.run([...args, ...more]);
        expectOneSentence(refused, 2, /分不清 两列.csv .*--columns .*--yes/);
      }
      expect(await held()).toBe(0);
      expect((await program.run([...args, "--columns", "skip,body"])).code).toBe(0);
      const guessed = await program.run([...args, "--yes"]);
      expect(guessed.code).toBe(0);
      expect(guessed.stderr).toContain("正文");
    });

    test.each([
      [["--header", "maybe"], /--header .*yes, no, auto.*maybe/],
      [["--columns", "title,text"], /--columns .*body.*text/],
      [["--columns", "title"], /body/],
      [["--columns", "body,body"], /body/],
    ])("%j is wrong usage", async (more, sentence) => {
      const file = program.file("话术.csv", TEAM_FILE);
      const { code, stderr } = await program.run(["import", file, "--data", program.data, ...more]);
      expect(code).toBe(2);
      expect(stderr).toMatch(sentence);
      expect(await held()).toBe(0);
    });
  });

  test("--on-conflict skip, overwrite, both", async () => {
    await program.json("import", program.file("话术.csv", TEAM_FILE));
    const changed = program.file("新.csv", TEAM_FILE.replace("七天", "十五天"));
    const bodies = async () =>
      (await search("无理由")).map((hit) => hit.body.slice(2, 5)).toSorted();
    expect(await program.json("import", changed)).toEqual(counts(0, 0, 3));
    expect(await program.json("import", changed, "--on-conflict", "skip")).toEqual(counts(0, 0, 3));
    expect(await bodies()).toEqual(["七天无"]);
    expect(await program.json("import", changed, "--on-conflict", "overwrite")).toEqual(
      counts(0, 1, 2),
    );
    expect(await bodies()).toEqual(["十五天"]);
    const third = program.file("三.csv", TEAM_FILE.replace("七天", "三十天"));
    expect(await program.json("import", third, "--on-conflict", "both")).toMatchObject({
      changed: 0,
    });
    expect(await bodies()).toEqual(["三十天", "十五天"]);
  });

  test.each<[string, (program: Program) => string, RegExp]>([
    ["missing", ({ folder }) => join(folder, "没有.csv"), /没有找到文件 没有.csv/],
    ["a folder", ({ folder }) => folder, /没有找到文件/],
    ["empty", (made) => made.file("空.csv", ""), /空.csv 是空的/],
    ["blank", (made) => made.file("空.csv", "\r\n \r\n"), /空.csv 是空的/],
    [
      "a picture",
      (made) => made.file("图.csv", Buffer.from("89504e470d0a1a0a0000000d", "hex")),
      /不是文本表格/,
    ],
    [
      "a program",
      (made) => made.file("程序.csv", readFileSync(process.execPath).subarray(0, 200_000)),
      /不是文本表格/,
    ],
    [
      "half a workbook",
      (made) => made.file("半.xlsx", Buffer.from("PK\u0003\u0004 and no more")),
      /半.xlsx/,
    ],
    [
      "an old workbook",
      (made) => made.file("旧.xls", Buffer.from("d0cf11e0a1b11ae1", "hex")),
      /不是文本表格/,
    ],
    [
      "half a JSON",
      (made) => made.file("半.json", '{"format":"replydeck-phrases","version":1,"phrases":[{"ti'),
      /半.json/,
    ],
    ["somebody else's JSON", (made) => made.file("别.json", '{"a":1}'), /不是快答台导出的 JSON/],
    [
      "no column for the body",
      (made) => made.file("无.csv", "快捷编码,快捷短语分组\nthh,售后\n"),
      /没有找到放正文的列/,
    ],
    [
      "huge",
      (made) => {
        const path = made.file("大.csv", TEAM_FILE);
        truncateSync(path, 3 * 1024 ** 3);
        return path;
      },
      /大.csv 有 3072 MB，超过/,
    ],
    [
      "full of nothing",
      (made) => {
        const path = made.file("零.csv", "");
        truncateSync(path, 50 * 1024 ** 2);
        return path;
      },
      /零.csv 不是文本表格/,
    ],
  ])("%s: one sentence, 1, nothing stored", async (_what, make, says) => {
    const args = [make(program), "--data", program.data];
    expectOneSentence(await program.run(["import", ...args]), 1, says);
    expectOneSentence(await program.run(["import", ...args, "--dry-run", "--json"]), 1, says);
    expect(await held()).toBe(0);
  });

  test("a file one may not read", async () => {
    const file = program.file("密.csv", TEAM_FILE);
    const args = ["import", file, "--data", program.data];
    const closed = await program.run(args, {
      prefix: ["sh", "-c", 'chmod 000 "$0" && exec "$@"', file, ...asPerson()],
    });
    expectOneSentence(closed, 1, /没有权限读取 密.csv/);
    expect(await held()).toBe(0);
  });
});

describe("export", () => {
  test.each(["csv", "tsv", "xlsx", "json"])(
    "%s comes back whole into an empty library",
    async (format) => {
      await program.json("import", program.file("话术.csv", TEAM_FILE));
      const path = join(program.folder, `出.${format}`);
      expect(await program.json("export", path)).toEqual({ count: 3, path });
      const other = join(program.folder, "other");
      const back = await program.run(["import", path, "--data", other, "--json"]);
      expect(JSON.parse(back.stdout)).toEqual(counts(3, 0, 0));
      expect(back.code).toBe(0);
      expect(await program.json("import", path)).toEqual(counts(0, 0, 3));
    },
  );

  test("JSON there and back is the same to the letter", async () => {
    await program.json("import", program.file("话术.csv", TEAM_FILE));
    const read = (path: string) => ({
      ...(JSON.parse(readFileSync(path, "utf8")) as object),
      exportedAt: null,
    });
    const first = join(program.folder, "一.json");
    const second = join(program.folder, "二.json");
    const other = join(program.folder, "other");
    await program.json("export", first);
    await program.run(["import", first, "--data", other]);
    await program.run(["export", second, "--data", other]);
    expect(read(second)).toEqual(read(first));
  });

  test("--format goes before the name, and a file there is replaced whole", async () => {
    await program.json("import", program.file("话术.csv", TEAM_FILE));
    const path = program.file("出.txt", "an older file ".repeat(1_000));
    expect(await program.json("export", path, "--format", "json")).toEqual({ count: 3, path });
    expect(JSON.parse(readFileSync(path, "utf8")).phrases).toHaveLength(3);
  });

  test("no such folder, a folder, a folder one may not write to", async () => {
    const closed = join(program.folder, "closed");
    mkdirSync(closed, { mode: 0o555 });
    const run = (path: string, prefix: string[] = []) =>
      program.run(["export", path, "--data", program.data], { prefix });
    expectOneSentence(
      await run(join(program.folder, "no/出.csv")),
      1,
      /文件夹 .*no 不存在，没有导出/,
    );
    expectOneSentence(await run(join(program.file("a", ""), "出.csv")), 1, /写不了（ENOTDIR）/);
    mkdirSync(join(program.folder, "夹.csv"));
    expectOneSentence(await run(join(program.folder, "夹.csv")), 1, /夹.csv 写不了（EISDIR）/);
    expectOneSentence(await run(join(closed, "出.csv"), asPerson()), 1, /写不了（EACCES）/);
  });
});

describe("search", () => {
  beforeEach(async () => {
    writeFileSync(
      join(program.folder, "多.csv"),
      TEAM_FILE +
        Array.from({ length: 20 }, (_, n) => `,备用 ${n},退货说明第 ${n} 条,\r\n`).join(""),
    );
    await program.json("import", join(program.folder, "多.csv"));
  });

  test("an array, best first, of exactly five fields", async () => {
    const hits = await search("退换");
    expect(hits[0]?.title).toBe("退换货");
    for (const hit of hits)
      expect(Object.keys(hit)).toEqual(["id", "title", "body", "shortcut", "category"]);
    for (const query of ["thh", "tuihuanhuo", "退huan", "ＴＨＨ", "退換貨"])
      expect((await search(query))[0]?.title).toBe("退换货");
    expect((await search("fh"))[0]).toMatchObject({ title: "发货时间", category: "售前" });
  });

  test("10 unless --limit says otherwise; several words; nothing found is no failure", async () => {
    expect(await search("退货")).toHaveLength(10);
    expect(await search("退货", "--limit", "3")).toHaveLength(3);
    expect(await search("退货", "--limit", "100")).toHaveLength(20);
    expect((await search("邮政", "快递"))[0]?.title).toBe("快递公司");
    expect(await search("没有这样的词")).toEqual([]);
  });

  test("for people: title, code, category, and the whole text below", async () => {
    const { stdout, code } = await program.run(["search", "kd", "--data", program.data]);
    expect(stdout).toBe("快递公司  /kd  售前\n    默认发中通，偏远地区发邮政。\n");
    expect(code).toBe(0);
  });
});
