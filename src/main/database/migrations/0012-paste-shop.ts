import type { Migration } from "../migrate.ts";

/** Which shop was served by a paste; NULL where that was not noted yet. Reports are still answered from an index alone. */
export const pasteShop: Migration = {
  version: 12,
  name: "paste-shop",
  up: `
    ALTER TABLE paste_log ADD COLUMN shop TEXT;
    DROP INDEX IF EXISTS paste_log_report;
    CREATE INDEX paste_log_report ON paste_log (at, outcome, phrase_id, shop);
    DROP INDEX IF EXISTS paste_log_phrase;
    CREATE INDEX paste_log_phrase ON paste_log (phrase_id, shop, at, outcome);
  `,
};
