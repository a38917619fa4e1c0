import type { Migration } from "../migrate.ts";

/** The phrase library, its history, and the paste log. */
export const phrases: Migration = {
  version: 1,
  name: "phrases",
  up: `
    CREATE TABLE categories (
      id        TEXT PRIMARY KEY,
      parent_id TEXT REFERENCES categories(id) DEFERRABLE INITIALLY DEFERRED,
      name      TEXT NOT NULL CHECK (name <> ''),
      position  REAL NOT NULL DEFAULT 0
    ) STRICT;
    CREATE UNIQUE INDEX categories_name ON categories (coalesce(parent_id, ''), name);

    CREATE TABLE phrases (
      id          TEXT PRIMARY KEY,
      title       TEXT NOT NULL,
      body        TEXT NOT NULL CHECK (body <> ''),
      shortcut    TEXT NOT NULL DEFAULT '',
      category_id TEXT REFERENCES categories(id) DEFERRABLE INITIALLY DEFERRED,
      tags        TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags)),
      shop        TEXT NOT NULL DEFAULT '',
      favourite   INTEGER NOT NULL DEFAULT 0 CHECK (favourite IN (0, 1)),
      hotkey      TEXT,
      send_mode   TEXT NOT NULL DEFAULT 'paste' CHECK (send_mode IN ('paste', 'send')),
      note        TEXT NOT NULL DEFAULT '',
      source      TEXT NOT NULL DEFAULT 'mine',
      created_at  INTEGER NOT NULL,
      changed_at  INTEGER NOT NULL,
      trashed_at  INTEGER
    ) STRICT;
    CREATE INDEX phrases_category ON phrases (category_id);
    -- Counting and listing a category without touching the rows themselves.
    CREATE INDEX phrases_in_category ON phrases (category_id, created_at) WHERE trashed_at IS NULL;
    CREATE INDEX phrases_shortcut ON phrases (lower(shortcut)) WHERE shortcut <> '';
    -- Read backwards: newest first, and of one moment the one written last first.
    CREATE INDEX phrases_newest ON phrases (created_at) WHERE trashed_at IS NULL;
    CREATE INDEX phrases_favourite ON phrases (created_at) WHERE trashed_at IS NULL AND favourite = 1;
    CREATE INDEX phrases_shop ON phrases (shop) WHERE trashed_at IS NULL AND shop <> '';
    CREATE INDEX phrases_trash ON phrases (trashed_at) WHERE trashed_at IS NOT NULL;
    CREATE UNIQUE INDEX phrases_hotkey ON phrases (hotkey) WHERE hotkey IS NOT NULL AND trashed_at IS NULL;

    -- Use is not content: undo of an edit must not take it back, so it stands apart.
    CREATE TABLE phrase_use (
      phrase_id    TEXT PRIMARY KEY,
      count        INTEGER NOT NULL DEFAULT 0,
      last_used_at INTEGER
    ) STRICT;
    CREATE INDEX phrase_use_recent ON phrase_use (last_used_at DESC);

    -- What each row looked like before a change; NULL: it was not there. Undo puts it back.
    CREATE TABLE history (
      id        INTEGER PRIMARY KEY AUTOINCREMENT,
      at        INTEGER NOT NULL,
      kind      TEXT NOT NULL,
      label     TEXT NOT NULL,
      count     INTEGER NOT NULL,
      undone_at INTEGER,
      -- The entry this one takes back, when it is an undo.
      undoes    INTEGER
    ) STRICT;
    CREATE TABLE history_rows (
      history_id INTEGER NOT NULL REFERENCES history(id) ON DELETE CASCADE,
      entity     TEXT NOT NULL CHECK (entity IN ('phrase', 'category')),
      entity_id  TEXT NOT NULL,
      before     TEXT,
      PRIMARY KEY (history_id, entity, entity_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX history_rows_entity ON history_rows (entity_id, history_id);

    -- Which phrase went where and how it ended; never what was said in the chat.
    CREATE TABLE paste_log (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      at           INTEGER NOT NULL,
      phrase_id    TEXT,
      title        TEXT NOT NULL,
      application  TEXT NOT NULL,
      outcome      TEXT NOT NULL CHECK (outcome IN ('pasted', 'sent', 'copied', 'failed', 'cancelled')),
      reason       TEXT,
      milliseconds INTEGER NOT NULL
    ) STRICT;
  `,
};
