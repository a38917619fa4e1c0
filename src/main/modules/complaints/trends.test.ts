import { describe, expect, test } from "vitest";
import { type TrendRow, trendsOf } from "./trends.ts";

let made = 0;
const row = (opened: string, more: Partial<TrendRow> = {}): TrendRow => ({
  id: `00000000-0000-4000-8000-${String((made += 1)).padStart(12, "0")}`,
  kind: "quality",
  ...{ shop: "", customer: "", product: "", cause: "", given: 0, satisfaction: null },
  ...{ answerBy: null, answeredAt: null, closedAt: null },
  openedAt: Date.parse(opened),
  ...more,
});
const at = (text: string): number => Date.parse(text);

describe("weeks", () => {
  const weeks = (rows: TrendRow[], from: string, to: string, zone: string) =>
    trendsOf(rows, { from: at(from), to: at(to), zone, now: at(to) }).byWeek;

  test("go across New Year by the ISO calendar, and empty ones are there", () => {
    const found = weeks(
      [
        row("2026-12-31T23:59:00+08:00"),
        row("2027-01-03T23:59:59+08:00"),
        row("2027-01-04T00:00:00+08:00"),
      ],
      "2026-12-21T00:00:00+08:00",
      "2027-01-12T00:00:00+08:00",
      "Asia/Shanghai",
    );
    expect(found.map(({ week, opened }) => [week, opened])).toEqual([
      ["2026-W52", 0],
      ["2026-W53", 2],
      ["2027-W01", 1],
      ["2027-W02", 0],
    ]);
    expect(found[1]!.start).toBe(at("2026-12-28T00:00:00+08:00"));
  });

  test.each([
    ["2026-03-08", 167, "2026-03-02T00:00:00-05:00", "2026-03-09T00:00:00-04:00"],
    ["2026-11-01", 169, "2026-10-26T00:00:00-04:00", "2026-11-02T00:00:00-05:00"],
  ])("the week of %s in New York has %i hours", (_day, hours, from, to) => {
    const zone = "America/New_York";
    const end = at(to);
    const last = row(new Date(end - 1).toISOString());
    const next = row(new Date(end).toISOString());
    const found = weeks([last, next], from, new Date(end + 1).toISOString(), zone);
    expect(found.map(({ opened }) => opened)).toEqual([1, 1]);
    expect((found[1]!.start - found[0]!.start) / 3_600_000).toBe(hours);
  });

  test("the same moment is in another week elsewhere", () => {
    // Monday one in the morning in Shanghai is Sunday in London.
    const rows = [row("2026-11-23T01:00:00+08:00")];
    const [from, to] = ["2026-11-16T00:00:00Z", "2026-11-24T00:00:00Z"];
    const of = (zone: string) =>
      weeks(rows, from, to, zone).flatMap(({ week, opened }) => (opened > 0 ? [week] : []));
    expect(of("Asia/Shanghai")).toEqual(["2026-W48"]);
    expect(of("Europe/London")).toEqual(["2026-W47"]);
  });

  test("kinds of a week add up to it, also on a leap day", () => {
    const found = weeks(
      [row("2028-02-29T12:00:00Z", { kind: "price" }), row("2028-02-29T13:00:00Z")],
      "2028-02-28T00:00:00Z",
      "2028-03-06T00:00:00Z",
      "UTC",
    );
    expect(found).toHaveLength(1);
    expect(found[0]!.byKind).toMatchObject({ price: 1, quality: 1, other: 0 });
  });
});

test("rankings, repeats, late answers, money and the median time to close", () => {
  const [from, to] = [at("2026-11-01T00:00:00Z"), at("2026-12-01T00:00:00Z")];
  const hours = (count: number) => count * 3_600_000;
  const rows = [
    row("2026-11-02T00:00:00Z", {
      ...{
        customer: "王",
        shop: "甲",
        product: "灯",
        cause: "滞留",
        given: 2_000,
        satisfaction: 5,
      },
      closedAt: at("2026-11-02T00:00:00Z") + hours(2),
    }),
    row("2026-11-03T00:00:00Z", {
      ...{ customer: "王", shop: "甲", product: "灯", cause: "滞留", satisfaction: 2 },
      ...{ closedAt: at("2026-11-03T00:00:00Z") + hours(10), answerBy: from, answeredAt: from + 1 },
    }),
    row("2026-11-04T00:00:00Z", {
      ...{ customer: "王", shop: "乙", product: "", kind: "price", cause: "滞留", answerBy: to },
    }),
    row("2026-11-05T00:00:00Z", { answerBy: from, answeredAt: null, customer: "" }),
    // Opened before, closed within.
    row("2026-10-05T00:00:00Z", {
      closedAt: at("2026-11-05T00:00:00Z"),
      customer: "王",
      shop: "甲",
    }),
  ];
  const found = trendsOf(rows, { from, to, zone: "UTC", now: at("2026-11-20T00:00:00Z") });
  expect(found).toMatchObject({
    ...{
      opened: 4,
      closed: 3,
      medianToClose: hours(6),
      satisfaction: 3.5,
      answeredLate: 2,
      fen: 2_000,
    },
    byProduct: [{ name: "灯", count: 2, open: 0 }],
    byShop: [
      { name: "甲", count: 2, open: 0 },
      { name: "乙", count: 1, open: 1 },
    ],
    customers: [{ customer: "王", shop: "甲", count: 2, lastId: rows[1]!.id }],
    causes: [{ cause: "滞留", kind: "quality", count: 2, lastId: rows[1]!.id }],
  });
  expect(found.byKind.find(({ kind }) => kind === "quality")).toEqual({
    ...{ kind: "quality", count: 3, open: 1, fen: 2_000 },
  });
  expect(trendsOf([], { from, to: from, zone: "UTC", now: from })).toMatchObject({
    ...{ byWeek: [], medianToClose: null, satisfaction: null },
  });
});
