import type { Migration } from "../migrate.ts";

/** Which shop was being served when something was pasted. Rows from before have none: the phrase's own shop stands for it. */
export const pasteShop: Migration = {
  version: 12,
  name: "paste-shop",
  up: `ALTER TABLE paste_log ADD COLUMN shop TEXT`,
};
