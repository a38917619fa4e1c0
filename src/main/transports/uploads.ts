import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError } from "../../shared/errors.ts";

/** Largest uploaded file, bytes: a library exported with its pictures. What a file is for has narrower limits. */
const MAX_UPLOAD = 8 * 1024 * 1024 * 1024;

/** Writes what a page sends into a file of its own in `folder`. @throws AppError body_too_large; then nothing is left */
export async function receiveUpload(
  parts: AsyncIterable<Uint8Array>,
  folder: string,
): Promise<string> {
  const path = join(folder, randomBytes(12).toString("hex"));
  let size = 0;
  async function* limited(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const part of source) {
      size += part.length;
      if (size > MAX_UPLOAD)
        throw new AppError("body_too_large", { limit: MAX_UPLOAD / 1024 / 1024 });
      yield part;
    }
  }
  try {
    const source = parts instanceof Readable ? parts : Readable.from(parts);
    await pipeline(source, limited, createWriteStream(path));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return path;
}
