import { Segmented } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ComplaintTrends } from "../../../shared/contract/complaints.ts";
import { useCall } from "../../api/hooks.ts";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { useStored } from "../../ui/stored.ts";
import { yuanWords } from "./money.ts";
import { RepeatsSection } from "./RepeatsSection.tsx";
import { lastingWords, stretch, STRETCHES, type Stretch } from "./stretch.ts";
import { TrendPlots } from "./TrendPlots.tsx";
import "./complaints.css";
import "./trends.css";

/** 投诉趋势: how many, of what, where, and what comes back again and again. */
export function TrendsScreen() {
  const { t } = useTranslation();
  const [days, setDays] = useStored<Stretch>("complaints.days", 90);
  // The moment the screen was opened: while it is open, the same question is asked.
  const [now] = useState(() => Date.now());
  const input = useMemo(() => stretch(days, now), [days, now]);
  const found = useCall("complaints.trends", input, { keepPrevious: true });
  const trends = found.data;
  return (
    <div className="trends">
      <header className="trends-head">
        <h1>{t("complaints.trends.title")}</h1>
        <Segmented<Stretch>
          value={days}
          aria-label={t("complaints.trends.stretch")}
          options={STRETCHES.map((each) => ({
            value: each,
            label: t("complaints.trends.days", { count: each }),
          }))}
          onChange={setDays}
        />
      </header>
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {trends && trends.opened === 0 && trends.closed === 0 && (
        <EmptyState
          sentence={t("complaints.trends.nothing")}
          example={t("complaints.trends.nothingWhy")}
        />
      )}
      {trends && (trends.opened > 0 || trends.closed > 0) && (
        <>
          <Figures trends={trends} />
          <TrendPlots trends={trends} />
          <RepeatsSection trends={trends} />
        </>
      )}
    </div>
  );
}

function Figures({ trends }: { trends: ComplaintTrends }) {
  const { t, i18n } = useTranslation();
  const number = (value: number, digits = 0): string =>
    value.toLocaleString(i18n.language, { maximumFractionDigits: digits });
  const none = t("complaints.trends.none");
  const { opened, closed, medianToClose, satisfaction, answeredLate, fen } = trends;
  const rows: readonly (readonly [name: string, value: string, bad?: boolean])[] = [
    [t("complaints.trends.opened"), number(opened)],
    [t("complaints.trends.closed"), number(closed)],
    [
      t("complaints.trends.median"),
      medianToClose === null ? none : lastingWords(medianToClose, i18n.language),
    ],
    [
      t("complaints.trends.satisfaction"),
      satisfaction === null ? none : `${number(satisfaction, 1)} / 5`,
    ],
    [t("complaints.trends.lateAnswers"), number(answeredLate), answeredLate > 0],
    [t("complaints.trends.paid"), yuanWords(fen, i18n.language)],
  ];
  return (
    <dl className="trends-numbers">
      {rows.map(([name, value, bad]) => (
        <div key={name} data-bad={bad || undefined}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
