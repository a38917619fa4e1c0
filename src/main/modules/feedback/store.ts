import type Database from "better-sqlite3";
import type { Feedback, FeedbackFilter, FeedbackState } from "../../../shared/contract/feedback.ts";

interface Raw extends Omit<Feedback, "valuable"> {
  readonly valuable: number | null;
}

const COLUMNS = `id, text, kind, department, customer, order_number AS "order", shop, noted_by AS "by", noted_at AS notedAt,
  valuable, sent_at AS sentAt, sent_to AS sentTo, answered_at AS answeredAt, answer`;

/** As `stateOf` says it. */
const STATE =
  "CASE WHEN answered_at IS NOT NULL THEN 'answered' WHEN sent_at IS NOT NULL THEN 'sent' ELSE 'noted' END";

const toFeedback = ({ valuable, ...raw }: Raw): Feedback => ({
  ...raw,
  valuable: valuable === null ? null : valuable === 1,
});

export type FeedbackStore = ReturnType<typeof createFeedbackStore>;

/** What buyers said as the journal says it, for looking up; written by the journal's follower only. */
export function createFeedbackStore(database: Database.Database) {
  const one = database.prepare(`SELECT ${COLUMNS} FROM feedback WHERE id = ?`);
  const remove = database.prepare("DELETE FROM feedback WHERE id = ?");
  const upsert = database.prepare(
    `INSERT OR REPLACE INTO feedback (id, text, kind, department, customer, order_number, shop, noted_by, noted_at, valuable,
       sent_at, sent_to, answered_at, answer)
     VALUES (@id, @text, @kind, @department, @customer, @order, @shop, @by, @notedAt, @valuable, @sentAt, @sentTo, @answeredAt,
       @answer)`,
  );
  const chosen = database
    .prepare(
      "SELECT department FROM feedback WHERE kind = ? AND department <> '' ORDER BY noted_at DESC LIMIT 20",
    )
    .pluck();

  function where(filter: FeedbackFilter): { sql: string; values: Record<string, unknown> } {
    const { kind, department, valuable, from, to, text } = filter;
    const parts = [
      kind === null ? "" : "kind = @kind",
      department === null ? "" : "department = @department",
      valuable === null ? "" : "valuable = @valuable",
      from === null ? "" : "noted_at >= @from",
      to === null ? "" : "noted_at < @to",
      text.trim() === ""
        ? ""
        : "instr(lower(text || ' ' || answer || ' ' || customer || ' ' || order_number || ' ' || shop), @text) > 0",
    ].filter((part) => part !== "");
    return {
      sql: parts.length === 0 ? "1" : parts.join(" AND "),
      values: {
        ...{ kind, department, from, to, text: text.trim().toLowerCase() },
        valuable: valuable ? 1 : 0,
      },
    };
  }

  return {
    /** Makes the rows of these notes what the journal says; null: it is not to be seen. */
    put(all: readonly (readonly [id: string, said: Feedback | null])[]): void {
      for (const [id, said] of all)
        if (said === null) remove.run(id);
        else
          upsert.run({
            ...said,
            valuable: said.valuable === null ? null : said.valuable ? 1 : 0,
          });
    },
    find(id: string): Feedback | null {
      const raw = one.get(id) as Raw | undefined;
      return raw ? toFeedback(raw) : null;
    },
    /** Newest first. */
    list(filter: FeedbackFilter, limit: number) {
      const { sql, values } = where(filter);
      const state = filter.state === null ? "" : ` AND ${STATE} = @state`;
      const counts: Record<FeedbackState, number> = { noted: 0, sent: 0, answered: 0 };
      const tally = database
        .prepare(
          `SELECT ${STATE} AS state, count(*) AS count FROM feedback WHERE ${sql} GROUP BY 1`,
        )
        .all(values) as { state: FeedbackState; count: number }[];
      for (const { state: name, count } of tally) counts[name] = count;
      const rows = database
        .prepare(
          `SELECT ${COLUMNS} FROM feedback WHERE ${sql}${state} ORDER BY noted_at DESC, id LIMIT @limit`,
        )
        .all({ ...values, state: filter.state, limit }) as Raw[];
      const total =
        filter.state === null ? counts.noted + counts.sent + counts.answered : counts[filter.state];
      return { total, rows: rows.map(toFeedback), counts };
    },
    /** Noted in a time, oldest first. */
    between: (from: number, to: number): Feedback[] =>
      (
        database
          .prepare(
            `SELECT ${COLUMNS} FROM feedback WHERE noted_at >= ? AND noted_at < ? ORDER BY noted_at, id`,
          )
          .all(from, to) as Raw[]
      ).map(toFeedback),
    /** Departments the last notes of a kind went to, newest first. */
    departmentsOf: (kind: string): string[] => chosen.all(kind) as string[],
  };
}
