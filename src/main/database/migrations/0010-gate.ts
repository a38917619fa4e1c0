import type { Migration } from "../migrate.ts";

/** Words that should not be sent: what team and person add to the bundled lists, and how a person sets entries. */
export const gate: Migration = {
  version: 10,
  name: "gate",
  up: `
    CREATE TABLE gate_words (
      id           TEXT PRIMARY KEY,
      word         TEXT NOT NULL CHECK (word <> ''),
      -- The letters it is looked for by: two spellings with the same letters are the same word.
      letters      TEXT NOT NULL CHECK (letters <> ''),
      also         TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(also)),
      kind         TEXT NOT NULL,
      severity     TEXT NOT NULL CHECK (severity IN ('block', 'warn')),
      replacements TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(replacements)),
      exceptions   TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(exceptions)),
      whole        INTEGER NOT NULL DEFAULT 0 CHECK (whole IN (0, 1)),
      shops        TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(shops)),
      source       TEXT NOT NULL CHECK (source IN ('team', 'mine')),
      created_at   INTEGER NOT NULL,
      changed_at   INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX gate_words_letters ON gate_words (letters, source);

    -- What a person switched off or weighs otherwise, by the id of the entry, bundled ones included.
    CREATE TABLE gate_choices (
      id       TEXT PRIMARY KEY,
      word     TEXT NOT NULL,
      enabled  INTEGER NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1)),
      severity TEXT CHECK (severity IN ('block', 'warn'))
    ) STRICT;
  `,
};
