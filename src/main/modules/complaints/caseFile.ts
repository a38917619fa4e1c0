import { createHash } from "node:crypto";
import type { EvidenceFile } from "../../../shared/contract/complaintFacts.ts";
import type { JournalEvent } from "../../../shared/contract/journal.ts";
import { sumOf } from "../../database/journal.ts";
import { evidenceName } from "./caseZip.ts";
import { CASE, understand } from "./fold.ts";
import {
  asEvent,
  CASE_JSON,
  caseJson,
  type CaseManifest,
  caseManifest,
  MANIFEST,
  manifestSum,
} from "./manifest.ts";
import { filesOf } from "./rows.ts";

/** A zip open for reading, as much of it as is needed here. */
export interface ZipReader<E extends { readonly size: number } = { readonly size: number }> {
  readonly entries: ReadonlyMap<string, E>;
  readonly names: readonly string[];
  read(entry: E): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/** What is not as it was exported. `name`: the file, or the event of the case. */
export interface CaseFileProblem {
  readonly what: "altered" | "missing" | "extra";
  readonly name: string;
}

export interface CaseFileReport {
  /** Null when it is no case, or its manifest cannot be read. */
  readonly manifest: CaseManifest | null;
  readonly events: readonly JournalEvent[];
  /** Files of evidence that are in the zip, with the names of their entries. */
  readonly evidence: readonly (EvidenceFile & { readonly entry: string })[];
  readonly problems: readonly CaseFileProblem[];
}

/** The largest text we read whole, bytes: years of a case's records. */
const LARGEST_JSON = 256 * 1024 * 1024;

/** Reads an exported case and compares everything in it with its sums; every file is read once. */
export async function checkCaseFile<E extends { readonly size: number }>(
  zip: ZipReader<E>,
): Promise<CaseFileReport> {
  const manifest = await readManifest(zip);
  if (manifest === "missing" || manifest === "altered")
    return {
      manifest: null,
      events: [],
      evidence: [],
      problems: [{ what: manifest, name: MANIFEST }],
    };

  const problems: CaseFileProblem[] = [];
  if (manifestSum(manifest) !== manifest.sum) problems.push({ what: "altered", name: MANIFEST });
  const listed = new Set([MANIFEST, ...manifest.files.map(({ name }) => name)]);
  const seen = new Set<string>();
  for (const name of zip.names) {
    if (!listed.has(name) || seen.has(name)) problems.push({ what: "extra", name });
    seen.add(name);
  }
  const sums = new Map<string, string>();
  for (const { name, size, sha256 } of manifest.files) {
    const entry = zip.entries.get(name);
    if (!entry) {
      problems.push({ what: "missing", name });
      continue;
    }
    const found = await measure(zip, entry);
    if (found?.size !== size || found.sha256 !== sha256) problems.push({ what: "altered", name });
    else sums.set(name, found.sha256);
  }
  const events = await readEvents(zip, manifest, problems);
  const evidence = filesOf(understand(events)).flatMap((file) => {
    const entry = evidenceName(file);
    const sum = sums.get(entry);
    if (sum === file.sha256) return [{ ...file, entry }];
    // What was altered since the export was told above; this is what was gone or changed before.
    if (sum !== undefined) problems.push({ what: "altered", name: entry });
    else if (!problems.some(({ name }) => name === entry))
      problems.push({ what: "missing", name: entry });
    return [];
  });
  return { manifest, events, evidence, problems };
}

async function readManifest<E extends { readonly size: number }>(
  zip: ZipReader<E>,
): Promise<CaseManifest | "missing" | "altered"> {
  const entry = zip.entries.get(MANIFEST);
  if (!entry) return "missing";
  const parsed = caseManifest.safeParse(await readJson(zip, entry));
  return parsed.success ? parsed.data : "altered";
}

/** The events of the case that are what their writers wrote; the others are told. */
async function readEvents<E extends { readonly size: number }>(
  zip: ZipReader<E>,
  manifest: CaseManifest,
  problems: CaseFileProblem[],
): Promise<JournalEvent[]> {
  const entry = zip.entries.get(CASE_JSON);
  const parsed = entry && caseJson.safeParse(await readJson(zip, entry));
  // A missing or torn file was told with the others.
  if (!parsed?.success) return [];
  const expected = new Map(manifest.events.map(({ id, sum }) => [id, sum]));
  const name = (index: number): string => `${CASE_JSON} #${index + 1}`;
  const events: JournalEvent[] = [];
  for (const [index, value] of parsed.data.events.entries()) {
    const event = asEvent(value);
    const mine = event?.subject === CASE && event.subjectId === manifest.id;
    if (!event || !mine || sumOf(event) !== event.sum) {
      problems.push({ what: "altered", name: name(index) });
      if (event) expected.delete(event.id);
      continue;
    }
    if (!expected.has(event.id)) problems.push({ what: "extra", name: name(index) });
    else if (expected.get(event.id) !== event.sum)
      problems.push({ what: "altered", name: name(index) });
    else events.push(event);
    expected.delete(event.id);
  }
  for (const id of expected.keys()) problems.push({ what: "missing", name: `${CASE_JSON} ${id}` });
  return events;
}

async function readJson<E extends { readonly size: number }>(
  zip: ZipReader<E>,
  entry: E,
): Promise<unknown> {
  if (entry.size > LARGEST_JSON) return null;
  try {
    const parts: Uint8Array[] = [];
    for await (const part of zip.read(entry)) parts.push(part);
    return JSON.parse(Buffer.concat(parts).toString("utf8")) as unknown;
  } catch {
    return null;
  }
}

/** Size and sum of what is unpacked; null when it cannot be unpacked. */
async function measure<E extends { readonly size: number }>(
  zip: ZipReader<E>,
  entry: E,
): Promise<{ size: number; sha256: string } | null> {
  const hash = createHash("sha256");
  let size = 0;
  try {
    for await (const part of zip.read(entry)) {
      hash.update(part);
      size += part.length;
    }
  } catch {
    return null;
  }
  return { size, sha256: hash.digest("hex") };
}
