import type { Migration } from "../migrate.ts";

/** What was promised to buyers: fast copies of what the journal says, and what was reminded of. */
export const promises: Migration = {
  version: 14,
  name: "promises",
  up: `
    CREATE TABLE promises (
      id            TEXT PRIMARY KEY,
      text          TEXT NOT NULL,
      note          TEXT NOT NULL,
      customer      TEXT NOT NULL,
      order_number  TEXT NOT NULL,
      shop          TEXT NOT NULL,
      due_at        INTEGER NOT NULL,
      date_only     INTEGER NOT NULL CHECK (date_only IN (0, 1)),
      due_zone      TEXT NOT NULL,
      source        TEXT NOT NULL,
      phrase_id     TEXT,
      case_id       TEXT,
      owner         TEXT NOT NULL,
      created_at    INTEGER NOT NULL,
      changed_at    INTEGER NOT NULL,
      -- As seen here: one that another installation has to keep is handed.
      state         TEXT NOT NULL CHECK (state IN ('open', 'done', 'handed', 'withdrawn')),
      closed_at     INTEGER,
      handed_to     TEXT,
      taken_at      INTEGER,
      given_by      TEXT,
      carried       INTEGER NOT NULL,
      reason        TEXT NOT NULL,
      snoozed_until INTEGER,
      -- When it was last said when it is due.
      due_set_at    INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX promises_open ON promises (due_at, id) WHERE state = 'open';
    CREATE INDEX promises_due ON promises (due_at, state, closed_at);
    CREATE INDEX promises_phrase ON promises (phrase_id) WHERE state = 'open' AND phrase_id IS NOT NULL;
    CREATE INDEX promises_case ON promises (case_id) WHERE case_id IS NOT NULL;

    -- Steps taken here that count for a day.
    CREATE TABLE promise_steps (
      event_id   TEXT PRIMARY KEY,
      promise_id TEXT NOT NULL,
      -- The order of the steps, whatever the clock said.
      clock      INTEGER NOT NULL,
      at         INTEGER NOT NULL,
      kind       TEXT NOT NULL CHECK (kind IN ('done', 'carried', 'handed', 'withdrawn', 'reopened')),
      due_at     INTEGER NOT NULL,
      date_only  INTEGER NOT NULL CHECK (date_only IN (0, 1)),
      reason     TEXT NOT NULL,
      handed_to  TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX promise_steps_at ON promise_steps (at, kind, promise_id);
    CREATE INDEX promise_steps_of ON promise_steps (promise_id);

    -- Sheets of days that were closed here.
    CREATE TABLE promise_days (
      day       TEXT PRIMARY KEY,
      closed_at INTEGER NOT NULL,
      sheet     TEXT NOT NULL CHECK (json_valid(sheet))
    ) STRICT, WITHOUT ROWID;

    -- What was reminded of: a time that was told is not told again, after a restart either.
    CREATE TABLE promise_reminders (
      promise_id TEXT NOT NULL,
      due_at     INTEGER NOT NULL,
      -- The time the reminder was for.
      for_time   INTEGER NOT NULL,
      at         INTEGER NOT NULL,
      PRIMARY KEY (promise_id, due_at, for_time)
    ) STRICT, WITHOUT ROWID;

    -- What a phrase promises, as a due time in words; '' for nothing.
    ALTER TABLE phrases ADD COLUMN promise TEXT NOT NULL DEFAULT '';
  `,
};
