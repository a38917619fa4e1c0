import { DateTime } from "luxon";
import type { PromiseRow } from "../../../shared/contract/promises.ts";
import type { Settings } from "../../../shared/contract/settings.ts";
import type { MessageCode } from "../../../shared/messages/zh-CN.ts";

const MINUTE = 60_000;

export interface Remindable {
  readonly row: PromiseRow;
  /** When it was last said when it is due: nobody is reminded of what they just wrote. */
  readonly dueSetAt: number;
}

export type RemindSettings = Settings["promises"];

/** When one promise is reminded of, the earliest first; milliseconds since 1970. */
export function remindTimes(row: PromiseRow, { remindMinutes, dayAt }: RemindSettings): number[] {
  const times = remindMinutes.map((minutes) => row.dueAt - minutes * MINUTE);
  if (row.dateOnly && dayAt !== "") {
    // Minutes before midnight would be told when everybody is at home.
    const [hour, minute] = dayAt.split(":").map(Number);
    const day = DateTime.fromMillis(row.dueAt, { zone: row.dueZone });
    const told = day.set({ hour: hour!, minute: minute!, second: 0, millisecond: 0 }).toMillis();
    return [told, ...times.filter((time) => time >= row.dueAt)].toSorted((a, b) => a - b);
  }
  return times.toSorted((a, b) => a - b);
}

/**
 * The time that a promise has to be reminded for now, and the earlier ones that are told with it; none: nothing to tell.
 * A rest puts everything off to its end.
 */
export function reached(
  { row, dueSetAt }: Remindable,
  settings: RemindSettings,
  now: number,
): number[] {
  const rest = row.snoozedUntil;
  const times = remindTimes(row, settings).filter((time) => time > dueSetAt);
  const all = rest === null ? times : [rest, ...times.filter((time) => time > rest)];
  return all.filter((time) => time <= now);
}

/** The earliest time after now at which there may be something to tell; null: none. */
export function nextReminder(
  { row }: Remindable,
  settings: RemindSettings,
  now: number,
): number | null {
  const times = [...remindTimes(row, settings), row.snoozedUntil ?? now].filter(
    (time) => time > now,
  );
  return times.length === 0 ? null : Math.min(...times);
}

/** The sentence of a reminder. */
export function reminderOf(
  row: PromiseRow,
  now: number,
): { code: MessageCode; params: Record<string, string | number> } {
  const who = [row.customer, row.order].filter((part) => part !== "").join(" ");
  const params = { text: row.text, who: who === "" ? "" : ` · ${who}` };
  const left = row.dueAt - now;
  if (left < -MINUTE) return { code: "promise_overdue", params };
  if (left <= 0) return { code: "promise_due_now", params };
  if (row.dateOnly) return { code: "promise_due_today", params };
  return { code: "promise_due_soon", params: { ...params, minutes: Math.ceil(left / MINUTE) } };
}
