import type { Migration } from "../migrate.ts";

/** What buyers said and what became of it, as the journal says: made anew from its events whenever they come. */
export const feedback: Migration = {
  version: 17,
  name: "feedback",
  up: `
    CREATE TABLE feedback (
      id           TEXT PRIMARY KEY,
      text         TEXT NOT NULL,
      kind         TEXT NOT NULL,
      department   TEXT NOT NULL,
      customer     TEXT NOT NULL,
      order_number TEXT NOT NULL,
      shop         TEXT NOT NULL,
      noted_by     TEXT NOT NULL,
      noted_at     INTEGER NOT NULL,
      -- NULL: nobody has said yet.
      valuable     INTEGER,
      sent_at      INTEGER,
      sent_to      TEXT NOT NULL,
      answered_at  INTEGER,
      answer       TEXT NOT NULL
    ) STRICT;
    CREATE INDEX feedback_noted ON feedback (noted_at);
  `,
};
