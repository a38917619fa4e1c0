import type { BrowserWindow, BrowserWindowConstructorOptions } from "electron";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "../../../shared/errors.ts";
import type { Printing } from "../../ports/printing.ts";

type Page = Pick<BrowserWindow, "loadFile" | "destroy"> & {
  readonly webContents: Pick<BrowserWindow["webContents"], "printToPDF">;
};

/** Prints with a window that nobody sees and that runs no script. */
export function createElectronPrinting(
  make: (options: BrowserWindowConstructorOptions) => Page,
): Printing {
  return {
    async pdf(html) {
      const folder = await mkdtemp(join(tmpdir(), "replydeck-print-"));
      const window = make({ show: false, webPreferences: { sandbox: true, javascript: false } });
      try {
        const file = join(folder, "page.html");
        await writeFile(file, html);
        await window.loadFile(file);
        return await window.webContents.printToPDF({
          printBackground: true,
          preferCSSPageSize: true,
        });
      } catch (cause) {
        const detail = cause instanceof Error ? cause.message : String(cause);
        throw new AppError("no_printing", { detail }, { cause });
      } finally {
        window.destroy();
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
