import { DateTime } from "luxon";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openLibrary } from "../../../../test/support/library.ts";
import type { JournalEvent } from "../../../shared/contract/journal.ts";
import type { Phrase } from "../../../shared/contract/phrases.ts";
import { seeded } from "../../../shared/rules/price/random.fixture.ts";
import { createJournal, type Journal } from "../../database/journal.ts";
import { centsOf, timeOf } from "./cells.ts";
import { figuresOf } from "./figures.ts";
import { createUrgingGuard, type UrgingGuard } from "./guard.ts";
import { createOrderImporter, type UrgingEntry } from "./importer.ts";
import { dayAround, ORDER, orderKey, orderOf, viewOf } from "./rules.ts";
import { createUrgingStore, type UrgingStore } from "./store.ts";

const ZONE = "Asia/Shanghai";
const at = (time: string): number => DateTime.fromISO(time, { zone: ZONE }).toMillis();

interface Desk {
  readonly journal: Journal;
  readonly store: UrgingStore;
  readonly guard: UrgingGuard;
  readonly write: (...entries: readonly Omit<UrgingEntry, "subject">[]) => JournalEvent[];
  customer: { name: string; order: string; shop: string } | null;
}

let now = 0;
let zone = ZONE;
let undo: (() => void)[] = [];
let desk: Desk;

function open(host: string): Desk {
  const over = openLibrary();
  undo.push(over.dispose);
  const journal = createJournal(over.database, { now: () => now, host });
  const store = createUrgingStore(over.database);
  journal.follow(ORDER, (ids) =>
    store.put(ids.map((id) => [id, orderOf(id, journal.of(ORDER, id))])),
  );
  const one: Desk = {
    journal,
    store,
    customer: null,
    write: (...entries) => journal.append(entries.map((each) => ({ subject: ORDER, ...each }))),
    guard: createUrgingGuard({
      store,
      now: () => now,
      zone: () => zone,
      customer: () => one.customer,
      agent: () => "小满",
      urges: ({ tags }) => tags.includes("催付"),
      blunt: (text) =>
        text.includes("再不付")
          ? [
              {
                start: 0,
                end: 3,
                word: "再不付",
                kind: "blunt",
                severity: "block",
                replacements: ["付好"],
              },
            ]
          : [],
      append: (entries) => journal.append(entries),
    }),
  };
  return one;
}

beforeEach(() => {
  now = at("2026-11-11T10:00");
  zone = ZONE;
  desk = open("a");
});
afterEach(() => {
  for (const step of undo.toReversed()) step();
  undo = [];
});

const urging = {
  id: "p",
  title: "催付库存提醒",
  tags: ["催付"],
  categoryId: null,
} as unknown as Phrase;
const plain = { ...urging, title: "发货时间", tags: [] };
const listed = (subjectId: string, buyer: string, more: object = {}) => ({
  subjectId,
  kind: "listed" as const,
  data: { buyer, shop: "灯饰店", ...more },
});
const codes = (order: string): string[] =>
  desk.guard.stopsOf(desk.store.find(order)!).map(({ code }) => code);
const urge = (order: string): void => {
  desk.guard.look(urging, { order, reason: "stock" })!.leaving();
};

describe("the three rules", () => {
  test("a buyer who paid any order today is not urged for another, until the day is over where the agent is", () => {
    desk.write(listed("A1", "阿明"), listed("A2", " 阿明 "), listed("B1", "小丽"));
    expect(codes("A2")).toEqual([]);
    desk.write({ subjectId: "A1", kind: "paid", data: { at: at("2026-11-11T09:00") } });
    expect(codes("A2")).toEqual(["urging_paid_today"]);
    expect(codes("A1")).toEqual(["urging_paid"]);
    expect(codes("B1")).toEqual([]);
    now = at("2026-11-12T00:00");
    expect(codes("A2")).toEqual([]);
    // The same moment is still the 11th farther west.
    zone = "Europe/Berlin";
    expect(codes("A2")).toEqual(["urging_paid_today"]);
  });

  test("a name the platform blotted out is only asked about, within one shop", () => {
    desk.write(
      listed("A1", "t***1"),
      listed("A2", "t***1"),
      listed("A3", "t***1", { shop: "别的店" }),
    );
    desk.write({ subjectId: "A1", kind: "paid", data: {} });
    const [stop] = desk.guard.stopsOf(desk.store.find("A2")!);
    expect(stop).toMatchObject({ code: "urging_paid_perhaps", severity: "ask" });
    expect(codes("A3")).toEqual([]);
  });

  test("the same order is urged once; what did not arrive does not count", () => {
    desk.write(listed("A1", "阿明"));
    const look = desk.guard.look(urging, { order: "A1", reason: "gift" })!;
    look.leaving();
    look.stayed();
    expect(desk.store.find("A1")!.urges).toEqual([]);
    look.leaving();
    expect(desk.store.find("A1")!.urges).toMatchObject([
      { reason: "gift", by: "小满", title: "催付库存提醒" },
    ]);
    expect(() => look.leaving()).toThrow("urging_twice");
    expect(() => urge("A1")).toThrow("urging_twice");
    expect(codes("A1")).toEqual(["urging_twice"]);
  });

  test("a blunt wording stops it whatever it was written by", () => {
    desk.write(listed("A1", "阿明"));
    const look = desk.guard.look(urging, { order: "A1", reason: null })!;
    expect(look.stops(["再不付就没了"])).toEqual([
      { code: "urging_blunt", params: { word: "再不付", instead: "付好" }, severity: "block" },
    ]);
    expect(look.stops(["方便时处理一下"])).toEqual([]);
  });

  test("what was refused or is to be left alone, and what was closed, is not urged", () => {
    desk.write(listed("A1", "甲"), listed("A2", "乙"));
    desk.write({ subjectId: "A1", kind: "result", data: { result: "leave" } });
    desk.write({ subjectId: "A2", kind: "closed", data: {} });
    expect(codes("A1")).toEqual(["urging_leave"]);
    expect(codes("A2")).toEqual(["urging_closed"]);
    expect(() => urge("A1")).toThrow("urging_leave");
  });
});

describe("an urging script outside the queue", () => {
  test("is looked at by who is in hand; any other script is left alone", () => {
    desk.write(listed("A1", "阿明"));
    desk.customer = { name: "阿明", order: "A1", shop: "" };
    expect(desk.guard.look(plain, null)).toBeNull();
    const look = desk.guard.look(urging, null)!;
    expect(look.stops([])).toEqual([]);
    look.leaving();
    expect(desk.guard.look(urging, null)!.stops([])).toMatchObject([{ code: "urging_twice" }]);
  });

  test("of a buyer without an order number means their order that may be urged", () => {
    desk.write(listed("A1", "阿明"), listed("A2", "阿明"));
    urge("A1");
    desk.customer = { name: "阿明", order: "", shop: "" };
    const look = desk.guard.look(urging, null)!;
    expect(look.stops([])).toEqual([]);
    look.leaving();
    expect(desk.store.find("A2")!.urges).toHaveLength(1);
    expect(desk.guard.look(urging, null)!.stops([])).toMatchObject([{ code: "urging_twice" }]);
  });

  test("lists an order that nobody listed, so that it is not urged again", () => {
    desk.customer = { name: "新客", order: "2841 7364", shop: "灯饰店" };
    desk.guard.look(urging, null)!.leaving();
    expect(desk.store.find("28417364")).toMatchObject({ buyer: "新客", shop: "灯饰店" });
    expect(codes("28417364")).toEqual(["urging_twice"]);
  });

  test("with nobody in hand only its wording is looked at", () => {
    const look = desk.guard.look(urging, null)!;
    expect(look.stops(["再不付就没了"])).toHaveLength(1);
    look.leaving();
    expect(desk.journal.idsOf(ORDER)).toEqual([]);
  });
});

test("a result is taken back by another event; both stay", () => {
  desk.write(listed("A1", "阿明"));
  const [event] = desk.write({ subjectId: "A1", kind: "result", data: { result: "paid" } });
  expect(viewOf(desk.store.find("A1")!)).toBe("done");
  expect(desk.store.find("A1")!.paidAt).toBe(now);
  desk.write({ subjectId: "A1", kind: "withdrawn", data: { event: event!.id } });
  expect(viewOf(desk.store.find("A1")!)).toBe("todo");
  expect(desk.journal.of(ORDER, "A1")).toHaveLength(3);
});

test("figures by day: urged, paid afterwards, on the clocks of the zone", () => {
  desk.write(
    listed("A1", "甲", { amount: 10_000 }),
    listed("A2", "乙", { amount: 5_000 }),
    listed("A3", "丙"),
  );
  now = at("2026-11-11T23:59");
  urge("A1");
  now = at("2026-11-12T00:01");
  urge("A2");
  desk.write({ subjectId: "A1", kind: "paid", data: {} });
  desk.write({ subjectId: "A3", kind: "paid", data: {} });
  const stretch = { from: at("2026-11-11T00:00"), to: at("2026-11-13T00:00"), zone: ZONE };
  const { from, to } = stretch;
  expect(figuresOf(desk.store.urgedIn(from, to), desk.store.listedIn(from, to), stretch)).toEqual([
    { day: "2026-11-11", listed: 3, urged: 1, paid: 1, amount: 10_000 },
    { day: "2026-11-12", listed: 0, urged: 1, paid: 0, amount: 0 },
  ]);
});

test("a day of 23 or 25 hours is one day", () => {
  const spring = dayAround(Date.UTC(2026, 2, 29, 12), "Europe/Berlin");
  expect(spring.to - spring.from).toBe(23 * 3_600_000);
  expect(spring.day).toBe("2026-03-29");
});

describe("files", () => {
  const rows = (...lines: string[][]) =>
    lines.map((cells, index) => ({ row: index + 1, cells, broken: null }));
  const importing = (...lines: string[][]) =>
    createOrderImporter({
      store: desk.store,
      uploads: { find: () => ({ path: "", fileName: "待付款.csv" }) },
      readTable: async () => rows(...lines),
      now: () => now,
      zone: () => ZONE,
    });
  const take = async (...lines: string[][]) => {
    const { entries, done } = await importing(...lines).entries("f");
    if (entries.length > 0) desk.journal.append(entries);
    return done;
  };
  const HEAD = [
    "订单编号",
    "买家会员名",
    "买家应付货款",
    "订单状态",
    "订单创建时间",
    "宝贝标题",
    "店铺名称",
  ];

  test("headers are told by what they mean, below a title line, in Chinese and in English", async () => {
    await take(["11 月 11 日待付款", ""], HEAD, [
      "'2841736459120384651",
      "阿明",
      "¥1,299.00",
      "等待买家付款",
      "2026-11-11 09:30:00",
      "落地灯",
      "灯饰店",
    ]);
    expect(desk.store.find("2841736459120384651")).toMatchObject({
      ...{ buyer: "阿明", amount: 129_900, goods: "落地灯", shop: "灯饰店" },
      orderedAt: at("2026-11-11T09:30"),
    });
    await take(
      ["Order Number", "Buyer", "Total", "Status", "Created"],
      ["SO-1", "May", "12.5", "Unpaid", "2026-11-11T08:00:00"],
    );
    expect(desk.store.find("SO-1")).toMatchObject({ buyer: "May", amount: 1_250 });
  });

  test("what cannot be read is refused by row, column and reason; the rest comes in", async () => {
    const done = await take(
      HEAD,
      ["", "甲", "1", "等待买家付款", "", "", ""],
      ["2.84174E+18", "乙", "1", "等待买家付款", "", "", ""],
      ["A3", "丙", "很多", "等待买家付款", "", "", ""],
      ["A4", "丁", "1", "等待买家付款", "昨天", "", ""],
      ["A5", "戊", "1", "不知道", "", "", ""],
      ["A6", "己", "1", "等待买家付款", "", "", ""],
    );
    expect(done).toMatchObject({ added: 1, refusedCount: 5 });
    expect(done.refused.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, "订单编号", "urging_row_no_order"],
      [3, "订单编号", "urging_row_rounded"],
      [4, "买家应付货款", "import_bad_value"],
      [5, "订单创建时间", "import_bad_value"],
      [6, "订单状态", "import_bad_value"],
    ]);
  });

  test("a file without order numbers is refused with the columns it has", async () => {
    await expect(take(["买家", "金额"], ["甲", "1"])).rejects.toMatchObject({
      code: "urging_no_order_column",
      params: { headers: "买家、金额" },
    });
  });

  test("coming again updates and never doubles; lines of one order are one", async () => {
    const first = await take(
      HEAD,
      ["A1", "甲", "10", "等待买家付款", "", "台灯", ""],
      ["A1", "甲", "10", "等待买家付款", "", "灯泡", ""],
      ["A2", "乙", "20", "等待买家付款", "", "", ""],
    );
    expect(first).toMatchObject({ added: 2, repeated: 1 });
    expect(desk.store.find("A1")!.goods).toBe("台灯；灯泡");
    const before = desk.journal.of(ORDER, "A2").length;
    expect(await take(HEAD, ["A2", "乙", "20", "等待买家付款", "", "", ""])).toMatchObject({
      same: 1,
      added: 0,
    });
    expect(desk.journal.of(ORDER, "A2")).toHaveLength(before);
    urge("A2");
    now += 3_600_000;
    const later = await take(
      HEAD,
      ["A2", "乙", "18", "买家已付款", "", "", ""],
      ["A1", "甲", "10", "交易关闭", "", "", ""],
    );
    expect(later).toMatchObject({ added: 0, changed: 2, paid: 1 });
    expect(desk.store.find("A2")).toMatchObject({ amount: 1_800, paidAt: now });
    expect(viewOf(desk.store.find("A1")!)).toBe("done");
    expect(desk.store.queue("todo", 0, "", 10).total).toBe(0);
  });

  test("seen unpaid on another day it belongs to that day too", async () => {
    const row = ["A1", "甲", "10", "等待买家付款", "", "", ""];
    await take(HEAD, row);
    now = at("2026-11-12T09:00");
    const { from } = dayAround(now, ZONE);
    expect(desk.store.queue("todo", from, "", 10).total).toBe(0);
    await take(HEAD, row);
    expect(desk.store.queue("todo", from, "", 10).total).toBe(1);
  });

  test.each([
    ["2026/11/11 9:05", "2026-11-11T09:05"],
    ["2026年11月11日 9时5分", "2026-11-11T09:05"],
    ["46337.5", "2026-11-11T12:00"],
    ["2026-11-11", "2026-11-11T00:00"],
  ])("the time %s is %s", (cell, time) => {
    expect(timeOf(cell, ZONE)).toBe(at(time));
  });
  test("amounts as people write them", () => {
    expect(["￥1，299", "1299元", "12.345", "NT$ 300", "免费", "-5"].map(centsOf)).toEqual([
      ...[129_900, 129_900, 1_235, 30_000, null, null],
    ]);
    expect(orderKey(' ="２８４１" ')).toBe("2841");
  });
});

test.each(Array.from({ length: 12 }, (_, seed) => seed + 1))(
  "two stores that exchange events in any order and as often as they like say the same (%i)",
  (seed) => {
    const { pick, whole, chance } = seeded(seed);
    const desks = [open("x"), open("y")] as const;
    const all = ({ journal }: Desk): JournalEvent[] =>
      journal.idsOf(ORDER).flatMap((id) => journal.of(ORDER, id));
    for (let step = 0; step < 60; step++) {
      now += whole(-5_000, 60_000);
      const [mine, other] = chance(0.5) ? desks : ([desks[1], desks[0]] as const);
      const order = pick(["A1", "A2", "A3"]);
      const events = mine.journal.of(ORDER, order);
      const kind = pick(["listed", "paid", "closed", "urged", "result", "withdrawn"] as const);
      const data = {
        listed: { buyer: pick(["甲", "乙", ""]), amount: step },
        paid: {},
        closed: {},
        urged: { reason: "stock", title: `t${step}`, by: "" },
        result: { result: pick(["paid", "willPay", "refused"]) },
        withdrawn: { event: events.length === 0 ? "none" : pick(events).id },
      }[kind];
      mine.write({ subjectId: order, kind, data });
      if (chance(0.3)) other.journal.merge(all(mine).toReversed());
    }
    const [a, b] = desks;
    b.journal.merge(all(a));
    a.journal.merge(all(b));
    a.journal.merge(all(b));
    for (const order of ["A1", "A2", "A3"]) {
      expect(a.store.find(order)).toEqual(b.store.find(order));
      expect(a.store.find(order)).toEqual(orderOf(order, a.journal.of(ORDER, order)));
    }
    expect(a.journal.problems()).toEqual([]);
  },
);
