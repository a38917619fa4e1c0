import { openLibrary } from "../../../../test/support/library.ts";
import { createJournal } from "../../database/journal.ts";
import { createBook } from "./book.ts";
import { createDays } from "./days.ts";
import { createDayStore } from "./dayStore.ts";
import { understandDue } from "./due/understand.ts";
import { DAY_SUBJECT, SUBJECT } from "./events.ts";
import { createExchange } from "./exchange.ts";
import { followDays, followPromises } from "./follow.ts";
import { createReminderStore } from "./reminderStore.ts";
import { createPromiseStore } from "./store.ts";

export const SHANGHAI = "Asia/Shanghai";
/** Friday 27 November 2026, ten in the morning in Shanghai. */
export const FRIDAY = Date.parse("2026-11-27T10:00:00+08:00");
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export type Desk = ReturnType<typeof openDesk>;

/** One agent's promises over a real library, with a clock that the test sets. */
export function openDesk(agent: string, clock = { now: FRIDAY, zone: SHANGHAI }) {
  const library = openLibrary();
  const { database } = library;
  const now = (): number => clock.now;
  const zone = (): string => clock.zone;
  const journal = createJournal(database, { now, host: `${agent}:${library.folder}` });
  const store = createPromiseStore(database);
  const dayStore = createDayStore(database);
  const following = { store, days: dayStore, events: journal.of };
  journal.follow(SUBJECT, followPromises(following), () => {
    store.clear();
    dayStore.clearSteps();
  });
  journal.follow(DAY_SUBJECT, followDays(following), dayStore.clearSheets);
  let changes = 0;
  const around = {
    ...{ journal, store, dayStore, now, zone, agent: () => agent },
    changed: () => void (changes += 1),
    followed: () => undefined,
  };
  const book = createBook({ ...around, understand: (text) => understandDue(text, now(), zone()) });
  return {
    ...{ clock, database, journal, store, dayStore, book },
    days: createDays(around),
    exchange: createExchange({
      ...{ ...around, book },
      locale: () => "zh-CN",
      deliver: async (fileName) => ({ url: null, path: fileName, cancelled: false }),
    }),
    reminders: createReminderStore(database),
    /** How often something changed. */
    changes: () => changes,
    add: (text: string, dueAt: number | null = null, more: object = {}): string =>
      book.add({ text, dueAt, source: "hand", ...more }).promise.id,
    close: (): void => library.dispose(),
  };
}
