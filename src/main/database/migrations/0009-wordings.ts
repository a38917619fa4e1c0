import type { Migration } from "../migrate.ts";

/** Wordings of one question side by side, with their ratings, uses and outcomes. */
export const wordings: Migration = {
  version: 9,
  name: "wordings",
  up: `
    CREATE TABLE wording_topics (
      id         TEXT PRIMARY KEY,
      title      TEXT NOT NULL CHECK (title <> ''),
      -- Other ways of asking the same.
      examples   TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(examples)),
      -- The wording that is the standard.
      standard   TEXT,
      created_at INTEGER NOT NULL,
      changed_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE wordings (
      id         TEXT PRIMARY KEY,
      topic_id   TEXT NOT NULL,
      -- Not NULL: it is this phrase of the library, whose text counts; body is then what it last was.
      phrase_id  TEXT,
      body       TEXT NOT NULL CHECK (body <> ''),
      segments   TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(segments)),
      author     TEXT NOT NULL DEFAULT '',
      origin     TEXT NOT NULL CHECK (origin IN ('own', 'phrase', 'colleague', 'former')),
      -- Uses of the phrase count as its own from here on.
      live_from  INTEGER,
      -- Those from before that, or of a text that is no phrase.
      past_uses  INTEGER NOT NULL DEFAULT 0,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX wordings_of ON wordings (topic_id, created_at);
    CREATE INDEX wordings_phrase ON wordings (phrase_id) WHERE phrase_id IS NOT NULL;

    -- What a person thinks of it is not content: undo of a change must not take it back, so it stands apart.
    CREATE TABLE wording_ratings (
      wording_id TEXT PRIMARY KEY,
      rating     INTEGER NOT NULL DEFAULT 0 CHECK (rating BETWEEN 0 AND 5),
      note       TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE TABLE wording_outcomes (
      id         INTEGER PRIMARY KEY AUTOINCREMENT,
      at         INTEGER NOT NULL,
      wording_id TEXT NOT NULL,
      outcome    TEXT NOT NULL CHECK (outcome IN ('deal', 'none', 'unclear'))
    ) STRICT;
    CREATE INDEX wording_outcomes_of ON wording_outcomes (wording_id, outcome, id);

    CREATE INDEX IF NOT EXISTS paste_log_phrase ON paste_log (phrase_id, at);
  `,
};
