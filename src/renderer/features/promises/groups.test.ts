import { expect, test } from "vitest";
import { countsOf, grouped } from "./groups.ts";

const all = (counts: Parameters<typeof grouped>[0], total: number): string[] => {
  const list = grouped(counts, total);
  return Array.from({ length: list.length }, (_, at) => {
    const line = list.lineAt(at);
    return line.kind === "head" ? `${line.group} ${line.count}` : String(line.index);
  });
};

test("a head stands before the first row of each group that has any", () => {
  expect(all({ overdue: 2, hour: 0, today: 1, later: 1 }, 4)).toEqual([
    "overdue 2",
    "0",
    "1",
    "today 1",
    "2",
    "later 1",
    "3",
  ]);
  expect(all({ overdue: 0, hour: 0, today: 0, later: 2 }, 2)).toEqual(["later 2", "0", "1"]);
});

test("without counts there are only rows, without rows nothing", () => {
  expect(all(null, 2)).toEqual(["0", "1"]);
  expect(all({ overdue: 0, hour: 0, today: 0, later: 0 }, 0)).toEqual([]);
});

test("rows and groups are found again", () => {
  const list = grouped({ overdue: 2, hour: 1, today: 0, later: 3 }, 6);
  for (let index = 0; index < 6; index++)
    expect(list.lineAt(list.lineOf(index))).toEqual({ kind: "row", index });
  expect(list.headOf("hour")).toBe(3);
  expect(list.headOf("today")).toBeNull();
  expect(list.lineAt(list.headOf("later") ?? -1)).toEqual({
    kind: "head",
    group: "later",
    count: 3,
  });
});

test("what was counted before a row went or came is fitted to the rows there are", () => {
  expect(all({ overdue: 3, hour: 0, today: 0, later: 0 }, 2)).toEqual(["overdue 2", "0", "1"]);
  expect(all({ overdue: 1, hour: 0, today: 0, later: 0 }, 2)).toEqual([
    "overdue 1",
    "0",
    "later 1",
    "1",
  ]);
});

test("what a filter found is counted where all of it is here", () => {
  const row = (dueAt: number) => ({ dueAt }) as never;
  const answer = {
    ...{ now: 1_000, zone: "Asia/Shanghai", todayEnds: 9_000_000 },
    counts: { overdue: 9, hour: 9, today: 9, later: 9 },
    total: 3,
    rows: [row(500), row(2_000), row(10_000_000)],
  };
  expect(countsOf(answer, true)).toEqual({ overdue: 1, hour: 1, today: 0, later: 1 });
  expect(countsOf(answer, false)).toEqual(answer.counts);
  expect(countsOf({ ...answer, total: 4 }, true)).toBeNull();
});
