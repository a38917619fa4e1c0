import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { COMPLAINT_LIMITS, type EvidenceFile } from "../../../shared/contract/complaintFacts.ts";
import { AppError, isAppError, type ErrorParams } from "../../../shared/errors.ts";
import type { MessageCode } from "../../../shared/messages/zh-CN.ts";
import { HEAD_BYTES, mimeOf, plainName } from "./fileKind.ts";
import type { CaseFile } from "./store.ts";

const MEGABYTE = 1024 * 1024;
/** No file is on its way for so long, milliseconds. */
const PART_KEPT = 60 * 60 * 1_000;

/** Something about the files that is not as it should be, as a sentence code. */
export interface EvidenceProblem {
  readonly code: MessageCode;
  readonly params: ErrorParams;
  /** False: odd, but nothing is lost by it. */
  readonly harm: boolean;
}

export type EvidenceFiles = ReturnType<typeof createEvidenceFiles>;

/**
 * The files of complaints: `evidence/ab/<sha256>`. A file appears under its name only when it is whole and on disk;
 * the same bytes are kept once, however many cases have them.
 * @param limit the largest file, bytes
 */
export function createEvidenceFiles(dataFolder: string, limit: number = COMPLAINT_LIMITS.file) {
  const folder = join(dataFolder, "evidence");
  const home = (sha256: string): string => join(folder, sha256.slice(0, 2));
  const pathOf = (sha256: string): string => join(home(sha256), sha256);
  let arrivals = 0;

  /**
   * Keeps what a source gives.
   * @throws AppError evidence_too_large, evidence_empty, disk_full; then nothing is left
   */
  async function take(source: AsyncIterable<Uint8Array>, name: string): Promise<EvidenceFile> {
    await mkdir(folder, { recursive: true });
    arrivals += 1;
    const part = join(folder, `${process.pid}-${arrivals}.part`);
    const hash = createHash("sha256");
    const head: Uint8Array[] = [];
    let size = 0;
    async function* counted(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunks) {
        if (size < HEAD_BYTES) head.push(chunk);
        size += chunk.length;
        if (size > limit) throw tooLarge(name, size);
        hash.update(chunk);
        yield chunk;
      }
    }
    try {
      await pipeline(source, counted, createWriteStream(part, { flush: true }));
      if (size === 0) throw new AppError("evidence_empty", { file: name });
      const sha256 = hash.digest("hex");
      await mkdir(home(sha256), { recursive: true });
      // Put there anew even when it is there: what a disk damaged is mended by it.
      await rename(part, pathOf(sha256));
      await syncFolder(home(sha256));
      const mime = mimeOf(Buffer.concat(head).subarray(0, HEAD_BYTES));
      return { sha256, name: plainName(name), size, mime };
    } catch (error) {
      await rm(part, { force: true });
      if (
        !isAppError(error) &&
        error instanceof Error &&
        "code" in error &&
        error.code === "ENOSPC"
      )
        throw new AppError("disk_full", {}, { cause: error });
      throw error;
    }
  }

  const tooLarge = (file: string, size: number): AppError =>
    new AppError("evidence_too_large", {
      file,
      size: Math.ceil(size / MEGABYTE),
      limit: Math.floor(limit / MEGABYTE),
    });

  /** Keeps a file of the machine. @throws AppError as `take`, import_file_missing */
  async function keep(path: string, name: string): Promise<EvidenceFile> {
    const { size } = await stat(path).catch((cause: unknown) => {
      throw new AppError("import_file_missing", { file: name }, { cause });
    });
    // Said before anything is copied.
    if (size > limit) throw tooLarge(name, size);
    return take(createReadStream(path, { highWaterMark: 256 * 1024 }), name);
  }

  /**
   * Compares the files with what the cases say: gone, changed, and such that belong to no case. Reads every file.
   */
  async function check(files: readonly CaseFile[]): Promise<EvidenceProblem[]> {
    const problems: EvidenceProblem[] = [];
    const state = new Map<string, "sound" | "gone" | "changed">();
    for (const { sha256, name, number } of files) {
      const path = pathOf(sha256);
      let found = state.get(sha256);
      if (found === undefined) {
        found = !existsSync(path)
          ? "gone"
          : (await sumOfFile(path)) === sha256
            ? "sound"
            : "changed";
        state.set(sha256, found);
      }
      if (found !== "sound")
        problems.push({
          code: found === "gone" ? "check_evidence_gone" : "check_evidence_changed",
          params: { number, file: name, path },
          harm: true,
        });
    }
    const strangers = (await list()).filter((path) => !state.has(basename(path)));
    if (strangers.length > 0)
      problems.push({
        code: "check_evidence_strangers",
        params: { count: strangers.length, folder },
        harm: false,
      });
    return problems;
  }

  /** Throws away what was cut off on its way, once nobody can be writing it any more. @param now milliseconds since 1970 */
  async function sweep(now: number): Promise<void> {
    for (const name of await readdir(folder).catch(() => [])) {
      if (!name.endsWith(".part")) continue;
      const path = join(folder, name);
      const found = await stat(path).catch(() => null);
      if (found && now - found.mtimeMs > PART_KEPT) await rm(path, { force: true });
    }
  }

  /** Every file that was kept. */
  async function list(): Promise<string[]> {
    const homes = (await readdir(folder).catch(() => [])).filter((name) =>
      /^[0-9a-f]{2}$/.test(name),
    );
    const found: string[] = [];
    for (const name of homes)
      for (const file of await readdir(join(folder, name))) found.push(join(folder, name, file));
    return found;
  }

  return {
    take,
    keep,
    check,
    sweep,
    pathOf,
    has: (sha256: string): boolean => existsSync(pathOf(sha256)),
    read: (sha256: string): AsyncIterable<Uint8Array> => createReadStream(pathOf(sha256)),
    remove: (sha256: string): Promise<void> => rm(pathOf(sha256), { force: true }),
  };
}

/** SHA-256 of a file's bytes, in hexadecimal. */
async function sumOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(path, { highWaterMark: 256 * 1024 })) hash.update(part);
  return hash.digest("hex");
}

/** A new name in a folder is on disk only when the folder is. Windows cannot and need not do this. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r").catch(() => null);
  try {
    await folder?.sync();
  } catch {
    // Network folders refuse; the file itself is on disk.
  } finally {
    await folder?.close();
  }
}
