import type Database from "better-sqlite3";
import type { ComplaintKind } from "../../../shared/contract/complaintFacts.ts";
import type { Complaint } from "../../../shared/contract/complaints.ts";

/** Everything but closed: named one by one, so that the index of stages and deadlines answers. */
const OPEN = "stage IN ('accept', 'clarify', 'resolve', 'follow')";

export interface OpenCounts {
  readonly open: number;
  readonly overdue: number;
  /** Not overdue, due by the end of the day. */
  readonly today: number;
}

/** What the first screen of the morning and a weekly report ask of cases. Times in milliseconds since 1970. */
export function createComplaintMorning(database: Database.Database) {
  const counts = database.prepare(
    `SELECT count(*) AS open, coalesce(sum(deadline_at < @now), 0) AS overdue,
       coalesce(sum(deadline_at >= @now AND deadline_at <= @todayEnds), 0) AS today
     FROM complaints WHERE ${OPEN}`,
  );
  const pressing = database
    .prepare(
      `WITH page AS MATERIALIZED (
         SELECT row, deadline_at FROM complaints WHERE ${OPEN}
         ORDER BY deadline_at IS NULL, deadline_at, row LIMIT ?
       ) SELECT state FROM page JOIN complaint_states USING (row)
       ORDER BY deadline_at IS NULL, deadline_at, row`,
    )
    .pluck();
  const between = database.prepare(
    `SELECT kind, opened_at AS openedAt, closed_at AS closedAt FROM complaints
     WHERE opened_at >= @from AND opened_at < @to
     UNION ALL
     SELECT kind, opened_at, closed_at FROM complaints
     WHERE closed_at >= @from AND closed_at < @to AND NOT (opened_at >= @from AND opened_at < @to)`,
  );
  const openAt = database
    .prepare(
      `SELECT (SELECT count(*) FROM complaints WHERE ${OPEN} AND opened_at < @at)
         + (SELECT count(*) FROM complaints WHERE closed_at >= @at AND opened_at < @at)`,
    )
    .pluck();
  return {
    counts: (now: number, todayEnds: number): OpenCounts =>
      counts.get({ now, todayEnds }) as OpenCounts,
    /** Open ones, what is due first at the top. */
    pressing: (limit: number): Complaint[] =>
      (pressing.all(limit) as string[]).map((state) => JSON.parse(state) as Complaint),
    /** Opened or closed in a time, `to` excluded; each once. */
    between: (from: number, to: number) =>
      between.all({ from, to }) as {
        kind: ComplaintKind;
        openedAt: number;
        closedAt: number | null;
      }[],
    /** How many were open at a moment. */
    openAt: (at: number): number => openAt.get({ at }) as number,
  };
}
