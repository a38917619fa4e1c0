import { readFile, stat } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import type { Delivered } from "../../../shared/contract/files.ts";
import { PROMISE_LIMITS, type DaySheet } from "../../../shared/contract/promises.ts";
import type { Locale } from "../../../shared/contract/settings.ts";
import { AppError } from "../../../shared/errors.ts";
import { toHtml, toText } from "../../../shared/rules/document.ts";
import { createBook } from "../../modules/promises/book.ts";
import { createDays } from "../../modules/promises/days.ts";
import { createDayStore } from "../../modules/promises/dayStore.ts";
import { understandDue } from "../../modules/promises/due/understand.ts";
import { DAY_SUBJECT, SUBJECT } from "../../modules/promises/events.ts";
import { createExchange } from "../../modules/promises/exchange.ts";
import { followDays, followPromises } from "../../modules/promises/follow.ts";
import { promiseHandlers } from "../../modules/promises/handlers.ts";
import { createLeaving } from "../../modules/promises/leaving.ts";
import { toPaper, toTable } from "../../modules/promises/paper.ts";
import { createPromiseStore } from "../../modules/promises/store.ts";
import { PROMISE_WORDS } from "../../modules/promises/words.ts";
import { dayEnd } from "../../modules/promises/workday.ts";
import type { Foundation } from "../foundation.ts";

export type PromisesFeature = ReturnType<typeof promisesFeature>;

/** What was promised to buyers, until it is kept. */
export function promisesFeature(base: Foundation) {
  const { journal, now, zone } = base;
  const { settings, printing } = base.ports;
  const store = createPromiseStore(base.database);
  const dayStore = createDayStore(base.database);
  const following = { store, days: dayStore, events: journal.of };
  journal.follow(SUBJECT, followPromises(following));
  journal.follow(DAY_SUBJECT, followDays(following));

  const agent = (): string => settings.get().agentName;
  const locale = (): Locale => settings.get().locale ?? "zh-CN";
  const understand = (text: string) => understandDue(text, now(), zone());
  const changed = (): void => {
    if (base.isOpen()) base.emit("promises.changed", { counts: counts() });
  };
  const counts = () => {
    const at = now();
    return store.counts({ now: at, todayEnds: dayEnd(at, zone()) });
  };

  const book = createBook({ journal, store, now, zone, agent, understand, changed });
  const days = createDays({ store, dayStore, journal, now, zone, agent, changed });
  const exchange = createExchange({
    ...{ journal, store, book, now, zone, agent, locale, changed },
    deliver: base.deliver,
  });
  const leaving = createLeaving(days.undecided, () => performance.now());

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
    counts,
    understand,
    handlers: promiseHandlers({
      ...{ store, dayStore, days, book, exchange, leaving, understand, now, zone },
      events: journal.of,
      readFile: readGiven,
      exportSheet,
    }),
  };
}
