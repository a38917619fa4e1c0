import type Database from "better-sqlite3";
import type { DaySheet } from "../../../shared/contract/promises.ts";

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

/** Promises by how many had which step. */
export type StepCounts = Record<Step["kind"], number>;

export type DayStore = ReturnType<typeof createDayStore>;

/** Days: what was done in each, and the sheets of those that were closed. */
export function createDayStore(database: Database.Database) {
  const drop = database.prepare("DELETE FROM promise_steps WHERE promise_id = ?");
  const insert = database.prepare(
    "INSERT INTO promise_steps (event_id, promise_id, clock, at, kind, due_at, date_only, reason, handed_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  return {
    /** Makes the steps of one promise what the journal says. */
    putSteps(promiseId: string, steps: readonly Step[]): void {
      drop.run(promiseId);
      for (const { eventId, clock, at, kind, dueAt, dateOnly, reason, to } of steps)
        insert.run(eventId, promiseId, clock, at, kind, dueAt, dateOnly ? 1 : 0, reason, to);
    },
    /** Empties the tables: they are about to be made anew. */
    clearSteps: (): void => void database.exec("DELETE FROM promise_steps"),
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
    /** Due in this time and still open, or closed only after it. */
    left: (from: number, to: number): number =>
      database
        .prepare(
          "SELECT count(*) FROM promises WHERE due_at >= ? AND due_at < ? AND (state = 'open' OR (state = 'done' AND closed_at >= ?))",
        )
        .pluck()
        .get(from, to, to) as number,
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
