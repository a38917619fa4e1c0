import type { DaySheet, PromiseRow, SheetLine } from "../../../shared/contract/promises.ts";
import type { Step } from "./dayStore.ts";
import type { Workday } from "./workday.ts";

/** The last step of each promise, in the order of those; one that was opened again has none. */
export function lastSteps(steps: readonly Step[]): Step[] {
  const last = new Map<string, Step>();
  for (const step of steps) {
    last.delete(step.promiseId);
    last.set(step.promiseId, step);
  }
  return [...last.values()].filter(({ kind }) => kind !== "reopened");
}

interface DayFacts {
  readonly workday: Workday;
  readonly zone: string;
  readonly agent: string;
  readonly closedAt: number | null;
  readonly steps: readonly Step[];
  readonly find: (id: string) => PromiseRow | null;
  readonly open: readonly PromiseRow[];
  readonly later: number;
}

const facts = ({ text, customer, order, shop }: PromiseRow) => ({ text, customer, order, shop });

/** The sheet of a day: what became of each promise, and what is still open, though it was put off to a later hour. */
export function sheetOf({ workday, zone, agent, closedAt, ...day }: DayFacts): DaySheet {
  const still = new Set(day.open.map(({ id }) => id));
  const done = lastSteps(day.steps).flatMap((step): SheetLine[] => {
    const row = day.find(step.promiseId);
    if (!row || step.kind === "reopened") return [];
    if (step.kind === "carried" && still.has(row.id)) return [];
    const { kind: what, at, dueAt, dateOnly, reason, to } = step;
    return [{ id: row.id, what, at, ...facts(row), dueAt, dateOnly, reason, to }];
  });
  const settled = new Set(done.map(({ id }) => id));
  const open = day.open
    .filter(({ id }) => !settled.has(id))
    .map((row): SheetLine => ({
      ...{ id: row.id, what: "open", at: row.createdAt, ...facts(row) },
      ...{ dueAt: row.dueAt, dateOnly: row.dateOnly, reason: row.reason, to: "" },
    }));
  return { day: workday.day, zone, agent, closedAt, lines: [...done, ...open], later: day.later };
}
