import { Button, Input } from "antd";
import { useTranslation } from "react-i18next";
import {
  REPORT_LIMITS,
  type ReportContent,
  type ReportField,
  type ReportSection,
  type ReportWords,
} from "../../../shared/contract/reports.ts";
import { figureLists, figureRows } from "../../../shared/rules/reports/paper.ts";
import {
  figureTexts,
  isQuiet,
  SECTIONS,
  sentenceOf,
} from "../../../shared/rules/reports/sentences.ts";
import { reportLanguage } from "../../../shared/rules/reports/words.ts";
import { DayPlots } from "./DayPlots.tsx";
import { SentenceField } from "./SentenceField.tsx";

interface WriteViewProps {
  readonly content: ReportContent;
  readonly change: (changes: Partial<ReportWords>) => void;
}

/** Writing: figures that stay, sentences around them, and what only a person knows. */
export function WriteView({ content, change }: WriteViewProps) {
  const { t } = useTranslation();
  const { words, lastTarget } = content;
  const language = reportLanguage(words.locale);
  const field = (name: ReportField) => (
    <label className="report-field">
      <span>{language.fields[name]}</span>
      <Input.TextArea
        autoSize={{ minRows: 2, maxRows: 12 }}
        maxLength={REPORT_LIMITS.text}
        value={words.fields[name]}
        placeholder={t(`reports.placeholders.${name}`)}
        onChange={(event) => change({ fields: { ...words.fields, [name]: event.target.value } })}
      />
    </label>
  );
  return (
    <div className="report-write">
      <DayPlots days={content.figures.days} />
      {field("summary")}
      {lastTarget.trim() !== "" && (
        <>
          <div className="report-field">
            <span>{language.lastTarget}</span>
            <p className="report-target">{lastTarget}</p>
          </div>
          {field("result")}
        </>
      )}
      <p className="reports-soft">{t("reports.sentenceHint")}</p>
      {SECTIONS.map((section) => (
        <SectionPart key={section} section={section} content={content} change={change} />
      ))}
      <div className="report-fields">
        {field("problems")}
        {field("improvements")}
        {field("plan")}
        {field("target")}
      </div>
    </div>
  );
}

function SectionPart({ section, content, change }: WriteViewProps & { section: ReportSection }) {
  const { t } = useTranslation();
  const { words, figures, before } = content;
  const language = reportLanguage(words.locale);
  const name = language.sections[section];
  const rewrite = (sentence: string | null): void => {
    const { [section]: _before, ...rest } = words.sentences;
    change({ sentences: sentence === null ? rest : { ...rest, [section]: sentence } });
  };
  const quiet = isQuiet(section, figures) && isQuiet(section, before);
  return (
    <section className="report-section" aria-label={name}>
      <header>
        <h2>{name}</h2>
        {words.sentences[section] !== undefined && (
          <Button size="small" type="text" onClick={() => rewrite(null)}>
            {t("reports.restore")}
          </Button>
        )}
      </header>
      <SentenceField
        label={t("reports.sentence", { section: name })}
        section={section}
        sentence={sentenceOf(section, figures, words)}
        texts={figureTexts(figures, words.locale)}
        names={language.figures}
        onChange={rewrite}
      />
      {!quiet && (
        <div className="report-tables">
          <table aria-label={t("reports.figuresOf", { section: name })}>
            <thead>
              <tr>
                {language.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {figureRows(section, content).map(([figure, ...cells]) => (
                <tr key={figure}>
                  <th scope="row">{figure}</th>
                  {cells.map((cell, at) => (
                    <td key={at}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {figureLists(section, figures, words.locale).map(({ title, unit, rows }) => (
            <table key={title} aria-label={title}>
              <thead>
                <tr>
                  <th scope="col">{title}</th>
                  <th scope="col">{unit}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(([label, count], at) => (
                  <tr key={at}>
                    <th scope="row">{label}</th>
                    <td>{count.toLocaleString(words.locale)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          ))}
        </div>
      )}
    </section>
  );
}
