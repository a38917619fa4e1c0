import type { Migration } from "../migrate.ts";

/** A step of the history may hold rows of any feature: which there are is known by the program, not by the table. */
export const historyOfAny: Migration = {
  version: 3,
  name: "history-of-any",
  up: `
    CREATE TABLE history_rows_new (
      history_id INTEGER NOT NULL REFERENCES history(id) ON DELETE CASCADE,
      entity     TEXT NOT NULL,
      entity_id  TEXT NOT NULL,
      before     TEXT,
      PRIMARY KEY (history_id, entity, entity_id)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO history_rows_new SELECT history_id, entity, entity_id, before FROM history_rows;
    DROP TABLE history_rows;
    ALTER TABLE history_rows_new RENAME TO history_rows;
    CREATE INDEX history_rows_entity ON history_rows (entity_id, history_id);
  `,
};
