import { readFile, stat } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import type { Delivered } from "../../../shared/contract/files.ts";
import {
  type DaySheet,
  PROMISE_LIMITS,
  type PromiseCounts,
  type PromiseRow,
} from "../../../shared/contract/promises.ts";
import type { Customer } from "../../../shared/contract/customers.ts";
import type { Phrase } from "../../../shared/contract/phrases.ts";
import type { Locale } from "../../../shared/contract/settings.ts";
import { AppError } from "../../../shared/errors.ts";
import { toHtml, toText } from "../../../shared/rules/document.ts";
import { say } from "../../../shared/rules/say.ts";
import { createBook, type MadePromise } from "../../modules/promises/book.ts";
import { createDays } from "../../modules/promises/days.ts";
import { createDayStore } from "../../modules/promises/dayStore.ts";
import { understandDue } from "../../modules/promises/due/understand.ts";
import { DAY_SUBJECT, SUBJECT } from "../../modules/promises/events.ts";
import { createExchange } from "../../modules/promises/exchange.ts";
import { followDays, followPromises } from "../../modules/promises/follow.ts";
import { promiseHandlers } from "../../modules/promises/handlers.ts";
import { createLookout } from "../../modules/promises/lookout.ts";
import { createReminderStore } from "../../modules/promises/reminderStore.ts";
import { createLeaving } from "../../modules/promises/leaving.ts";
import { toPaper, toTable } from "../../modules/promises/paper.ts";
import { draftOfPhrase } from "../../modules/promises/ofPhrase.ts";
import { createPromiseStore } from "../../modules/promises/store.ts";
import { PROMISE_WORDS, saidDue } from "../../modules/promises/words.ts";
import { dayEnd } from "../../modules/promises/workday.ts";
import type { Output } from "../../../shared/contract/index.ts";
import type { Foundation } from "../foundation.ts";

interface Needs {
  readonly shell: Output<"system.status">["shell"];
  /** Who is in hand. */
  readonly customer: () => Customer | null;
  /** A promise was kept, put off or taken back: what it was promised in follows, or refuses. */
  readonly followed: (row: PromiseRow, reason: string) => void;
}

export type PromisesFeature = ReturnType<typeof promisesFeature>;

/** What was promised to buyers, until it is kept. */
export function promisesFeature(base: Foundation, needs: Needs) {
  const { journal, now, zone } = base;
  const { settings, printing } = base.ports;
  const store = createPromiseStore(base.database);
  const dayStore = createDayStore(base.database);
  const following = { store, days: dayStore, events: journal.of };
  journal.follow(SUBJECT, followPromises(following), () => {
    store.clear();
    dayStore.clearSteps();
  });
  journal.follow(DAY_SUBJECT, followDays(following), dayStore.clearSheets);

  const agent = (): string => settings.get().agentName;
  const locale = (): Locale => settings.get().locale ?? "zh-CN";
  const understand = (text: string) => understandDue(text, now(), zone());
  const tellCounts = (now: PromiseCounts): void => {
    if (base.isOpen()) base.emit("promises.changed", { counts: now });
  };
  // After every step: every screen asks again, and the next reminder may be another one.
  const changed = (): void => {
    tellCounts(counts());
    if (watching) look();
  };
  const counts = () => {
    const at = now();
    return store.counts({ now: at, todayEnds: dayEnd(at, zone()) });
  };

  const book = createBook({
    ...{ journal, store, now, zone, agent, understand, changed },
    followed: needs.followed,
  });
  const days = createDays({ store, dayStore, journal, now, zone, agent, changed });
  const exchange = createExchange({
    ...{ journal, store, book, now, zone, agent, locale, changed },
    deliver: base.deliver,
  });
  const leaving = createLeaving(days.undecided, () => performance.now());

  /** Said quietly: the agent is in the chat. Pages offer to take it back. */
  function announce(made: MadePromise): void {
    base.emit("promises.made", made);
    const { text } = made.promise;
    const due = saidDue(made.promise, zone(), locale());
    base.ports.notifications.show({
      title: "快答台 ReplyDeck",
      body: say(locale(), "promise_noted", { text, due }),
      level: "info",
    });
  }

  /** Writes down what a phrase promised to the customer in hand; once while that is open. */
  function promised(phrase: Phrase, texts: readonly string[]): void {
    const who = needs.customer();
    const draft = draftOfPhrase(phrase, texts, who, settings.get().shop);
    base.later.write(() => {
      if (store.hasOpen(draft)) return;
      const { dueAt, dateOnly } = understand(phrase.promise);
      announce(base.withoutWaiting(() => book.add({ ...draft, dueAt, dateOnly })));
    });
  }

  // The command line is gone again in a moment.
  let watching = false;
  const lookout = createLookout({
    ...{ counts, now, zone },
    reminders: createReminderStore(base.database),
    settings: () => settings.get().promises,
    after: (milliseconds, job) => {
      const timer = setTimeout(job, milliseconds).unref();
      return () => clearTimeout(timer);
    },
    remind: (code, params) => base.notify("warning", code, params),
    changed: tellCounts,
    failed: base.tell,
  });
  const look = (): void => {
    try {
      lookout.look();
    } catch (error) {
      base.tell(error);
    }
  };

  async function readGiven(name: string): Promise<string> {
    const { path, fileName } = base.files.find(name);
    if ((await stat(path)).size > PROMISE_LIMITS.handover * 2)
      throw new AppError("handover_unreadable", { file: fileName });
    return readFile(path, "utf8");
  }

  async function exportSheet(sheet: DaySheet, format: "pdf" | "csv" | "text"): Promise<Delivered> {
    const name = `${PROMISE_WORDS[locale()].sheetFile}-${sheet.day}`;
    if (format === "csv") return base.deliver(`${name}.csv`, toTable(sheet, locale()));
    const paper = toPaper(sheet, locale());
    if (format === "text") return base.deliver(`${name}.txt`, toText(paper));
    return base.deliver(`${name}.pdf`, await printing.pdf(toHtml(paper)));
  }

  return {
    book,
    store,
    promised,
    /** Begins to watch the clock. */
    start(): void {
      watching = needs.shell !== "cli";
      if (watching) look();
      // The first look at a list must not wait for all of them to be read.
      if (watching) void store.warm().catch(base.tell);
    },
    /** Another program wrote, or a backup was put back. */
    elsewhere(): void {
      store.forget();
      changed();
      if (watching) void store.warm().catch(base.tell);
    },
    close: (): void => lookout.close(),
    handlers: promiseHandlers({
      announce,
      ...{ store, dayStore, days, book, exchange, leaving, understand, now, zone },
      events: journal.of,
      readFile: readGiven,
      exportSheet,
    }),
  };
}
