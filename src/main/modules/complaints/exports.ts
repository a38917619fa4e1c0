import type { Delivered } from "../../../shared/contract/files.ts";
import type { EvidenceFile } from "../../../shared/contract/complaintFacts.ts";
import type { HandlersFor } from "../../../shared/contract/index.ts";
import { AppError, isAppError } from "../../../shared/errors.ts";
import { toHtml, toText } from "../../../shared/rules/document.ts";
import type { Journal } from "../../database/journal.ts";
import type { Printing } from "../../ports/printing.ts";
import { checkCaseFile, type ZipReader } from "./caseFile.ts";
import { caseZip } from "./caseZip.ts";
import type { Cases, CasesSurroundings } from "./cases.ts";
import type { EvidenceFiles } from "./evidence.ts";
import { plainName } from "./fileKind.ts";
import { CASE } from "./fold.ts";
import { casePaper } from "./paper.ts";
import { filesOf } from "./rows.ts";
import { keptSince } from "./rules.ts";

type Names =
  | "complaints.attach"
  | "complaints.export"
  | "complaints.file"
  | "complaints.takeIn"
  | "complaints.retention"
  | "complaints.purge";

/** Pictures on paper: larger ones, and more of them, are in the zip only. */
const ON_PAPER = { pictures: 30, bytes: 5 * 1024 * 1024 } as const;
/** A zip without 64-bit sizes holds no more, bytes. */
const LARGEST_ZIP = 3.9e9;

const PICTURES: ReadonlySet<string> = new Set([
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
]);

interface Around extends Pick<CasesSurroundings, "now" | "zone" | "settings" | "store" | "emit"> {
  readonly journal: Pick<Journal, "of" | "purge">;
  readonly evidence: EvidenceFiles;
  readonly printing: Printing;
  deliver(
    fileName: string,
    content: string | Uint8Array | AsyncIterable<Uint8Array>,
  ): Promise<Delivered>;
  /** A file that the shell was given; throws an AppError when it is not there any more. */
  findFile(name: string): { path: string; fileName: string };
  /** The file was taken in. */
  dropFile(name: string): Promise<void>;
  openZip(path: string): Promise<ZipReader>;
}

/** Answers the calls about files: evidence, the case on paper and as a zip, and what was kept for long enough. */
export function complaintExports(cases: Cases, around: Around): HandlersFor<Names> {
  const { store, evidence, now } = around;
  const locale = () => around.settings().locale ?? "zh-CN";

  async function picturesOf(files: readonly EvidenceFile[]): Promise<Map<string, string>> {
    const shown = files
      .filter(
        ({ mime, size, sha256 }) =>
          PICTURES.has(mime) && size <= ON_PAPER.bytes && evidence.has(sha256),
      )
      .slice(0, ON_PAPER.pictures);
    const found = new Map<string, string>();
    for (const { sha256, mime } of shown) {
      const parts: Uint8Array[] = [];
      for await (const part of evidence.read(sha256)) parts.push(part);
      found.set(sha256, `data:${mime};base64,${Buffer.concat(parts).toString("base64")}`);
    }
    return found;
  }

  /** The case on paper as it stands now. */
  async function paperOf(id: string) {
    const { happened } = cases.whole(id);
    const detail = cases.detail(id);
    const files = filesOf(happened);
    const document = casePaper({
      ...{ case: detail.case, timeline: detail.timeline, pictures: await picturesOf(files) },
      ...{ now: now(), zone: around.zone(), locale: locale() },
    });
    return { files, document, case: detail.case };
  }

  async function asZip(id: string): Promise<Delivered> {
    const { files, document, case: it } = await paperOf(id);
    const there = files.filter(({ sha256 }) => evidence.has(sha256));
    const size = there.reduce((sum, each) => sum + each.size, 0);
    if (size > LARGEST_ZIP)
      throw new AppError("complaint_zip_too_large", { size: Math.ceil(size / 1024 ** 3) });
    // Where nothing prints, the rest is as good as proof.
    const pdf = await around.printing.pdf(toHtml(document)).catch((error: unknown) => {
      if (isAppError(error) && error.code === "no_printing") return null;
      throw error;
    });
    return around.deliver(
      `${it.number}.zip`,
      caseZip({
        case: it,
        events: around.journal.of(CASE, id),
        papers: [
          { name: "timeline.txt", content: toText({ ...document }) },
          ...(pdf ? [{ name: `${it.number}.pdf`, content: pdf }] : []),
        ],
        evidence: there.map((file) => ({ ...file, content: evidence.read(file.sha256) })),
        now: now(),
      }),
    );
  }

  /** What may go, and the files that nobody else has. */
  function due() {
    const { keepYears } = around.settings().complaints;
    const before = keptSince(now(), keepYears, around.zone());
    const old = store.closedBefore(before);
    const files = old.length === 0 ? [] : store.onlyOf(old.map(({ id }) => id));
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    return { keepYears, before, old, files, bytes };
  }

  return {
    async "complaints.attach"({ id, file, note }) {
      cases.whole(id);
      const { path, fileName } = around.findFile(file);
      const kept = await evidence.keep(path, fileName);
      const detail = cases.write(id, ["attached", { file: kept, note }]);
      await around.dropFile(file);
      return detail;
    },
    async "complaints.export"({ id, format }) {
      if (format === "zip") return asZip(id);
      const { document, case: it } = await paperOf(id);
      return around.deliver(`${it.number}.pdf`, await around.printing.pdf(toHtml(document)));
    },
    async "complaints.file"({ id, sha256 }) {
      const file = filesOf(cases.whole(id).happened).find((each) => each.sha256 === sha256);
      if (!file || !evidence.has(sha256))
        throw new AppError("evidence_missing", {
          file: file?.name ?? sha256.slice(0, 12),
          path: evidence.pathOf(sha256),
        });
      return around.deliver(plainName(file.name), evidence.read(sha256));
    },
    async "complaints.takeIn"({ file }) {
      const { path, fileName } = around.findFile(file);
      const zip = await around.openZip(path).catch((cause: unknown) => {
        const detail = cause instanceof Error ? cause.message : String(cause);
        throw new AppError("case_file_invalid", { file: fileName, detail }, { cause });
      });
      try {
        const { manifest, events, evidence: files, problems } = await checkCaseFile(zip);
        if (!manifest)
          throw new AppError("case_file_invalid", { file: fileName, detail: "manifest.json" });
        // Evidence that was gone before the export is told by `check`, and no reason to refuse the rest.
        const altered = problems.find(
          ({ what, name }) =>
            !(what === "missing" && name.startsWith("evidence/")) || listed(manifest, name),
        );
        if (altered)
          throw new AppError("case_file_altered", {
            file: fileName,
            detail: `${altered.what}: ${altered.name}`,
          });
        // Files first: a case never names what is not there.
        for (const { entry, name } of files)
          await evidence.take(zip.read(zip.entries.get(entry)!), name);
        const { added, known } = cases.merge(manifest.id, events);
        await around.dropFile(file);
        return { id: manifest.id, number: manifest.number, added, known, files: files.length };
      } finally {
        await zip.close();
      }
    },
    "complaints.retention"() {
      const { keepYears, before, old, files, bytes } = due();
      return {
        ...{ keepYears, before, due: old.length, files: files.length, bytes },
        purged: store.purged(CASE).map(({ id, at, events, sum }) => ({ id, at, events, sum })),
      };
    },
    async "complaints.purge"({ dryRun }) {
      const { old, files, bytes } = due();
      const gone = old.map(({ id, number, title, closedAt }) => ({
        ...{ id, number, title },
        closedAt: closedAt!,
      }));
      if (!dryRun && old.length > 0) {
        store.atOnce(() => {
          for (const { id } of old) around.journal.purge(CASE, id);
        });
        for (const { sha256 } of files) await evidence.remove(sha256);
        around.emit("complaints.changed", { id: null });
      }
      return { cases: gone, files: files.length, bytes };
    },
  };
}

/** The manifest says that the file was in the zip. */
const listed = (manifest: { files: readonly { name: string }[] }, name: string): boolean =>
  manifest.files.some((each) => each.name === name);
