import type { ComplaintKind } from "../../../shared/contract/complaintFacts.ts";
import {
  REPORT_LIMITS,
  type ReportFigures,
  type ReportWeek,
} from "../../../shared/contract/reports.ts";
import { daysOf } from "./week.ts";

/** A step that was taken with a promise and not taken back. */
export interface PromiseStep {
  readonly promiseId: string;
  readonly kind: "done" | "carried" | "handed" | "withdrawn" | "reopened";
  readonly at: number;
  /** When it was due then. */
  readonly dueAt: number;
}

/** A case that was opened or closed in a time. */
export interface ReportCase {
  readonly kind: ComplaintKind;
  readonly openedAt: number;
  readonly closedAt: number | null;
}

interface Counted {
  readonly name: string;
  readonly count: number;
}

/** What the records say of a time; times in milliseconds since 1970, `to` excluded. */
export interface Records {
  /** The earliest first. */
  promiseSteps(from: number, to: number): readonly PromiseStep[];
  /** Due in the time and neither done nor handed on by its end. */
  promisesOverdue(from: number, to: number): number;
  /** Opened or closed in the time. */
  complaints(from: number, to: number): readonly ReportCase[];
  complaintsOpenAt(at: number): number;
  uses(
    from: number,
    to: number,
    zone: string,
  ): Promise<{
    readonly total: number;
    readonly byScene: readonly Counted[];
    readonly byPhrase: readonly { readonly title: string; readonly count: number }[];
  }>;
  /** What was noted in the time, as it stands by now. */
  feedback(
    from: number,
    to: number,
  ): readonly {
    readonly valuable: boolean | null;
    readonly sentAt: number | null;
    readonly answeredAt: number | null;
  }[];
  urging(from: number, to: number): ReportFigures["urging"];
}

/** The middle one; of an even number the mean of the two in the middle; null of none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.floor(sorted.length / 2)],
  ];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** A promise counts once, by the last step of the week. */
export function lastSteps(steps: readonly PromiseStep[]): PromiseStep[] {
  const last = new Map<string, PromiseStep>();
  for (const step of steps) last.set(step.promiseId, step);
  return [...last.values()];
}

function byKind(cases: readonly ReportCase[]): ReportFigures["complaints"]["byKind"] {
  const counts = new Map<ComplaintKind, number>();
  for (const { kind } of cases) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .map(([kind, count]) => ({ kind, count }))
    .toSorted((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
}

/** Counts a week as far as it has gone. @param now nothing after it is counted */
export async function countWeek(
  records: Records,
  week: ReportWeek,
  now: number,
): Promise<ReportFigures> {
  const { start, end, zone } = week;
  const steps = lastSteps(records.promiseSteps(start, end));
  const kept = steps.filter(({ kind }) => kind === "done");
  const of = (wanted: PromiseStep["kind"]): number =>
    steps.filter(({ kind }) => kind === wanted).length;

  const within = (
    at: number | null,
    { start: from, end: to }: { start: number; end: number } = week,
  ): boolean => at !== null && at >= from && at < to;
  const cases = records.complaints(start, end);
  const opened = cases.filter(({ openedAt }) => within(openedAt));
  const closed = cases.filter(({ closedAt }) => within(closedAt));

  const uses = await records.uses(start, end, zone);
  const noted = records.feedback(start, end);

  return {
    promises: {
      kept: kept.length,
      late: kept.filter(({ at, dueAt }) => at > dueAt).length,
      carried: of("carried"),
      handed: of("handed"),
      overdue: records.promisesOverdue(start, Math.min(end, now)),
    },
    complaints: {
      opened: opened.length,
      closed: closed.length,
      // What was opened this very moment is open.
      open: records.complaintsOpenAt(Math.min(end, now + 1)),
      byKind: byKind(opened),
      median: median(closed.map(({ openedAt, closedAt }) => (closedAt ?? openedAt) - openedAt)),
    },
    uses: {
      total: uses.total,
      byScene: uses.byScene
        .slice(0, REPORT_LIMITS.scenes)
        .map(({ name, count }) => ({ name, count })),
      phrases: uses.byPhrase
        .slice(0, REPORT_LIMITS.phrases)
        .map(({ title, count }) => ({ title, count })),
    },
    feedback: {
      noted: noted.length,
      valuable: noted.filter(({ valuable }) => valuable === true).length,
      sent: noted.filter(({ sentAt }) => sentAt !== null).length,
      answered: noted.filter(({ answeredAt }) => answeredAt !== null).length,
    },
    urging: records.urging(start, end),
    days: daysOf(week).map((each) => ({
      day: each.day,
      kept: kept.filter(({ at }) => within(at, each)).length,
      complaints: opened.filter(({ openedAt }) => within(openedAt, each)).length,
    })),
  };
}
