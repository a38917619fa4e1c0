import type { Migration } from "../migrate.ts";

/** Saved schemes of final prices; the history keeps rows of any feature. */
export const price: Migration = {
  version: 3,
  name: "price",
  up(database) {
    database.exec(`
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
    `);
    const rows = database
      .prepare("SELECT sql FROM sqlite_schema WHERE name = 'history_rows'")
      .pluck()
      .get() as string;
    if (!rows.includes("CHECK (entity IN")) return;
    // Which rows can be put back is known by the program, not by the table.
    database.exec(`
      CREATE TABLE history_rows_of_any (
        history_id INTEGER NOT NULL REFERENCES history(id) ON DELETE CASCADE,
        entity     TEXT NOT NULL,
        entity_id  TEXT NOT NULL,
        before     TEXT,
        PRIMARY KEY (history_id, entity, entity_id)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO history_rows_of_any SELECT history_id, entity, entity_id, before FROM history_rows;
      DROP TABLE history_rows;
      ALTER TABLE history_rows_of_any RENAME TO history_rows;
      CREATE INDEX history_rows_entity ON history_rows (entity_id, history_id);
    `);
  },
};
