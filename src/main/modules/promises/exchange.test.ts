import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Desk, FRIDAY, HOUR, MINUTE, openDesk, SHANGHAI } from "./desk.fixture.ts";
import { toFile } from "./handover.ts";
import { SUBJECT } from "./events.ts";

let wang: Desk;
let li: Desk;
beforeEach(() => {
  wang = openDesk("小王", { now: FRIDAY, zone: SHANGHAI });
  li = openDesk("小李", { now: FRIDAY - 5 * MINUTE, zone: SHANGHAI });
});
afterEach(() => {
  wang.close();
  li.close();
});

const give = (desk: Desk, ids: string[], to: string) =>
  desk.exchange.hand(ids, { to, note: "买家在等", save: false });

const open = (desk: Desk) => desk.store.list("open", "", 0, 100).rows;

test("what was handed over is open at the colleague and nowhere else, however often it is taken in", async () => {
  const id = wang.add("补发配件", FRIDAY + HOUR, { customer: "王女士", order: "T1" });
  const { text, receipt } = await give(wang, [id], "小李");
  expect(receipt.count).toBe(1);
  expect(text).toContain("【日清交接】小王 → 小李");
  expect(text).toContain("1. 补发配件 (王女士 T1) — 11月27日 11:00");
  expect(wang.store.get(id)).toMatchObject({ state: "handed", handedTo: "小李", takenAt: null });
  for (const added of [1, 0, 0]) {
    expect(li.exchange.takeIn(`转发：\n${text}\n收到回一声`)).toMatchObject({
      added,
      known: 1 - added,
      from: "小王",
      note: "买家在等",
      rows: [{ id, state: "open", owner: "小李", from: "小王", customer: "王女士" }],
    });
    expect(open(li)).toHaveLength(1);
  }
  expect(li.journal.of(SUBJECT, id).filter(({ kind }) => kind === "taken")).toHaveLength(1);
  // Done there, and handed back for information: here it is done too.
  li.book.clear([id]);
  expect(open(li)).toEqual([]);
  wang.journal.merge(li.journal.of(SUBJECT, id));
  expect(wang.store.get(id)).toMatchObject({ state: "done" });
});

test("a chat that breaks lines and adds spaces spoils nothing; a changed letter is noticed", async () => {
  const ids = Array.from({ length: 20 }, (_, index) => wang.add(`第 ${index} 件`, FRIDAY + HOUR));
  const { text } = await give(wang, ids, "小李");
  const wrapped = text.replaceAll(/(.{40})/g, "$1\n ");
  const code = /RD1\.[0-9a-f]{16}\.[\s\S]+$/.exec(text)![0];
  expect(li.exchange.takeIn(code.replaceAll("\n", "\r\n"))).toMatchObject({ added: 20 });
  expect(() => li.exchange.takeIn(wrapped.replaceAll("RD1", "RD1"))).not.toThrow();
  const broken = code.replace(/(.{60})[A-Za-z0-9]/, "$1_");
  expect(() => li.exchange.takeIn(broken)).toThrow("handover_damaged");
  expect(() => li.exchange.takeIn("王女士要补发")).toThrow("handover_unreadable");
  expect(() => li.exchange.takeIn('{"a":1}')).toThrow("handover_unreadable");
  expect(() => li.exchange.takeIn("  ")).toThrow("handover_empty");
});

test("a file says the same; an edited one is refused whole", async () => {
  const id = wang.add("补发", FRIDAY + HOUR);
  wang.book.hand([id], "小李", "");
  const given = {
    ...{ from: "小王", to: "小李", note: "", at: FRIDAY, ids: [id] },
    events: wang.journal.of(SUBJECT, id),
  };
  const file = toFile(given);
  expect(() => li.exchange.takeIn(file.replace('"补发"', '"不补"'))).toThrow("handover_damaged");
  const forged = structuredClone(given);
  forged.events[0]!.data["text"] = "不补";
  expect(() => li.exchange.takeIn(toFile(forged))).toThrow("journal_damaged");
  expect(open(li)).toEqual([]);
  expect(li.exchange.takeIn(file)).toMatchObject({ added: 1 });
});

describe("whose it is", () => {
  test("who reads their own hand-over does not take it back", async () => {
    const id = wang.add("补发", FRIDAY + HOUR);
    const { text } = await give(wang, [id], "小李");
    expect(wang.exchange.takeIn(text)).toMatchObject({ added: 0, known: 1 });
    expect(wang.store.get(id).state).toBe("handed");
  });

  test("what was handed to somebody else is taken in when one says so, and only then", async () => {
    const id = wang.add("补发", FRIDAY + HOUR);
    const zhang = openDesk("小张", { now: FRIDAY, zone: SHANGHAI });
    try {
      const { text } = await give(wang, [id], "小李");
      expect(zhang.exchange.takeIn(text)).toMatchObject({
        ...{ meantFor: "小李", added: 0, known: 0, from: "小王", rows: [] },
      });
      expect([zhang.store.find(id), zhang.journal.of(SUBJECT, id), zhang.changes()]).toEqual([
        ...[null, [], 0],
      ]);
      expect(zhang.exchange.takeIn(text, true)).toMatchObject({ meantFor: null, added: 1 });
      // Nothing more to ask: it is here.
      expect(zhang.exchange.takeIn(text)).toMatchObject({ meantFor: null, added: 0, known: 1 });
      expect(open(zhang)).toMatchObject([{ id, owner: "小张" }]);
    } finally {
      zhang.close();
    }
  });

  test("a name is the same however its letters are written", async () => {
    const ann = openDesk("ann ", { now: FRIDAY, zone: SHANGHAI });
    try {
      const { text } = await give(wang, [wang.add("补发", FRIDAY + HOUR)], "Ａｎｎ");
      expect(ann.exchange.takeIn(text)).toMatchObject({ meantFor: null, added: 1 });
    } finally {
      ann.close();
    }
  });

  test("handed on from one to the next and back again it is open once", async () => {
    const id = wang.add("补发", FRIDAY + HOUR);
    li.exchange.takeIn((await give(wang, [id], "小李")).text);
    const back = await give(li, [id], "小王");
    expect(wang.exchange.takeIn(back.text)).toMatchObject({ added: 1 });
    expect(open(wang)).toMatchObject([{ id, owner: "小王", from: "小李" }]);
    expect(open(li)).toEqual([]);
  });

  test("taken back before the colleague took it in, it stays here", async () => {
    const id = wang.add("补发", FRIDAY + HOUR);
    const { text, receipt } = await give(wang, [id], "小李");
    wang.book.undo(receipt.events);
    li.exchange.takeIn(text);
    wang.journal.merge(li.journal.of(SUBJECT, id));
    li.journal.merge(wang.journal.of(SUBJECT, id));
    expect(open(wang)).toMatchObject([{ id, owner: "小王" }]);
    expect(open(li)).toEqual([]);
    await expect(wang.exchange.giveOut([id], false)).rejects.toThrow("promise_not_handed");
  });
});

test("a hand-over brings nothing but what it is about", async () => {
  const id = wang.add("补发", FRIDAY + HOUR);
  const other = wang.add("别的", FRIDAY + HOUR);
  wang.book.hand([id], "小李", "");
  const file = toFile({
    ...{ from: "小王", to: "小李", note: "", at: FRIDAY, ids: [id] },
    events: [...wang.journal.of(SUBJECT, id), ...wang.journal.of(SUBJECT, other)],
  });
  li.exchange.takeIn(file);
  expect(li.store.find(other)).toBeNull();
});
