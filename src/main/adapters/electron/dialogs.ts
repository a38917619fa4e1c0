import type { Dialog, FileFilter } from "electron";
import type { Dialogs } from "../../ports/dialogs.ts";

type Opened = Pick<Dialog, "showOpenDialog" | "showSaveDialog">;

/** What can be imported. */
const TABLES: FileFilter[] = [
  { name: "CSV TSV XLSX JSON", extensions: ["csv", "tsv", "txt", "xlsx", "json"] },
  { name: "*", extensions: ["*"] },
];

/** The system's file dialogs. */
export function createElectronDialogs(dialog: Opened): Dialogs {
  return {
    supported: true,
    async openFile() {
      const { canceled, filePaths } = await dialog.showOpenDialog({
        properties: ["openFile"],
        filters: TABLES,
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    async saveFile(suggestedName) {
      const { canceled, filePath } = await dialog.showSaveDialog({
        defaultPath: suggestedName,
        properties: ["createDirectory", "showOverwriteConfirmation"],
      });
      return canceled || filePath === "" ? null : filePath;
    },
  };
}
