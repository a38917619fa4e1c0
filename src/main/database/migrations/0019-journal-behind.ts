import type { Migration } from "../migrate.ts";

/** Says that journals were merged and the tables that follow them have not been made anew since. */
export const journalBehind: Migration = {
  version: 19,
  name: "journal-behind",
  up: `CREATE TABLE journal_behind (since INTEGER NOT NULL) STRICT;`,
};
