import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { UsesReport } from "../../../shared/contract/statistics.ts";
import { Chart } from "../../ui/plots/Chart.tsx";
import { busiest, type Colours, lyingBars, percent, uprightBars } from "../../ui/plots/plots.ts";
import { shortDays } from "./stretch.ts";

/** A bar of a list and the space around it, in pixels. */
const ROW = 26;
const AROUND = 52;
const MOST_ROWS = 12;

/** The same report from five sides; each plot's title says what to see in it. */
export function Plots({ report }: { report: UsesReport }) {
  const { t, i18n } = useTranslation();
  const plots = useMemo(() => {
    const words = {
      uses: t("statistics.uses"),
      of: (name: string, count: number) => t("statistics.of", { name, count }),
    };
    const scenes = named(report.byScene, t("statistics.noScene"));
    const shops = named(report.byShop, t("statistics.everyShop"));
    const phrases = report.byPhrase.map(({ title, count }) => ({ name: title, count }));
    const hours = report.byHour.map((_, hour) => `${hour}:00`);
    return {
      hours: (colours: Colours) =>
        uprightBars(hours, report.byHour, t("statistics.hourAxis"), colours, words),
      days: (colours: Colours) =>
        uprightBars(
          shortDays(report.byDay),
          report.byDay.map(({ count }) => count),
          t("statistics.dayAxis"),
          colours,
          words,
        ),
      scenes: { rows: scenes, draw: (colours: Colours) => lyingBars(scenes, colours, words) },
      shops: { rows: shops, draw: (colours: Colours) => lyingBars(shops, colours, words) },
      phrases: { rows: phrases, draw: (colours: Colours) => lyingBars(phrases, colours, words) },
    };
  }, [report, t]);

  const hour = busiest(report.byHour);
  const day = report.byDay[busiest(report.byDay.map(({ count }) => count))];
  const average = report.total / Math.max(1, report.byDay.length);
  const topPhrases = plots.phrases.rows.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="statistics-plots">
      <Chart
        title={t("statistics.hourTitle", { hour, count: report.byHour[hour] ?? 0 })}
        height={230}
        draw={plots.hours}
      />
      <Chart
        title={t("statistics.dayTitle", {
          average: average.toLocaleString(i18n.language, { maximumFractionDigits: 1 }),
          day: day?.day ?? "",
          count: day?.count ?? 0,
        })}
        height={230}
        draw={plots.days}
      />
      <Chart
        title={t("statistics.phraseTitle", {
          count: plots.phrases.rows.length,
          share: percent(topPhrases, report.total),
        })}
        height={plots.phrases.rows.length * ROW + AROUND}
        draw={plots.phrases.draw}
      />
      <div className="statistics-stack">
        <Chart
          title={t("statistics.sceneTitle", {
            name: plots.scenes.rows[0]?.name ?? "",
            share: percent(plots.scenes.rows[0]?.count ?? 0, report.total),
          })}
          height={plots.scenes.rows.length * ROW + AROUND}
          draw={plots.scenes.draw}
        />
        {plots.shops.rows.length > 1 && (
          <Chart
            title={t("statistics.shopTitle", {
              name: plots.shops.rows[0]?.name ?? "",
              share: percent(plots.shops.rows[0]?.count ?? 0, report.total),
            })}
            height={plots.shops.rows.length * ROW + AROUND}
            draw={plots.shops.draw}
          />
        )}
      </div>
    </div>
  );
}

const named = (rows: readonly { name: string; count: number }[], none: string) =>
  rows.slice(0, MOST_ROWS).map(({ name, count }) => ({ name: name || none, count }));
