import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { isAppError } from "../../src/shared/errors.ts";
import { asAppError } from "../../src/main/database/failures.ts";
import { openDatabase } from "../../src/main/database/open.ts";
import { applyImport } from "../../src/main/modules/transfer/importer.ts";
import { makeTestFolder, openTransferLibrary } from "../support/files.ts";
import { expectOneSentence, openProgram, type Program, TEAM_FILE } from "./program.ts";

const ROOM = ["unshare", ...(process.getuid?.() === 0 ? [] : ["--user", "--map-root-user"])];
ROOM.push("--mount", "--propagation", "private");
/** Whether this machine lets us have a small file system of our own, seen by nobody else. */
const mayMount =
  spawnSync(ROOM[0]!, [...ROOM.slice(1), "mount", "-t", "tmpfs", "tmpfs", "/mnt"]).status === 0;

const TOO_MUCH = `标题,正文\r\n${Array.from({ length: 4_000 }, (_, n) => `第 ${n} 条,${"满了的磁盘".repeat(60)}${n}\r\n`).join("")}`;

describe.runIf(mayMount)("a disk of four megabytes", () => {
  let program: Program;
  let room: ChildProcess;
  /** The data folder as it is seen from outside the room. */
  let outside: string;
  let inside: { prefix: string[] };

  beforeEach(async () => {
    program = openProgram();
    mkdirSync(program.data);
    const words = 'mount -t tmpfs -o size=4m tmpfs "$1" && echo ready && exec sleep 600';
    room = spawn(ROOM[0]!, [...ROOM.slice(1), "sh", "-c", words, "sh", program.data], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(room.stdout as Readable, "data");
    outside = join(`/proc/${room.pid}/root`, program.data);
    const user = process.getuid?.() === 0 ? [] : ["--user", "--preserve-credentials"];
    inside = { prefix: ["nsenter", "--target", String(room.pid), ...user, "--mount", "--"] };
  });
  afterEach(async () => {
    const gone = once(room, "exit");
    room.kill("SIGKILL");
    await gone;
    await program.dispose();
  });

  const run = (...args: string[]) => program.run([...args, "--data", program.data], inside);
  async function held(): Promise<number> {
    const { stdout } = await run("export", join(program.folder, "all.json"), "--json");
    return (JSON.parse(stdout) as { count: number }).count;
  }
  /** Takes all but this many bytes. */
  function fillUp(but: number): void {
    const { bavail, bsize } = statfsSync(outside);
    writeFileSync(join(outside, "filler"), Buffer.alloc(bavail * bsize - but));
  }
  const makeRoom = (): void => rmSync(join(outside, "filler"));

  test("an import too large for it stores nothing and loses nothing", async () => {
    expect((await run("import", program.file("话术.csv", TEAM_FILE))).code).toBe(0);
    expectOneSentence(await run("import", program.file("大.csv", TOO_MUCH)), 1, /^磁盘满了，/);
    expect(await held()).toBe(3);
    expect((await run("check")).code).toBe(0);
  });

  test("full to the brim: backup, import, restore and serve say so; afterwards all is there", async () => {
    await run("import", program.file("话术.csv", TEAM_FILE));
    const backup = (await run("backup")).stdout.trimEnd();
    fillUp(0);
    const file = program.file("新.csv", "标题,正文\r\n新的,新的一条\r\n");
    for (const command of [["backup"], ["import", file], ["restore", backup]])
      expectOneSentence(await run(...command), 1, /^磁盘满了，/);
    expectOneSentence(await run("serve", "--no-open"), 1, /^磁盘满了，/);
    makeRoom();
    expect(await held()).toBe(3);
    expect((await run("check")).code).toBe(0);
    expect((await run("import", file, "--json")).code).toBe(0);
    expect(await held()).toBe(4);
  });

  test("an empty folder on a full disk", async () => {
    fillUp(0);
    for (const command of [["check"], ["serve", "--no-open"]])
      expectOneSentence(await run(...command), 1, /^磁盘满了，/);
  });

  test("an export that does not fit leaves no half of a file", async () => {
    await run("import", program.file("话术.csv", TEAM_FILE));
    fillUp(64 * 1024);
    writeFileSync(join(outside, "rest"), Buffer.alloc(28 * 1024));
    const target = join(program.data, "出.json");
    const ended = await run("export", target);
    if (ended.code !== 0) expectOneSentence(ended, 1, /^磁盘满了，/);
    else expect(JSON.parse(readFileSync(join(outside, "出.json"), "utf8")).phrases).toHaveLength(3);
  });

  test("it fills while the shell runs: what was saved stays, the shell goes on", async () => {
    const served = await program.serve([], inside);
    const draft = (title: string) => ({
      ...{ title, body: title.repeat(2_000), shortcut: "", categoryId: null, tags: [], shop: "" },
      ...{ favourite: false, hotkey: null, sendMode: "paste" as const, note: "" },
    });
    await served.call("phrases.create", draft("满前"));
    fillUp(0);
    const refused = await (async () => {
      for (let n = 0; n < 200; n += 1) await served.call("phrases.create", draft(`第${n}`));
    })().catch((error: unknown) => error);
    expect(String(refused)).toContain("disk_full");
    const { phrases } = await served.call("system.status", {});
    makeRoom();
    await served.call("phrases.create", draft("满后"));
    expect(await served.end()).toBe(0);
    expect(await held()).toBe(phrases + 1);
  });
});

describe("a library that may not grow", () => {
  const folder = makeTestFolder();
  beforeAll(() => openDatabase(folder.path).close());
  afterAll(() => folder.remove());

  test("an import fails as disk_full, and the file is as it was", async () => {
    const { database, store } = openTransferLibrary(folder.path);
    const options = {
      ...{
        format: null,
        mapping: null,
        header: null,
        onlySure: false,
        onConflict: "skip" as const,
      },
      normaliseHotkey: () => null,
    };
    await applyImport(folder.file("话术.csv", TEAM_FILE), store, options);
    const pages = database.pragma("page_count", { simple: true }) as number;
    database.pragma(`max_page_count = ${pages + 5}`);
    const failed = await applyImport(folder.file("大.csv", TOO_MUCH), store, options).then(
      () => null,
      (error: unknown) => asAppError(error, ""),
    );
    expect(isAppError(failed) && failed.code).toBe("disk_full");
    expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
    expect([...store.existing()]).toHaveLength(3);
    database.close();
  });
});
