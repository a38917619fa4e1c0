import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openLibrary, type TestLibrary } from "../../../../test/support/library.ts";
import type { CustomerFields } from "../../../shared/contract/customers.ts";
import { type CustomerMemory, createCustomerMemory } from "./memoryStore.ts";
import { localDay, REPEAT_WITHIN } from "./rules.ts";
import { createCustomerStore, type CustomerStore } from "./store.ts";

const DAY = 24 * 60 * 60 * 1_000;
const T = Date.UTC(2026, 5, 2, 6);
let library: TestLibrary;
let store: CustomerStore;
let memory: CustomerMemory;
beforeEach(() => {
  library = openLibrary();
  store = createCustomerStore(library.database);
  memory = createCustomerMemory(library.database);
});
afterEach(() => library.dispose());

const fields = (some: Partial<CustomerFields>): CustomerFields => ({
  name: "",
  order: "",
  shop: "",
  note: "",
  ...some,
});
const set = (some: Partial<CustomerFields>, id: string | null = null, at = T) =>
  store.set(fields(some), id, at);
const count = (table: string): number =>
  library.database.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;

describe("who is in hand", () => {
  test("nobody at first, then whoever was set, chosen or cleared", () => {
    expect(store.current()).toBeNull();
    const wang = set({ name: "王女士", order: "298374651029" });
    expect(store.current()).toEqual(wang);
    const li = set({ name: "李先生" }, null, T + 1);
    expect(store.current()).toEqual(li);
    expect(store.choose(wang.id, T + 2)).toEqual({ ...wang, seenAt: T + 2 });
    expect(store.recent(5).map((each) => each.name)).toEqual(["王女士", "李先生"]);
    expect(store.clear()?.id).toBe(wang.id);
    expect(store.current()).toBeNull();
    expect(store.clear()).toBeNull();
  });

  test("somebody needs a name or an order", () => {
    expect(() => set({ note: "急" })).toThrow(expect.objectContaining({ code: "customer_empty" }));
    expect(() => set({ order: "  " })).toThrow(expect.objectContaining({ code: "customer_empty" }));
    expect(() => store.choose(crypto.randomUUID(), T)).toThrow(
      expect.objectContaining({ code: "customer_missing" }),
    );
  });

  test("an order number is kept without blanks and wide digits", () => {
    expect(set({ order: " ２９８３ 7465 1029 " }).order).toBe("298374651029");
  });
});

describe("who is meant", () => {
  test("the same order is the same customer; what is left out is kept", () => {
    const wang = set({ name: "王女士", order: "1", shop: "甲店", note: "要发票" });
    expect(set({ order: "1" }, null, T + 1)).toEqual({ ...wang, seenAt: T + 1 });
    expect(set({ order: "1", name: "王小美" })).toMatchObject({ id: wang.id, name: "王小美" });
  });

  test("another order is another customer, even under the same name", () => {
    const wang = set({ name: "王女士", order: "1" });
    expect(set({ name: "王女士", order: "2" }).id).not.toBe(wang.id);
    expect(set({ name: "王女士", order: "2" }, wang.id).id).not.toBe(wang.id);
    expect(store.find(wang.id)?.order).toBe("1");
  });

  test("a name without an order is who had it last in that shop", () => {
    const here = set({ name: "王女士", shop: "甲店" });
    const there = set({ name: "王女士", shop: "乙店" });
    expect(there.id).not.toBe(here.id);
    expect(set({ name: "王女士", shop: "甲店" }).id).toBe(here.id);
    // Their first order belongs to them.
    expect(set({ name: "王女士", shop: "甲店", order: "9" }).id).toBe(here.id);
  });

  test("edited fields stay with the one that was edited, emptied ones are empty", () => {
    const wang = set({ name: "王女士", order: "1", note: "急" });
    expect(set({ name: "王小美", order: "1" }, wang.id)).toMatchObject({
      id: wang.id,
      name: "王小美",
      note: "",
    });
    expect(set({ name: "王小美" }, wang.id)).toMatchObject({ id: wang.id, order: "" });
  });

  test("another name in the fields of one without the same order is somebody else", () => {
    const wang = set({ name: "王女士" });
    expect(set({ name: "李先生" }, wang.id).id).not.toBe(wang.id);
    expect(set({ name: "张三" }, crypto.randomUUID()).name).toBe("张三");
  });
});

describe("what is remembered", () => {
  const pasted = {
    phraseId: "p",
    at: T,
    day: "2026-06-02",
    answers: { 尺码: "M" },
    choices: [{ slot: "0.0", wording: "aa" }],
  };

  test("answers of the day, wordings with their turns, pastes", () => {
    const { id } = set({ name: "王女士" });
    memory.remember(id, pasted);
    memory.remember(id, {
      ...pasted,
      at: T + 5,
      answers: { 颜色: "黑" },
      choices: [{ slot: "0.0", wording: "bb" }],
    });
    expect(memory.answers(id, "2026-06-02")).toEqual({ 尺码: "M", 颜色: "黑" });
    expect(memory.answers(id, "2026-06-03")).toEqual({});
    expect(memory.choices(id, "p")).toEqual(new Map([["0.0", { wording: "bb", turn: 2 }]]));
    expect(memory.choices(null, "p").size).toBe(0);
    expect(memory.pastes(id, 10)).toEqual([
      { phraseId: "p", at: T + 5 },
      { phraseId: "p", at: T },
    ]);
    expect(store.find(id)?.seenAt).toBe(T + 5);
  });

  test("yesterday's answers are gone once there are new ones", () => {
    const { id } = set({ name: "王女士" });
    memory.remember(id, pasted);
    memory.remember(id, { ...pasted, at: T + DAY, day: "2026-06-03", answers: {} });
    expect(count("customer_answers")).toBe(0);
  });

  test("ten minutes", () => {
    const { id } = set({ name: "王女士" });
    memory.remember(id, pasted);
    expect(memory.repeats(id, "p", T + REPEAT_WITHIN - 1)).toBe(T);
    expect(memory.repeats(id, "p", T + REPEAT_WITHIN)).toBeNull();
    expect(memory.repeats(id, "q", T)).toBeNull();
  });

  test("of nobody only the wordings", () => {
    memory.remember(null, pasted);
    expect(memory.choices(null, "p").get("0.0")?.wording).toBe("aa");
    expect(count("customer_answers") + count("customer_pastes")).toBe(0);
  });

  test("somebody forgotten meanwhile stays forgotten", () => {
    const { id } = set({ name: "王女士" });
    store.forget(id);
    memory.remember(id, pasted);
    expect(count("customers") + count("customer_answers") + count("customer_pastes")).toBe(0);
  });
});

describe("forgetting", () => {
  test("takes everything of the customer with it", () => {
    const { id } = set({ name: "王女士" });
    memory.remember(id, {
      phraseId: "p",
      at: T,
      day: "2026-06-02",
      answers: { 尺码: "M" },
      choices: [{ slot: "0.0", wording: "aa" }],
    });
    store.forget(id);
    for (const table of [
      "customers",
      "customer_in_hand",
      "customer_answers",
      "customer_choices",
      "customer_pastes",
    ])
      expect(count(table), table).toBe(0);
  });

  test("whoever was not seen for so many days, the one in hand included", () => {
    set({ name: "旧" }, null, T - 40 * DAY);
    set({ name: "新" }, null, T - 29 * DAY);
    expect(store.prune(T, 30)).toBe(1);
    expect(store.recent(5).map((each) => each.name)).toEqual(["新"]);
    expect(store.prune(T + 2 * DAY, 30)).toBe(1);
    expect(store.current()).toBeNull();
  });
});

test("the day is that of the person's clock", () => {
  const shanghai = (): number => -480;
  expect(localDay(Date.UTC(2026, 5, 2, 15, 59), shanghai)).toBe("2026-06-02");
  expect(localDay(Date.UTC(2026, 5, 2, 16), shanghai)).toBe("2026-06-03");
});
