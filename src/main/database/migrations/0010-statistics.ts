import type { Migration } from "../migrate.ts";

/** Reports over the paste log are answered from an index alone. */
export const statistics: Migration = {
  version: 10,
  name: "statistics",
  up: `CREATE INDEX paste_log_report ON paste_log (at, outcome, phrase_id);`,
};
