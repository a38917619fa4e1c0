import type Database from "better-sqlite3";
import { AppError } from "../../shared/errors.ts";
import { phrases } from "./migrations/0001-phrases.ts";
import { segments } from "./migrations/0002-segments.ts";
import { historyOfAny } from "./migrations/0003-history-of-any.ts";
import { campaigns } from "./migrations/0004-campaigns.ts";
import { goods } from "./migrations/0005-goods.ts";
import { price } from "./migrations/0006-price.ts";
import { customers } from "./migrations/0007-customers.ts";
import { shops } from "./migrations/0008-shops.ts";
import { wordings } from "./migrations/0009-wordings.ts";
import { gate } from "./migrations/0010-gate.ts";
import { statistics } from "./migrations/0011-statistics.ts";
import { pasteShop } from "./migrations/0012-paste-shop.ts";
import { journal } from "./migrations/0013-journal.ts";
import { promises } from "./migrations/0014-promises.ts";
import { complaints } from "./migrations/0015-complaints.ts";
import { urging } from "./migrations/0016-urging.ts";
import { feedback } from "./migrations/0017-feedback.ts";
import { reports } from "./migrations/0018-reports.ts";
import { journalBehind } from "./migrations/0019-journal-behind.ts";
import { promisesLate } from "./migrations/0020-promises-late.ts";

/** One step of the schema. Steps are never edited once released; a new one is added. */
export interface Migration {
  /** Consecutive from 1; kept in `PRAGMA user_version`. */
  readonly version: number;
  readonly name: string;
  readonly up: string | ((database: Database.Database) => void);
}

/** Every step in order. */
export const migrations: readonly Migration[] = [
  phrases,
  segments,
  historyOfAny,
  campaigns,
  goods,
  price,
  customers,
  shops,
  wordings,
  gate,
  statistics,
  pasteShop,
  journal,
  promises,
  complaints,
  urging,
  feedback,
  reports,
  journalBehind,
  promisesLate,
];

/** The schema this program writes. */
export const newestVersion = (steps: readonly Migration[] = migrations): number =>
  steps.at(-1)?.version ?? 0;

/** The schema a database has; 0 for a new file. */
export function versionOf(database: Database.Database): number {
  return database.pragma("user_version", { simple: true }) as number;
}

/**
 * Brings a database up to date, each step in a transaction of its own.
 * `backUp` runs once before the first step of a database that already holds data.
 * @throws AppError migration_failed: the step was rolled back, the file stands at the step before.
 */
export function migrate(
  database: Database.Database,
  backUp: (fromVersion: number) => string,
  steps: readonly Migration[] = migrations,
): void {
  const from = versionOf(database);
  const pending = steps.filter((step) => step.version > from);
  if (pending.length === 0) return;
  const backup = from > 0 ? backUp(from) : "";
  for (const step of pending) {
    try {
      database.transaction(() => {
        if (typeof step.up === "string") database.exec(step.up);
        else step.up(database);
        database.pragma(`user_version = ${step.version}`);
      })();
    } catch (cause) {
      const detail = cause instanceof Error ? cause.message : String(cause);
      throw new AppError("migration_failed", { version: step.version, detail, backup }, { cause });
    }
  }
}
