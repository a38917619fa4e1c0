import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import {
  copyFile,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from "node:fs/promises";
import { basename, join } from "node:path";
import { threadId } from "node:worker_threads";
import { type PictureMime, pictureMime } from "../../../shared/contract/pictures.ts";
import { AppError, isAppError } from "../../../shared/errors.ts";
import type { Imaging, PictureFacts } from "../../ports/imaging.ts";
import {
  checkPixels,
  checkSize,
  extensionOf,
  HEAD_BYTES,
  isWholeGif,
  mimeOf,
  THUMBNAIL_EDGE,
} from "./rules.ts";

/** What is known of a picture from its file alone. */
export interface PictureFile extends PictureFacts {
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly id: string;
  readonly mime: PictureMime;
  readonly bytes: number;
}

/** Where pictures are, in the data folder. */
export const picturesFolder = (dataFolder: string): string => join(dataFolder, "pictures");

/** Taken in but not shown is thrown away after so long: the page that sent it is gone. Milliseconds. */
const STAGED_KEPT = 24 * 60 * 60 * 1_000;

/** Files brought to their places side by side. */
const AT_ONCE = 32;

export type PictureFiles = ReturnType<typeof createPictureFiles>;

/**
 * The files of the pictures: `pictures/ab/<sha256>.<ext>` with `<sha256>.thumb.webp` beside it. What is taken in waits
 * in `pictures/staged` until it belongs to a picture; a file appears under its name only when it is whole and on disk.
 */
export function createPictureFiles(dataFolder: string, imaging: Imaging) {
  const folder = picturesFolder(dataFolder);
  const stagedFolder = join(folder, "staged");
  const home = (id: string): string => join(folder, id.slice(0, 2));
  const nameOf = (id: string, mime: PictureMime): string => `${id}.${extensionOf(mime)}`;
  const thumbName = (id: string): string => `${id}.thumb.webp`;

  const pathOf = (id: string, mime: PictureMime): string => join(home(id), nameOf(id, mime));
  const thumbOf = (id: string): string => join(home(id), thumbName(id));

  const exists = (path: string): Promise<boolean> =>
    stat(path).then(
      () => true,
      () => false,
    );

  // Measured a moment ago; measured again when the program was restarted in between.
  const measured = new Map<string, PictureFile>();
  let temporary = 0;

  /** A name in the waiting room that nobody else has: imports bring pictures in another thread of this process. */
  function partName(): string {
    temporary += 1;
    return join(stagedFolder, `${process.pid}-${threadId}-${temporary}.part`);
  }

  /** Writes a file so that it appears whole or not at all; `lasting`: it is on disk before it has its name. */
  async function arrive(
    to: string,
    lasting: boolean,
    write: (path: string) => Promise<unknown>,
  ): Promise<void> {
    const part = partName();
    try {
      await write(part);
      if (lasting) await syncFile(part);
      await rename(part, to);
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  /** @throws AppError picture_* by the name the person knows */
  async function measure(path: string, name: string): Promise<PictureFile> {
    const { size: bytes } = await stat(path).catch((cause: unknown) => {
      throw new AppError("import_file_missing", { file: name }, { cause });
    });
    checkSize(bytes, name);
    const mime = mimeOf(await headOf(path), name);
    const facts = await imaging.facts(path).catch(asBroken(name));
    checkPixels(facts, name);
    return { id: await sha256(path), mime, bytes, ...facts };
  }

  /**
   * Takes a file in: proves that it is a whole picture within the limits, keeps a copy and a thumbnail, unless
   * those of a picture with the same bytes are in their place already.
   * @throws AppError picture_*, no_imaging, import_file_missing
   */
  async function stage(path: string, name: string): Promise<PictureFile> {
    const file = await measure(path, name);
    const { id, mime } = file;
    measured.set(id, file);
    if ((await exists(pathOf(id, mime))) && (await exists(thumbOf(id)))) return file;
    await mkdir(stagedFolder, { recursive: true });
    if (file.frames > 1) await imaging.prove(path, file).catch(asBroken(name));
    if (mime === "image/gif" && !isWholeGif(await readFile(path)))
      throw new AppError("picture_broken", { file: name });
    // The thumbnail reads the whole picture: what is broken is found here, before anything is kept.
    // A thumbnail that a power cut takes is done without.
    await arrive(join(stagedFolder, thumbName(id)), false, (part) =>
      imaging.thumbnail(path, part, THUMBNAIL_EDGE).catch(asBroken(name)),
    );
    const staged = join(stagedFolder, nameOf(id, mime));
    await arrive(staged, true, (part) => copyFile(path, part));
    // A copy has the age of its original; this one was made now.
    await utimes(staged, new Date(), new Date());
    return file;
  }

  /** Takes bytes in, as `stage` does a file. @throws AppError as `stage`, disk_full */
  async function stageBytes(bytes: Uint8Array, name: string): Promise<PictureFile> {
    await mkdir(stagedFolder, { recursive: true });
    const part = partName();
    try {
      await writeFile(part, bytes).catch(asBroken(name));
      return await stage(part, name);
    } finally {
      await rm(part, { force: true });
    }
  }

  /** What is there under an id, taken in or in its place; null when nothing is. */
  async function find(id: string): Promise<PictureFile | null> {
    const known = measured.get(id);
    if (known) return known;
    for (const mime of pictureMime.options)
      for (const path of [join(stagedFolder, nameOf(id, mime)), pathOf(id, mime)]) {
        if (!(await exists(path))) continue;
        const file = await measure(path, basename(path));
        // Only what is really these bytes may be shown under this id.
        if (file.id === id) return file;
      }
    return null;
  }

  /** The bytes of a picture; null when its file is gone or no longer holds them. */
  async function bytesOf(id: string, mime: PictureMime): Promise<Buffer | null> {
    const bytes = await readFile(pathOf(id, mime)).catch(() => null);
    return bytes && createHash("sha256").update(bytes).digest("hex") === id ? bytes : null;
  }

  /** Brings what was taken in to its place. */
  async function settle(files: readonly PictureFile[]): Promise<void> {
    const homes = new Set(files.map(({ id }) => home(id)));
    for (const path of homes) await mkdir(path, { recursive: true });
    for (let at = 0; at < files.length; at += AT_ONCE)
      await Promise.all(
        files.slice(at, at + AT_ONCE).map(async ({ id, mime }) => {
          await rename(join(stagedFolder, thumbName(id)), thumbOf(id)).catch(absent);
          await rename(join(stagedFolder, nameOf(id, mime)), pathOf(id, mime)).catch(absent);
          measured.delete(id);
        }),
      );
    for (const path of homes) await syncFolder(path);
  }

  async function remove(pictures: readonly { id: string; mime: PictureMime }[]): Promise<void> {
    for (const { id, mime } of pictures) {
      await rm(pathOf(id, mime), { force: true });
      await rm(thumbOf(id), { force: true });
    }
  }

  /** Throws away what was taken in and never shown. @param now milliseconds since 1970 */
  async function sweepStaged(now: number): Promise<void> {
    for (const name of await readdir(stagedFolder).catch(() => [])) {
      const path = join(stagedFolder, name);
      const found = await stat(path).catch(() => null);
      if (found && now - found.mtimeMs > STAGED_KEPT) await rm(path, { force: true });
    }
  }

  /** Every file in the places of pictures, by path. */
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
    folder,
    stage,
    stageBytes,
    find,
    bytesOf,
    settle,
    remove,
    sweepStaged,
    list,
    pathOf,
    thumbOf,
    exists,
    sha256,
  };
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path, "r");
  try {
    const buffer = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await file.read(buffer, 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** SHA-256 of a file's bytes, in hexadecimal. */
async function sha256(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(path, { highWaterMark: 256 * 1024 })) hash.update(part);
  return hash.digest("hex");
}

const asBroken =
  (file: string) =>
  (cause: unknown): never => {
    if (isAppError(cause)) throw cause;
    const code = cause instanceof Error && "code" in cause ? cause.code : null;
    // A full disk is no fault of the picture.
    if (code === "ENOSPC") throw new AppError("disk_full", {}, { cause });
    throw new AppError("picture_broken", { file }, { cause });
  };

/** Somebody brought it there before us. */
function absent(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOENT") throw error;
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new name in a folder is on disk only when the folder is. Windows cannot and need not do this. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r").catch(() => null);
  if (!folder) return;
  try {
    await folder.sync();
  } catch {
    // Network folders refuse; the file itself is on disk.
  } finally {
    await folder.close();
  }
}
