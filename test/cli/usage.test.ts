import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { expectOneSentence, openProgram, type Program } from "./program.ts";

const COMMANDS = ["serve", "import", "export", "search", "check", "backup", "restore", "verify"];

let program: Program;
beforeEach(() => {
  program = openProgram();
});
afterEach(() => program.dispose());

describe("help", () => {
  test("no command: how to use it, and 2", async () => {
    const { code, stdout, stderr } = await program.run([]);
    expect(code).toBe(2);
    for (const command of COMMANDS) expect(stdout).toContain(`  ${command} `);
    expect(stderr).toBe("");
  });

  test.each([[["--help"]], [["-h"]], [["help"]]])(
    "%j gives 0 and names the codes",
    async (args) => {
      const { code, stdout } = await program.run(args);
      expect(code).toBe(0);
      expect(stdout).toContain("退出码：0 完成；1 没做成；2 用法不对；3 ");
      for (const command of COMMANDS) expect(stdout).toContain(`  ${command} `);
    },
  );

  test.each(COMMANDS)("help %s and %s --help teach the same, with an example", async (name) => {
    const [asked, flagged] = await Promise.all([
      program.run(["help", name]),
      program.run([name, "--help"]),
    ]);
    expect(asked.code).toBe(0);
    expect(flagged).toEqual(asked);
    expect(asked.stdout.split(`npm run -s cli -- ${name}`)).toHaveLength(3);
  });

  test("help for a command there is not: the list, and 2", async () => {
    const { code, stdout } = await program.run(["help", "frobnicate"]);
    expect(code).toBe(2);
    expect(stdout).toContain("import FILE");
  });
});

describe("wrong usage gives 2, says why, and touches nothing", () => {
  test.each<[string[], RegExp]>([
    [["frobnicate"], /没有名为 frobnicate 的命令。\n\n[^]*import FILE/],
    [["toString"], /没有名为 toString 的命令/],
    [["import"], /import FILE/],
    [["import", "a.csv", "b.csv"], /import FILE/],
    [["import", "a.csv", "--format", "pdf"], /--format 只能是 csv, tsv, xlsx, json，不能是“pdf”/],
    [["import", "a.csv", "--on-conflict", "ask"], /skip, overwrite, both，不能是“ask”/],
    [["export"], /export FILE/],
    [["export", "phrases"], /从文件名 phrases 看不出格式/],
    [["export", "phrases.pdf"], /从文件名 phrases.pdf 看不出格式/],
    [["search"], /search QUERY/],
    [["search", "退货", "--limit", "0"], /--limit 只能是 1-100，不能是“0”/],
    [["search", "退货", "--limit", "ten"], /不能是“ten”/],
    [["check", "more"], /check \[--json\]/],
    [["restore"], /restore FILE/],
    [["serve", "--port", "http"], /--port 只能是 0-65535，不能是“http”/],
    [["serve", "--port", "70000"], /不能是“70000”/],
    [["serve", "--port", "-1"], /用法不对/],
    [["serve", "--frobnicate"], /用法不对：.*--frobnicate/],
    [["check", "--data"], /用法不对：.*--data/],
    [["check", "--data", ""], /--data 后面要写文件夹/],
    [["serve", "--data", ""], /--data 后面要写文件夹/],
  ])("%j", async (args, says) => {
    const env = { REPLYDECK_DATA: program.data };
    const { code, stdout, stderr } = await program.run(args, { env });
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/^\s+at |undefined/m);
    expect(stdout).toBe("");
    expect(code).toBe(2);
    expect(existsSync(program.data)).toBe(false);
    expect(readdirSync(program.env["HOME"]!)).toEqual([]);
  });
});

describe("the terminal's language", () => {
  test.each([
    [{ LANG: "zh_CN.UTF-8" }, "没有找到文件 没有.csv。\n"],
    [{ LANG: "zh_TW.UTF-8" }, /^找不到檔案 没有.csv。\n$/],
    [{ LANG: "zh_HK.UTF-8" }, /^找不到檔案 没有.csv。\n$/],
    [{ LANG: "C" }, "The file 没有.csv was not found.\n"],
    [{ LANG: "" }, "The file 没有.csv was not found.\n"],
    [{ LANG: "C", LC_ALL: "zh_CN.UTF-8" }, "没有找到文件 没有.csv。\n"],
    [{ LANG: "zh_CN.UTF-8", LC_ALL: "en_US.UTF-8" }, "The file 没有.csv was not found.\n"],
  ])("%j", async (env, sentence) => {
    const ended = await program.run(["import", "没有.csv", "--data", program.data], { env });
    expect(ended.stderr).toEqual(
      typeof sentence === "string" ? sentence : expect.stringMatching(sentence),
    );
    expect(ended.code).toBe(1);
  });

  test("help speaks it too", async () => {
    const of = async (LANG: string) =>
      (await program.run(["help", "check"], { env: { LANG } })).stdout;
    expect(await of("zh_CN.UTF-8")).toContain("检查数据是否完好");
    expect(await of("zh_TW.UTF-8")).toContain("檢查資料是否完好");
    expect(await of("C")).toContain("Check that the library is sound");
  });
});

describe("where the data is", () => {
  const dataOf = async (args: string[], env: NodeJS.ProcessEnv, cwd?: string): Promise<string> => {
    const ended = await program.run(["check", "--json", ...args], { env, ...(cwd ? { cwd } : {}) });
    expect(ended.code).toBe(0);
    const { data } = JSON.parse(ended.stdout) as { data: string };
    expect(readdirSync(data)).toContain("replydeck.db");
    return data;
  };

  test("--data before REPLYDECK_DATA before the platform's own place", async () => {
    const home = program.env["HOME"]!;
    const given = join(program.folder, "given");
    const named = join(program.folder, "named");
    const env = { REPLYDECK_DATA: named };
    expect(await dataOf(["--data", given], env)).toBe(given);
    expect(existsSync(named)).toBe(false);
    expect(await dataOf([], env)).toBe(named);
    expect(await dataOf([], { REPLYDECK_DATA: "" })).toBe(join(home, ".local/share/replydeck"));
    const share = join(program.folder, "share");
    expect(await dataOf([], { XDG_DATA_HOME: share })).toBe(join(share, "replydeck"));
    expect(await dataOf(["--data", "here"], {}, home)).toBe(join(home, "here"));
  });

  test("a file in its place, or below one", async () => {
    const file = program.file("file", "not a folder");
    for (const path of [file, join(file, "below")])
      expectOneSentence(await program.run(["check", "--data", path]), 1, /不能写入/);
    expectOneSentence(await program.run(["serve", "--data", file]), 1, /不能写入/);
  });
});

test("a reader that goes away early is no failure", async () => {
  const words = '"$@" | :; echo "${PIPESTATUS[0]}"';
  const ended = await program.run(["help"], { prefix: ["bash", "-c", words, "bash"] });
  expect(ended.stderr).toBe("");
  expect(ended.stdout).toBe("0\n");
});
