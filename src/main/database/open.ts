import { accessSync, constants, existsSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { AppError, isAppError } from "../../shared/errors.ts";
import { listBackups, writeBackupNow } from "./backup.ts";
import { asAppError } from "./failures.ts";
import { migrate, newestVersion, versionOf } from "./migrate.ts";

/** How long a write waits for another program's write, milliseconds. Short: it holds up the event loop. */
export const BUSY_TIMEOUT = 2_000;

/** The library's file in a data folder. */
export const databaseFile = (dataFolder: string): string => join(dataFolder, "replydeck.db");

/** Makes the data folder when it is missing. @throws AppError data_not_writable */
export function prepareDataFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.W_OK);
  } catch (cause) {
    throw new AppError("data_not_writable", { path }, { cause });
  }
}

/** Connection settings, the same for every connection of ours. */
export function configure(database: Database.Database, busyTimeout = BUSY_TIMEOUT): void {
  database.pragma(`busy_timeout = ${busyTimeout}`);
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  database.pragma("trusted_schema = OFF");
}

/**
 * Opens the library, checks that it is ours and sound enough to read, and migrates it.
 * @throws AppError database_newer, database_damaged, database_locked, database_readonly, migration_failed, disk_full
 */
export function openDatabase(dataFolder: string): Database.Database {
  prepareDataFolder(dataFolder);
  const path = databaseFile(dataFolder);
  const wasThere = existsSync(path) && statSync(path).size > 0;
  let database: Database.Database | null = null;
  try {
    if (wasThere) accessSync(path, constants.W_OK);
    database = new Database(path, { timeout: BUSY_TIMEOUT });
    // Asked before anything is written: a newer program's file is left as it is.
    const found = versionOf(database);
    if (found > newestVersion())
      throw new AppError("database_newer", { path, found, known: newestVersion() });
    configure(database);
    if (wasThere) quickCheck(database, path);
    proveWritable(database);
    const opened = database;
    migrate(opened, (from) => writeBackupNow(opened, dataFolder, `before-v${from + 1}`).path);
    return opened;
  } catch (error) {
    database?.close();
    const ours = asAppError(error, path);
    if (isAppError(ours) && ours.code === "database_damaged")
      throw new AppError(
        "database_damaged",
        { ...ours.params, backup: listBackups(dataFolder)[0]?.path ?? "-" },
        { cause: error },
      );
    throw ours;
  }
}

/** SQLite opens a file it may not write without a word; better to hear of it now than at the first "saved". */
function proveWritable(database: Database.Database): void {
  database.pragma("busy_timeout = 0");
  try {
    // A write that changes nothing and is not kept: only that makes SQLite admit it.
    database.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${versionOf(database)}; ROLLBACK`);
  } catch (error) {
    // Another program is writing at this moment: then it can be written.
    if (!(error instanceof Database.SqliteError) || !error.code.startsWith("SQLITE_BUSY"))
      throw error;
  } finally {
    if (database.inTransaction) database.exec("ROLLBACK");
    database.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
  }
}

/** Reads the schema and one row of each table: finds a torn header or page at once, without reading the whole file. */
function quickCheck(database: Database.Database, path: string): void {
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[];
  if (versionOf(database) > 0 && !tables.includes("phrases"))
    throw new AppError("database_damaged", { path, detail: "no table phrases", backup: "-" });
  for (const table of tables) database.prepare(`SELECT * FROM "${table}" LIMIT 1`).get();
}

/** Everything that is wrong with a database, in SQLite's words; empty when it is sound. Reads the whole file. */
export function integrityProblems(database: Database.Database): string[] {
  const integrity = (database.pragma("integrity_check(20)") as { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((line) => line !== "ok");
  const orphans = (
    database.pragma("foreign_key_check") as { table: string; rowid: number; parent: string }[]
  ).map((row) => `${row.table} row ${row.rowid} names a missing row of ${row.parent}`);
  return [...integrity, ...orphans];
}
