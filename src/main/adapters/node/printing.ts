import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { AppError } from "../../../shared/errors.ts";
import type { Printing } from "../../ports/printing.ts";
import { findChromium } from "./chromium.ts";

const run = promisify(execFile);

/** How long a browser may take over a page, milliseconds. */
const WITHIN = 60_000;

/** Prints with a Chromium of the machine, which is there for the palette anyway. */
export function createChromiumPrinting(find: () => string | null = findChromium): Printing {
  return {
    async pdf(html) {
      const browser = find();
      if (browser === null) throw new AppError("no_printing", { detail: "Chromium" });
      // A profile of its own: a browser that runs already would take the page over and print nothing.
      const folder = await mkdtemp(join(tmpdir(), "replydeck-print-"));
      const [page, paper] = [join(folder, "page.html"), join(folder, "page.pdf")];
      try {
        await writeFile(page, html);
        await run(
          browser,
          [
            "--headless",
            `--user-data-dir=${join(folder, "profile")}`,
            `--print-to-pdf=${paper}`,
            "--no-pdf-header-footer",
            ...["--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync"],
            ...["--disable-background-networking", "--disable-component-update", "--disable-quic"],
            // Chromium's sandbox refuses to start as root.
            ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
            pathToFileURL(page).href,
          ],
          { timeout: WITHIN },
        );
        return await readFile(paper);
      } catch (cause) {
        const detail = cause instanceof Error ? (cause.message.split("\n", 1)[0] ?? "") : "";
        throw new AppError("no_printing", { detail }, { cause });
      } finally {
        await rm(folder, { recursive: true, force: true, maxRetries: 3 });
      }
    },
  };
}
