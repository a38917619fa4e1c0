import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCall } from "../../api/hooks.ts";
import { ErrorState } from "../../ui/States.tsx";
import { monthAfter, monthOf } from "./month.ts";
import { MonthGrid } from "./MonthGrid.tsx";
import { SheetView } from "./SheetView.tsx";
import "../../ui/panes.css";
import "./promises.css";
import "./sheets.css";

/** 日清表: which days were cleared, and what a day's sheet says. */
export function SheetsScreen() {
  const { t, i18n } = useTranslation();
  const [start] = useState(() => {
    const now = new Date();
    return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}`;
  });
  const [month, setMonth] = useState(start);
  const [day, setDay] = useState<string | null>(null);
  const { data, error, refetch } = useCall("promises.calendar", { month }, { keepPrevious: true });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const chosen = day ?? data?.today ?? null;
  const show = (next: string): void => {
    setDay(next);
    setMonth(monthOf(next));
  };
  const name = new Intl.DateTimeFormat(i18n.language, {
    timeZone: "UTC",
    year: "numeric",
    month: "long",
  }).format(Date.parse(`${month}-01T00:00:00Z`));
  return (
    <div className="sheets">
      <section className="sheets-month" aria-label={t("promises.calendar.title")}>
        <header>
          <h2>{name}</h2>
          <Button
            icon={<LeftOutlined aria-hidden />}
            aria-label={t("promises.calendar.before")}
            onClick={() => setMonth(monthAfter(month, -1))}
          />
          <Button
            icon={<RightOutlined aria-hidden />}
            aria-label={t("promises.calendar.after")}
            onClick={() => setMonth(monthAfter(month, 1))}
          />
          <Button disabled={!data} onClick={() => data && show(data.today)}>
            {t("promises.calendar.today")}
          </Button>
        </header>
        <MonthGrid
          month={month}
          today={data?.today ?? ""}
          days={data?.days ?? []}
          chosen={chosen}
          onDay={show}
        />
        <p className="sheets-clear">
          {t("promises.calendar.count", {
            count: (data?.days ?? []).filter((each) => each.clear && monthOf(each.day) === month)
              .length,
          })}
        </p>
      </section>
      {chosen !== null && <SheetView key={chosen} day={chosen} today={data?.today ?? ""} />}
    </div>
  );
}
