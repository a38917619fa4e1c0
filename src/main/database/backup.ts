import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import Database from "better-sqlite3";
import type { BackupFile } from "../../shared/contract/system.ts";
import { AppError, isAppError } from "../../shared/errors.ts";
import { asAppError } from "./failures.ts";
import { newestVersion, versionOf } from "./migrate.ts";

/** How many backups are kept: the daily ones of a month, and the last ones of every other occasion. */
const DAILY_KEPT = 30;
const OTHERS_KEPT = 20;

export const backupFolder = (dataFolder: string): string => join(dataFolder, "backups");

const NAME = /^(\d{8}T\d{6}\d{3}Z)-([a-z0-9-]+)-(\d+)\.db$/;

/** All backups, newest first. */
export function listBackups(dataFolder: string): BackupFile[] {
  const folder = backupFolder(dataFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const parts = NAME.exec(name);
      if (!parts) return [];
      const path = join(folder, name);
      return [
        {
          name,
          path,
          at: parseStamp(parts[1]!),
          bytes: statSync(path).size,
          phrases: Number(parts[3]),
          reason: parts[2]!,
        },
      ];
    })
    .sort((a, b) => b.at - a.at);
}

/** Those beyond the limits, newest first given; a busy day of imports does not push the daily ones out. */
function outdated(backups: readonly BackupFile[]): BackupFile[] {
  const daily = backups.filter((backup) => backup.reason === "daily");
  const others = backups.filter((backup) => backup.reason !== "daily");
  return [...daily.slice(DAILY_KEPT), ...others.slice(OTHERS_KEPT)];
}

/**
 * Writes a whole, compact copy of the library beside it and drops the oldest copies over the limit.
 * Runs at once (the caller is a worker, a command or about to change much).
 * @throws AppError backup_failed; nothing else was touched.
 */
export function writeBackupNow(
  database: Database.Database,
  dataFolder: string,
  reason: string,
): BackupFile {
  const folder = backupFolder(dataFolder);
  const phrases = countPhrases(database);
  const now = Date.now();
  const name = `${stamp(now)}-${reason}-${phrases}.db`;
  const path = join(folder, name);
  const unfinished = `${path}.part`;
  try {
    mkdirSync(folder, { recursive: true });
    rmSync(unfinished, { force: true });
    database.prepare("VACUUM INTO ?").run(unfinished);
    // The name appears only when the copy is whole.
    renameSync(unfinished, path);
  } catch (cause) {
    rmSync(unfinished, { force: true });
    const known = asAppError(cause, path);
    if (isAppError(known) && known.code === "disk_full") throw known;
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("backup_failed", { detail }, { cause });
  }
  for (const old of outdated(listBackups(dataFolder))) rmSync(old.path, { force: true });
  return { name, path, at: now, bytes: statSync(path).size, phrases, reason };
}

/**
 * Opens a file to restore from, read-only, after proving that it is a whole library of ours.
 * @throws AppError backup_missing, backup_invalid, database_newer
 */
export function openBackup(path: string): Database.Database {
  if (!existsSync(path)) throw new AppError("backup_missing", { path });
  let database: Database.Database | null = null;
  try {
    database = new Database(path, { readonly: true, fileMustExist: true });
    const found = versionOf(database);
    if (found > newestVersion())
      throw new AppError("database_newer", { path, found, known: newestVersion() });
    const answer = database.pragma("integrity_check(1)", { simple: true }) as string;
    if (answer !== "ok") throw new Error(answer);
    if (found === 0) throw new Error(`${basename(path)} has no library in it`);
    countPhrases(database);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof AppError) throw error;
    throw new AppError(
      "backup_invalid",
      { path, detail: error instanceof Error ? error.message : String(error) },
      { cause: error },
    );
  }
}

function countPhrases(database: Database.Database): number {
  return database
    .prepare("SELECT count(*) FROM phrases WHERE trashed_at IS NULL")
    .pluck()
    .get() as number;
}

const stamp = (time: number): string => new Date(time).toISOString().replaceAll(/[-:.]/g, "");

const parseStamp = (text: string): number =>
  Date.parse(
    text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/, "$1-$2-$3T$4:$5:$6.$7Z"),
  );
