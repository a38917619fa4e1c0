import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { decoderFor, type TextEncoding } from "./encoding.ts";

/** How much of a file has been read, in bytes. */
export interface ReadProgress {
  readonly done: number;
  readonly total: number;
}

export type OnProgress = (progress: ReadProgress) => void;

const PIECE = 256 * 1024;

/** The text of a file, piece by piece. */
export async function* textPieces(
  path: string,
  encoding: TextEncoding,
  onProgress: OnProgress,
): AsyncGenerator<string> {
  const { size } = await stat(path);
  const decoder = decoderFor(encoding);
  let done = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: PIECE })) {
    const bytes = chunk as Buffer;
    yield decoder.write(bytes);
    done += bytes.length;
    onProgress({ done, total: size });
  }
  yield decoder.end();
}
