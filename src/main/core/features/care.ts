import type { Output } from "../../../shared/contract/index.ts";
import { listBackups } from "../../database/backup.ts";
import { integrityProblems } from "../../database/open.ts";
import { restoreBackup } from "../../database/restore.ts";
import { dailyBackupDue, startUpNotices } from "../../modules/system/daily.ts";
import { systemHandlers } from "../../modules/system/handlers.ts";
import type { Foundation } from "../foundation.ts";

/** How often it is looked whether a day has passed: the program runs for weeks, milliseconds. */
const DAILY_LOOK_EVERY = 60 * 60 * 1_000;
/** The daily backup waits until the start is over, milliseconds. */
const DAILY_BACKUP_AFTER = 30_000;

interface Needs {
  readonly shell: Output<"system.status">["shell"];
  readonly version: string;
  readonly phrases: () => number;
  readonly indexReady: () => boolean;
  readonly canPaste: boolean;
  readonly changed: () => void;
  /** What is wrong with the files of pictures and of evidence, in words. */
  readonly fileProblems: (locale: string) => Promise<string[]>;
}

/** The program about itself: status, integrity, backups by hand and every day. */
export function careFeature(base: Foundation, needs: Needs) {
  const { dataFolder, ports } = base;
  const notices = startUpNotices(needs.phrases(), listBackups(dataFolder));

  const keepDaily = (): void => {
    try {
      if (dailyBackupDue(needs.phrases(), listBackups(dataFolder), base.now()))
        base.writeBackup("daily");
    } catch (error) {
      base.tell(error);
    }
  };
  const timers: NodeJS.Timeout[] = [];
  // The command line is gone again in a moment.
  if (needs.shell !== "cli")
    timers.push(
      setInterval(keepDaily, DAILY_LOOK_EVERY).unref(),
      setTimeout(keepDaily, DAILY_BACKUP_AFTER).unref(),
    );

  return {
    handlers: systemHandlers({
      status: () => ({
        version: needs.version,
        shell: needs.shell,
        platform: process.platform,
        dataFolder,
        phrases: needs.phrases(),
        indexReady: needs.indexReady(),
        canPaste: needs.canPaste,
        cannotPasteBecause: ports.noDesktopBecause,
        notices,
      }),
      problems: async () => [
        ...integrityProblems(base.database),
        ...base.journal.problems(),
        ...(await needs.fileProblems(ports.settings.get().locale ?? "zh-CN")),
      ],
      listBackups: () => listBackups(dataFolder),
      writeBackup: base.writeBackup,
      restore: (path) => restoreBackup(base.database, dataFolder, path),
      changed: needs.changed,
    }),
    close: (): void => {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
