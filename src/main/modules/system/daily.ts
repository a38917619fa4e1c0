import type { BackupFile } from "../../../shared/contract/system.ts";
import type { ErrorParams } from "../../../shared/errors.ts";
import type { MessageCode } from "../../../shared/messages/zh-CN.ts";

const DAY = 24 * 60 * 60 * 1_000;
/** A library that lost more than half of more than this many phrases since the last backup is reported. */
const NOTABLE = 20;

export interface Notice {
  readonly code: MessageCode;
  readonly params: ErrorParams;
}

/** What is noteworthy at start-up: a store that is suddenly much smaller than its newest backup. */
export function startUpNotices(phrases: number, backups: readonly BackupFile[]): Notice[] {
  const last = backups[0];
  if (!last || last.phrases < NOTABLE || phrases * 2 >= last.phrases) return [];
  return [
    { code: "store_shrank", params: { before: last.phrases, after: phrases, backup: last.path } },
  ];
}

/** True when a day has passed since the last backup and there is something to keep. */
export const dailyBackupDue = (
  phrases: number,
  backups: readonly BackupFile[],
  now: number,
): boolean => phrases > 0 && now - (backups[0]?.at ?? 0) > DAY;
