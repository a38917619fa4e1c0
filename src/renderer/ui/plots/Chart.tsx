import { BarChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import type { Colours } from "./plots.ts";
import "./plots.css";

// Part by part: the whole library would be ten times as large.
use([BarChart, GridComponent, TooltipComponent, SVGRenderer]);

function followTheme(changed: () => void): () => void {
  const watch = new MutationObserver(changed);
  watch.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  return () => watch.disconnect();
}

const themeName = (): string => document.documentElement.dataset["theme"] ?? "";

/** The colours as the document has them while it has this theme. */
function coloursOf(_theme: string): Colours {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string): string => style.getPropertyValue(name).trim();
  return {
    text: of("--text"),
    soft: of("--text-faint"),
    line: of("--border"),
    bar: of("--accent"),
    barSoft: of("--accent-soft"),
    ground: of("--raised"),
  };
}

interface ChartProps {
  /** What is to be seen, in one sentence. */
  readonly title: string;
  readonly height: number;
  /** Must be the same function while the plot is the same. */
  readonly draw: (colours: Colours) => EChartsCoreOption;
  /** The same as rows, for those who cannot see a plot or want the figures. */
  readonly table?: PlotTable;
}

/** The first cell of a row names it. */
export interface PlotTable {
  /** What opens it. */
  readonly words: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A plot under a sentence that says what to see in it. */
export function Chart({ title, height, draw, table }: ChartProps) {
  const theme = useSyncExternalStore(followTheme, themeName);
  const colours = useMemo(() => coloursOf(theme), [theme]);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const chart = init(element, null, { renderer: "svg" });
    chart.setOption(draw(colours));
    const sized = new ResizeObserver(() => chart.resize());
    sized.observe(element);
    return () => {
      sized.disconnect();
      chart.dispose();
    };
  }, [draw, colours]);
  return (
    <figure className="plot">
      <figcaption>{title}</figcaption>
      <div ref={place} style={{ height }} role="img" aria-label={title} />
      {table && <Rows table={table} title={title} />}
    </figure>
  );
}

function Rows({ table, title }: { table: PlotTable; title: string }) {
  return (
    <details className="plot-rows">
      <summary>{table.words}</summary>
      <table aria-label={title}>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
