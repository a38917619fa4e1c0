import { expect, test } from "vitest";
import type { Output } from "../../../shared/contract/index.ts";
import { columnsOf, listFilter } from "./caseFilter.ts";

type Rows = Output<"complaints.list">["rows"];
const row = (stage: Rows[number]["stage"], at: number | null) =>
  ({ stage, deadline: at === null ? null : { what: "answer", at } }) as Rows[number];

test("what was found is sorted into stages, with totals of the whole and what is overdue", () => {
  const columns = columnsOf({
    now: 100,
    rows: [row("accept", 50), row("resolve", 150), row("accept", 200), row("closed", null)],
    counts: { accept: 2, clarify: 0, resolve: 1, follow: 0, closed: 40 },
    total: 43,
    overdue: 1,
    empty: false,
  });
  expect(
    columns.map(({ stage, total, overdue, cards }) => [stage, total, overdue, cards.length]),
  ).toEqual([
    ["accept", 2, 1, 2],
    ["clarify", 0, 0, 0],
    ["resolve", 1, 0, 1],
    ["follow", 0, 0, 0],
    ["closed", 40, 0, 1],
  ]);
});

test("the list asks for open cases, for one stage, or for all", () => {
  const filter = { text: "", kind: null, shop: null, late: false };
  expect(listFilter({ ...filter, stage: "open" }, "a")).toMatchObject({
    state: "open",
    stage: null,
  });
  expect(listFilter({ ...filter, stage: "closed" }, "")).toMatchObject({
    state: "all",
    stage: "closed",
  });
  expect(listFilter({ ...filter, stage: "all" }, "")).toMatchObject({ state: "all", stage: null });
});
