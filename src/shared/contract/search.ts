import { z } from "zod";
import { procedure } from "./procedure.ts";
import { phraseRow } from "./phrases.ts";

/** Start and end (exclusive), in UTF-16 units, of a matched run. */
export const range = z.tuple([z.number().int(), z.number().int()]);
export type Range = z.infer<typeof range>;

export const marks = z.object({
  title: z.array(range),
  body: z.array(range),
  shortcut: z.array(range),
});
export type Marks = z.infer<typeof marks>;

/** Why a phrase comes before the others now. */
export const badge = z.enum(["emergency", "campaign", "featured"]);
export type Badge = z.infer<typeof badge>;

export const searchHit = z.object({ phrase: phraseRow, marks, badge: badge.nullable() });
export type SearchHit = z.infer<typeof searchHit>;

export const searchProcedures = {
  /** Best first. An empty text gives favourites and what was used lately. */
  "search.query": procedure({
    input: z.object({
      text: z.string().max(500),
      limit: z.number().int().min(1).max(100).default(20),
      /** Only this shop's phrases and those of no shop. */
      shop: z.string().nullable().default(null),
    }),
    output: z.object({
      hits: z.array(searchHit),
      /** False while the index is still being built; the list is then not complete. */
      ready: z.boolean(),
    }),
  }),
};
