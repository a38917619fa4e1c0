import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { openBackup, writeBackupNow } from "./backup.ts";
import { migrate } from "./migrate.ts";

/**
 * Puts a backup in place of the library: content is copied table by table in one transaction, so that open
 * connections stay valid and a failure leaves everything as it was. What was there is backed up first.
 * Journals are merged; that the tables which follow them are behind is noted with it, so that whoever opens the
 * library next makes them anew (`catchUp` of the journal), also after an end in between.
 * @throws AppError backup_missing, backup_invalid, database_newer, backup_failed
 */
export function restoreBackup(
  database: Database.Database,
  dataFolder: string,
  path: string,
): { phrases: number; savedAs: string } {
  const backup = openBackup(path);
  const savedAs = writeBackupNow(database, dataFolder, "before-restore").path;
  const folder = mkdtempSync(join(tmpdir(), "replydeck-restore-"));
  try {
    // An older backup is brought up to date on a copy; the backup itself is never written. SQLite makes the copy:
    // a library that is in use keeps its newest pages in a file beside it.
    const copy = join(folder, "library.db");
    backup.prepare("VACUUM INTO ?").run(copy);
    const other = new Database(copy);
    try {
      migrate(other, () => "");
    } finally {
      other.close();
    }
    database.prepare("ATTACH ? AS backup").run(copy);
    try {
      database.transaction(() => {
        database.pragma("defer_foreign_keys = ON");
        const tables = database
          .prepare(
            // In the order they were made: those that others name come first. Tables of words that SQLite keeps for
            // itself are made anew by who follows the journal.
            `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name IN
               (SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table') ORDER BY rowid`,
          )
          .pluck()
          .all() as string[];
        // What happened stays what happened: the journals are put together, nothing in them is taken back.
        const replaced = tables.filter((table) => !table.startsWith("journal"));
        for (const table of replaced) database.exec(`DELETE FROM main."${table}"`);
        for (const table of replaced)
          database.exec(`INSERT INTO main."${table}" SELECT * FROM backup."${table}"`);
        for (const table of ["journal_devices", "journal_purges"])
          database.exec(`INSERT OR IGNORE INTO main.${table} SELECT * FROM backup.${table}`);
        database.exec(
          `INSERT OR IGNORE INTO main.journal SELECT * FROM backup.journal AS old
           WHERE NOT EXISTS (SELECT 1 FROM main.journal_purges AS purged
                             WHERE purged.subject = old.subject AND purged.subject_id = old.subject_id)`,
        );
        database.prepare("INSERT INTO main.journal_behind (since) VALUES (?)").run(Date.now());
      })();
    } finally {
      database.exec("DETACH backup");
    }
  } finally {
    backup.close();
    rmSync(folder, { recursive: true, force: true });
  }
  const phrases = database
    .prepare("SELECT count(*) FROM phrases WHERE trashed_at IS NULL")
    .pluck()
    .get() as number;
  return { phrases, savedAs };
}
