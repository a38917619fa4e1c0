import { mkdirSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Delivered } from "../../shared/contract/files.ts";
import type { Dialogs } from "../ports/dialogs.ts";
import type { createFiles } from "./files.ts";

interface Around {
  readonly dialogs: Dialogs;
  readonly files: ReturnType<typeof createFiles>;
  /** A folder of this run for files that a page fetches. */
  readonly temporary: string;
}

/** Hands a file to the person: through the system's dialog where there is one, else for the page to fetch. */
export function createDeliver({ dialogs, files, temporary }: Around) {
  return async function deliver(
    fileName: string,
    content: string | Uint8Array | AsyncIterable<Uint8Array>,
  ): Promise<Delivered> {
    if (dialogs.supported) {
      const path = await dialogs.saveFile(fileName);
      if (path !== null) await write(path, content);
      return { url: null, path, cancelled: path === null };
    }
    mkdirSync(temporary, { recursive: true });
    const path = join(temporary, fileName);
    await write(path, content);
    return { url: `/downloads/${files.offer(path, fileName, true)}`, path: null, cancelled: false };
  };
}

/** A file that could not be written whole is not left behind. */
async function write(path: string, content: Parameters<typeof writeFile>[1]): Promise<void> {
  try {
    await writeFile(path, content);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
