import { randomUUID } from "node:crypto";
import { AppError } from "../../shared/errors.ts";

/** How many offered files are remembered; the oldest are forgotten. */
const KEPT = 50;

/** Files of the machine that a page may name, by a name we made: a page never says a path. */
export function createFiles() {
  const offered = new Map<string, { path: string; fileName: string }>();

  function offer(path: string, fileName: string): string {
    const name = randomUUID();
    offered.set(name, { path, fileName });
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

  return { offer, find, peek: (name: string) => offered.get(name) ?? null };
}
