import type { Migration } from "../migrate.ts";

/** Reports over the paste log are answered from an index alone. */
export const statistics: Migration = {
  version: 11,
  name: "statistics",
  up: `
    CREATE INDEX paste_log_report ON paste_log (at, outcome, phrase_id);
    DROP INDEX IF EXISTS paste_log_phrase;
    CREATE INDEX paste_log_phrase ON paste_log (phrase_id, at, outcome);
  `,
};
