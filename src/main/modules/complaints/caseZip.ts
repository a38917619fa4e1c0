import { createHash } from "node:crypto";
import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
import type { Complaint } from "../../../shared/contract/complaints.ts";
import type { EvidenceFile } from "../../../shared/contract/complaintFacts.ts";
import type { JournalEvent } from "../../../shared/contract/journal.ts";
import { plainName } from "./fileKind.ts";
import { CASE_FORMAT, type CaseManifest, MANIFEST, manifestSum } from "./manifest.ts";

interface Part {
  readonly name: string;
  readonly content: string | Uint8Array | AsyncIterable<Uint8Array>;
}

export interface CaseExport {
  readonly case: Complaint;
  readonly events: readonly JournalEvent[];
  /** The case in words, by file name; what could not be made is left out. */
  readonly papers: readonly { readonly name: string; readonly content: string | Uint8Array }[];
  /** The files that are where they were kept. */
  readonly evidence: readonly (EvidenceFile & { readonly content: AsyncIterable<Uint8Array> })[];
  readonly now: number;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** A name that is in the zip once and on every system: a part of the sum, then the file's own. */
export const evidenceName = ({ sha256, name }: EvidenceFile): string =>
  `evidence/${sha256.slice(0, 12)}-${plainName(name)}`;

/**
 * A case as a zip, in pieces: every event with its sum, the case in words, the files, and at the end a manifest with
 * the size and SHA-256 of each. The sums are of the bytes as they were written: what is no longer as it was kept shows.
 */
export async function* caseZip(made: CaseExport): AsyncGenerator<Uint8Array> {
  const { id, number } = made.case;
  const files: CaseManifest["files"] = [];
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });

  async function* add({ name, content }: Part): AsyncGenerator<Uint8Array> {
    const written = typeof content === "string" || content instanceof Uint8Array;
    // Pictures and recordings do not get smaller.
    const entry = written ? new ZipDeflate(name) : new ZipPassThrough(name);
    entry.mtime = made.now;
    zip.add(entry);
    const hash = createHash("sha256");
    let size = 0;
    for await (const part of written ? [Buffer.from(content)] : content) {
      hash.update(part);
      size += part.length;
      entry.push(part);
      yield* chunks.splice(0);
    }
    entry.push(new Uint8Array(0), true);
    yield* chunks.splice(0);
    files.push({ name, size, sha256: hash.digest("hex") });
  }

  yield* add({
    name: "case.json",
    content: json({ format: CASE_FORMAT, version: 1, case: made.case, events: made.events }),
  });
  for (const paper of made.papers) yield* add(paper);
  for (const file of made.evidence) yield* add({ name: evidenceName(file), content: file.content });
  const manifest = {
    ...({ format: CASE_FORMAT, version: 1 as const, id, number } as const),
    exportedAt: new Date(made.now).toISOString(),
    events: made.events.map((event) => ({ id: event.id, sum: event.sum })),
    files: [...files],
  };
  yield* add({ name: MANIFEST, content: json({ ...manifest, sum: manifestSum(manifest) }) });
  zip.end();
  yield* chunks.splice(0);
}
