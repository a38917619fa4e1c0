import type { Migration } from "../migrate.ts";

/** Weekly reports: what is being written, and fast copies of those the journal keeps. */
export const reports: Migration = {
  version: 18,
  name: "reports",
  up: `
    CREATE TABLE report_drafts (
      -- "2026-W48".
      week     TEXT PRIMARY KEY,
      words    TEXT NOT NULL CHECK (json_valid(words)),
      saved_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE reports (
      -- The event that says that it was finished.
      id          TEXT PRIMARY KEY,
      week        TEXT NOT NULL,
      -- Its place among those of the week.
      place       INTEGER NOT NULL,
      finished_at INTEGER NOT NULL,
      agent       TEXT NOT NULL,
      content     TEXT NOT NULL CHECK (json_valid(content))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX reports_week ON reports (week, place);
  `,
};
