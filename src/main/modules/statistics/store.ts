import type Database from "better-sqlite3";
import type { PasteOutcome } from "../../../shared/contract/desk.ts";

/** What counts as a use: it reached a chat or the clipboard. */
const USED = "outcome IN ('pasted', 'sent', 'copied')";

/** The steps of time uses are counted in: every zone's hours begin on one, milliseconds. */
export const BUCKET = 15 * 60 * 1_000;

export type StatisticsStore = ReturnType<typeof createStatisticsStore>;

/** Aggregates over the paste log and the library. Times in milliseconds since 1970, `to` excluded. */
export function createStatisticsStore(database: Database.Database) {
  const buckets = database.prepare(
    `SELECT at / ${BUCKET} AS bucket, count(*) AS count FROM paste_log
     WHERE at >= ? AND at < ? AND ${USED} GROUP BY bucket ORDER BY bucket`,
  );
  const outcomes = database.prepare(
    "SELECT outcome, count(*) AS count FROM paste_log WHERE at >= ? AND at < ? GROUP BY outcome",
  );
  const phrasesBy = (
    index: string,
  ) => `SELECT l.id, coalesce(p.title, '') AS title, p.category_id AS categoryId,
       coalesce(l.shop, p.shop, '') AS shop, l.count
     FROM (SELECT phrase_id AS id, shop, count(*) AS count FROM paste_log INDEXED BY ${index}
           WHERE at >= ? AND at < ? AND ${USED} AND phrase_id IS NOT NULL GROUP BY phrase_id, shop) AS l
     LEFT JOIN phrases AS p ON p.id = l.id ORDER BY l.id`;
  // A short stretch is picked out by its time and sorted; most of the log is read in the order of its phrases.
  const phrasesOfSome = database.prepare(phrasesBy("paste_log_report"));
  const phrasesOfMost = database.prepare(phrasesBy("paste_log_phrase"));
  const lastTitle = database
    .prepare("SELECT title FROM paste_log WHERE phrase_id = ? ORDER BY at DESC LIMIT 1")
    .pluck();
  const unused = `FROM phrases AS p LEFT JOIN phrase_use AS u ON u.phrase_id = p.id
    WHERE p.trashed_at IS NULL AND p.created_at < ? AND coalesce(u.count, 0) = 0`;
  const unusedIds = database.prepare(`SELECT p.id ${unused} ORDER BY p.created_at, p.id`).pluck();
  const texts = database.prepare(
    `SELECT p.id, p.body, p.segments <> '[]' AS pieces, coalesce(u.count, 0) AS uses, p.created_at AS createdAt
     FROM phrases AS p LEFT JOIN phrase_use AS u ON u.phrase_id = p.id
     WHERE p.trashed_at IS NULL AND p.id > ? ORDER BY p.id LIMIT 500`,
  );

  const bury = database.prepare(
    "UPDATE phrases SET trashed_at = ? WHERE trashed_at IS NULL AND id = ?",
  );

  return {
    /** Puts a phrase into the trash; inside a change. */
    trash: (id: string, at: number): void => void bury.run(at, id),
    /** Uses by quarter of an hour since 1970. */
    buckets: (from: number, to: number) =>
      buckets.all(from, to) as { bucket: number; count: number }[],
    outcomes: (from: number, to: number) =>
      outcomes.all(from, to) as { outcome: PasteOutcome; count: number }[],
    /**
     * Uses by phrase and by the shop that was served, where that was noted, else by the phrase's own. A phrase that is
     * gone has no title. @param many whether they are most of the log
     */
    phrases: (from: number, to: number, many: boolean) =>
      (many ? phrasesOfMost : phrasesOfSome).all(from, to) as {
        id: string;
        title: string;
        categoryId: string | null;
        shop: string;
        count: number;
      }[],
    /** What a phrase that is gone was called when it was last used. */
    lastTitle: (id: string): string => (lastTitle.get(id) as string | undefined) ?? "",
    /** Live phrases made before a moment and never used, oldest first. */
    unused: (before: number) => unusedIds.all(before) as string[],
    /** Texts of live phrases, read in portions: no statement stays open meanwhile. */
    *texts(): Generator<StoredText> {
      for (let after = ""; ;) {
        const portion = texts.all(after) as (Omit<StoredText, "pieces"> & { pieces: number })[];
        for (const row of portion) yield { ...row, pieces: row.pieces === 1 };
        const last = portion.at(-1);
        if (!last) return;
        after = last.id;
      }
    },
  };
}

/** A phrase's text, as far as it is compared with others. */
export interface StoredText {
  readonly id: string;
  readonly body: string;
  /** True when it is more than one text: pictures, or several messages. */
  readonly pieces: boolean;
  readonly uses: number;
  readonly createdAt: number;
}
