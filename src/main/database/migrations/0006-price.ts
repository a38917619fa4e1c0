import type { Migration } from "../migrate.ts";

/** Saved schemes of final prices. */
export const price: Migration = {
  version: 6,
  name: "price",
  up: `
    CREATE TABLE price_schemes (
      id         TEXT PRIMARY KEY,
      name       TEXT NOT NULL CHECK (name <> ''),
      shop       TEXT NOT NULL DEFAULT '',
      -- As the agent wrote them: [{slot, text, use}].
      rules      TEXT NOT NULL CHECK (json_valid(rules)),
      counting   TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(counting)),
      created_at INTEGER NOT NULL,
      changed_at INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX price_schemes_name ON price_schemes (shop, name);

    -- Use is not content: undo of a change must not take it back, so it stands apart.
    CREATE TABLE price_scheme_use (
      scheme_id    TEXT PRIMARY KEY,
      last_used_at INTEGER NOT NULL
    ) STRICT;
  `,
};
