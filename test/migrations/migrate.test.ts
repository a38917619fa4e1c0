import { randomUUID } from "node:crypto";
import { chmodSync, existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import Database from "better-sqlite3";
import { z } from "zod";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listBackups, openBackup, writeBackupNow } from "../../src/main/database/backup.ts";
import {
  migrate,
  type Migration,
  migrations,
  newestVersion,
  versionOf,
} from "../../src/main/database/migrate.ts";
import { databaseFile, integrityProblems, openDatabase } from "../../src/main/database/open.ts";
import { createJournal } from "../../src/main/database/journal.ts";
import { restoreBackup } from "../../src/main/database/restore.ts";
import { AppError } from "../../src/shared/errors.ts";
import { newPhrase, temporaryFolder } from "../support/library.ts";
import { createPhraseStore } from "../../src/main/modules/phrases/store.ts";

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.dispose());

/** The code of what `work` throws. */
function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return "none";
}

/** Opens, adds phrases, closes. */
function fill(count: number): void {
  const database = openDatabase(folder.path);
  const store = createPhraseStore(database, Date.now);
  for (let n = 0; n < count; n += 1) store.create(newPhrase({ title: `短语 ${n}` }));
  database.close();
}

describe("steps", () => {
  test("are numbered from one without gaps", () => {
    expect(migrations.map((step) => step.version)).toEqual(migrations.map((_, index) => index + 1));
  });

  test("a new file gets the newest schema and is sound", () => {
    const database = openDatabase(folder.path);
    expect(versionOf(database)).toBe(newestVersion());
    expect(integrityProblems(database)).toEqual([]);
    database.close();
  });

  test("a failing step leaves the step before, with its data, and names the backup", () => {
    const database = openDatabase(folder.path);
    createPhraseStore(database, Date.now).create(newPhrase());
    const broken: Migration[] = [
      ...migrations,
      { version: newestVersion() + 1, name: "good", up: "CREATE TABLE extra (id INTEGER) STRICT" },
      {
        version: newestVersion() + 2,
        name: "bad",
        up: "CREATE TABLE half (id INTEGER) STRICT; SELECT nonsense",
      },
    ];
    let backups = 0;
    expect(
      codeOf(() =>
        migrate(
          database,
          () => {
            backups += 1;
            return writeBackupNow(database, folder.path, "before-test").path;
          },
          broken,
        ),
      ),
    ).toBe("migration_failed");
    expect(backups).toBe(1);
    expect(versionOf(database)).toBe(newestVersion() + 1);
    expect(database.prepare("SELECT count(*) FROM phrases").pluck().get()).toBe(1);
    expect(() => database.prepare("SELECT * FROM half")).toThrow(/no such table/);
    expect(listBackups(folder.path)).toHaveLength(1);
    database.close();
  });
});

describe("opening", () => {
  test("a newer program's file is refused and not touched", () => {
    fill(1);
    const path = databaseFile(folder.path);
    const raw = new Database(path);
    raw.pragma("journal_mode = DELETE");
    raw.pragma(`user_version = ${newestVersion() + 7}`);
    raw.close();
    const before = readFileSync(path);
    expect(codeOf(() => openDatabase(folder.path))).toBe("database_newer");
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test("a damaged file is refused, kept, and the newest backup is named", () => {
    fill(30);
    const path = databaseFile(folder.path);
    const database = openDatabase(folder.path);
    const backup = writeBackupNow(database, folder.path, "by-hand");
    database.pragma("wal_checkpoint(TRUNCATE)");
    database.close();
    truncateSync(path, 8_192);
    try {
      openDatabase(folder.path).close();
      expect.unreachable();
    } catch (error) {
      expect((error as AppError).code).toBe("database_damaged");
      expect((error as AppError).params["backup"]).toBe(backup.path);
    }
    expect(existsSync(path)).toBe(true);
  });

  test("a file that is no database is refused", () => {
    writeFileSync(databaseFile(folder.path), "这不是数据库".repeat(500));
    expect(codeOf(() => openDatabase(folder.path))).toBe("database_damaged");
  });

  test("a locked file is named as such", () => {
    fill(1);
    const other = new Database(databaseFile(folder.path));
    other.pragma("locking_mode = EXCLUSIVE");
    other.exec("BEGIN EXCLUSIVE");
    expect(codeOf(() => openDatabase(folder.path))).toBe("database_locked");
    other.close();
  });

  test("a folder that cannot be made is named as such", () => {
    writeFileSync(`${folder.path}/file`, "");
    expect(codeOf(() => openDatabase(`${folder.path}/file/below`))).toBe("data_not_writable");
  });

  test("a read-only file is named as such", () => {
    fill(1);
    const path = databaseFile(folder.path);
    chmodSync(path, 0o444);
    chmodSync(folder.path, 0o777);
    // Root may write anything, whatever the mode says: be nobody for the moment.
    const root = process.getuid?.() === 0;
    if (root) process.seteuid!(65_534);
    try {
      expect(codeOf(() => openDatabase(folder.path))).toBe("database_readonly");
    } finally {
      if (root) process.seteuid!(0);
    }
  });

  test("a full disk while writing loses nothing that was saved", () => {
    fill(5);
    const database = openDatabase(folder.path);
    const store = createPhraseStore(database, Date.now);
    const pages = database.pragma("page_count", { simple: true }) as number;
    database.pragma(`max_page_count = ${pages}`);
    let code = "";
    for (let n = 0; n < 500 && code === ""; n += 1)
      try {
        store.create(newPhrase({ body: "满".repeat(5_000) }));
      } catch (error) {
        code = String((error as { code: string }).code);
      }
    expect(code).toBe("SQLITE_FULL");
    expect(store.count()).toBeGreaterThanOrEqual(5);
    expect(integrityProblems(database)).toEqual([]);
    database.close();
  });
});

describe("backups", () => {
  test("a backup is a whole library with its count in the name; a busy day does not push the daily ones out", () => {
    fill(3);
    const database = openDatabase(folder.path);
    writeBackupNow(database, folder.path, "daily");
    for (let n = 0; n < 33; n += 1) writeBackupNow(database, folder.path, "by-hand");
    database.close();
    const all = listBackups(folder.path);
    expect(all.filter((backup) => backup.reason === "daily")).toHaveLength(1);
    expect(all.length).toBeLessThanOrEqual(21);
    expect(all[0]).toMatchObject({ phrases: 3, reason: "by-hand" });
    openBackup(all[0]!.path).close();
  });

  test("a library that is in use elsewhere is restored with its newest pages", () => {
    fill(1);
    const other = temporaryFolder();
    const live = openDatabase(other.path);
    const theirs = createPhraseStore(live, Date.now);
    for (let n = 0; n < 30; n += 1) theirs.create(newPhrase({ title: `那边 ${n}` }));
    const database = openDatabase(folder.path);
    expect(restoreBackup(database, folder.path, databaseFile(other.path)).phrases).toBe(30);
    database.close();
    live.close();
    other.dispose();
  });

  test("restoring puts the backup's content in place and saves what was there", () => {
    fill(3);
    const database = openDatabase(folder.path);
    const store = createPhraseStore(database, Date.now);
    const backup = writeBackupNow(database, folder.path, "by-hand");
    store.create(newPhrase({ title: "后来的" }));
    const result = restoreBackup(database, folder.path, backup.path);
    expect(result.phrases).toBe(3);
    expect(store.count()).toBe(3);
    expect(openBackup(result.savedAs).prepare("SELECT count(*) FROM phrases").pluck().get()).toBe(
      4,
    );
    expect(integrityProblems(database)).toEqual([]);
    database.close();
  });

  test.each([
    ["backup_missing", null],
    ["backup_invalid", "不是备份"],
    ["backup_invalid", ""],
  ])("%s leaves the library as it is", (code, content) => {
    fill(2);
    const database = openDatabase(folder.path);
    const path = `${folder.path}/x.db`;
    if (content !== null) writeFileSync(path, content);
    expect(codeOf(() => restoreBackup(database, folder.path, path))).toBe(code);
    expect(createPhraseStore(database, Date.now).count()).toBe(2);
    database.close();
  });
});

test("shops that phrases name become shops of their own", () => {
  const step = migrations.find((each) => each.name === "shops")!;
  const file = databaseFile(folder.path);
  const before = new Database(file);
  migrate(
    before,
    () => "",
    migrations.filter((each) => each.version < step.version),
  );
  const insert = before.prepare(
    "INSERT INTO phrases (id, title, body, shop, created_at, changed_at, trashed_at) VALUES (?, 't', 'b', ?, 1, 1, ?)",
  );
  for (const shop of ["乙店", "甲店", "甲店", ""]) insert.run(randomUUID(), shop, null);
  insert.run(randomUUID(), "丙店", 2);
  migrate(before, () => "");
  const shops = before.prepare("SELECT id, name FROM shops ORDER BY name").all() as {
    id: string;
    name: string;
  }[];
  expect(shops.map((shop) => shop.name).toSorted()).toEqual(["乙店", "甲店"].toSorted());
  for (const { id } of shops) expect(z.uuid().safeParse(id).success).toBe(true);
  before.close();
});

test("a restored backup takes nothing back of what happened", () => {
  const database = openDatabase(folder.path);
  const journal = createJournal(database, { now: Date.now, host: "here" });
  const say = (text: string): unknown =>
    journal.append([{ subject: "note", subjectId: "1", kind: "said", data: { text } }]);
  say("before the backup");
  const { path } = writeBackupNow(database, folder.path, "daily");
  say("after it");
  restoreBackup(database, folder.path, path);
  expect(journal.of("note", "1").map(({ data }) => data["text"])).toEqual([
    "before the backup",
    "after it",
  ]);
  expect(journal.problems()).toEqual([]);
  say("and on");
  expect(journal.of("note", "1").map(({ seq }) => seq)).toEqual([1, 2, 3]);
  database.close();
});
