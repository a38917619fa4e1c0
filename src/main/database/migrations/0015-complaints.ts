import type { Migration } from "../migrate.ts";

/** Nothing yet. */
export const complaints: Migration = {
  version: 15,
  name: "complaints",
  up: "",
};
