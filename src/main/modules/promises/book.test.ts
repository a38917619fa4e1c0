import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Desk, FRIDAY, HOUR, openDesk, SHANGHAI } from "./desk.fixture.ts";
import { saidBy, SUBJECT } from "./events.ts";
import { storyOf } from "./story.ts";

let desk: Desk;
beforeEach(() => {
  desk = openDesk("小王", { now: FRIDAY, zone: SHANGHAI });
});
afterEach(() => desk.close());

const kinds = (id: string) =>
  storyOf(saidBy(desk.journal.of(SUBJECT, id))).map(({ kind, undone }) =>
    undone ? `(${kind})` : kind,
  );

describe("written down", () => {
  test("a time in the words counts, else the end of today", () => {
    expect(desk.store.get(desk.add("明天下午3点前补发"))).toMatchObject({
      text: "明天下午3点前补发",
      dueAt: Date.parse("2026-11-28T15:00:00+08:00"),
      dateOnly: false,
      dueZone: SHANGHAI,
      owner: "小王",
    });
    expect(desk.store.get(desk.add("补发配件"))).toMatchObject({
      dueAt: Date.parse("2026-11-28T00:00:00+08:00") - 1,
      dateOnly: true,
    });
  });

  test("one that is known by its id is not written twice", () => {
    const draft = {
      id: "case-1",
      text: "回访",
      dueAt: FRIDAY + HOUR,
      source: "complaint" as const,
    };
    expect(desk.book.add(draft).receipt.count).toBe(1);
    expect(desk.book.add({ ...draft, text: "别的" })).toMatchObject({
      promise: { text: "回访" },
      receipt: { count: 0, events: [] },
    });
  });
});

describe("every step is added and can be taken back", () => {
  test("cleared, withdrawn, carried, handed, snoozed, amended", () => {
    const id = desk.add("补发", FRIDAY + HOUR);
    const before = desk.store.get(id);
    const { book } = desk;
    const later = FRIDAY + 30 * HOUR;
    const steps = [
      () => book.clear([id]),
      () => book.withdraw([id], "记错了"),
      () => book.carry({ ids: [id], dueAt: later, dateOnly: false, reason: "缺货" }),
      () => book.hand([id], "小李", "辛苦"),
      () => book.snooze([id], FRIDAY + HOUR / 2),
      () => book.amend({ id, changes: { text: "补发两件", customer: "王女士" } }).receipt,
    ];
    const after = steps.map((step) => {
      desk.clock.now += 1_000;
      const receipt = step();
      expect(receipt.count).toBe(1);
      const row = desk.store.get(id);
      desk.clock.now += 1_000;
      expect(book.undo(receipt.events).count).toBe(1);
      expect({ ...desk.store.get(id), changedAt: 0 }).toEqual({ ...before, changedAt: 0 });
      // Once is enough.
      expect(book.undo(receipt.events)).toEqual({ count: 0, events: [] });
      return row;
    });
    expect(after).toMatchObject([
      { state: "done" },
      { state: "withdrawn", reason: "记错了" },
      { state: "open", dueAt: later, carried: 1, reason: "缺货" },
      { state: "handed", handedTo: "小李" },
      { state: "open", snoozedUntil: FRIDAY + HOUR / 2 },
      { text: "补发两件", customer: "王女士" },
    ]);
    expect(kinds(id).filter((kind) => kind.startsWith("("))).toEqual(
      ["done", "withdrawn", "carried", "handed", "snoozed", "amended"].map((kind) => `(${kind})`),
    );
  });

  test("one made by mistake is withdrawn, not erased, and can be opened again", () => {
    const { promise, receipt } = desk.book.add({ text: "补发", dueAt: null, source: "phrase" });
    desk.book.undo(receipt.events);
    expect(desk.store.get(promise.id).state).toBe("withdrawn");
    desk.book.reopen([promise.id]);
    expect(desk.store.get(promise.id).state).toBe("open");
    expect(kinds(promise.id)).toEqual(["(made)", "undone", "reopened"]);
  });

  test("what a story says of changes is what was there before", () => {
    const id = desk.add("补发", FRIDAY + HOUR);
    desk.book.amend({ id, changes: { text: "补发两件", order: "T1" } });
    const [, amended] = storyOf(saidBy(desk.journal.of(SUBJECT, id)));
    expect(amended?.changes).toEqual([
      { field: "text", before: "补发", after: "补发两件" },
      { field: "order", before: "", after: "T1" },
    ]);
    expect(desk.book.amend({ id, changes: { text: "补发两件" } }).receipt.count).toBe(0);
  });
});

test("what cannot be done is refused with the promise's words", () => {
  const id = desk.add("补发", FRIDAY + HOUR);
  const { book } = desk;
  const carry = { ids: [id], dateOnly: false };
  expect(() => book.carry({ ...carry, dueAt: FRIDAY, reason: "缺货" })).toThrow("promise_due_past");
  expect(() => book.carry({ ...carry, dueAt: FRIDAY + HOUR, reason: "" })).toThrow(
    "promise_reason_missing",
  );
  expect(() => book.hand([id], "", "")).toThrow("promise_to_missing");
  expect(() => book.hand([id], "小王", "")).toThrow("promise_to_self");
  expect(() => book.clear(["gone"])).toThrow("promise_missing");
  expect(() => book.undo(["11111111-1111-4111-8111-111111111111"])).toThrow("promise_step_missing");
  book.clear([id, id]);
  expect(book.clear([id])).toEqual({ count: 0, events: [] });
  expect(() => book.snooze([id], null)).toThrow("promise_not_open");
  expect(() => book.hand([id], "小李", "")).toThrow("promise_not_open");
});

test("words are found whatever their case, all of them, in every field", () => {
  const a = desk.add("补发配件", FRIDAY + HOUR, {
    customer: "Wang",
    order: "T100",
    note: "红色那款",
  });
  const b = desk.add("补发说明书", FRIDAY + 2 * HOUR, { customer: "李" });
  const found = (text: string) => desk.store.list("all", text, 0, 10).rows.map(({ id }) => id);
  expect(found("补发").toSorted()).toEqual([a, b].toSorted());
  expect(found("wang 补")).toEqual([a]);
  expect(found("红色")).toEqual([a]);
  expect(found("t100")).toEqual([a]);
  expect(found("补发 没有")).toEqual([]);
  expect(desk.store.list("open", "%", 0, 10).total).toBe(0);
  desk.book.clear([a]);
  expect(desk.store.list("open", "补发", 0, 10)).toMatchObject({ total: 1, rows: [{ id: b }] });
  expect(desk.store.list("closed", "", 0, 10)).toMatchObject({ total: 1, rows: [{ id: a }] });
});

test("what the tables say is made anew from the journal", () => {
  const id = desk.add("补发", FRIDAY + HOUR);
  desk.book.carry({ ids: [id], dueAt: FRIDAY + 5 * HOUR, dateOnly: false, reason: "缺货" });
  const before = desk.store.get(id);
  desk.database.exec("DELETE FROM promise_steps; DELETE FROM promises");
  desk.journal.rebuild();
  expect(desk.store.get(id)).toEqual(before);
  expect(desk.store.list("open", "补发", 0, 9).total).toBe(1);
  expect(desk.dayStore.stepCounts(FRIDAY, FRIDAY + HOUR).carried).toBe(1);
  expect(desk.journal.problems()).toEqual([]);
});
