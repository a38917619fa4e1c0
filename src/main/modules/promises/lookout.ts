import type { PromiseCounts, PromiseRow } from "../../../shared/contract/promises.ts";
import type { ErrorParams } from "../../../shared/errors.ts";
import type { MessageCode } from "../../../shared/messages/zh-CN.ts";
import { nextReminder, reached, reminderOf, type RemindSettings } from "./reminding.ts";
import type { ReminderStore } from "./reminderStore.ts";
import { dayEnd } from "./workday.ts";

/** The longest time between two looks, milliseconds: a machine that slept or a clock that was set is noticed then. */
const AT_LEAST_EVERY = 20_000;
/** So far may a clock be set back by being put right, milliseconds. */
const GRACE = 60_000;
/** More at once are told in one sentence. */
const TOLD_APART = 3;
const DAY = 86_400_000;

interface Around {
  readonly reminders: ReminderStore;
  readonly counts: () => PromiseCounts;
  readonly now: () => number;
  readonly zone: () => string;
  readonly settings: () => RemindSettings;
  /** Runs `job` once after so many milliseconds; returns what calls it off. */
  readonly after: (milliseconds: number, job: () => void) => () => void;
  /** Tells the person, wherever they look. */
  readonly remind: (code: MessageCode, params: ErrorParams) => void;
  /** Promises stand differently from the last look. */
  readonly changed: (counts: PromiseCounts) => void;
  readonly failed: (error: unknown) => void;
}

export type Lookout = ReturnType<typeof createLookout>;

/** Looks at the clock on the wall: reminds of what is due, and says when promises stand differently. */
export function createLookout(around: Around) {
  const { reminders, now, zone } = around;
  let said = "";
  let callOff = (): void => undefined;
  let closed = false;

  function tell(rows: readonly PromiseRow[], at: number): void {
    const [first] = rows;
    if (first && rows.length > TOLD_APART)
      around.remind("promises_due_many", { count: rows.length, text: first.text });
    else
      for (const row of rows) {
        const { code, params } = reminderOf(row, at);
        around.remind(code, params);
      }
  }

  /** Tells what is to be told now, and gives the time of the next reminder. */
  function remind(at: number): number | null {
    const settings = around.settings();
    reminders.forgetAfter(at + GRACE);
    const ahead = Math.max(0, ...settings.remindMinutes) * 60_000;
    // Days that end today somewhere else are among these.
    const horizon = Math.max(at + ahead + AT_LEAST_EVERY, dayEnd(at, zone()) + DAY);
    const rows: PromiseRow[] = [];
    let next: number | null = null;
    for (const each of reminders.candidates(horizon)) {
      const { row } = each;
      const times = reached(each, settings, at);
      const last = times.length === 0 ? null : Math.max(...times);
      if (last !== null && !reminders.told(row.id, row.dueAt, last)) {
        // Noted before it is told: a reminder that is lost is better than one at every look.
        reminders.note(row.id, row.dueAt, times, at);
        rows.push(row);
      }
      const coming = nextReminder(each, settings, at);
      if (coming !== null && (next === null || coming < next)) next = coming;
    }
    tell(rows, at);
    return next;
  }

  function look(): void {
    if (closed) return;
    callOff();
    const at = now();
    let next: number | null = null;
    try {
      next = remind(at);
      const counts = around.counts();
      const saying = JSON.stringify([counts, zone()]);
      if (said !== "" && said !== saying) around.changed(counts);
      said = saying;
    } finally {
      const wait = next === null ? AT_LEAST_EVERY : next - at;
      callOff = around.after(Math.max(1, Math.min(AT_LEAST_EVERY, wait)), () => {
        try {
          look();
        } catch (error) {
          around.failed(error);
        }
      });
    }
  }

  return {
    /** Looks now; call it after every change. */
    look,
    close(): void {
      closed = true;
      callOff();
    },
  };
}
