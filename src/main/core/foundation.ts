import type Database from "better-sqlite3";
import type { Emit } from "../../shared/contract/index.ts";
import type { BackupFile } from "../../shared/contract/system.ts";
import type { ErrorParams } from "../../shared/errors.ts";
import { messages, type MessageCode } from "../../shared/messages/zh-CN.ts";
import { say } from "../../shared/rules/say.ts";
import { writeBackupNow } from "../database/backup.ts";
import { createJournal, hostOf, type Journal } from "../database/journal.ts";
import { BUSY_TIMEOUT, openDatabase } from "../database/open.ts";
import type { Ports } from "../ports/ports.ts";
import { createDeliver } from "./deliver.ts";
import { createEvents } from "./events.ts";
import { createFiles } from "./files.ts";
import { createLater, type Later } from "./later.ts";
import type { Core } from "./types.ts";

/** What every feature stands on: one database, the ports, one voice. */
export interface Foundation {
  readonly database: Database.Database;
  readonly dataFolder: string;
  /** A folder of this run for files that a page fetches. */
  readonly temporary: string;
  readonly ports: Ports;
  /** The time, milliseconds since 1970. */
  readonly now: () => number;
  /** The IANA name of the zone the person lives by. Asked anew each time: people travel, systems are set. */
  readonly zone: () => string;
  /** What happened, only added to; promises, complaints and the like are what it says. */
  readonly journal: Journal;
  readonly emit: Emit;
  readonly subscribe: Core["subscribe"];
  readonly files: ReturnType<typeof createFiles>;
  /** Hands a file to the person. */
  readonly deliver: ReturnType<typeof createDeliver>;
  /** Writes that may wait until the database is free. */
  readonly later: Later;
  /** Tells the person, wherever they look. */
  notify(level: "info" | "warning" | "error", code: MessageCode, params: ErrorParams): void;
  /** Something failed with nobody waiting for the answer. */
  tell(error: unknown): void;
  writeBackup(reason: string): BackupFile;
  /** Fails at once while another connection writes, instead of holding up the event loop. */
  withoutWaiting<T>(job: () => T): T;
  /** False once the core is closing: nothing is announced any more. */
  isOpen(): boolean;
  close(): void;
}

/** @throws AppError when the library cannot be opened (see `openDatabase`). */
export function layFoundation(dataFolder: string, temporary: string, ports: Ports): Foundation {
  const database = openDatabase(dataFolder);
  const { emit, subscribe } = createEvents();
  const files = createFiles();
  let open = true;

  const notify: Foundation["notify"] = (level, code, params) => {
    emit("notice", { level, code, params });
    const locale = ports.settings.get().locale ?? "zh-CN";
    ports.notifications.show({ title: "快答台 ReplyDeck", body: say(locale, code, params), level });
  };

  const tell: Foundation["tell"] = (error) => {
    if (!open) return;
    if (error instanceof Error && "code" in error && String(error.code) in messages) {
      const { code, params } = error as unknown as { code: MessageCode; params: ErrorParams };
      notify("error", code, params ?? {});
      return;
    }
    console.error(error);
    notify("error", "unexpected", {
      detail: error instanceof Error ? error.message : String(error),
    });
  };

  return {
    database,
    dataFolder,
    temporary,
    ports,
    now: () => ports.clock.now(),
    zone: () => ports.clock.zone?.() ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    journal: createJournal(database, {
      now: () => ports.clock.now(),
      host: hostOf(dataFolder),
    }),
    emit,
    subscribe,
    files,
    deliver: createDeliver({ dialogs: ports.dialogs, files, temporary }),
    later: createLater(
      (error) =>
        error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY"),
    ),
    notify,
    tell,
    writeBackup: (reason) => writeBackupNow(database, dataFolder, reason),
    withoutWaiting(job) {
      database.pragma("busy_timeout = 0");
      try {
        return job();
      } finally {
        database.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
      }
    },
    isOpen: () => open,
    close() {
      open = false;
    },
  };
}
