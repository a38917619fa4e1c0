import type { Migration } from "../migrate.ts";

/** A phrase may be a list of texts and pictures, and knows the questions it answers. */
export const segments: Migration = {
  version: 2,
  name: "segments",
  up: `
    -- Texts and pictures in order; empty for a phrase of one text. The body stays what is searched.
    ALTER TABLE phrases ADD COLUMN segments TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(segments));
    -- What buyers say when this phrase is the answer.
    ALTER TABLE phrases ADD COLUMN questions TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(questions));
  `,
};
