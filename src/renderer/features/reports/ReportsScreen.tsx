import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Locale } from "../../../shared/contract/settings.ts";
import { shortDay, weekSaid } from "../../../shared/rules/reports/paper.ts";
import { useCall } from "../../api/hooks.ts";
import { ErrorState } from "../../ui/States.tsx";
import { ReportPane } from "./ReportPane.tsx";
import { useChosenWeek } from "./useChosenWeek.ts";
import "./reports.css";

/** 周报: what the records say of a week, and what the agent says of it. */
export function ReportsScreen() {
  const { t, i18n } = useTranslation();
  const locale = i18n.language as Locale;
  const list = useCall("reports.list", {});
  const [asked, choose] = useChosenWeek();
  const week = asked ?? list.data?.thisWeek ?? null;
  const report = useCall("reports.get", { week: week ?? "" }, { enabled: week !== null });
  const { refetch } = report;
  useEffect(() => {
    // A use of a script announces nothing.
    const ask = (): void => void refetch();
    window.addEventListener("focus", ask);
    return () => window.removeEventListener("focus", ask);
  }, [refetch]);
  // A report that was just finished is read; asked for again it is changed.
  const [changing, setChanging] = useState<string | null>(null);

  const error = list.error ?? report.error;
  if (error) return <ErrorState error={error} onRetry={() => void report.refetch()} />;
  if (!list.data || week === null) return null;
  const { rows, thisWeek } = list.data;
  const at = rows.findIndex((row) => row.week === thisWeek);
  const nameOf = (name: string, index: number): string =>
    name === thisWeek
      ? t("reports.thisWeek")
      : index === at + 1
        ? t("reports.lastWeek")
        : weekSaid(name, locale);
  const data = report.data;
  return (
    <div className="reports">
      <nav className="reports-weeks" aria-label={t("reports.weeks")}>
        {rows.map((row, index) => (
          <button
            key={row.week}
            type="button"
            aria-current={row.week === week ? "true" : undefined}
            onClick={() => choose(row.week)}
          >
            <b>{nameOf(row.week, index)}</b>
            <span className="reports-soft">
              {shortDay(row.from)} – {shortDay(row.to)}
            </span>
            <span className="reports-state" data-state={stateOf(row)}>
              {t(`reports.states.${stateOf(row)}`)}
            </span>
          </button>
        ))}
      </nav>
      {data && (
        <ReportPane
          key={`${week}/${changing === week ? "changing" : (data.finished[0]?.id ?? "")}`}
          data={data}
          changing={changing === week}
          onChange={setChanging}
          moves={
            <span className="reports-moves">
              <Button
                size="small"
                icon={<LeftOutlined aria-hidden />}
                aria-label={t("reports.before")}
                title={t("reports.before")}
                onClick={() => choose(data.previous)}
              />
              <Button
                size="small"
                icon={<RightOutlined aria-hidden />}
                aria-label={t("reports.after")}
                title={t("reports.after")}
                disabled={data.next === null}
                onClick={() => data.next !== null && choose(data.next)}
              />
            </span>
          }
        />
      )}
    </div>
  );
}

const stateOf = (row: {
  draft: boolean;
  finishedAt: number | null;
}): "draft" | "finished" | "none" =>
  row.draft ? "draft" : row.finishedAt === null ? "none" : "finished";
