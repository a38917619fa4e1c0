import { z } from "zod";

/** Something that happened, as it was written down: never changed, the same on every machine it comes to. */
export const journalEvent = z.object({
  id: z.uuid(),
  /** The installation that wrote it, and its how manieth event this is. */
  device: z.uuid(),
  seq: z.number().int().min(1),
  /** The writer's clock, milliseconds since 1970. */
  at: z.number().int(),
  /** Later than everything the writer knew of: orders events where clocks disagree. */
  clock: z.number().int(),
  subject: z.string().min(1).max(40),
  subjectId: z.string().min(1).max(80),
  kind: z.string().min(1).max(40),
  data: z.record(z.string(), z.unknown()),
  /** SHA-256 over all of the above, hexadecimal. */
  sum: z.string().regex(/^[0-9a-f]{64}$/),
});
export type JournalEvent = z.infer<typeof journalEvent>;
