import type { Delivered } from "../../../shared/contract/files.ts";
import type { HandlersFor, ProcedureName } from "../../../shared/contract/index.ts";
import type { JournalEvent } from "../../../shared/contract/journal.ts";
import type { DaySheet, UnderstoodDue } from "../../../shared/contract/promises.ts";
import { AppError } from "../../../shared/errors.ts";
import type { Book, MadePromise } from "./book.ts";
import type { Days } from "./days.ts";
import type { DayStore } from "./dayStore.ts";
import { saidBy, SUBJECT } from "./events.ts";
import type { Exchange } from "./exchange.ts";
import type { Leaving } from "./leaving.ts";
import type { PromiseStore } from "./store.ts";
import { storyOf } from "./story.ts";
import { dayEnd } from "./workday.ts";

export interface PromiseSurroundings {
  readonly store: PromiseStore;
  readonly dayStore: DayStore;
  readonly days: Days;
  readonly book: Book;
  readonly exchange: Exchange;
  readonly leaving: Leaving;
  readonly events: (subject: string, id: string) => readonly JournalEvent[];
  readonly understand: (text: string) => UnderstoodDue;
  /** Says that one was written down where nobody saw it. */
  readonly announce: (made: MadePromise) => void;
  /** A file that a page named, as text. */
  readonly readFile: (name: string) => Promise<string>;
  readonly exportSheet: (sheet: DaySheet, format: "pdf" | "csv" | "text") => Promise<Delivered>;
  readonly now: () => number;
  readonly zone: () => string;
}

type Names = Extract<ProcedureName, `promises.${string}`>;

/** Answers the calls about promises. */
export function promiseHandlers(around: PromiseSurroundings): HandlersFor<Names> {
  const { store, dayStore, days, book, exchange } = around;

  const present = () => {
    const [now, zone] = [around.now(), around.zone()];
    return { now, zone, todayEnds: dayEnd(now, zone) };
  };

  return {
    "promises.list": ({ view, text, offset, limit }) => {
      const then = present();
      return { ...then, counts: store.counts(then), ...store.list(view, text, offset, limit) };
    },
    "promises.due": ({ limit }) => {
      const then = present();
      const { from, to } = days.today();
      return {
        ...then,
        counts: store.counts(then),
        doneToday: dayStore.stepCounts(from, to).done,
        rows: store.openFrom(Number.MIN_SAFE_INTEGER, limit),
      };
    },
    "promises.get": ({ id }) => ({
      ...present(),
      promise: store.get(id),
      events: storyOf(saidBy(around.events(SUBJECT, id))),
    }),
    "promises.add": (draft) => {
      const made = book.add(draft);
      // Over another window nobody sees that it was saved.
      if (draft.source === "capture") around.announce(made);
      return made;
    },
    "promises.amend": (input) => book.amend(input),
    "promises.clear": ({ ids }) => book.clear(ids),
    "promises.reopen": ({ ids }) => book.reopen(ids),
    "promises.withdraw": ({ ids, reason }) => book.withdraw(ids, reason),
    "promises.carry": (input) => book.carry(input),
    "promises.snooze": ({ ids, until }) => book.snooze(ids, until),
    "promises.hand": ({ ids, to, note, save }) => exchange.hand(ids, { to, note, save }),
    "promises.handover": ({ ids, save }) => exchange.giveOut(ids, save),
    "promises.takeIn": async ({ file, text, anyway }) => {
      const content = file === null ? text : await around.readFile(file);
      if (content === null) throw new AppError("handover_empty");
      return exchange.takeIn(content, anyway);
    },
    "promises.undo": ({ events }) => book.undo(events),
    "promises.understand": ({ text }) => ({ ...present(), ...around.understand(text) }),
    "promises.offShift": () => ({ ...present(), ...days.offShift() }),
    "promises.closeDay": () => days.close(),
    "promises.sheet": ({ day }) => days.sheet(day),
    "promises.calendar": ({ month }) => days.calendar(month),
    "promises.exportSheet": ({ day, format }) => around.exportSheet(days.sheet(day), format),
    "promises.leaving": () => around.leaving.question(),
  };
}
