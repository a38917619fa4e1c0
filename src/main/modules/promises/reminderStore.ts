import type Database from "better-sqlite3";
import type { Remindable } from "./reminding.ts";
import { type Raw, toPromise } from "./rows.ts";

export type ReminderStore = ReturnType<typeof createReminderStore>;

/** What was reminded of, so that nothing is told twice. */
export function createReminderStore(database: Database.Database) {
  return {
    /** Open ones that are due before a moment and of which not all was told. */
    candidates: (dueBefore: number): Remindable[] =>
      (
        database
          .prepare(
            `SELECT p.* FROM promises AS p
             WHERE p.state = 'open' AND p.due_at < ? AND (p.due_set_at <= p.due_at OR p.snoozed_until IS NOT NULL)
               AND NOT EXISTS (SELECT 1 FROM promise_reminders AS r
                               WHERE r.promise_id = p.id AND r.due_at = p.due_at
                                 AND r.for_time >= max(p.due_at, coalesce(p.snoozed_until, 0)))
             ORDER BY p.due_at, p.id`,
          )
          .all(dueBefore) as (Raw & { due_set_at: number })[]
      ).map((raw) => ({ row: toPromise(raw), dueSetAt: raw.due_set_at })),
    told: (id: string, dueAt: number, time: number): boolean =>
      database
        .prepare(
          "SELECT 1 FROM promise_reminders WHERE promise_id = ? AND due_at = ? AND for_time >= ?",
        )
        .get(id, dueAt, time) !== undefined,
    note(id: string, dueAt: number, times: readonly number[], at: number): void {
      const insert = database.prepare(
        "INSERT OR REPLACE INTO promise_reminders (promise_id, due_at, for_time, at) VALUES (?, ?, ?, ?)",
      );
      for (const time of times) insert.run(id, dueAt, time, at);
    },
    /** A clock that was too far ahead told what was not yet to be told: that does not count. */
    forgetAfter: (at: number): void =>
      void database.prepare("DELETE FROM promise_reminders WHERE at > ?").run(at),
    /** Of closed ones nothing has to be known any more. */
    tidy: (): void =>
      void database
        .prepare(
          "DELETE FROM promise_reminders WHERE promise_id NOT IN (SELECT id FROM promises WHERE state = 'open')",
        )
        .run(),
  };
}
