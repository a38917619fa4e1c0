import { basename } from "node:path";
import type { HandlersFor, Output } from "../../../shared/contract/index.ts";
import type { BackupFile } from "../../../shared/contract/system.ts";
import { AppError } from "../../../shared/errors.ts";

export interface SystemSurroundings {
  readonly status: () => Output<"system.status">;
  readonly problems: () => Promise<string[]>;
  readonly listBackups: () => BackupFile[];
  readonly writeBackup: (reason: string) => BackupFile;
  readonly restore: (path: string) => { phrases: number; savedAs: string };
  readonly changed: () => void;
}

type Names =
  | "system.status"
  | "system.check"
  | "backups.list"
  | "backups.create"
  | "backups.restore";

/** Answers the calls about the program itself and its backups. */
export function systemHandlers(around: SystemSurroundings): HandlersFor<Names> {
  return {
    "system.status": () => around.status(),
    "system.check": async () => {
      const problems = await around.problems();
      return { sound: problems.length === 0, problems };
    },
    "backups.list": () => around.listBackups(),
    "backups.create": () => around.writeBackup("by-hand"),
    "backups.restore": ({ name }) => {
      // Only names from the list: a page must not be able to name any file of the machine.
      const backup = around.listBackups().find((each) => each.name === basename(name));
      if (!backup) throw new AppError("backup_missing", { path: name });
      const result = around.restore(backup.path);
      around.changed();
      return result;
    },
  };
}
