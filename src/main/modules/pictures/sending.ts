import {
  copyFile,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import type { Picture, PictureMime } from "../../../shared/contract/pictures.ts";
import { AppError } from "../../../shared/errors.ts";
import type { Encoding, Imaging } from "../../ports/imaging.ts";
import type { PictureFiles } from "./files.ts";
import { encodings, fileNameFor, type SendAs, sentAs } from "./rules.ts";

/** How one application wants its pictures. */
export interface SendOptions {
  /** Largest file it takes, in KB (1024 bytes); null: any. */
  readonly limitKB: number | null;
  readonly as: SendAs;
}

/** A picture ready to go into a program. */
export interface SentPicture {
  /** A file named so that whoever gets it can read the name; it is a copy, the store's own file is never handed out. */
  readonly path: string;
  readonly mime: PictureMime;
  /** The file's name. */
  readonly name: string;
  /** Its pixels for the clipboard. */
  png(): Promise<Uint8Array>;
}

/** So many pictures stay ready; the one used longest ago goes first. */
const KEPT = 200;

/**
 * Pictures as programs take them: scaled down to their limit, in a kind of file they show. What was made once is kept.
 * @param alpha whether a picture may have holes
 */
export function createSending(
  files: PictureFiles,
  imaging: Imaging,
  get: (id: string) => Picture,
  alpha: (id: string) => boolean,
) {
  const folder = join(files.folder, "sending");
  // The same picture twice at once is made once.
  const making = new Map<string, Promise<SentPicture>>();

  async function encodeWithin(
    path: string,
    steps: Iterable<Encoding>,
    limit: number,
  ): Promise<Uint8Array> {
    let smallest: Uint8Array | null = null;
    for (const how of steps) {
      smallest = await imaging.encode(path, how);
      if (smallest.length <= limit) break;
    }
    if (!smallest) throw new Error("no way to write a picture");
    // The last step is the least that can still be recognised: sent even when a program may refuse it.
    return smallest;
  }

  async function make(picture: Picture, options: SendOptions): Promise<SentPicture> {
    const { id, name, mime } = picture;
    const original = files.pathOf(id, mime);
    const facts = { ...picture, alpha: alpha(id) };
    const to = sentAs(mime, facts, options.as);
    const limit = options.limitKB === null ? Infinity : options.limitKB * 1024;
    const place = join(folder, `${id.slice(0, 16)}-${options.as}-${options.limitKB ?? "any"}`);
    const fileName = fileNameFor(name, to);
    const path = join(place, fileName);
    const ready: SentPicture = {
      path,
      mime: to,
      name: fileName,
      png: async () =>
        to === "image/png"
          ? readFile(path)
          : encodeWithin(original, encodings(facts, "image/png", "bitmap"), limit),
    };
    if (await wasMade(path)) return ready;
    if (!(await files.exists(original)))
      throw new AppError("picture_file_gone", { name, path: original });
    const asItIs =
      to === mime && picture.bytes <= limit && !(options.as === "bitmap" && facts.alpha);
    await mkdir(place, { recursive: true });
    const part = join(place, "part");
    if (asItIs) await copyFile(original, part);
    else
      await writeFile(part, await encodeWithin(original, encodings(facts, to, options.as), limit));
    await rename(part, path);
    await prune();
    return ready;
  }

  /** True when it is there; then it counts as used now. */
  async function wasMade(path: string): Promise<boolean> {
    const now = new Date();
    return utimes(join(path, ".."), now, now)
      .then(() => files.exists(path))
      .catch(() => false);
  }

  async function prune(): Promise<void> {
    const places = await readdir(folder);
    if (places.length <= KEPT) return;
    const aged = await Promise.all(
      places.map(async (name) => ({
        path: join(folder, name),
        at: (await stat(join(folder, name)).catch(() => null))?.mtimeMs ?? 0,
      })),
    );
    const old = aged.toSorted((a, b) => b.at - a.at).slice(KEPT);
    for (const { path } of old) await rm(path, { recursive: true, force: true });
  }

  /**
   * A picture for one application. @throws AppError picture_missing, picture_file_gone, no_imaging (only where it has
   * to be scaled or turned into another kind)
   */
  function forSending(id: string, options: SendOptions): Promise<SentPicture> {
    const picture = get(id);
    const key = `${id} ${options.as} ${options.limitKB} ${picture.name}`;
    const running = making.get(key);
    if (running) return running;
    const made = make(picture, options).finally(() => making.delete(key));
    making.set(key, made);
    return made;
  }

  return { forSending };
}
