import type { Migration } from "../migrate.ts";

/** When promises were due and still open: a day that was not clear stays so, whatever was done later. */
export const promisesLate: Migration = {
  version: 20,
  name: "promises-late",
  up: `
    CREATE TABLE promise_late (
      promise_id TEXT NOT NULL,
      late_from  INTEGER NOT NULL,
      -- The largest safe integer: it is still open.
      until      INTEGER NOT NULL CHECK (until > late_from),
      due_at     INTEGER NOT NULL,
      date_only  INTEGER NOT NULL CHECK (date_only IN (0, 1)),
      PRIMARY KEY (promise_id, late_from, until)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX promise_late_until ON promise_late (until, late_from);
    -- Was for asking what a day left open.
    DROP INDEX promises_due;

    -- The journal knows it of earlier promises: their tables are made anew at the next start.
    INSERT INTO journal_behind (since)
      SELECT 0 WHERE EXISTS (SELECT 1 FROM journal WHERE subject = 'promise');
  `,
};
