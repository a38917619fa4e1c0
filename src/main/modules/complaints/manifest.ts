import { createHash } from "node:crypto";
import { z } from "zod";
import { journalEvent } from "../../../shared/contract/journal.ts";

export const CASE_FORMAT = "replydeck-case" as const;
export const MANIFEST = "manifest.json";
export const CASE_JSON = "case.json";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What is in an exported case, and the sums of it. */
export const caseManifest = z.object({
  format: z.literal(CASE_FORMAT),
  version: z.literal(1),
  id: z.uuid(),
  number: z.string(),
  exportedAt: z.string(),
  events: z.array(z.object({ id: z.string(), sum: sha256 })),
  files: z.array(z.object({ name: z.string(), size: z.number().int().min(0), sha256 })),
  /** Over all of the above. */
  sum: sha256,
});
export type CaseManifest = z.infer<typeof caseManifest>;

/** The case's own file: its events are the case, what else it says is for people. */
export const caseJson = z.object({
  format: z.literal(CASE_FORMAT),
  version: z.literal(1),
  events: z.array(z.unknown()),
});

/** One event as it stands in the file, or null when it is not one. */
export const asEvent = (value: unknown) => journalEvent.safeParse(value).data ?? null;

/** The sum of a manifest over everything else in it. */
export function manifestSum(manifest: Omit<CaseManifest, "sum">): string {
  const { format, version, id, number, exportedAt, events, files } = manifest;
  const said = [
    ...[format, version, id, number, exportedAt],
    events.map((event) => [event.id, event.sum]),
    files.map((file) => [file.name, file.size, file.sha256]),
  ];
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}
