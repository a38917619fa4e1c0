import type { Migration } from "../migrate.ts";

/** Nothing yet. */
export const feedback: Migration = {
  version: 17,
  name: "feedback",
  up: "",
};
