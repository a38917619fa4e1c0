import type { ReportContent, ReportFigures, ReportSection } from "../../contract/reports.ts";
import type { Locale } from "../../contract/settings.ts";
import { complaintNames } from "../complaints/names.ts";
import type { PaperBlock, PaperDocument } from "../document.ts";
import {
  type FigureName,
  figureTexts,
  fillSentence,
  isQuiet,
  moneySaid,
  SECTIONS,
  sentenceOf,
} from "./sentences.ts";
import { type ReportLanguage, reportLanguage } from "./words.ts";

/** A calendar day as one reads it; days have no zone. */
const daySaid = (day: string, locale: Locale, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(
    Date.parse(`${day}T00:00:00Z`),
  );

/** "11月23日" */
export const dateSaid = (day: string, locale: Locale): string =>
  daySaid(day, locale, { month: "short", day: "numeric" });

/** "周一" */
export const weekdaySaid = (day: string, locale: Locale): string =>
  daySaid(day, locale, { weekday: "short" });

/** "11/23" */
export const shortDay = (day: string): string =>
  `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;

/** "2026 年第 48 周" @param week "2026-W48" */
export const weekSaid = (week: string, locale: Locale): string =>
  fill(reportLanguage(locale).week, {
    year: week.slice(0, 4),
    week: String(Number(week.slice(6))),
  });

const fill = (pattern: string, values: Readonly<Record<string, string>>): string =>
  pattern.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** Figures that are compared with the week before, as plain numbers. */
function numbersOf(section: ReportSection, figures: ReportFigures): [FigureName, number][] {
  switch (section) {
    case "promises":
    case "feedback":
      return Object.entries(figures[section]) as [FigureName, number][];
    case "complaints": {
      const { opened, closed, open } = figures.complaints;
      return Object.entries({ opened, closed, open }) as [FigureName, number][];
    }
    case "uses":
      return [["uses", figures.uses.total]];
    case "urging":
      return Object.entries(figures.urging) as [FigureName, number][];
  }
}

/** "+3", "−2", "0": more and less are said with a sign, so that nobody has to guess. */
const changeSaid = (change: number, said: (value: number) => string): string =>
  change === 0 ? said(0) : `${change > 0 ? "+" : "−"}${said(Math.abs(change))}`;

export type FigureRow = readonly [name: string, week: string, before: string, change: string];

/** A section's figures beside those of the week before. */
export function figureRows(
  section: ReportSection,
  { figures, before, words: { locale } }: Pick<ReportContent, "figures" | "before" | "words">,
): FigureRow[] {
  const names = reportLanguage(locale).figures;
  const then = new Map(numbersOf(section, before));
  const rows = numbersOf(section, figures).map(([name, value]): FigureRow => {
    const said = (number: number): string =>
      name === "amount" ? moneySaid(number, locale) : number.toLocaleString(locale);
    const was = then.get(name) ?? 0;
    return [names[name], said(value), said(was), changeSaid(value - was, said)];
  });
  if (section !== "complaints") return rows;
  const [now, last] = [figureTexts(figures, locale), figureTexts(before, locale)];
  return [...rows, [names.median, now.median, last.median, ""]];
}

interface FigureList {
  readonly title: string;
  /** The head of the second column. */
  readonly unit: string;
  readonly rows: readonly (readonly [name: string, count: number])[];
}

/** Lists that belong to a section: kinds, scenes, scripts. */
export function figureLists(
  section: ReportSection,
  { complaints, uses }: ReportFigures,
  locale: Locale,
): FigureList[] {
  const words = reportLanguage(locale);
  const lists: FigureList[] = [];
  if (section === "complaints")
    lists.push({
      title: words.byKind,
      unit: words.number,
      rows: complaints.byKind.map(({ kind, count }) => [complaintNames(locale).kinds[kind], count]),
    });
  if (section === "uses")
    lists.push(
      {
        title: words.byScene,
        unit: words.times,
        rows: uses.byScene.map(({ name, count }) => [name || words.noScene, count]),
      },
      {
        title: words.byPhrase,
        unit: words.times,
        rows: uses.phrases.map(({ title, count }) => [title, count]),
      },
    );
  return lists.filter(({ rows }) => rows.length > 0);
}

function sectionBlocks(
  section: ReportSection,
  content: ReportContent,
  words: ReportLanguage,
): PaperBlock[] {
  const { figures, before } = content;
  const { locale } = content.words;
  const sentence = fillSentence(
    section,
    sentenceOf(section, figures, content.words),
    figureTexts(figures, locale),
  );
  const quiet = isQuiet(section, figures) && isQuiet(section, before);
  return [
    { kind: "heading", text: words.sections[section] },
    ...(sentence.trim() === "" ? [] : [{ kind: "paragraph", text: sentence } as const]),
    ...(quiet
      ? []
      : [{ kind: "table", columns: words.columns, rows: figureRows(section, content) } as const]),
    ...figureLists(section, figures, locale).map(
      ({ title, unit, rows }) => ({ kind: "bars", columns: [title, unit], rows }) as const,
    ),
  ];
}

/** A report on paper; in the language it was written in. */
export function reportPaper(content: ReportContent, finished: boolean): PaperDocument {
  const { week, figures, lastTarget } = content;
  const { locale, fields } = content.words;
  const words = reportLanguage(locale);
  const written = (...names: (keyof typeof fields)[]): PaperBlock[] =>
    names.flatMap((name) =>
      fields[name].trim() === ""
        ? []
        : [
            { kind: "heading", text: words.fields[name] } as const,
            { kind: "paragraph", text: fields[name].trim() } as const,
          ],
    );
  const subtitle = fill(words.subtitle, {
    agent: content.agent || words.nobody,
    week: weekSaid(week.week, locale),
    from: dateSaid(week.from, locale),
    to: dateSaid(week.to, locale),
  });
  return {
    title: words.title,
    subtitle: finished ? subtitle : `${subtitle} · ${words.draft}`,
    language: locale,
    blocks: [
      ...written("summary"),
      ...(lastTarget.trim() === ""
        ? []
        : [
            { kind: "heading", text: words.lastTarget } as const,
            { kind: "paragraph", text: lastTarget.trim() } as const,
          ]),
      ...written("result"),
      ...SECTIONS.flatMap((section) => sectionBlocks(section, content, words)),
      { kind: "heading", text: words.sections.days },
      {
        kind: "bars",
        columns: [words.day, words.dayKept, words.dayComplaints],
        rows: figures.days.map(({ day, kept, complaints }) => [
          `${shortDay(day)} ${weekdaySaid(day, locale)}`,
          kept,
          complaints,
        ]),
      },
      ...written("problems", "improvements", "plan", "target"),
    ],
  };
}

/** What a report's file is called, without its ending. */
export const reportFileName = ({ week, agent, words: { locale } }: ReportContent): string =>
  [reportLanguage(locale).file, week.week, agent]
    .filter((part) => part !== "")
    .join("-")
    // What no file system takes.
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, "_");
