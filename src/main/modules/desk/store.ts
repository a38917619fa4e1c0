import type Database from "better-sqlite3";
import type { PasteRecord } from "../../../shared/contract/desk.ts";

/** How many pastes the log keeps. */
export const LOG_KEPT = 100_000;

export type PasteLog = ReturnType<typeof createPasteLog>;

/** A line of the log. */
export interface LoggedPaste extends Omit<PasteRecord, "id"> {
  /** The shop that was served; "" for none. */
  readonly shop: string;
}

/** Which phrase went where, for which shop, and how it ended; never what was said in a chat. */
export function createPasteLog(database: Database.Database) {
  const insert = database.prepare(
    `INSERT INTO paste_log (at, phrase_id, title, application, outcome, reason, milliseconds, shop)
     VALUES (@at, @phraseId, @title, @application, @outcome, @reason, @milliseconds, @shop)`,
  );
  const prune = database.prepare("DELETE FROM paste_log WHERE id <= ? - ?");

  const rename = database.prepare("UPDATE paste_log SET shop = @after WHERE shop = @before");

  function add(record: LoggedPaste): void {
    const { lastInsertRowid } = insert.run(record);
    prune.run(Number(lastInsertRowid), LOG_KEPT);
  }

  /** Newest first. */
  function list(limit: number): PasteRecord[] {
    return database
      .prepare(
        `SELECT id, at, phrase_id AS phraseId, title, application, outcome, reason, milliseconds
         FROM paste_log ORDER BY id DESC LIMIT ?`,
      )
      .all(limit) as PasteRecord[];
  }

  /** How often each phrase reached a chat or the clipboard since a time (milliseconds since 1970). */
  const usesSince = (at: number): Map<string, number> =>
    new Map(
      (
        database
          .prepare(
            // The last days of a year's log: left alone SQLite reads all of it in the order of its phrases.
            `SELECT phrase_id AS id, count(*) AS count FROM paste_log INDEXED BY paste_log_report
             WHERE at >= ? AND phrase_id IS NOT NULL AND outcome IN ('pasted', 'sent', 'copied') GROUP BY phrase_id`,
          )
          .all(at) as { id: string; count: number }[]
      ).map(({ id, count }) => [id, count]),
    );

  /** A shop has another name since: what was pasted for it counts for it still. */
  const renameShop = (before: string, after: string): void => void rename.run({ before, after });

  return { add, list, usesSince, renameShop };
}
