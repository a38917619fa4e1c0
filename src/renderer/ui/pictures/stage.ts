import { PICTURE_LIMITS } from "../../../shared/contract/pictures.ts";
import { AppError } from "../../../shared/errors.ts";
import { call } from "../../api/client.ts";
import { sendFile } from "../../api/files.ts";
import type { Given } from "./given.ts";

/** A picture the core has taken in, by the name it was given under. */
export interface Staged {
  readonly name: string;
  readonly id: string;
}

interface Watching {
  readonly signal: AbortSignal;
  /** Called after each picture, taken in or refused. */
  readonly progress: (done: number) => void;
  readonly refused: (path: string, error: unknown) => void;
}

/** Pictures under way at once: enough that sending and measuring overlap. */
const AT_ONCE = 3;
const MEGABYTE = 1024 * 1024;

async function stageOne({ file, path }: Given, signal: AbortSignal): Promise<Staged> {
  // What is too large need not be sent to hear so.
  if (file.size > PICTURE_LIMITS.bytes)
    throw new AppError("picture_too_large", {
      file: path,
      size: Math.ceil(file.size / MEGABYTE),
      limit: PICTURE_LIMITS.bytes / MEGABYTE,
    });
  const sent = await sendFile(file, signal, path);
  const { id } = await call("pictures.stage", { file: sent.file, name: path });
  return { name: path, id };
}

/**
 * Sends pictures to the core, several at once; what is refused is told and does not stop the rest. In the order given.
 * @throws DOMException AbortError when cancelled
 */
export async function stageAll(
  given: readonly Given[],
  { signal, progress, refused }: Watching,
): Promise<Staged[]> {
  const staged: (Staged | null)[] = given.map(() => null);
  let next = 0;
  let done = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < given.length; at = next++) {
      signal.throwIfAborted();
      const one = given[at]!;
      try {
        staged[at] = await stageOne(one, signal);
      } catch (error) {
        signal.throwIfAborted();
        refused(one.path, error);
      }
      done += 1;
      progress(done);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return staged.filter((each) => each !== null);
}
