import type { Output } from "../../../shared/contract/index.ts";
import type { DaySheet, PromiseRow } from "../../../shared/contract/promises.ts";
import { AppError } from "../../../shared/errors.ts";
import type { Journal } from "../../database/journal.ts";
import type { DayStore } from "./dayStore.ts";
import { DAY_SUBJECT } from "./events.ts";
import { daySubject } from "./follow.ts";
import { lastSteps, sheetOf } from "./sheet.ts";
import type { PromiseStore } from "./store.ts";
import { type Workday, workdayAt, workdayOf, workdaysOf } from "./workday.ts";

/** As many as are shown of those that are due later. */
const LATER_SHOWN = 200;
/** As many as are named in a refusal. */
const NAMED = 3;

interface Around {
  readonly store: PromiseStore;
  readonly dayStore: DayStore;
  readonly journal: Pick<Journal, "append" | "device">;
  readonly now: () => number;
  readonly zone: () => string;
  readonly agent: () => string;
  readonly changed: () => void;
}

export type Days = ReturnType<typeof createDays>;

/** Working days: going off shift, sheets, and the calendar of clear days. */
export function createDays(around: Around) {
  const { store, dayStore, journal, now, zone, agent } = around;
  const today = (): Workday => workdayAt(now(), zone());

  /** Overdue, or due before the working day ends. */
  const undecided = (): PromiseRow[] => store.openUntil(today().to);

  /** What was still to be settled when a day ended, as it was due then; today: what is now. */
  function leftBy({ from, to }: Workday): PromiseRow[] {
    // Of a day that is to come only its own; overdue ones belong to today.
    if (from > now()) return store.openFrom(from, -1).filter(({ dueAt }) => dueAt < to);
    return dayStore.lateThen(to).flatMap(({ promiseId, dueAt, dateOnly }) => {
      const row = store.find(promiseId);
      if (!row) return [];
      const asThen = row.state === "open" && row.dueAt === dueAt;
      // What was said of it later was not known then.
      return asThen ? [row] : [{ ...row, dueAt, dateOnly, reason: "" }];
    });
  }

  function live(workday: Workday, closedAt: number | null): DaySheet {
    return sheetOf({
      ...{ workday, zone: zone(), agent: agent(), closedAt },
      steps: dayStore.steps(workday.from, workday.to),
      find: store.find,
      open: leftBy(workday),
      later: store.openCountFrom(workday.to),
    });
  }

  return {
    undecided,
    offShift(): Omit<Output<"promises.offShift">, "now" | "zone" | "todayEnds"> {
      const { day, from, to } = today();
      const steps = lastSteps(dayStore.steps(from, to));
      const decide = undecided();
      const open = new Set(decide.map(({ id }) => id));
      const settled = steps.filter(({ promiseId }) => !open.has(promiseId));
      const rows = (kind: "done" | "carried" | "handed"): PromiseRow[] =>
        store.rows(settled.filter((each) => each.kind === kind).map(({ promiseId }) => promiseId));
      return {
        ...{ day, decide },
        later: store.openFrom(to, LATER_SHOWN),
        laterTotal: store.openCountFrom(to),
        ...{ done: rows("done"), carried: rows("carried"), handed: rows("handed") },
        closedAt: dayStore.closedAt(day),
      };
    },
    /** @throws AppError promises_undecided: names what is still open */
    close(): DaySheet {
      const open = undecided();
      if (open.length > 0) {
        const names = open.slice(0, NAMED).map(({ text }) => text);
        throw new AppError("promises_undecided", { count: open.length, names: names.join("；") });
      }
      const workday = today();
      const sheet = live(workday, now());
      journal.append([
        {
          ...{ subject: DAY_SUBJECT, subjectId: daySubject(journal.device(), workday.day) },
          ...{ kind: "closed", data: sheet },
        },
      ]);
      around.changed();
      return sheet;
    },
    sheet: (day: string): DaySheet => dayStore.sheet(day) ?? live(workdayOf(day, zone()), null),
    calendar(month: string): Output<"promises.calendar"> {
      const days = workdaysOf(month, zone()).map(({ day, from, to }) => {
        const { done, carried, handed } = dayStore.stepCounts(from, to);
        // Of a day that is to come only its own.
        const open = dayStore.lateAt(to, from > now() ? from : 0);
        return {
          ...{ day, done, carried, handed, open },
          clear: open === 0 && done + carried + handed > 0,
          closedAt: dayStore.closedAt(day),
        };
      });
      return { today: today().day, days };
    },
    /** When the working day began and ends. */
    today,
  };
}
