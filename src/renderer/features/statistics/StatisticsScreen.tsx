import { Segmented } from "antd";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCall } from "../../api/hooks.ts";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { useStored } from "../../ui/stored.ts";
import { Plots } from "./Plots.tsx";
import { type Days, localZone, oldEnough, STRETCHES, stretchOf } from "./stretch.ts";
import { TwiceSection } from "./TwiceSection.tsx";
import { UnusedSection } from "./UnusedSection.tsx";
import "./statistics.css";

/** 使用统计: what of the library is used, when and where; what is never used, and what is there twice. */
export function StatisticsScreen() {
  const { t } = useTranslation();
  const [days, setDays] = useStored<Days>("statistics.days", 30);
  // The moment the screen was opened: while it is open, the same question is asked.
  const [now] = useState(() => Date.now());
  const input = useMemo(() => ({ ...stretchOf(days, now), zone: localZone() }), [days, now]);
  const uses = useCall("statistics.uses", input, { keepPrevious: true });
  const { refetch } = uses;
  useEffect(() => {
    // A use is no change of the library: nobody says that there is a new one.
    const ask = (): void => void refetch();
    ask();
    window.addEventListener("focus", ask);
    return () => window.removeEventListener("focus", ask);
  }, [refetch]);

  const report = uses.data;
  return (
    <div className="statistics">
      <header className="statistics-head">
        <h1>{t("statistics.title")}</h1>
        <Segmented<Days>
          value={days}
          aria-label={t("statistics.stretch")}
          options={STRETCHES.map((each) => ({
            value: each,
            label: t("statistics.days", { count: each }),
          }))}
          onChange={setDays}
        />
      </header>
      {uses.isError && <ErrorState error={uses.error} onRetry={() => void refetch()} />}
      {report && (
        <>
          <dl className="statistics-numbers">
            <Number name={t("statistics.total")} value={report.total} />
            <Number name={t("statistics.used", { phrases: report.phrases })} value={report.used} />
            <Number name={t("statistics.sent")} value={report.outcomes.sent} />
            <Number
              name={t("statistics.failed")}
              value={report.outcomes.failed}
              bad={report.outcomes.failed > 0}
            />
          </dl>
          {report.total === 0 ? (
            <EmptyState sentence={t("statistics.nothing")} example={t("statistics.nothingWhy")} />
          ) : (
            <Plots report={report} />
          )}
        </>
      )}
      <UnusedSection before={oldEnough(now)} />
      <TwiceSection />
    </div>
  );
}

function Number({ name, value, bad }: { name: string; value: number; bad?: boolean }) {
  const { i18n } = useTranslation();
  return (
    <div data-bad={bad || undefined}>
      <dt>{name}</dt>
      <dd>{value.toLocaleString(i18n.language)}</dd>
    </div>
  );
}
