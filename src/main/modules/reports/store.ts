import type Database from "better-sqlite3";
import {
  type FinishedReport,
  type ReportContent,
  reportContent,
  type ReportWords,
  reportWords,
} from "../../../shared/contract/reports.ts";
import type { JournalEvent } from "../../../shared/contract/journal.ts";

/** What the journal calls a week's report. */
export const REPORT = "report";

interface Listed {
  readonly week: string;
  readonly draft: boolean;
  readonly finishedAt: number | null;
  readonly agent: string;
}

interface RawReport {
  readonly id: string;
  readonly finished_at: number;
  readonly content: string;
}

const toReport = ({ id, finished_at, content }: RawReport): FinishedReport => ({
  id,
  finishedAt: finished_at,
  content: JSON.parse(content) as ReportContent,
});

/** The reports that these events of one week say were finished, in their order. */
export const finishedIn = (events: readonly JournalEvent[]): FinishedReport[] =>
  events.flatMap(({ id, at, kind, data }) => {
    const parsed = kind === "finished" ? reportContent.safeParse(data) : null;
    return parsed?.success ? [{ id, finishedAt: at, content: parsed.data }] : [];
  });

export type ReportStore = ReturnType<typeof createReportStore>;

/** Drafts, and finished reports as the journal has them. */
export function createReportStore(database: Database.Database) {
  const insert = database.prepare(
    "INSERT INTO reports (id, week, place, finished_at, agent, content) VALUES (?, ?, ?, ?, ?, ?)",
  );
  return {
    /** Makes the rows of a week what the journal says. */
    put(week: string, reports: readonly FinishedReport[]): void {
      database.prepare("DELETE FROM reports WHERE week = ?").run(week);
      for (const [place, { id, finishedAt, content }] of reports.entries())
        insert.run(id, week, place, finishedAt, content.agent, JSON.stringify(content));
    },
    /** Of a week, the last first. */
    finished: (week: string): FinishedReport[] =>
      (
        database
          .prepare("SELECT * FROM reports WHERE week = ? ORDER BY place DESC")
          .all(week) as RawReport[]
      ).map(toReport),
    find(week: string, id: string): FinishedReport | null {
      const raw = database.prepare("SELECT * FROM reports WHERE week = ? AND id = ?").get(week, id);
      return raw === undefined ? null : toReport(raw as RawReport);
    },
    draft(week: string): { words: ReportWords; savedAt: number } | null {
      const raw = database
        .prepare("SELECT words, saved_at AS savedAt FROM report_drafts WHERE week = ?")
        .get(week) as { words: string; savedAt: number } | undefined;
      const parsed = raw && reportWords.safeParse(JSON.parse(raw.words));
      return raw && parsed?.success ? { words: parsed.data, savedAt: raw.savedAt } : null;
    },
    keepDraft(week: string, words: ReportWords, at: number): void {
      database
        .prepare(
          `INSERT INTO report_drafts (week, words, saved_at) VALUES (?, ?, ?)
           ON CONFLICT (week) DO UPDATE SET words = excluded.words, saved_at = excluded.saved_at`,
        )
        .run(week, JSON.stringify(words), at);
    },
    dropDraft: (week: string): void =>
      void database.prepare("DELETE FROM report_drafts WHERE week = ?").run(week),
    /** Weeks that have something, the newest first. */
    weeks: (limit: number): Listed[] =>
      (
        database
          .prepare(
            `SELECT week, max(draft) AS draft, max(finishedAt) AS finishedAt, max(agent) AS agent FROM (
               SELECT week, 1 AS draft, NULL AS finishedAt, '' AS agent FROM report_drafts
               UNION ALL
               SELECT week, 0, finished_at, agent FROM reports AS one
                 WHERE place = (SELECT max(place) FROM reports WHERE week = one.week)
             ) GROUP BY week ORDER BY week DESC LIMIT ?`,
          )
          .all(limit) as (Omit<Listed, "draft"> & { draft: number })[]
      ).map(({ draft, ...rest }) => ({ ...rest, draft: draft === 1 })),
  };
}
