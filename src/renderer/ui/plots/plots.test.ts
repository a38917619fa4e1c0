import { expect, test } from "vitest";
import { busiest, lyingBars, percent, uprightBars } from "./plots.ts";

const colours = { text: "a", soft: "b", line: "c", bar: "d", barSoft: "e", ground: "f" };
const words = { uses: "次", of: (name: string, count: number) => `${name} ${count}` };

test("the busiest is the first of the largest; nothing used, nothing busy", () => {
  expect(busiest([1, 5, 5])).toBe(1);
  expect(busiest([0, 0])).toBe(-1);
  expect(busiest([])).toBe(-1);
});

test("shares are whole percents", () => {
  expect(percent(1, 3)).toBe(33);
  expect(percent(0, 0)).toBe(0);
});

test("plots name their axes, and what is pointed at is said as text, never as markup", () => {
  const upright = uprightBars(["<b>"], [3], "时", colours, words) as {
    xAxis: { name: string };
    yAxis: { name: string };
    tooltip: { formatter: (points: object[]) => string };
  };
  expect(upright.xAxis.name).toBe("时");
  expect(upright.yAxis.name).toBe("次");
  expect(upright.tooltip.formatter([{ dataIndex: 0, value: 3 }])).toBe("&lt;b&gt; 3");
  const lying = lyingBars([{ name: "很长很长很长很长很长很长的名字呀", count: 1 }], colours, words);
  expect((lying as { yAxis: { data: string[] } }).yAxis.data[0]).toMatch(/…$/);
});
