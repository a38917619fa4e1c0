import { z } from "zod";
import { phraseRow } from "./phrases.ts";
import { procedure } from "./procedure.ts";

/** How a talk ends: nothing bought, bought, or received, well or not. */
export const closingForm = z.enum(["noDeal", "deal", "receivedFine", "receivedProblem"]);
export type ClosingForm = z.infer<typeof closingForm>;

/** What the suggestion rests on. */
export const closingWhy = z.enum([
  "nobody",
  "noOrder",
  "unpaid",
  "order",
  "paid",
  "received",
  "trouble",
]);
export type ClosingWhy = z.infer<typeof closingWhy>;

/** 结束语: how to end the talk with the customer in hand. */
export const closingProcedures = {
  "closing.lines": procedure({
    input: z.object({ shop: z.string().max(80).default("") }),
    output: z.object({
      suggested: closingForm,
      why: closingWhy,
      /** Every form, the suggested one first, each with the library's lines for it, the most used first. */
      forms: z.array(z.object({ form: closingForm, rows: z.array(phraseRow) })),
    }),
  }),
};
