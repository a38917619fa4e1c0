import type { Migration } from "../migrate.ts";

/** What happened, written once and never changed: promises, complaints and the like are what it says. */
export const journal: Migration = {
  version: 13,
  name: "journal",
  up: `
    CREATE TABLE journal (
      -- Who an event is, on every machine it comes to: merging takes each once.
      id         TEXT PRIMARY KEY,
      -- The installation that wrote it, and its how manieth event of it this is.
      device     TEXT NOT NULL,
      seq        INTEGER NOT NULL,
      -- That machine's clock, milliseconds since 1970.
      at         INTEGER NOT NULL,
      -- Later than everything the writer knew of, whatever its clock said: the order in which events are told.
      clock      INTEGER NOT NULL,
      subject    TEXT NOT NULL,
      subject_id TEXT NOT NULL,
      kind       TEXT NOT NULL,
      data       TEXT NOT NULL CHECK (json_valid(data)),
      -- SHA-256 over all of the above: a row that was edited with other tools is noticed.
      sum        TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX journal_subject ON journal (subject, subject_id, clock, device, seq);
    CREATE INDEX journal_device_seq ON journal (device, seq);
    CREATE INDEX journal_clock ON journal (clock);

    -- What was removed because it was kept for long enough: how much, and the sums, so that it can be shown what it was.
    CREATE TABLE journal_purges (
      subject    TEXT NOT NULL,
      subject_id TEXT NOT NULL,
      at         INTEGER NOT NULL,
      events     TEXT NOT NULL CHECK (json_valid(events)),
      sum        TEXT NOT NULL,
      PRIMARY KEY (subject, subject_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE journal_devices (
      id      TEXT PRIMARY KEY,
      -- Machine and folder: a copied data folder is another device.
      host    TEXT NOT NULL UNIQUE,
      made_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
      BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
    CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
      WHEN NOT EXISTS (
        SELECT 1 FROM journal_purges WHERE subject = OLD.subject AND subject_id = OLD.subject_id
      )
      BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
    CREATE TRIGGER journal_purges_no_update BEFORE UPDATE ON journal_purges
      BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
    CREATE TRIGGER journal_purges_no_delete BEFORE DELETE ON journal_purges
      BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
  `,
};
