import { Button, Segmented } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { feedbackKind, type FeedbackWeek } from "../../../shared/contract/feedback.ts";
import { call } from "../../api/client.ts";
import { useCall } from "../../api/hooks.ts";
import { keepFile } from "../../ui/delivering.ts";
import { sayFailure, useNotify } from "../../ui/Notices.tsx";
import { ErrorState } from "../../ui/States.tsx";

const WEEKS = 8;
const WEEK_MS = 7 * 24 * 60 * 60 * 1_000;

/** What buyers speak of week by week, and the digest of a week. */
export function TrendView({ parts }: { parts: ReactNode }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [now] = useState(() => Date.now());
  const [back, setBack] = useState<0 | 1>(0);
  const at = now - back * WEEK_MS;
  const trend = useCall("feedback.trend", { until: now, weeks: WEEKS });
  const digest = useCall("feedback.digest", { at }, { keepPrevious: true }).data;
  if (trend.isError) return <ErrorState error={trend.error} onRetry={() => void trend.refetch()} />;
  if (!trend.data) return null;
  const { weeks, topics } = trend.data;

  const save = async (format: "pdf" | "txt"): Promise<void> => {
    try {
      keepFile(await call("feedback.digestFile", { at, format }));
    } catch (error) {
      sayFailure(error);
    }
  };
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(digest?.text ?? "");
      notify("info", t("feedback.trend.copied"));
    } catch (error) {
      sayFailure(error);
    }
  };

  return (
    <>
      <div className="feedback-parts">{parts}</div>
      <div className="feedback-trend">
        <section>
          <h3>{t("feedback.trend.title")}</h3>
          <p className="feedback-soft">
            <Lead week={weeks.at(-1)} />
          </p>
          <WeekTable weeks={weeks} />
          <h3>{t("feedback.trend.topics")}</h3>
          {topics.length === 0 ? (
            <p className="feedback-soft">{t("feedback.trend.topicsNone")}</p>
          ) : (
            <ul className="feedback-topics">
              {topics.map(({ word, count, before }) => (
                <li key={word}>
                  {t("feedback.trend.topic", { word, count })}{" "}
                  <span className="feedback-soft">
                    {before === 0
                      ? t("feedback.trend.new")
                      : `${count > before ? "↑" : count < before ? "↓" : "="} ${before}`}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
        <section className="feedback-digest" aria-label={t("feedback.trend.digest")}>
          <header>
            <h3>{t("feedback.trend.digest")}</h3>
            <Segmented<0 | 1>
              size="small"
              aria-label={t("feedback.trend.digest")}
              value={back}
              options={[
                { value: 0, label: t("feedback.trend.thisWeek") },
                { value: 1, label: t("feedback.trend.lastWeek") },
              ]}
              onChange={setBack}
            />
            <span className="feedback-gap" />
            <Button onClick={() => void copy()}>{t("feedback.trend.copy")}</Button>
            <Button onClick={() => void save("txt")}>{t("feedback.trend.txt")}</Button>
            <Button type="primary" onClick={() => void save("pdf")}>
              {t("feedback.trend.pdf")}
            </Button>
          </header>
          <pre>{digest?.text}</pre>
        </section>
      </div>
    </>
  );
}

/** What to see in the table, in one sentence. */
function Lead({ week }: { week: FeedbackWeek | undefined }) {
  const { t } = useTranslation();
  if (!week || week.total === 0) return t("feedback.trend.calm");
  const kind = feedbackKind.options.toSorted((a, b) => week.kinds[b] - week.kinds[a])[0]!;
  return t("feedback.trend.lead", { kind: t(`feedback.kinds.${kind}`), count: week.kinds[kind] });
}

/** Kinds by weeks; the darker a cell, the more was said. */
function WeekTable({ weeks }: { weeks: readonly FeedbackWeek[] }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...weeks.flatMap(({ kinds }) => Object.values(kinds)));
  const shown = feedbackKind.options.filter((kind) => weeks.some(({ kinds }) => kinds[kind] > 0));
  return (
    <table className="feedback-weeks">
      <thead>
        <tr>
          <th>{t("feedback.trend.kind")}</th>
          {weeks.map(({ monday }) => (
            <th key={monday} title={monday}>
              {monday.slice(5).replace("-", "/")}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((kind) => (
          <tr key={kind}>
            <th>{t(`feedback.kinds.${kind}`)}</th>
            {weeks.map(({ monday, kinds }) => (
              <td key={monday}>
                <span style={{ opacity: kinds[kind] / most }} aria-hidden />
                <b>{kinds[kind] || ""}</b>
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th>{t("feedback.trend.total")}</th>
          {weeks.map(({ monday, total }) => (
            <td key={monday}>
              <b>{total}</b>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
