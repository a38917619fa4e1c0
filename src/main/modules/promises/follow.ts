import type { JournalEvent } from "../../../shared/contract/journal.ts";
import { daySheet } from "../../../shared/contract/promises.ts";
import type { DayStore, Step } from "./dayStore.ts";
import { DAY_SUBJECT, type Said, saidBy, SUBJECT, undoneIn } from "./events.ts";
import { momentsOf, seenHere } from "./fold.ts";
import { lateOf } from "./late.ts";
import type { PromiseStore } from "./store.ts";

interface Around {
  readonly store: PromiseStore;
  readonly days: DayStore;
  readonly events: (subject: string, id: string) => readonly JournalEvent[];
}

/** Steps that count for a day; those that were taken back do not. */
export function stepsOf(promiseId: string, events: readonly Said[]): Step[] {
  const undone = undoneIn(events);
  let due = { dueAt: 0, dateOnly: false };
  return events.flatMap((said): Step[] => {
    if (undone.has(said.id)) return [];
    const { id: eventId, at, clock, kind, data } = said;
    if (kind === "made" || kind === "carried") due = { dueAt: data.dueAt, dateOnly: data.dateOnly };
    if (kind === "amended")
      due = {
        dueAt: data.changes.dueAt ?? due.dueAt,
        dateOnly: data.changes.dateOnly ?? due.dateOnly,
      };
    const step = { eventId, promiseId, at, clock, ...due, reason: "", to: "" };
    if (kind === "done" || kind === "reopened") return [{ ...step, kind }];
    if (kind === "carried" || kind === "withdrawn") return [{ ...step, kind, reason: data.reason }];
    return kind === "handed" ? [{ ...step, kind, reason: data.note, to: data.to }] : [];
  });
}

/** Keeps the tables of promises equal to what the journal says of them. */
export const followPromises =
  ({ store, days, events }: Around) =>
  (ids: readonly string[]): void => {
    const devices = store.devices();
    const ours = (device: string): boolean => devices.has(device);
    for (const id of ids) {
      const said = saidBy(events(SUBJECT, id));
      const moments = momentsOf(id, said);
      const folded = moments.at(-1)?.state;
      const row = folded && seenHere(folded, ours);
      store.put(id, row ? { row, dueSetAt: folded.dueSetAt } : null);
      days.putLate(id, lateOf(moments, ours));
      days.putSteps(
        id,
        stepsOf(
          id,
          said.filter((each) => each.kind === "made" || ours(each.device)),
        ),
      );
    }
  };

/** What a sheet of a day is called in the journal: of whom, and which day. */
export const daySubject = (device: string, day: string): string => `${device}:${day}`;

/** Keeps the sheets of closed days; a day that was closed again has the later one. */
export const followDays =
  ({ store, days, events }: Around) =>
  (ids: readonly string[]): void => {
    const devices = store.devices();
    for (const id of ids) {
      const [device = "", day = ""] = id.split(":");
      if (!devices.has(device)) continue;
      const sheets = events(DAY_SUBJECT, id).flatMap(({ data }) => {
        const parsed = daySheet.safeParse(data);
        return parsed.success ? [parsed.data] : [];
      });
      days.putSheet(day, sheets.at(-1) ?? null);
    }
  };
