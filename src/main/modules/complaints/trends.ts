import { DateTime } from "luxon";
import type { ComplaintKind } from "../../../shared/contract/complaintFacts.ts";
import { complaintKind } from "../../../shared/contract/complaintFacts.ts";
import type { ComplaintTrends } from "../../../shared/contract/complaints.ts";

/** What trends are made of: one row per case. */
export interface TrendRow {
  readonly id: string;
  readonly kind: ComplaintKind;
  readonly shop: string;
  readonly customer: string;
  readonly product: string;
  readonly cause: string;
  readonly given: number;
  readonly satisfaction: number | null;
  readonly answerBy: number | null;
  readonly answeredAt: number | null;
  readonly openedAt: number;
  readonly closedAt: number | null;
}

/** How many of a ranking are told. */
const TOP = 20;

const zero = (): Record<ComplaintKind, number> =>
  Object.fromEntries(complaintKind.options.map((kind) => [kind, 0])) as Record<
    ComplaintKind,
    number
  >;

/** Every week that touches the time, from Monday in the zone; also those in which nothing happened. */
function weeksOf(from: number, to: number, zone: string) {
  const weeks: ComplaintTrends["byWeek"] = [];
  if (to <= from) return weeks;
  // Weeks are counted on the calendar, not in hours: they are an hour longer or shorter when the clocks change.
  let start = DateTime.fromMillis(from, { zone }).startOf("week");
  while (start.toMillis() < to) {
    weeks.push({
      week: `${start.weekYear}-W${String(start.weekNumber).padStart(2, "0")}`,
      start: start.toMillis(),
      ...{ opened: 0, closed: 0, byKind: zero() },
    });
    start = start.plus({ weeks: 1 });
  }
  return weeks;
}

/** The week of a moment that is in one of them: the last that has begun by then. */
function weekOf(weeks: ComplaintTrends["byWeek"], at: number): ComplaintTrends["byWeek"][number] {
  let [low, high] = [0, weeks.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (weeks[middle]!.start <= at) low = middle;
    else high = middle - 1;
  }
  return weeks[low]!;
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function grouped(
  rows: readonly TrendRow[],
  key: (row: TrendRow) => string,
): Map<string, TrendRow[]> {
  const groups = new Map<string, TrendRow[]>();
  for (const row of rows) {
    const name = key(row);
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}

const open = (rows: readonly TrendRow[]): number =>
  rows.filter(({ closedAt }) => closedAt === null).length;

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);

/** The most frequent first; what has no name is left out. */
const ranking = (rows: readonly TrendRow[], key: (row: TrendRow) => string) =>
  [...grouped(rows, key)]
    .filter(([name]) => name !== "")
    .map(([name, group]) => ({ name, count: group.length, open: open(group) }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, TOP);

/** Groups of more than one, the largest first, with the newest case of each. */
const repeated = (rows: readonly TrendRow[], key: (row: TrendRow) => string) =>
  [...grouped(rows, key).values()]
    .filter((group) => group.length > 1)
    .map((group) => ({
      group,
      last: group.reduce((newest, each) => (each.openedAt > newest.openedAt ? each : newest)),
    }))
    .sort((a, b) => b.group.length - a.group.length || b.last.openedAt - a.last.openedAt)
    .slice(0, TOP);

/**
 * What the cases of a time show.
 * @param rows those opened or closed in it @param now decides which answers are late
 */
export function trendsOf(
  rows: readonly TrendRow[],
  { from, to, zone, now }: { from: number; to: number; zone: string; now: number },
): ComplaintTrends {
  const inside = (at: number | null): at is number => at !== null && at >= from && at < to;
  const opened = rows.filter(({ openedAt }) => inside(openedAt));
  const closed = rows.filter(({ closedAt }) => inside(closedAt));
  const rated = opened.flatMap(({ satisfaction }) => (satisfaction === null ? [] : [satisfaction]));
  const weeks = weeksOf(from, to, zone);
  for (const { openedAt, kind } of opened) {
    const week = weekOf(weeks, openedAt);
    week.opened += 1;
    week.byKind[kind] += 1;
  }
  for (const { closedAt } of closed) weekOf(weeks, closedAt!).closed += 1;
  return {
    ...{ from, to, opened: opened.length, closed: closed.length, byWeek: weeks },
    medianToClose: median(
      opened.flatMap(({ openedAt, closedAt }) => (closedAt === null ? [] : [closedAt - openedAt])),
    ),
    satisfaction: rated.length === 0 ? null : sum(rated) / rated.length,
    answeredLate: opened.filter(
      ({ answerBy, answeredAt }) => answerBy !== null && (answeredAt ?? now) > answerBy,
    ).length,
    fen: sum(opened.map(({ given }) => given)),
    byKind: complaintKind.options.map((kind) => {
      const group = opened.filter((row) => row.kind === kind);
      return {
        ...{ kind, count: group.length, open: open(group) },
        fen: sum(group.map(({ given }) => given)),
      };
    }),
    byProduct: ranking(opened, ({ product }) => product),
    byShop: ranking(opened, ({ shop }) => shop),
    customers: repeated(
      opened.filter(({ customer }) => customer !== ""),
      ({ customer, shop }) => `${customer}\n${shop}`,
    ).map(({ group, last }) => ({
      ...{ customer: last.customer, shop: last.shop, count: group.length },
      ...{ lastId: last.id, lastAt: last.openedAt },
    })),
    causes: repeated(
      opened.filter(({ cause }) => cause !== ""),
      ({ cause, kind }) => `${cause}\n${kind}`,
    ).map(({ group, last }) => ({
      ...{ cause: last.cause, kind: last.kind, count: group.length },
      ...{ lastId: last.id, lastAt: last.openedAt },
    })),
  };
}
