import type { Migration } from "../migrate.ts";

/** Nothing yet. */
export const reports: Migration = {
  version: 18,
  name: "reports",
  up: "",
};
