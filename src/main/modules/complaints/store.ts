import type Database from "better-sqlite3";
import type { EvidenceFile } from "../../../shared/contract/complaintFacts.ts";
import type { Complaint } from "../../../shared/contract/complaints.ts";
import type { Folded, Happened } from "./fold.ts";
import { gramsOf } from "./grams.ts";
import { columnsOf, filesOf, sumOfWords, wordsOf } from "./rows.ts";

export type ComplaintStore = ReturnType<typeof createComplaintStore>;

/** A file of a case. */
export interface CaseFile extends EvidenceFile {
  readonly caseId: string;
  readonly number: string;
}

/** What was removed after the time of keeping. */
export interface Purged {
  readonly id: string;
  readonly at: number;
  readonly events: number;
  readonly sum: string;
}

/** Cases in SQLite: a copy of what the journal says, made anew case by case. */
export function createComplaintStore(database: Database.Database) {
  const rowOf = database.prepare("SELECT row FROM complaints WHERE id = ?").pluck();
  const upsert = database
    .prepare(
      `INSERT INTO complaints (id, number, kind, severity, stage, shop, customer, order_number, product, cause, owner,
         deadline_at, answer_by, answered_at, given, satisfaction, opened_at, changed_at, closed_at)
       VALUES (@id, @number, @kind, @severity, @stage, @shop, @customer, @order, @product, @cause, @owner,
         @deadlineAt, @answerBy, @answeredAt, @given, @satisfaction, @openedAt, @changedAt, @closedAt)
       ON CONFLICT (id) DO UPDATE SET number = excluded.number, kind = excluded.kind, severity = excluded.severity,
         stage = excluded.stage, shop = excluded.shop, customer = excluded.customer, order_number = excluded.order_number,
         product = excluded.product, cause = excluded.cause, owner = excluded.owner, deadline_at = excluded.deadline_at,
         answer_by = excluded.answer_by, answered_at = excluded.answered_at, given = excluded.given,
         satisfaction = excluded.satisfaction, opened_at = excluded.opened_at, changed_at = excluded.changed_at,
         closed_at = excluded.closed_at
       RETURNING row`,
    )
    .pluck();
  const knownWords = database.prepare("SELECT words FROM complaint_states WHERE row = ?").pluck();
  const putState = database.prepare(
    `INSERT INTO complaint_states (row, state, words) VALUES (?, ?, ?)
     ON CONFLICT (row) DO UPDATE SET state = excluded.state, words = excluded.words`,
  );
  const dropWords = database.prepare("DELETE FROM complaint_words WHERE rowid = ?");
  const putWords = database.prepare("INSERT INTO complaint_words (rowid, grams) VALUES (?, ?)");
  const dropFiles = database.prepare("DELETE FROM complaint_files WHERE case_id = ?");
  const putFile = database.prepare(
    `INSERT INTO complaint_files (case_id, sha256, name, size, mime) VALUES (?, ?, ?, ?, ?)`,
  );
  const stateOf = database
    .prepare(
      "SELECT state FROM complaint_states WHERE row = (SELECT row FROM complaints WHERE id = ?)",
    )
    .pluck();

  /** Makes the rows of a case equal to what its events say. */
  function save(folded: Folded, happened: readonly Happened[]): void {
    const row = upsert.get(columnsOf(folded.case)) as number;
    const words = wordsOf(folded, happened);
    const sum = sumOfWords(words);
    const before = knownWords.get(row) as string | undefined;
    // Most steps say nothing new: only then the index is left alone.
    if (before !== sum) {
      if (before !== undefined) dropWords.run(row);
      putWords.run(row, gramsOf(words));
    }
    putState.run(row, JSON.stringify(folded.case), sum);
    dropFiles.run(folded.case.id);
    for (const { sha256, name, size, mime } of filesOf(happened))
      putFile.run(folded.case.id, sha256, name, size, mime);
  }

  /** Forgets a case of which there are no events any more. */
  function remove(id: string): void {
    const row = rowOf.get(id) as number | undefined;
    if (row === undefined) return;
    dropWords.run(row);
    dropFiles.run(id);
    database.prepare("DELETE FROM complaints WHERE row = ?").run(row);
  }

  /** Forgets everything, for being made anew: after a restore rows and words may be of different libraries. */
  function clear(): void {
    for (const table of ["complaint_words", "complaint_files", "complaint_states", "complaints"])
      database.exec(`DELETE FROM ${table}`);
  }

  const get = (id: string): Complaint | null => {
    const state = stateOf.get(id) as string | undefined;
    return state === undefined ? null : (JSON.parse(state) as Complaint);
  };

  /** The next number of a day: the how manieth of this installation. In the transaction that opens the case. */
  function nextNumber(prefix: string, mark: string): string {
    const last = database
      .prepare(
        `SELECT max(CAST(substr(number, ?) AS INTEGER)) FROM complaints
         WHERE number >= ? AND number < ? AND number LIKE ?`,
      )
      .pluck()
      .get(prefix.length + 1, prefix, `${prefix}~`, `%-${mark}`) as number | null;
    return `${prefix}${String((last ?? 0) + 1).padStart(3, "0")}-${mark}`;
  }

  /** Other cases of the customer in that shop, or of the order; the newest first. */
  const related = (it: Complaint): Complaint[] =>
    (
      database
        .prepare(
          `SELECT state FROM complaint_states JOIN (
             SELECT row, opened_at FROM complaints WHERE customer = @customer AND @customer <> '' AND shop = @shop
             UNION
             SELECT row, opened_at FROM complaints WHERE order_number = @order AND @order <> ''
           ) USING (row) ORDER BY opened_at DESC LIMIT 51`,
        )
        .pluck()
        .all({ customer: it.customer, shop: it.shop, order: it.order }) as string[]
    )
      .map((state) => JSON.parse(state) as Complaint)
      .filter(({ id }) => id !== it.id);

  /** How many other cases have the same cause since a time. */
  const sameCause = (it: Complaint, since: number): number =>
    database
      .prepare(
        `SELECT count(*) FROM complaints WHERE cause = @cause AND @cause <> '' AND opened_at >= @since AND id <> @id`,
      )
      .pluck()
      .get({ cause: it.cause, since, id: it.id }) as number;

  /** Every file of every case. */
  const files = (): CaseFile[] =>
    database
      .prepare(
        `SELECT f.case_id AS caseId, c.number, f.sha256, f.name, f.size, f.mime FROM complaint_files f
         JOIN complaints c ON c.id = f.case_id ORDER BY c.number, f.name`,
      )
      .all() as CaseFile[];

  const file = (sha256: string): EvidenceFile | null =>
    (database
      .prepare("SELECT sha256, name, size, mime FROM complaint_files WHERE sha256 = ? LIMIT 1")
      .get(sha256) as EvidenceFile | undefined) ?? null;

  /** Values of a field used before that contain a text, the most frequent first. */
  const known = (field: "cause" | "product" | "owner" | "shop", text: string, limit: number) =>
    database
      .prepare(
        `SELECT ${field} FROM complaints WHERE ${field} <> '' AND instr(lower(${field}), lower(?)) > 0
         GROUP BY ${field} ORDER BY count(*) DESC, max(opened_at) DESC LIMIT ?`,
      )
      .pluck()
      .all(text, limit) as string[];

  /** Cases closed before a time and not added to since then, the oldest first: evidence may still come to a closed case. */
  const closedBefore = (before: number): Complaint[] =>
    (
      database
        .prepare(
          `SELECT state FROM complaint_states JOIN complaints USING (row)
           WHERE closed_at < @before AND changed_at < @before ORDER BY closed_at`,
        )
        .pluck()
        .all({ before }) as string[]
    ).map((state) => JSON.parse(state) as Complaint);

  /** Which of these files no other case than these has. */
  function onlyOf(ids: readonly string[]): { sha256: string; size: number }[] {
    return database
      .prepare(
        `SELECT sha256, max(size) AS size FROM complaint_files GROUP BY sha256
         HAVING sum(case_id NOT IN (SELECT value FROM json_each(?))) = 0`,
      )
      .all(JSON.stringify(ids)) as { sha256: string; size: number }[];
  }

  const purged = (subject: string): Purged[] =>
    database
      .prepare(
        `SELECT subject_id AS id, at, json_array_length(events) AS events, sum FROM journal_purges
         WHERE subject = ? ORDER BY at DESC, subject_id`,
      )
      .all(subject) as Purged[];

  return {
    ...{ save, remove, clear, get, nextNumber, related, sameCause },
    ...{ files, file, known, closedBefore, onlyOf, purged },
    /** All or nothing, also with what other features write. */
    atOnce: <T>(work: () => T): T => database.transaction(work).immediate(),
  };
}
