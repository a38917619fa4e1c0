import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ComplaintTrends } from "../../../shared/contract/complaints.ts";
import { Chart } from "../../ui/plots/Chart.tsx";
import { busiest, type Colours, lyingBars, percent, uprightBars } from "../../ui/plots/plots.ts";
import { yuanWords } from "./money.ts";
import { useNames } from "./useNames.ts";

/** A bar of a list and the space around it, in pixels. */
const ROW = 26;
const AROUND = 52;
const MOST_ROWS = 12;

interface Row {
  readonly name: string;
  readonly count: number;
  readonly open: number;
}

const byCount = (rows: readonly Row[]): Row[] =>
  rows
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_ROWS);

/** Complaints by week, kind, product and shop; each plot's title says what to see in it. */
export function TrendPlots({ trends }: { trends: ComplaintTrends }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  const locale = i18n.language;
  const plots = useMemo(() => {
    const words = {
      uses: t("complaints.trends.unit"),
      of: (name: string, count: number) => t("complaints.trends.of", { name, count }),
    };
    const day = new Intl.DateTimeFormat(locale, { month: "numeric", day: "numeric" });
    const weeks = trends.byWeek.map(({ start }) => day.format(start));
    const counts = trends.byWeek.map(({ opened }) => opened);
    const lying = (rows: Row[]) => ({
      rows,
      draw: (colours: Colours) => lyingBars(rows, colours, words),
    });
    return {
      weeks,
      counts,
      drawWeeks: (colours: Colours) =>
        uprightBars(weeks, counts, t("complaints.trends.weekAxis"), colours, words),
      kinds: lying(byCount(trends.byKind.map((row) => ({ ...row, name: names.kinds[row.kind] })))),
      products: lying(
        byCount(
          trends.byProduct.map((row) => ({
            ...row,
            name: row.name || t("complaints.trends.noProduct"),
          })),
        ),
      ),
      shops: lying(
        byCount(
          trends.byShop.map((row) => ({ ...row, name: row.name || t("complaints.trends.noShop") })),
        ),
      ),
    };
  }, [trends, t, names, locale]);

  const columns = (name: string): string[] => [
    name,
    t("complaints.trends.columns.count"),
    t("complaints.trends.columns.open"),
  ];
  const rowsOf = (rows: readonly Row[]) => rows.map(({ name, count, open }) => [name, count, open]);
  const table = t("complaints.trends.table");
  const week = busiest(plots.counts);
  const topKind = plots.kinds.rows[0];
  const topProduct = trends.byProduct.find(({ name }) => name !== "");
  const topShop = plots.shops.rows[0];
  return (
    <div className="trends-plots">
      <Chart
        title={t("complaints.trends.weekTitle", {
          week: plots.weeks[week] ?? "",
          count: plots.counts[week] ?? 0,
        })}
        height={230}
        draw={plots.drawWeeks}
        table={{
          words: table,
          columns: [
            t("complaints.trends.columns.week"),
            t("complaints.trends.columns.opened"),
            t("complaints.trends.columns.closed"),
          ],
          rows: trends.byWeek.map(({ opened, closed }, at) => [
            plots.weeks[at] ?? "",
            opened,
            closed,
          ]),
        }}
      />
      {topKind && (
        <Chart
          title={t("complaints.trends.kindTitle", {
            name: topKind.name,
            share: percent(topKind.count, trends.opened),
          })}
          height={plots.kinds.rows.length * ROW + AROUND}
          draw={plots.kinds.draw}
          table={{
            words: table,
            columns: [...columns(t("complaints.kind")), t("complaints.trends.columns.paid")],
            rows: trends.byKind
              .filter(({ count }) => count > 0)
              .map(({ kind, count, open, fen }) => [
                names.kinds[kind],
                count,
                open,
                yuanWords(fen, locale),
              ]),
          }}
        />
      )}
      {topProduct && (
        <Chart
          title={t("complaints.trends.productTitle", {
            name: topProduct.name,
            count: topProduct.count,
          })}
          height={plots.products.rows.length * ROW + AROUND}
          draw={plots.products.draw}
          table={{
            words: table,
            columns: columns(t("complaints.fields.product")),
            rows: rowsOf(plots.products.rows),
          }}
        />
      )}
      {topShop && plots.shops.rows.length > 1 && (
        <Chart
          title={t("complaints.trends.shopTitle", { name: topShop.name, count: topShop.count })}
          height={plots.shops.rows.length * ROW + AROUND}
          draw={plots.shops.draw}
          table={{
            words: table,
            columns: columns(t("complaints.shop")),
            rows: rowsOf(plots.shops.rows),
          }}
        />
      )}
    </div>
  );
}
