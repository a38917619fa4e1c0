import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { toText } from "../../../shared/rules/document.ts";
import { standing } from "../../../shared/rules/standing.ts";
import { type Desk, FRIDAY, HOUR, openDesk, SHANGHAI } from "./desk.fixture.ts";
import { createLeaving } from "./leaving.ts";
import { toPaper, toTable } from "./paper.ts";
import { dayEnd, workdayAt, workdayOf, workdaysOf } from "./workday.ts";

let desk: Desk;
beforeEach(() => {
  desk = openDesk("小王", { now: FRIDAY, zone: SHANGHAI });
});
afterEach(() => desk.close());

const due = (wall: string): number => Date.parse(`${wall}+08:00`);
const texts = (rows: readonly { text: string }[]) => rows.map(({ text }) => text);

describe("going off shift", () => {
  test("every open one of today is decided, then the day's sheet is kept as it was", () => {
    const late = desk.add("回电", FRIDAY - HOUR);
    const parts = desk.add("补发", due("2026-11-27T20:00"), {
      customer: "王女士",
      order: "T1",
      shop: "灯饰",
    });
    const slip = desk.add("查物流");
    const invoice = desk.add("开发票", due("2026-11-28T12:00"));
    expect(texts(desk.days.offShift().decide)).toEqual(["回电", "补发", "查物流"]);
    expect(desk.days.offShift()).toMatchObject({
      day: "2026-11-27",
      laterTotal: 1,
      closedAt: null,
    });
    desk.book.clear([late]);
    expect(() => desk.days.close()).toThrow("promises_undecided");
    desk.book.carry({
      ids: [parts],
      dueAt: due("2026-11-28T18:00"),
      dateOnly: false,
      reason: "缺货",
    });
    desk.book.hand([slip], "小李", "");
    desk.clock.now = due("2026-11-27T18:05");
    const sheet = desk.days.close();
    expect(sheet).toMatchObject({ day: "2026-11-27", agent: "小王", later: 2 });
    expect(sheet.lines.map(({ what, text }) => `${what} ${text}`)).toEqual([
      "done 回电",
      "carried 补发",
      "handed 查物流",
    ]);
    const after = desk.days.offShift();
    expect([after.done, after.carried, after.handed].map(texts)).toEqual([
      ["回电"],
      ["补发"],
      ["查物流"],
    ]);
    expect(after.closedAt).toBe(due("2026-11-27T18:05"));
    // What happens afterwards does not change what was kept.
    desk.clock.now = due("2026-11-28T10:00");
    desk.book.clear([parts, invoice]);
    expect(desk.days.sheet("2026-11-27")).toEqual(sheet);
    desk.database.exec("DELETE FROM promise_days");
    desk.journal.rebuild();
    expect(desk.days.sheet("2026-11-27")).toEqual(sheet);
    expect(desk.days.sheet("2026-11-28").lines.map(({ what }) => what)).toEqual(["done", "done"]);
  });

  test("a late shift is one day: at two in the morning the day before is closed", () => {
    desk.clock.now = due("2026-11-28T02:00");
    const night = desk.add("夜里回电", due("2026-11-28T03:00"));
    desk.add("白天补发", due("2026-11-28T15:00"));
    expect(desk.days.offShift()).toMatchObject({ day: "2026-11-27", laterTotal: 1 });
    expect(texts(desk.days.offShift().decide)).toEqual(["夜里回电"]);
    desk.book.clear([night]);
    expect(desk.days.close().day).toBe("2026-11-27");
  });

  test("done and opened again is not done", () => {
    const id = desk.add("回电", FRIDAY + HOUR);
    desk.book.clear([id]);
    desk.book.reopen([id]);
    expect(desk.days.offShift()).toMatchObject({ done: [], decide: [{ id }] });
    expect(desk.days.sheet("2026-11-27").lines.map(({ what }) => what)).toEqual(["open"]);
  });
});

describe("the calendar", () => {
  const at = (wall: string): void => void (desk.clock.now = due(wall));
  const of = (day: string) =>
    desk.days.calendar(`2026-11`).days.find((each) => each.day === `2026-11-${day}`);
  const tomorrow = { dateOnly: false, reason: "缺货", dueAt: due("2026-11-28T12:00") };

  test("tells clear days from those on which something stayed open", () => {
    at("2026-11-25T09:00");
    const a = desk.add("甲", due("2026-11-25T12:00"));
    const b = desk.add("乙", due("2026-11-26T12:00"));
    at("2026-11-25T11:00");
    desk.book.clear([a]);
    at("2026-11-27T10:00");
    desk.book.clear([b]);
    desk.add("丙", due("2026-11-30T12:00"));
    const { today, days } = desk.days.calendar("2026-11");
    expect(today).toBe("2026-11-27");
    expect(days).toHaveLength(30);
    expect(of("25")).toMatchObject({ done: 1, open: 0, clear: true });
    // Done a day late: that day was not clear.
    expect(of("26")).toMatchObject({ done: 0, open: 1, clear: false });
    expect(of("27")).toMatchObject({ done: 1, open: 0, clear: true });
    expect(of("29")).toMatchObject({ open: 0 });
    expect(of("30")).toMatchObject({ open: 1, clear: false });
    expect(of("01")).toMatchObject({ done: 0, open: 0, clear: false });
  });

  test.each([
    ["carried over", (id: string) => desk.book.carry({ ids: [id], ...tomorrow })],
    ["given another time", (id: string) => desk.book.amend({ id, changes: tomorrow })],
    ["handed on", (id: string) => desk.book.hand([id], "小李", "")],
    ["withdrawn", (id: string) => desk.book.withdraw([id], "买家不要了")],
    ["done", (id: string) => desk.book.clear([id])],
  ])("what is %s after its days ended leaves them not clear", (_, step) => {
    at("2026-11-24T09:00");
    const [kept, late] = ["甲", "乙"].map((text) => desk.add(text, due("2026-11-25T20:00")));
    at("2026-11-25T19:00");
    desk.book.clear([kept!]);
    const clearDays = () =>
      desk.days.calendar("2026-11").days.flatMap(({ day, open }) => (open > 0 ? [day] : []));
    at("2026-11-27T10:00");
    expect(clearDays()).toEqual(["2026-11-25", "2026-11-26", "2026-11-27"]);
    step(late!);
    expect(clearDays().slice(0, 2)).toEqual(["2026-11-25", "2026-11-26"]);
    expect(of("25")).toMatchObject({ done: 1, open: 1, clear: false });
    expect(of("27")).toMatchObject({ open: 0 });
    // The sheet of a day that was not closed says what was left, as it was due then.
    expect(desk.days.sheet("2026-11-25").lines).toMatchObject([
      { what: "done", text: "甲" },
      { what: "open", text: "乙", dueAt: due("2026-11-25T20:00"), reason: "" },
    ]);
    // A week's "due, not kept": by its end, of what was due in it.
    const [monday, sunday] = [due("2026-11-23T00:00"), due("2026-11-26T00:00")];
    expect(desk.dayStore.lateAt(sunday, monday)).toBe(1);
    expect(desk.dayStore.lateAt(sunday, due("2026-11-25T21:00"))).toBe(0);
    desk.database.exec("DELETE FROM promise_late");
    desk.journal.rebuild();
    expect(clearDays().slice(0, 2)).toEqual(["2026-11-25", "2026-11-26"]);
  });

  test("what was settled before its day ended leaves it clear, and a step taken back never was", () => {
    at("2026-11-25T09:00");
    const id = desk.add("甲", due("2026-11-25T12:00"));
    at("2026-11-26T02:00");
    const carried = desk.book.carry({ ids: [id], ...tomorrow });
    at("2026-11-27T10:00");
    expect(of("25")).toMatchObject({ carried: 1, open: 0, clear: true });
    expect(of("28")).toMatchObject({ open: 1 });
    desk.book.undo(carried.events);
    expect(of("25")).toMatchObject({ carried: 0, open: 1, clear: false });
    expect(of("28")).toMatchObject({ open: 0 });
  });

  test("what was never promised was never late; what is opened again is late from then on", () => {
    at("2026-11-24T09:00");
    const slip = desk.book.add({ text: "误记", dueAt: due("2026-11-24T12:00"), source: "hand" });
    const back = desk.add("退款", due("2026-11-24T13:00"));
    desk.book.clear([back]);
    at("2026-11-26T10:00");
    expect(of("25")).toMatchObject({ open: 1 });
    desk.book.undo(slip.receipt.events);
    expect(of("25")).toMatchObject({ open: 0 });
    desk.book.reopen([back]);
    at("2026-11-27T10:00");
    expect(of("24")).toMatchObject({ done: 1, open: 0, clear: true });
    expect(of("25")).toMatchObject({ open: 0 });
    expect(of("26")).toMatchObject({ open: 1 });
  });

  test("put off to a later hour and left then: the day's sheet says open", () => {
    const id = desk.add("回电", FRIDAY + HOUR);
    const later = { ids: [id], dueAt: FRIDAY + 9 * HOUR, dateOnly: false, reason: "占线" };
    desk.book.carry(later);
    expect(desk.days.offShift()).toMatchObject({ decide: [{ id }], carried: [] });
    at("2026-11-28T10:00");
    expect(of("27")).toMatchObject({ carried: 1, open: 1, clear: false });
    expect(desk.days.sheet("2026-11-27").lines).toMatchObject([
      { what: "open", dueAt: later.dueAt },
    ]);
  });
});

describe("a sheet", () => {
  const filled = () => {
    desk.book.clear([
      desk.add("=HYPERLINK(1)", FRIDAY + HOUR, { customer: "王,女士", order: "T1" }),
    ]);
    desk.add("今天补发");
    return desk.days.sheet("2026-11-27");
  };

  test("is a table that a spreadsheet does not run", () => {
    expect(toTable(filled(), "zh-CN").split("\r\n")).toEqual([
      "\uFEFF结果,时间,答应的事,客户,订单,店铺,期限,原因,交给",
      '已办,11月27日 10:00,\'=HYPERLINK(1),"王,女士",T1,,11月27日 11:00,,',
      "未办,11月27日 10:00,今天补发,,,,11月27日内,,",
      "",
    ]);
    expect(toTable(desk.days.sheet("2026-11-27"), "en")).toContain("by end of 27 Nov");
  });

  test("is a page in the person's language", () => {
    const text = toText(toPaper(filled(), "zh-TW"));
    expect(text).toContain("日清表 2026-11-27");
    expect(text).toContain("還沒核對下班");
    expect(text).toContain("未辦 1");
    expect(toText(toPaper(desk.days.sheet("2026-11-20"), "en"))).toContain("None");
  });
});

test("quitting with open ones asks once, whatever the clock does", () => {
  let elapsed = 0;
  const leaving = createLeaving(desk.days.undecided, () => elapsed);
  expect(leaving.question()).toMatchObject({ ask: false, open: 0 });
  desk.add("今天补发");
  desk.add("下周", FRIDAY + 100 * HOUR);
  expect(leaving.question()).toMatchObject({ ask: true, open: 1, rows: [{ text: "今天补发" }] });
  elapsed += 1_000;
  desk.clock.now += 10 * HOUR;
  expect(leaving.question()).toMatchObject({ ask: false, open: 1 });
  elapsed += 120_000;
  expect(leaving.question().ask).toBe(true);
});

describe("working days", () => {
  test.each([
    [SHANGHAI, "2026-11-27T03:59:59+08:00", "2026-11-26"],
    [SHANGHAI, "2026-11-27T04:00:00+08:00", "2026-11-27"],
    ["America/New_York", "2026-11-27T03:59:59+08:00", "2026-11-26"],
    [SHANGHAI, "2028-03-01T01:00:00+08:00", "2028-02-29"],
    [SHANGHAI, "2027-01-01T00:30:00+08:00", "2026-12-31"],
  ])("%s %s is of %s", (zone, at, day) => {
    expect(workdayAt(Date.parse(at), zone).day).toBe(day);
  });

  test("days on which clocks change have 23 and 25 hours and no gap between them", () => {
    const zone = "America/New_York";
    const hours = (day: string) => {
      const { from, to } = workdayOf(day, zone);
      return (to - from) / HOUR;
    };
    // From four to four: the change at two is in the working day before.
    expect([hours("2026-03-07"), hours("2026-03-08")]).toEqual([23, 24]);
    expect([hours("2026-10-31"), hours("2026-11-01")]).toEqual([25, 24]);
    const year = workdaysOf("2026-03", zone);
    for (const [index, { from }] of year.entries())
      if (index > 0) expect(from).toBe(year[index - 1]!.to);
    expect(workdaysOf("2028-02", zone)).toHaveLength(29);
  });

  test("a calendar day ends with its last millisecond", () => {
    expect(new Date(dayEnd(FRIDAY, SHANGHAI)).toISOString()).toBe("2026-11-27T15:59:59.999Z");
    expect(dayEnd(Date.parse("2026-03-08T12:00:00-04:00"), "America/New_York")).toBe(
      Date.parse("2026-03-09T00:00:00-04:00") - 1,
    );
  });
});

test.each([
  [-1, "overdue"],
  [0, "hour"],
  [HOUR, "hour"],
  [HOUR + 1, "today"],
  [14 * HOUR - 1, "today"],
  [14 * HOUR, "later"],
] as const)("due %d from now: %s", (ahead, heap) => {
  const now = FRIDAY;
  const todayEnds = dayEnd(FRIDAY, SHANGHAI);
  expect(standing(FRIDAY + ahead, { now, todayEnds })).toBe(heap);
  desk.add("补发", FRIDAY + ahead);
  expect(desk.store.counts({ now, todayEnds })[heap]).toBe(1);
});
