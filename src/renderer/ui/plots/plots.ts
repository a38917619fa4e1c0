import type { EChartsCoreOption } from "echarts/core";

/** Colours of the present theme, by what they are for. */
export interface Colours {
  readonly text: string;
  readonly soft: string;
  readonly line: string;
  readonly bar: string;
  readonly barSoft: string;
  readonly ground: string;
}

/** Words of axes and of what a bar says when pointed at. */
export interface PlotWords {
  /** The unit: of what there are so many. */
  readonly uses: string;
  readonly of: (name: string, count: number) => string;
}

const FONT = "inherit";
/** A name longer than this would leave no room for its bar, in characters. */
const NAME_CUT = 14;

const cut = (name: string): string => {
  const characters = [...name];
  return characters.length > NAME_CUT ? `${characters.slice(0, NAME_CUT).join("")}…` : name;
};

/** Index of the largest; -1 when all are 0. */
export function busiest(counts: readonly number[]): number {
  let best = -1;
  for (const [at, count] of counts.entries())
    if (count > 0 && (best === -1 || count > counts[best]!)) best = at;
  return best;
}

/** Share of the whole in percent, whole numbers. */
export const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 100);

function base(colours: Colours, words: PlotWords, names: readonly string[]): EChartsCoreOption {
  return {
    animation: false,
    textStyle: { fontFamily: FONT, color: colours.soft },
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "shadow" },
      backgroundColor: colours.ground,
      borderColor: colours.line,
      textStyle: { color: colours.text },
      formatter: (points: { dataIndex: number; value: number }[]) =>
        escaped(words.of(names[points[0]?.dataIndex ?? 0] ?? "", points[0]?.value ?? 0)),
    },
  };
}

/** A tooltip is drawn as HTML, and titles are what people write. */
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const axisLabel = (colours: Colours) => ({ color: colours.soft, fontFamily: FONT });
const bars = (counts: readonly number[], most: number, colours: Colours) => [
  {
    type: "bar",
    barMaxWidth: 26,
    data: counts.map((value, at) => ({
      value,
      itemStyle: {
        color: at === most ? colours.bar : colours.barSoft,
        borderColor: colours.bar,
        // Nothing is drawn where there is nothing.
        borderWidth: value === 0 ? 0 : 1,
      },
    })),
  },
];

/** Upright bars over hours or days; the tallest is filled. */
export function uprightBars(
  names: readonly string[],
  counts: readonly number[],
  axis: string,
  colours: Colours,
  words: PlotWords,
): EChartsCoreOption {
  return {
    ...base(colours, words, names),
    grid: { left: 8, right: 12, top: 30, bottom: 26, containLabel: true },
    xAxis: {
      type: "category",
      data: [...names],
      name: axis,
      nameLocation: "middle",
      nameGap: 28,
      nameTextStyle: axisLabel(colours),
      axisLabel: axisLabel(colours),
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
    },
    yAxis: {
      type: "value",
      name: words.uses,
      minInterval: 1,
      nameTextStyle: { ...axisLabel(colours), align: "left" },
      axisLabel: axisLabel(colours),
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: bars(counts, busiest(counts), colours),
  };
}

/** Lying bars, the longest at the top, each with its number. */
export function lyingBars(
  rows: readonly { readonly name: string; readonly count: number }[],
  colours: Colours,
  words: PlotWords,
): EChartsCoreOption {
  const names = rows.map(({ name }) => name);
  const counts = rows.map(({ count }) => count);
  const [series] = bars(counts, busiest(counts), colours);
  return {
    ...base(colours, words, names),
    grid: { left: 8, right: 40, top: 6, bottom: 26, containLabel: true },
    xAxis: {
      type: "value",
      name: words.uses,
      nameLocation: "middle",
      nameGap: 26,
      minInterval: 1,
      nameTextStyle: axisLabel(colours),
      axisLabel: axisLabel(colours),
      splitLine: { lineStyle: { color: colours.line } },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: names.map(cut),
      axisLabel: axisLabel(colours),
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
    },
    series: [
      {
        ...series,
        barMaxWidth: 18,
        label: { show: true, position: "right", color: colours.soft, fontFamily: FONT },
      },
    ],
  };
}
