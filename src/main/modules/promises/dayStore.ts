import type Database from "better-sqlite3";
import type { DaySheet } from "../../../shared/contract/promises.ts";
import type { Late } from "./late.ts";

/** A step that counts for the day on which it was taken. */
export interface Step {
  readonly eventId: string;
  readonly promiseId: string;
  readonly at: number;
  /** Orders steps, whatever the clocks said. */
  readonly clock: number;
  /** "reopened" takes the others of the promise back for that day. */
  readonly kind: "done" | "carried" | "handed" | "withdrawn" | "reopened";
  readonly dueAt: number;
  readonly dateOnly: boolean;
  readonly reason: string;
  readonly to: string;
}

interface RawStep {
  event_id: string;
  promise_id: string;
  at: number;
  clock: number;
  kind: Step["kind"];
  due_at: number;
  date_only: number;
  reason: string;
  handed_to: string;
}

interface RawLate {
  promise_id: string;
  due_at: number;
  date_only: number;
}

/** A promise that was late at a moment, and when it was due then. */
export type LateThen = Pick<Late, "promiseId" | "dueAt" | "dateOnly">;

/** In the table: it is still open. */
const STILL = Number.MAX_SAFE_INTEGER;

/** Promises by how many had which step. */
export type StepCounts = Record<Step["kind"], number>;

export type DayStore = ReturnType<typeof createDayStore>;

/** Days: what was done in each, and the sheets of those that were closed. */
export function createDayStore(database: Database.Database) {
  const drop = database.prepare("DELETE FROM promise_steps WHERE promise_id = ?");
  const insert = database.prepare(
    "INSERT INTO promise_steps (event_id, promise_id, clock, at, kind, due_at, date_only, reason, handed_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const dropLate = database.prepare("DELETE FROM promise_late WHERE promise_id = ?");
  const insertLate = database.prepare(
    "INSERT OR IGNORE INTO promise_late (promise_id, late_from, until, due_at, date_only) VALUES (?, ?, ?, ?, ?)",
  );
  const countLate = database
    .prepare(
      "SELECT count(DISTINCT promise_id) FROM promise_late WHERE until >= @at AND late_from >= @since AND late_from < @at",
    )
    .pluck();
  // Of one that has several times of those, the last that was said: SQLite takes the row of the maximum.
  const lateThen = database.prepare(
    `SELECT promise_id, due_at, date_only, max(until) FROM promise_late
     WHERE until >= ? AND late_from < ? GROUP BY promise_id ORDER BY due_at, promise_id`,
  );
  return {
    /** Makes the steps of one promise what the journal says. */
    putSteps(promiseId: string, steps: readonly Step[]): void {
      drop.run(promiseId);
      for (const { eventId, clock, at, kind, dueAt, dateOnly, reason, to } of steps)
        insert.run(eventId, promiseId, clock, at, kind, dueAt, dateOnly ? 1 : 0, reason, to);
    },
    /** Makes the times through which one promise was late what the journal says. */
    putLate(promiseId: string, late: readonly Late[]): void {
      dropLate.run(promiseId);
      for (const { from, until, dueAt, dateOnly } of late)
        insertLate.run(promiseId, from, until ?? STILL, dueAt, dateOnly ? 1 : 0);
    },
    /** Empties the tables: they are about to be made anew. */
    clearSteps: (): void =>
      void database.exec("DELETE FROM promise_steps; DELETE FROM promise_late"),
    clearSheets: (): void => void database.exec("DELETE FROM promise_days"),
    /** Steps from a moment to before another, the earliest first. */
    steps: (from: number, to: number): Step[] =>
      (
        database
          .prepare("SELECT * FROM promise_steps WHERE at >= ? AND at < ? ORDER BY clock, event_id")
          .all(from, to) as RawStep[]
      ).map((raw) => ({
        eventId: raw.event_id,
        promiseId: raw.promise_id,
        at: raw.at,
        clock: raw.clock,
        kind: raw.kind,
        dueAt: raw.due_at,
        dateOnly: raw.date_only === 1,
        reason: raw.reason,
        to: raw.handed_to,
      })),
    /** A promise counts once, by its last step of that time. */
    stepCounts(from: number, to: number): StepCounts {
      const counts: StepCounts = { done: 0, carried: 0, handed: 0, withdrawn: 0, reopened: 0 };
      const rows = database
        .prepare(
          `SELECT kind, count(*) AS count FROM
             (SELECT kind, max(clock) FROM promise_steps WHERE at >= ? AND at < ? GROUP BY promise_id)
           GROUP BY kind`,
        )
        .all(from, to) as { kind: Step["kind"]; count: number }[];
      for (const { kind, count } of rows) counts[kind] = count;
      return counts;
    },
    /** How many were due before a moment and still open then. @param since only what became late from then on */
    lateAt: (at: number, since = 0): number => countLate.get({ at, since }) as number,
    /** Those, the longest due first, as they were due then. */
    lateThen: (at: number): LateThen[] =>
      (lateThen.all(at, at) as RawLate[]).map((raw) => ({
        promiseId: raw.promise_id,
        dueAt: raw.due_at,
        dateOnly: raw.date_only === 1,
      })),
    putSheet(day: string, sheet: DaySheet | null): void {
      if (sheet === null || sheet.closedAt === null)
        database.prepare("DELETE FROM promise_days WHERE day = ?").run(day);
      else
        database
          .prepare(
            "INSERT INTO promise_days (day, closed_at, sheet) VALUES (?, ?, ?) ON CONFLICT (day) DO UPDATE SET closed_at = excluded.closed_at, sheet = excluded.sheet",
          )
          .run(day, sheet.closedAt, JSON.stringify(sheet));
    },
    /** The sheet as it was kept when the day was closed; null: it was not. */
    sheet(day: string): DaySheet | null {
      const kept = database
        .prepare("SELECT sheet FROM promise_days WHERE day = ?")
        .pluck()
        .get(day) as string | undefined;
      return kept === undefined ? null : (JSON.parse(kept) as DaySheet);
    },
    closedAt: (day: string): number | null =>
      (database.prepare("SELECT closed_at FROM promise_days WHERE day = ?").pluck().get(day) as
        | number
        | undefined) ?? null,
  };
}
