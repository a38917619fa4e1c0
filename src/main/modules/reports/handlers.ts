import type { Delivered } from "../../../shared/contract/files.ts";
import type { HandlersFor } from "../../../shared/contract/index.ts";
import {
  type FinishedReport,
  REPORT_LIMITS,
  type ReportContent,
  type ReportWeek,
  type ReportWords,
} from "../../../shared/contract/reports.ts";
import type { Locale } from "../../../shared/contract/settings.ts";
import { AppError } from "../../../shared/errors.ts";
import type { Journal } from "../../database/journal.ts";
import { countWeek, type Records } from "./figures.ts";
import { finishedIn, REPORT, type ReportStore } from "./store.ts";
import { weekAfter, weekAt, weekNamed } from "./week.ts";

type Names = "reports.list" | "reports.get" | "reports.save" | "reports.finish" | "reports.export";

export interface ReportSurroundings {
  readonly store: ReportStore;
  readonly journal: Pick<Journal, "append">;
  readonly records: Records;
  readonly now: () => number;
  readonly zone: () => string;
  readonly agent: () => string;
  readonly locale: () => Locale;
  /** Makes a file of a report and hands it to the person. */
  readonly export: (
    content: ReportContent,
    finished: boolean,
    format: "pdf" | "word" | "text",
  ) => Promise<Delivered>;
  readonly changed: (week: string) => void;
}

const NO_FIELDS: ReportWords["fields"] = {
  summary: "",
  result: "",
  problems: "",
  improvements: "",
  plan: "",
  target: "",
};

/** Answers the calls about weekly reports. */
export function reportHandlers(around: ReportSurroundings): HandlersFor<Names> {
  const { store, journal, records, now, zone } = around;

  /** @throws AppError report_week_unknown, report_week_future */
  function begun(name: string): ReportWeek {
    const week = weekNamed(name, zone());
    if (week.start > now()) throw new AppError("report_week_future", { day: week.from });
    return week;
  }

  /** What is being written, else what was sent last, else nothing yet. */
  const wordsOf = (week: string): ReportWords | null =>
    store.draft(week)?.words ?? store.finished(week)[0]?.content.words ?? null;

  async function contentOf(week: ReportWeek, words: ReportWords): Promise<ReportContent> {
    const before = weekAfter(week, -1, zone());
    const countedAt = now();
    return {
      week,
      agent: around.agent(),
      countedAt,
      figures: await countWeek(records, week, countedAt),
      before: await countWeek(records, before, countedAt),
      lastTarget: wordsOf(before.week)?.fields.target ?? "",
      words,
    };
  }

  const blank = (): ReportWords => ({
    locale: around.locale(),
    sentences: {},
    fields: NO_FIELDS,
  });

  const handlers: HandlersFor<Names> = {
    "reports.list": () => {
      const current = weekAt(now(), zone());
      const last = weekAfter(current, -1, zone());
      const known = new Map(store.weeks(REPORT_LIMITS.listed).map((each) => [each.week, each]));
      const weeks = new Set([current.week, last.week, ...known.keys()]);
      return {
        now: now(),
        thisWeek: current.week,
        rows: [...weeks]
          .toSorted()
          .toReversed()
          .map((name) => {
            const { from, to } = weekNamed(name, zone());
            const kept = known.get(name) ?? { draft: false, finishedAt: null, agent: "" };
            return { ...kept, week: name, from, to };
          }),
      };
    },
    "reports.get": async ({ week: name }) => {
      const week = begun(name);
      const next = weekAfter(week, 1, zone());
      return {
        now: now(),
        running: week.end > now(),
        previous: weekAfter(week, -1, zone()).week,
        next: next.start > now() ? null : next.week,
        content: await contentOf(week, wordsOf(name) ?? blank()),
        draftSavedAt: store.draft(name)?.savedAt ?? null,
        finished: store.finished(name),
      };
    },
    "reports.save": ({ week, words }) => {
      begun(week);
      const savedAt = now();
      store.keepDraft(week, words, savedAt);
      around.changed(week);
      return { savedAt };
    },
    "reports.finish": async ({ week: name, words }) => {
      const content = await contentOf(begun(name), words);
      const [event] = finishedIn(
        journal.append([{ subject: REPORT, subjectId: name, kind: "finished", data: content }]),
      );
      store.dropDraft(name);
      around.changed(name);
      return event as FinishedReport;
    },
    "reports.export": async ({ week: name, id, format }) => {
      if (id === null) {
        const content = await contentOf(begun(name), wordsOf(name) ?? blank());
        return around.export(content, false, format);
      }
      const report = store.find(name, id);
      if (!report) throw new AppError("report_missing", { week: name });
      return around.export(report.content, true, format);
    },
  };
  return handlers;
}
