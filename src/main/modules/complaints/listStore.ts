import type Database from "better-sqlite3";
import type { ComplaintStage } from "../../../shared/contract/complaintFacts.ts";
import { complaintStage } from "../../../shared/contract/complaintFacts.ts";
import type { Complaint } from "../../../shared/contract/complaints.ts";
import type { ParsedInput } from "../../../shared/contract/index.ts";
import { matchFor } from "./grams.ts";
import type { TrendRow } from "./trends.ts";

type Asked = Pick<ParsedInput<"complaints.list">, "text" | "kind" | "severity" | "shop">;
type Counts = Record<ComplaintStage, number>;

/** Which of those that were counted are shown, and where the window begins. */
type Shown = Pick<
  ParsedInput<"complaints.list">,
  "stage" | "state" | "late" | "dueBefore" | "offset" | "limit"
>;

/** Open ones by what is due first, those with nothing due after them; closed ones the last closed first. */
const ORDER = `ORDER BY closed_at IS NOT NULL, deadline_at IS NULL, deadline_at, closed_at DESC, changed_at DESC, row`;

export interface Window {
  readonly total: number;
  readonly rows: Complaint[];
  /** By stage, whatever is shown. */
  readonly counts: Counts;
  readonly late: Counts;
}

export type ComplaintList = ReturnType<typeof createComplaintList>;

/** Lists, the board and trends: reads of the cases' rows. */
export function createComplaintList(database: Database.Database) {
  /** The rows that counts and windows are made of. */
  function source({ text, kind, severity, shop }: Asked) {
    const match = matchFor(text);
    const params: Record<string, string | number> = {};
    const all: string[] = [];
    const add = (name: string, value: string | null, condition: string): void => {
      if (value === null) return;
      params[name] = value;
      all.push(condition);
    };
    add("kind", kind, "kind = @kind");
    add("severity", severity, "severity = @severity");
    add("shop", shop, "shop = @shop");
    add("match", match, "complaint_words MATCH @match");
    // Signs alone are in no word.
    if (text !== "" && match === null) all.push("0");
    // The words are asked first: a row for each of them is found at once, and the words are read once.
    const from =
      match === null
        ? "complaints"
        : "complaint_words CROSS JOIN complaints ON complaints.row = complaint_words.rowid";
    return { params, sql: `FROM ${from} ${all.length === 0 ? "" : `WHERE ${all.join(" AND ")}`}` };
  }

  /** One window of the list, with the counts of everything under the same filters; the words are looked up once. */
  function window(asked: Asked, shown: Shown, now: number): Window {
    const { params, sql } = source(asked);
    const chosen: string[] = [];
    if (shown.stage !== null) chosen.push("stage = @stage");
    else if (shown.state !== "all")
      chosen.push(shown.state === "open" ? "stage <> 'closed'" : "stage = 'closed'");
    if (shown.late) chosen.push("deadline_at < @now");
    if (shown.dueBefore !== null) chosen.push("deadline_at < @dueBefore");
    const which = chosen.length === 0 ? "1" : chosen.map((each) => `(${each})`).join(" AND ");
    const found = database
      .prepare(
        `WITH chosen AS MATERIALIZED (
           SELECT complaints.row, stage, deadline_at, closed_at, changed_at ${sql}
         ), page AS MATERIALIZED (
           SELECT row, row_number() OVER () AS place FROM (
             SELECT row FROM chosen WHERE ${which} ${ORDER} LIMIT @limit OFFSET @offset)
         )
         SELECT stage, count(*) AS count, coalesce(sum(deadline_at < @now), 0) AS late,
           coalesce(sum(${which}), 0) AS shown, NULL AS state, 0 AS place FROM chosen GROUP BY stage
         UNION ALL
         SELECT NULL, 0, 0, 0, state, place FROM page JOIN complaint_states USING (row)
         ORDER BY place`,
      )
      .all({
        ...{ ...params, now, limit: shown.limit, offset: shown.offset },
        ...(shown.stage !== null && { stage: shown.stage }),
        ...(shown.dueBefore !== null && { dueBefore: shown.dueBefore }),
      }) as {
      stage: ComplaintStage | null;
      count: number;
      late: number;
      shown: number;
      state: string | null;
    }[];
    const of = (key: "count" | "late"): Counts =>
      Object.fromEntries(
        complaintStage.options.map((stage) => [
          stage,
          found.find((each) => each.stage === stage)?.[key] ?? 0,
        ]),
      ) as Counts;
    return {
      total: found.reduce((sum, each) => sum + each.shown, 0),
      rows: found.flatMap(({ state }) => (state === null ? [] : [JSON.parse(state) as Complaint])),
      counts: of("count"),
      late: of("late"),
    };
  }

  /** The first cards of a stage. */
  function column(stage: ComplaintStage, asked: Asked, limit: number): Complaint[] {
    const { params, sql } = source(asked);
    return (
      database
        .prepare(
          `WITH page AS MATERIALIZED (
             SELECT complaints.row, closed_at, deadline_at, changed_at ${sql}
             ${sql.includes("WHERE") ? "AND" : "WHERE"} stage = @stage ${ORDER} LIMIT @limit
           ) SELECT state FROM page JOIN complaint_states USING (row) ${ORDER}`,
        )
        .pluck()
        .all({ ...params, stage, limit }) as string[]
    ).map((state) => JSON.parse(state) as Complaint);
  }

  const empty = (): boolean =>
    database.prepare("SELECT 1 FROM complaints LIMIT 1").get() === undefined;

  /** What was opened or closed in a time. */
  const between = (from: number, to: number): TrendRow[] =>
    database
      .prepare(
        `SELECT id, kind, shop, customer, product, cause, given, satisfaction, answer_by AS answerBy,
           answered_at AS answeredAt, opened_at AS openedAt, closed_at AS closedAt FROM complaints
         WHERE (opened_at >= @from AND opened_at < @to) OR (closed_at >= @from AND closed_at < @to)`,
      )
      .all({ from, to }) as TrendRow[];

  return { window, column, empty, between };
}
