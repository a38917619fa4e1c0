import type Database from "better-sqlite3";
import type { ComplaintStage } from "../../../shared/contract/complaintFacts.ts";
import { complaintStage } from "../../../shared/contract/complaintFacts.ts";
import type { Complaint } from "../../../shared/contract/complaints.ts";
import type { Output, ParsedInput } from "../../../shared/contract/index.ts";
import { matchFor } from "./grams.ts";
import type { TrendRow } from "./trends.ts";

type Asked = Pick<ParsedInput<"complaints.list">, "text" | "kind" | "severity" | "shop">;
type Counts = Output<"complaints.list">["counts"];

/** Open ones by what is due first, those with nothing due after them; closed ones the last closed first. */
const ORDER = `ORDER BY closed_at IS NOT NULL, deadline_at IS NULL, deadline_at, closed_at DESC, changed_at DESC, row`;

export type ComplaintList = ReturnType<typeof createComplaintList>;

/** Lists, the board and the words: reads of the cases' rows. */
export function createComplaintList(database: Database.Database) {
  /** The filters that counts and rows have in common. */
  function where({ text, kind, severity, shop }: Asked) {
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
    add(
      "match",
      match,
      "row IN (SELECT rowid FROM complaint_words WHERE complaint_words MATCH @match)",
    );
    // Signs alone are in no word.
    if (text !== "" && match === null) all.push("0");
    return { params, all };
  }

  const clause = (all: readonly string[]): string =>
    all.length === 0 ? "" : `WHERE ${all.join(" AND ")}`;

  const page = (all: readonly string[], params: object, limit: number, offset: number) =>
    (
      database
        .prepare(
          `WITH page AS MATERIALIZED (
             SELECT row, closed_at, deadline_at, changed_at FROM complaints ${clause(all)} ${ORDER} LIMIT @limit OFFSET @offset
           ) SELECT state FROM page JOIN complaint_states USING (row) ${ORDER}`,
        )
        .pluck()
        .all({ ...params, limit, offset }) as string[]
    ).map((state) => JSON.parse(state) as Complaint);

  /** By stage: how many, and how many of them are overdue. */
  function counts(asked: Asked, now: number): { counts: Counts; late: Counts } {
    const { params, all } = where(asked);
    const found = database
      .prepare(
        `SELECT stage, count(*) AS count, coalesce(sum(deadline_at < @now), 0) AS late FROM complaints ${clause(all)} GROUP BY stage`,
      )
      .all({ ...params, now }) as { stage: ComplaintStage; count: number; late: number }[];
    const of = (key: "count" | "late"): Counts =>
      Object.fromEntries(
        complaintStage.options.map((stage) => [
          stage,
          found.find((each) => each.stage === stage)?.[key] ?? 0,
        ]),
      ) as Counts;
    return { counts: of("count"), late: of("late") };
  }

  /** One window of the list. */
  function list(asked: ParsedInput<"complaints.list">, now: number) {
    const { params, all } = where(asked);
    if (asked.stage !== null) all.push("stage = @stage");
    else if (asked.state === "open") all.push("stage <> 'closed'");
    else if (asked.state === "closed") all.push("stage = 'closed'");
    if (asked.late) all.push("deadline_at < @now");
    if (asked.dueBefore !== null) all.push("deadline_at < @dueBefore");
    const named = {
      ...params,
      ...(asked.stage !== null && { stage: asked.stage }),
      ...(asked.late && { now }),
      ...(asked.dueBefore !== null && { dueBefore: asked.dueBefore }),
    };
    const total = database
      .prepare(`SELECT count(*) FROM complaints ${clause(all)}`)
      .pluck()
      .get(named) as number;
    return { total, rows: page(all, named, asked.limit, asked.offset) };
  }

  /** The first cards of a stage. */
  function column(stage: ComplaintStage, asked: Asked, limit: number): Complaint[] {
    const { params, all } = where(asked);
    return page([...all, "stage = @stage"], { ...params, stage }, limit, 0);
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

  return { list, counts, column, empty, between };
}
