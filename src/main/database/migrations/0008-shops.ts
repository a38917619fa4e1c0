import type { Migration } from "../migrate.ts";

/** The shops an agent serves, with what each fills into templates. */
export const shops: Migration = {
  version: 8,
  name: "shops",
  up: `
    CREATE TABLE shops (
      id        TEXT PRIMARY KEY,
      name      TEXT NOT NULL UNIQUE CHECK (name <> ''),
      -- What the shop fills in: a list of {name, value}.
      variables TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(variables)),
      position  REAL NOT NULL
    ) STRICT;

    -- Shops that phrases name already.
    INSERT INTO shops (id, name, position)
      SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-a' ||
        substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))), shop, row_number() OVER (ORDER BY min(created_at))
      FROM phrases WHERE shop <> '' AND trashed_at IS NULL GROUP BY shop;
  `,
};
