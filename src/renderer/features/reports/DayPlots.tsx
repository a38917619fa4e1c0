import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ReportFigures } from "../../../shared/contract/reports.ts";
import type { Locale } from "../../../shared/contract/settings.ts";
import { weekdaySaid } from "../../../shared/rules/reports/paper.ts";
import { Chart } from "../../ui/plots/Chart.tsx";
import { busiest, type Colours, uprightBars } from "../../ui/plots/plots.ts";

/** The seven days: promises kept, and complaints that came. */
export function DayPlots({ days }: { days: ReportFigures["days"] }) {
  const { t, i18n } = useTranslation();
  const locale = i18n.language as Locale;
  // The same figures are the same plot, however often they were asked for.
  const said = JSON.stringify(days);
  const plots = useMemo(() => {
    const read = JSON.parse(said) as ReportFigures["days"];
    const names = read.map(({ day }) => weekdaySaid(day, locale));
    const kept = read.map((day) => day.kept);
    const complaints = read.map((day) => day.complaints);
    return {
      ...{ names, kept, complaints },
      drawKept: (colours: Colours) =>
        uprightBars(names, kept, t("reports.plots.axis"), colours, {
          uses: t("reports.plots.unitKept"),
          of: (name, count) => t("reports.plots.ofKept", { name, count }),
        }),
      drawComplaints: (colours: Colours) =>
        uprightBars(names, complaints, t("reports.plots.axis"), colours, {
          uses: t("reports.plots.unitComplaints"),
          of: (name, count) => t("reports.plots.ofComplaints", { name, count }),
        }),
    };
  }, [said, locale, t]);
  const { names, kept, complaints } = plots;
  const [mostKept, mostComplaints] = [busiest(kept), busiest(complaints)];
  const table = (counts: readonly number[], unit: string) => ({
    words: t("reports.plots.table"),
    columns: [t("reports.plots.axis"), unit],
    rows: names.map((name, at) => [name, counts[at] ?? 0] as const),
  });
  return (
    <div className="report-plots">
      <Chart
        title={
          mostKept === -1
            ? t("reports.plots.keptNone")
            : t("reports.plots.kept", { day: names[mostKept] ?? "", count: kept[mostKept] ?? 0 })
        }
        height={170}
        draw={plots.drawKept}
        table={table(kept, t("reports.plots.unitKept"))}
      />
      <Chart
        title={
          mostComplaints === -1
            ? t("reports.plots.complaintsNone")
            : t("reports.plots.complaints", {
                day: names[mostComplaints] ?? "",
                count: complaints[mostComplaints] ?? 0,
              })
        }
        height={170}
        draw={plots.drawComplaints}
        table={table(complaints, t("reports.plots.unitComplaints"))}
      />
    </div>
  );
}
