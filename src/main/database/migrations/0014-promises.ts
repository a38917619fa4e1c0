import type { Migration } from "../migrate.ts";

/** Nothing yet. */
export const promises: Migration = {
  version: 14,
  name: "promises",
  up: "",
};
