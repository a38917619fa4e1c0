import type { Migration } from "../migrate.ts";

/** Nothing yet. */
export const urging: Migration = {
  version: 16,
  name: "urging",
  up: "",
};
