import type Database from "better-sqlite3";

/** What a weekly report asks of promises. Times in milliseconds since 1970. */
export function createPromiseWeeks(database: Database.Database) {
  const overdue = database
    .prepare(
      `SELECT count(*) FROM promises WHERE due_at >= @from AND due_at < @to
         AND (state = 'open' OR (state IN ('done', 'handed') AND closed_at >= @to))`,
    )
    .pluck();
  return {
    /** Due in a time, `to` excluded, and neither done nor handed on by its end. */
    overdue: (from: number, to: number): number => overdue.get({ from, to }) as number,
  };
}
