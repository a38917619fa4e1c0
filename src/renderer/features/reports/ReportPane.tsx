import { DownOutlined } from "@ant-design/icons";
import { Button, Dropdown, Segmented, Select } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Output } from "../../../shared/contract/index.ts";
import type { ReportContent } from "../../../shared/contract/reports.ts";
import type { Locale } from "../../../shared/contract/settings.ts";
import { toText } from "../../../shared/rules/document.ts";
import { dateSaid, reportPaper, weekSaid } from "../../../shared/rules/reports/paper.ts";
import { useAct } from "../../api/hooks.ts";
import { download } from "../../ui/download.ts";
import { exactOf } from "../../ui/due.ts";
import { useNotify } from "../../ui/Notices.tsx";
import { Paper } from "./Paper.tsx";
import { useWords } from "./useWords.ts";
import { WriteView } from "./WriteView.tsx";

interface ReportPaneProps {
  readonly data: Output<"reports.get">;
  /** A finished report is changed. */
  readonly changing: boolean;
  readonly onChange: (week: string | null) => void;
  readonly moves: ReactNode;
}

/** One week: read as it was sent, or written. */
export function ReportPane({ data, changing, onChange, moves }: ReportPaneProps) {
  const { finished, draftSavedAt, content } = data;
  const reading = finished.length > 0 && draftSavedAt === null && !changing;
  return reading ? (
    <Reading data={data} moves={moves} onEdit={() => onChange(content.week.week)} />
  ) : (
    <Writing data={data} moves={moves} onDone={() => onChange(null)} />
  );
}

function Head({ content, moves, children }: PaneHeadProps) {
  const { i18n } = useTranslation();
  const locale = i18n.language as Locale;
  const { week, from, to } = content.week;
  return (
    <header className="report-head">
      {moves}
      <h1>
        {weekSaid(week, locale)}
        <small>
          {dateSaid(from, locale)} – {dateSaid(to, locale)}
        </small>
      </h1>
      <span className="report-actions">{children}</span>
    </header>
  );
}

interface PaneHeadProps {
  readonly content: ReportContent;
  readonly moves: ReactNode;
  readonly children: ReactNode;
}

/** A finished report as it was sent. */
function Reading({
  data: { finished },
  moves,
  onEdit,
}: {
  data: Output<"reports.get">;
  moves: ReactNode;
  onEdit: () => void;
}) {
  const { t, i18n } = useTranslation();
  const [id, setId] = useState(finished[0]!.id);
  const shown = finished.find((each) => each.id === id) ?? finished[0]!;
  const time = (at: number): string => exactOf(at, i18n.language);
  return (
    <section className="report">
      <Head content={shown.content} moves={moves}>
        <Button onClick={onEdit}>{t("reports.edit")}</Button>
        <Giving content={shown.content} id={shown.id} />
      </Head>
      <p className="report-line">
        {t("reports.finishedAt", { time: time(shown.finishedAt) })}
        {finished.length > 1 && (
          <Select
            size="small"
            aria-label={t("reports.versions")}
            value={shown.id}
            onChange={setId}
            popupMatchSelectWidth={false}
            options={finished.map((each, index) => ({
              value: each.id,
              label: t("reports.version", {
                count: finished.length - index,
                time: time(each.finishedAt),
              }),
            }))}
          />
        )}
      </p>
      <Paper content={shown.content} finished />
    </section>
  );
}

/** A report that is being written. */
function Writing({
  data,
  moves,
  onDone,
}: {
  data: Output<"reports.get">;
  moves: ReactNode;
  onDone: () => void;
}) {
  const { t, i18n } = useTranslation();
  const notify = useNotify();
  const { week } = data.content.week;
  const { words, keeping, change, settle, forget } = useWords(week, data.content.words);
  const finish = useAct("reports.finish");
  const [view, setView] = useState<"write" | "preview">("write");
  const content = { ...data.content, words };
  const [last] = data.finished;
  return (
    <section className="report">
      <Head content={content} moves={moves}>
        <Segmented
          value={view}
          aria-label={t("reports.views.title")}
          onChange={setView}
          options={(["write", "preview"] as const).map((value) => ({
            value,
            label: t(`reports.views.${value}`),
          }))}
        />
        <Select
          value={words.locale}
          aria-label={t("reports.language")}
          onChange={(locale) => change({ locale })}
          popupMatchSelectWidth={false}
          options={(["zh-CN", "zh-TW", "en"] as const).map((value) => ({
            value,
            label: t(`reports.languages.${value}`),
          }))}
        />
        <Giving content={content} id={null} />
        <Button
          type="primary"
          loading={finish.isPending}
          onClick={() => {
            settle();
            finish.mutate(
              { week, words },
              {
                onSuccess: () => {
                  forget();
                  onDone();
                  notify("info", t("reports.done"));
                },
              },
            );
          }}
        >
          {t("reports.finish")}
        </Button>
      </Head>
      <p className="report-line">
        {data.running && <span>{t("reports.running")}</span>}
        {last && (
          <span>{t("reports.editing", { time: exactOf(last.finishedAt, i18n.language) })}</span>
        )}
        {content.agent === "" && (
          <span>
            {t("reports.unnamed")} <a href="#/settings">{t("reports.name")}</a>
          </span>
        )}
        <span role="status" data-failed={keeping === "failed" || undefined}>
          {keeping === "failed"
            ? t("reports.notSaved")
            : keeping === "saving"
              ? t("reports.saving")
              : data.draftSavedAt !== null && t("reports.saved")}
        </span>
      </p>
      {view === "write" ? (
        <WriteView content={content} change={change} />
      ) : (
        <Paper content={content} finished={false} />
      )}
    </section>
  );
}

const FORMATS = ["pdf", "word", "text"] as const;
type ReportFormat = (typeof FORMATS)[number];

/** Copying the text, and files. @param id of a finished report; null: as it stands */
function Giving({ content, id }: { content: ReportContent; id: string | null }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const save = useAct("reports.save", { quiet: true });
  const give = useAct("reports.export");
  const { week } = content.week;

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(toText(reportPaper(content, id !== null)));
      notify("info", t("reports.copied"));
    } catch (cause) {
      notify("error", t("reports.copyRefused", { detail: String(cause) }));
    }
  };
  const exportAs = async (format: ReportFormat): Promise<void> => {
    // What was written a moment ago goes with it.
    if (id === null) await save.mutateAsync({ week, words: content.words });
    give.mutate(
      { week, id, format },
      {
        onSuccess: ({ url, path }) => {
          if (url !== null) download(url, "");
          if (path !== null) notify("info", t("reports.exported", { path }));
        },
      },
    );
  };
  return (
    <>
      <Button onClick={() => void copy()}>{t("reports.copy")}</Button>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: FORMATS.map((format) => ({
            key: format,
            label: t(`reports.formats.${format}`),
            onClick: () => void exportAs(format),
          })),
        }}
      >
        <Button loading={give.isPending}>
          {t("reports.export")} <DownOutlined aria-hidden />
        </Button>
      </Dropdown>
    </>
  );
}
