import type { Migration } from "../migrate.ts";

/** Sets of phrases that hold for a time: campaigns and emergencies. */
export const campaigns: Migration = {
  version: 4,
  name: "campaigns",
  up: `
    -- One row is one set, with its phases and the order of its phrases: undo puts the whole of it back.
    CREATE TABLE campaigns (
      id         TEXT PRIMARY KEY,
      kind       TEXT NOT NULL CHECK (kind IN ('campaign', 'emergency')),
      emergency  TEXT,
      name       TEXT NOT NULL CHECK (name <> ''),
      note       TEXT NOT NULL DEFAULT '',
      colour     TEXT NOT NULL,
      shops      TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(shops)),
      zone       TEXT NOT NULL,
      -- Wall times of the zone, "2026-11-10T20:00": what was meant stays when a country changes its clocks.
      starts     TEXT,
      ends       TEXT,
      phrases    TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(phrases)),
      phases     TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(phases)),
      source     TEXT NOT NULL DEFAULT 'mine',
      -- Which of the sets that come with the program it is, also after it was edited.
      prepared   TEXT,
      created_at INTEGER NOT NULL,
      changed_at INTEGER NOT NULL,
      CHECK ((starts IS NULL) = (ends IS NULL))
    ) STRICT;

    -- Who switched which emergency, when and why. Only added to; the last line of a set is how it stands.
    CREATE TABLE campaign_switches (
      id          INTEGER PRIMARY KEY AUTOINCREMENT,
      at          INTEGER NOT NULL,
      campaign_id TEXT NOT NULL,
      name        TEXT NOT NULL,
      action      TEXT NOT NULL CHECK (action IN ('on', 'off', 'changed')),
      until       INTEGER,
      shops       TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(shops)),
      switched_by TEXT NOT NULL,
      why         TEXT NOT NULL
    ) STRICT;
    CREATE INDEX campaign_switches_of ON campaign_switches (campaign_id, id);
    CREATE TRIGGER campaign_switches_stay BEFORE UPDATE ON campaign_switches
      BEGIN SELECT RAISE(ABORT, 'the log of switching is only added to'); END;
  `,
};
