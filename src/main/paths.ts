import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/** The folder that holds package.json: the code runs from `src/main` or, built, from `out/main` and its chunks. */
function findRoot(): string {
  for (let folder = here; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return folder;
    if (folder === dirname(folder)) return here;
  }
}

const root = findRoot();

export const assetFile = (name: string): string => join(root, "assets", name);
/** The built pages. */
export const pagesFolder = (): string => join(root, "out", "renderer");
/** The script of the import and export thread: the built one where we run built, else the source. */
export const workerFile = (): URL =>
  pathToFileURL(
    here.includes(join("out", "main"))
      ? join(root, "out", "main", "transferWorker.js")
      : join(root, "src", "main", "workers", "transferWorker.ts"),
  );
export const version = (): string =>
  (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }).version;
