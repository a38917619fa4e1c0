import { describe, expect, test } from "vitest";
import { countWeek, median, type PromiseStep, type Records } from "./figures.ts";
import { weekNamed } from "./week.ts";

const WEEK = weekNamed("2026-W48", "Asia/Shanghai");
const DAY = 86_400_000;
const HOUR = 3_600_000;

const nothing: Records = {
  promiseSteps: () => [],
  promisesOverdue: () => 0,
  complaints: () => [],
  complaintsOpenAt: () => 0,
  uses: async () => ({ total: 0, byScene: [], byPhrase: [] }),
  feedback: () => [],
  urging: () => ({ urged: 0, paid: 0, amount: 0 }),
};

const step = (promiseId: string, kind: PromiseStep["kind"], day: number, dueDay = 6) => ({
  ...{ promiseId, kind },
  at: WEEK.start + day * DAY + HOUR,
  dueAt: WEEK.start + dueDay * DAY,
});

test("the middle one; of an even number between the two; of none nothing", () => {
  expect(median([5, 1, 3])).toBe(3);
  expect(median([4, 1, 3, 10])).toBe(3.5);
  expect(median([])).toBeNull();
});

describe("a promise counts once, by its last step of the week", () => {
  test("carried and then kept is kept; kept and opened again is neither", async () => {
    const { promises, days } = await countWeek(
      {
        ...nothing,
        promiseSteps: () => [
          step("a", "carried", 0),
          step("a", "done", 2),
          step("b", "done", 1),
          step("b", "reopened", 3),
          step("c", "handed", 4),
          step("d", "carried", 4),
          step("e", "done", 5, 2),
        ],
      },
      WEEK,
      WEEK.end,
    );
    expect(promises).toEqual({ kept: 2, late: 1, carried: 1, handed: 1, overdue: 0 });
    expect(days.map(({ kept }) => kept)).toEqual([0, 0, 1, 0, 0, 1, 0]);
  });

  test("only what is past can be overdue", async () => {
    const asked: number[][] = [];
    const records = { ...nothing, promisesOverdue: (...span: number[]) => asked.push(span) };
    await countWeek(records, WEEK, WEEK.start + DAY);
    await countWeek(records, WEEK, WEEK.end + DAY);
    expect(asked).toEqual([
      [WEEK.start, WEEK.start + DAY],
      [WEEK.start, WEEK.end],
    ]);
  });
});

test("of cases those opened count by kind and day, those closed by how long they took", async () => {
  const at = (day: number): number => WEEK.start + day * DAY;
  const { complaints, days } = await countWeek(
    {
      ...nothing,
      complaints: () => [
        { kind: "logistics", openedAt: at(-3), closedAt: at(1) },
        { kind: "quality", openedAt: at(0), closedAt: at(2) },
        { kind: "quality", openedAt: at(6), closedAt: null },
        { kind: "price", openedAt: at(6), closedAt: at(9) },
      ],
      complaintsOpenAt: () => 2,
    },
    WEEK,
    WEEK.end + 3 * DAY,
  );
  expect(complaints).toEqual({
    opened: 3,
    closed: 2,
    open: 2,
    byKind: [
      { kind: "quality", count: 2 },
      { kind: "price", count: 1 },
    ],
    median: 3 * DAY,
  });
  expect(days.map((each) => each.complaints)).toEqual([1, 0, 0, 0, 0, 0, 2]);
});

test("feedback and uses", async () => {
  const note = { valuable: null, sentAt: null, answeredAt: null };
  const figures = await countWeek(
    {
      ...nothing,
      feedback: () => [
        note,
        { ...note, valuable: false },
        { valuable: true, sentAt: 1, answeredAt: 2 },
        { ...note, sentAt: 1 },
      ],
      uses: async () => ({
        total: 12,
        byScene: [{ name: "售后", count: 12 }],
        byPhrase: Array.from({ length: 9 }, (_, at) => ({ title: `t${at}`, count: 9 - at })),
      }),
    },
    WEEK,
    WEEK.end,
  );
  expect(figures.feedback).toEqual({ noted: 4, valuable: 1, sent: 2, answered: 1 });
  expect(figures.uses.phrases).toHaveLength(5);
});
