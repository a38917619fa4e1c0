import type { Migration } from "../migrate.ts";

/** The shops an agent serves, with what each fills into templates. */
export const shops: Migration = {
  version: 8,
  name: "shops",
  up: `
    CREATE TABLE shops (
      id       TEXT PRIMARY KEY,
      name     TEXT NOT NULL UNIQUE CHECK (name <> ''),
      position REAL NOT NULL
    ) STRICT;

    CREATE TABLE shop_variables (
      shop_id  TEXT NOT NULL REFERENCES shops(id) ON DELETE CASCADE,
      name     TEXT NOT NULL CHECK (name <> ''),
      value    TEXT NOT NULL,
      position INTEGER NOT NULL,
      PRIMARY KEY (shop_id, name)
    ) STRICT, WITHOUT ROWID;

    -- Phrases name their shop: a new name is one step of the history, whose undo takes the shop's name back too.
    CREATE TABLE shop_renames (
      history_id INTEGER PRIMARY KEY REFERENCES history(id) ON DELETE CASCADE,
      shop_id    TEXT NOT NULL,
      before     TEXT NOT NULL,
      after      TEXT NOT NULL
    ) STRICT;

    -- Shops that phrases name already.
    INSERT INTO shops (id, name, position)
      SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-a' ||
        substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))), shop, row_number() OVER (ORDER BY min(created_at))
      FROM phrases WHERE shop <> '' AND trashed_at IS NULL GROUP BY shop;
  `,
};
