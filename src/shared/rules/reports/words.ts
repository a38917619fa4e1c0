import type { ReportField, ReportSection } from "../../contract/reports.ts";
import type { Locale } from "../../contract/settings.ts";
import type { FigureName } from "./sentences.ts";
import { report as en } from "./words/en.ts";
import { report as zhCN } from "./words/zh-CN.ts";
import { report as zhTW } from "./words/zh-TW.ts";

/** What a report says on paper; the same words name its parts on the screen. */
export interface ReportLanguage {
  readonly title: string;
  /** What its file is called, before the week. */
  readonly file: string;
  /** The line below the title; {agent}, {year}, {week}, {from}, {to}. */
  readonly subtitle: string;
  readonly nobody: string;
  /** "Week 48 of 2026". */
  readonly week: string;
  /** Said where the report is not finished. */
  readonly draft: string;
  readonly columns: readonly [figure: string, week: string, before: string, change: string];
  readonly sections: Readonly<Record<ReportSection | "days", string>>;
  readonly fields: Readonly<Record<ReportField, string>>;
  readonly lastTarget: string;
  readonly figures: Readonly<Record<FigureName, string>>;
  readonly sentences: Readonly<
    Record<ReportSection, { readonly some: string; readonly none: string }>
  > & {
    /** Of complaints none of which was closed. */
    readonly complaintsOpen: string;
  };
  readonly byKind: string;
  readonly byScene: string;
  readonly byPhrase: string;
  /** Heads of a column: how often, how many. */
  readonly times: string;
  readonly number: string;
  readonly day: string;
  readonly dayKept: string;
  readonly dayComplaints: string;
  readonly noScene: string;
  /** In place of a figure there is none of. */
  readonly nothing: string;
  /** Between a name and what is said of it. */
  readonly colon: string;
}

const byLocale: Readonly<Record<Locale, ReportLanguage>> = { "zh-CN": zhCN, "zh-TW": zhTW, en };

/** The words of a language. */
export const reportLanguage = (locale: Locale): ReportLanguage => byLocale[locale];
