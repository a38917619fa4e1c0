import type { Migration } from "../migrate.ts";

/** Complaints as the journal tells them: everything here is a fast copy that is made anew from events. */
export const complaints: Migration = {
  version: 15,
  name: "complaints",
  up: `
    -- What lists are chosen and ordered by. Narrow, so that counting twenty thousand is quick.
    CREATE TABLE complaints (
      row          INTEGER PRIMARY KEY,
      id           TEXT NOT NULL UNIQUE,
      number       TEXT NOT NULL,
      kind         TEXT NOT NULL,
      severity     TEXT NOT NULL,
      stage        TEXT NOT NULL,
      shop         TEXT NOT NULL,
      customer     TEXT NOT NULL,
      order_number TEXT NOT NULL,
      product      TEXT NOT NULL,
      cause        TEXT NOT NULL,
      owner        TEXT NOT NULL,
      -- The earliest thing that is due, milliseconds since 1970.
      deadline_at  INTEGER,
      answer_by    INTEGER,
      answered_at  INTEGER,
      -- What the buyer was given, fen.
      given        INTEGER NOT NULL,
      satisfaction INTEGER,
      opened_at    INTEGER NOT NULL,
      changed_at   INTEGER NOT NULL,
      closed_at    INTEGER
    ) STRICT;
    CREATE INDEX complaints_number ON complaints (number);
    CREATE INDEX complaints_customer ON complaints (customer, opened_at);
    CREATE INDEX complaints_order ON complaints (order_number, opened_at);
    CREATE INDEX complaints_cause ON complaints (cause, opened_at);
    CREATE INDEX complaints_opened ON complaints (opened_at);
    CREATE INDEX complaints_closed ON complaints (closed_at);
    CREATE INDEX complaints_due ON complaints (stage, deadline_at);

    -- The whole case, and the sum of the words it is found by.
    CREATE TABLE complaint_states (
      row   INTEGER PRIMARY KEY REFERENCES complaints (row) ON DELETE CASCADE,
      state TEXT NOT NULL CHECK (json_valid(state)),
      words TEXT NOT NULL
    ) STRICT;

    -- Which files belong to which case, and which entry brought them.
    CREATE TABLE complaint_files (
      case_id TEXT NOT NULL,
      sha256  TEXT NOT NULL,
      name    TEXT NOT NULL,
      size    INTEGER NOT NULL,
      mime    TEXT NOT NULL,
      PRIMARY KEY (case_id, sha256)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX complaint_files_sha ON complaint_files (sha256);

    -- What was said, in pieces of two characters (four in numbers and Latin words): see grams.ts.
    CREATE VIRTUAL TABLE complaint_words USING fts5 (grams, content = '', contentless_delete = 1);
  `,
};
