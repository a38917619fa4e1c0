import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { AppError } from "../../shared/errors.ts";

/** How many offered files are remembered; the oldest are forgotten. */
const KEPT = 50;

/** Files of the machine that a page may name, by a name we made: a page never says a path. */
export function createFiles() {
  const offered = new Map<string, { path: string; fileName: string; ours: boolean }>();

  /** @param ours a file that is only there for this: it may be removed once it was taken in */
  function offer(path: string, fileName: string, ours = false): string {
    const name = randomUUID();
    offered.set(name, { path, fileName, ours });
    for (const oldest of offered.keys()) {
      if (offered.size <= KEPT) break;
      offered.delete(oldest);
    }
    return name;
  }

  /** @throws AppError import_file_missing */
  function find(name: string): { path: string; fileName: string } {
    const file = offered.get(name);
    if (!file) throw new AppError("import_file_missing", { file: name.slice(0, 80) });
    return file;
  }

  /** Forgets an offer; a file that was only there for it goes too. */
  async function drop(name: string): Promise<void> {
    const file = offered.get(name);
    offered.delete(name);
    if (file?.ours) await rm(file.path, { force: true });
  }

  return { offer, find, drop, peek: (name: string) => offered.get(name) ?? null };
}
