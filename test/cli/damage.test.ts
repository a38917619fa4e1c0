import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type CommandCore, openCore } from "../../src/main/commands/openCore.ts";
import { asPerson, expectOneSentence, openProgram, type Program, TEAM_FILE } from "./program.ts";

interface Backup {
  path: string;
  phrases: number;
  reason: string;
}

let program: Program;
let library: string;
beforeEach(() => {
  program = openProgram();
  library = join(program.data, "replydeck.db");
});
afterEach(() => program.dispose());

/** Enough phrases that the file has many pages. */
const MANY = `标题,正文\r\n${Array.from({ length: 500 }, (_, n) => `第 ${n} 条,${"退换货说明".repeat(40)}${n}\r\n`).join("")}`;

const fill = (content = TEAM_FILE): Promise<unknown> =>
  program.json("import", program.file("话术.csv", content));
const backUp = (): Promise<Backup> => program.json<Backup>("backup");
const run = (...args: string[]) => program.run([...args, "--data", program.data]);
const titles = async (): Promise<string[]> => {
  const path = join(program.folder, "all.json");
  await program.json("export", path);
  const { phrases } = JSON.parse(readFileSync(path, "utf8")) as { phrases: { title: string }[] };
  return phrases.map(({ title }) => title);
};

/** Overwrites bytes of a file. */
function scribble(path: string, from: number, length: number): void {
  const file = openSync(path, "r+");
  writeSync(file, Buffer.alloc(length, 0xa5), 0, length, from);
  closeSync(file);
}

/** Scribbles over every page but the first: the file still opens. */
function damageInside(path: string): void {
  for (let page = 12; page < statSync(path).size / 4096; page += 1)
    scribble(path, page * 4096, 2048);
}

/** Every command that opens the library. */
const COMMANDS: readonly (readonly string[])[] = [
  ["check"],
  ["search", "退货"],
  ["backup"],
  ["import", "话术.csv"],
  ["export", "出.json"],
  ["serve", "--no-open"],
];

describe("check", () => {
  test("sound: 0", async () => {
    await fill();
    expect(await program.json("check")).toEqual({ sound: true, problems: [], data: program.data });
    expect(await run("check")).toEqual({ code: 0, stdout: `OK  ${program.data}\n`, stderr: "" });
  });

  test("damaged inside: 1, one sentence that names the newest backup; the file is not touched", async () => {
    await fill(MANY);
    await backUp();
    const { path } = await backUp();
    damageInside(library);
    const before = readFileSync(library);
    const ended = await run("check");
    expectOneSentence(ended, 1, /已损坏：.+请用 restore 从备份恢复/);
    expect(ended.stderr).toContain(path);
    expect(readFileSync(library).equals(before)).toBe(true);
    const told = await run("check", "--json");
    expect(told.code).toBe(1);
    expect(JSON.parse(told.stdout)).toMatchObject({ sound: false, data: program.data });
    expect(JSON.parse(told.stdout).problems).not.toEqual([]);
  });

  test("a row whose category is gone", async () => {
    await fill();
    const database = new Database(library);
    database.pragma("foreign_keys = OFF");
    database.exec("DELETE FROM categories");
    database.close();
    expectOneSentence(await run("check"), 1, /已损坏：phrases row \d+ names a missing row/);
  });
});

describe("a library that cannot be opened: one sentence from every command, the file as it was", () => {
  test.each<[string, (path: string) => void, RegExp]>([
    [
      "not a database",
      (path) => writeFileSync(path, "not a database at all ".repeat(500)),
      /已损坏/,
    ],
    ["a torn header", (path) => scribble(path, 0, 200), /已损坏/],
    ["cut off", (path) => truncateSync(path, 20_000), /已损坏/],
    [
      "newer than the program",
      (path) => {
        const database = new Database(path);
        database.pragma("user_version = 999");
        database.close();
      },
      /更新版本的程序写的（999，本程序只认到 \d+）/,
    ],
  ])("%s", async (_what, spoil, says) => {
    await fill(MANY);
    const { path } = await backUp();
    spoil(library);
    const before = readFileSync(library);
    for (const command of COMMANDS) {
      const ended = await run(...command);
      expectOneSentence(ended, 1, says);
      if (/已损坏/.test(ended.stderr)) expect(ended.stderr).toContain(path);
    }
    expect(readFileSync(library).equals(before)).toBe(true);
  });

  test("locked by another program", async () => {
    await fill();
    const other = new Database(library);
    other.pragma("locking_mode = EXCLUSIVE");
    other.exec("BEGIN EXCLUSIVE");
    try {
      for (const command of COMMANDS)
        expectOneSentence(await run(...command), 1, /被另一个程序锁住了/);
    } finally {
      other.exec("ROLLBACK");
      other.close();
    }
    expect(await titles()).toHaveLength(3);
  });

  test("another program is writing: an import gives up and stores nothing", async () => {
    await fill();
    const other = new Database(library);
    other.exec("BEGIN IMMEDIATE");
    try {
      const file = program.file("新.csv", "标题,正文\r\n新的,新的一条\r\n");
      expectOneSentence(await run("import", file), 1, /被另一个程序锁住了/);
      expect(await program.json("search", "退换")).toHaveLength(1);
    } finally {
      other.exec("ROLLBACK");
      other.close();
    }
    expect(await titles()).toHaveLength(3);
  });

  test("another program is writing when tables have to be made anew: said, and done the next time", async () => {
    await fill();
    const other = new Database(library);
    const behind = other.prepare("SELECT count(*) FROM journal_behind").pluck();
    expect(behind.get()).toBe(0);
    other.exec("INSERT INTO journal_behind (since) VALUES (1); BEGIN IMMEDIATE");
    try {
      expectOneSentence(await run("search", "退换"), 1, /被另一个程序锁住了/);
      other.exec("ROLLBACK");
      expect(await program.json("search", "退换")).toHaveLength(1);
      expect(behind.get()).toBe(0);
    } finally {
      other.close();
    }
  });

  test("read-only: the file, or the folder", async () => {
    await fill();
    const asked = (command: readonly string[]) =>
      program.run([...command, "--data", program.data], { prefix: asPerson() });
    chmodSync(library, 0o444);
    for (const command of COMMANDS) expectOneSentence(await asked(command), 1, /是只读的/);
    chmodSync(library, 0o644);
    chmodSync(program.data, 0o555);
    for (const command of COMMANDS) expectOneSentence(await asked(command), 1, /不能写入/);
    chmodSync(program.data, 0o755);
    expect(await titles()).toHaveLength(3);
  });

  test("damaged where only a search reads", async () => {
    await fill(MANY);
    const { path } = await backUp();
    damageInside(library);
    for (const command of [["search", "退货"], ["export", "出.json"], ["backup"]]) {
      const ended = await run(...command);
      expect(ended.code).toBe(1);
      expect(ended.stderr).toMatch(/已损坏|备份没有写成/);
      expect(ended.stderr).not.toMatch(/^\s+at /m);
      if (ended.stderr.includes("已损坏")) expect(ended.stderr).toContain(path);
    }
    expect(existsSync(join(program.folder, "出.json"))).toBe(false);
  });
});

describe("backup and restore", () => {
  test("what was kept since the backup stays kept: nothing promised to a buyer is asked for again", async () => {
    const withCore = async <T>(work: (core: CommandCore) => Promise<T>): Promise<T> => {
      const core = await openCore(program.data, "cli");
      try {
        return await work(core);
      } finally {
        await core.core.close();
      }
    };
    await fill();
    const add = ({ call }: CommandCore, text: string) => call("promises.add", { text });
    const { promise } = await withCore((core) => add(core, "补发配件"));
    const backup = await backUp();
    await withCore(async (core) => {
      await core.call("promises.clear", { ids: [promise.id] });
      await add(core, "备份以后答应的");
    });
    await program.json("restore", backup.path);
    const { rows } = await withCore(({ call }) => call("promises.list", { view: "all" }));
    expect(rows.map(({ text, state }) => [text, state]).toSorted()).toEqual([
      ["备份以后答应的", "open"],
      ["补发配件", "done"],
    ]);
  });

  test("backup prints where it is; restore brings it back and saves what was there", async () => {
    await fill();
    const backup = await backUp();
    expect(backup).toMatchObject({ phrases: 3, reason: "by-hand" });
    expect(dirname(backup.path)).toBe(join(program.data, "backups"));
    const plain = await run("backup");
    expect(existsSync(plain.stdout.trimEnd())).toBe(true);
    await program.json("import", program.file("新.csv", "标题,正文\r\n新的,新的一条\r\n"));
    const restored = await program.json<{ phrases: number; savedAs: string }>(
      "restore",
      backup.path,
    );
    expect(restored.phrases).toBe(3);
    expect((await titles()).toSorted()).toEqual(["发货时间", "快递公司", "退换货"].toSorted());
    await program.json("restore", restored.savedAs);
    expect(await titles()).toContain("新的");
    expect(program.leftovers()).toEqual([]);
  });

  test.each<[string, (backup: string) => string, RegExp]>([
    ["missing", (backup) => `${backup}.no`, /没有找到备份/],
    [
      "not a database",
      () => program.file("x.db", "no database ".repeat(1_000)),
      /不是快答台的备份，或已损坏/,
    ],
    ["empty", () => program.file("x.db", ""), /不是快答台的备份，或已损坏/],
    ["a folder", () => program.folder, /不是快答台的备份，或已损坏/],
    [
      "somebody else's",
      () => {
        const path = join(program.folder, "x.db");
        const database = new Database(path);
        database.exec("CREATE TABLE songs (title TEXT); PRAGMA user_version = 1");
        database.close();
        return path;
      },
      /不是快答台的备份，或已损坏/,
    ],
    [
      "damaged",
      (backup) => {
        const path = join(program.folder, "x.db");
        copyFileSync(backup, path);
        damageInside(path);
        return path;
      },
      /不是快答台的备份，或已损坏/,
    ],
    [
      "newer",
      (backup) => {
        const path = join(program.folder, "x.db");
        copyFileSync(backup, path);
        const database = new Database(path);
        database.pragma("user_version = 999");
        database.close();
        return path;
      },
      /更新版本的程序写的（999/,
    ],
  ])("restore from what is %s: one sentence, 1, nothing changed", async (_what, make, says) => {
    await fill(MANY);
    const { path } = await backUp();
    const backups = readdirSync(join(program.data, "backups"));
    expectOneSentence(await run("restore", make(path)), 1, says);
    expect(await titles()).toHaveLength(500);
    expect(readdirSync(join(program.data, "backups"))).toEqual(backups);
    expect(program.leftovers()).toEqual([]);
  });

  test.each([
    ["torn at the head", (path: string) => scribble(path, 0, 200)],
    ["damaged inside", damageInside],
  ])("a library that is %s is restored, and the damaged file kept", async (_what, spoil) => {
    await fill(MANY);
    const { path } = await backUp();
    spoil(library);
    const damaged = readFileSync(library);
    const ended = await run("restore", path, "--json");
    expect(ended.code).toBe(0);
    const { phrases, savedAs } = JSON.parse(ended.stdout) as { phrases: number; savedAs: string };
    expect(phrases).toBe(500);
    expect(readFileSync(savedAs).equals(damaged)).toBe(true);
    expect(ended.stderr).toBe(`损坏的数据库已另存为 ${savedAs}。\n`);
    expect(await titles()).toHaveLength(500);
    expect((await run("check")).code).toBe(0);
  });
});
