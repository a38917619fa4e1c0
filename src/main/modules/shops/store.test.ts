import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openLibrary, type TestLibrary } from "../../../../test/support/library.ts";
import { createShopStore, type ShopStore } from "./store.ts";

let library: TestLibrary;
let store: ShopStore;
beforeEach(() => {
  library = openLibrary();
  store = createShopStore(library.database, {
    history: library.store.history,
    inPhrases: library.store.shopCounts,
    renamePhrases: library.store.renameShop,
    renameElsewhere: () => undefined,
  });
});
afterEach(() => library.dispose());

const add = (name: string, variables: Record<string, string> = {}) =>
  store.save({
    id: null,
    name,
    variables: Object.entries(variables).map(([key, value]) => ({ name: key, value })),
  }).shop;

describe("the list", () => {
  test("has the shops in their order, then names only phrases know, each with its phrases", () => {
    const first = add("甲店", { 退货地址: "杭州" });
    const second = add("乙店");
    library.add({ shop: "甲店" });
    library.add({ shop: "丙店" });
    library.add({ shop: "丙店" });
    expect(store.list()).toEqual([
      { ...first, variables: [{ name: "退货地址", value: "杭州" }], phrases: 1 },
      second,
      { id: null, name: "丙店", variables: [], position: 3, phrases: 2 },
    ]);
    expect(store.names()).toEqual(["甲店", "乙店", "丙店"]);
    store.save({ ...second, position: 0.5 });
    expect(store.names()).toEqual(["乙店", "甲店", "丙店"]);
  });

  test("a name that phrases know becomes a shop when it is saved", () => {
    library.add({ shop: "丙店" });
    expect(add("丙店", { 电话: "1" })).toMatchObject({ name: "丙店", phrases: 1 });
    expect(store.list()).toHaveLength(1);
  });
});

describe("variables", () => {
  test("are kept in order and found by the shop's name", () => {
    const shop = add("甲店", { 退货地址: "杭州", 电话: "1" });
    expect(shop.variables.map((each) => each.name)).toEqual(["退货地址", "电话"]);
    add("乙店", { 电话: "2", hours: "9-18" });
    expect(store.valuesOf("甲店")).toEqual({ 退货地址: "杭州", 电话: "1" });
    expect(store.valuesOf("没有的店")).toEqual({});
    expect([...store.variableNames()].toSorted()).toEqual(["hours", "电话", "退货地址"].toSorted());
    store.save({ ...shop, variables: [] });
    expect(store.valuesOf("甲店")).toEqual({});
  });

  test.each(["1号", "a b", "a.b", "名字", "name", "客-服", ""])("%j is no name for one", (name) => {
    expect(() => store.save({ id: null, name: "甲", variables: [{ name, value: "x" }] })).toThrow(
      expect.objectContaining({ code: "shop_variable_name" }),
    );
    expect(store.list()).toEqual([]);
  });

  test("not twice", () => {
    const twice = [
      { name: "电话", value: "1" },
      { name: "电话", value: "2" },
    ];
    expect(() => store.save({ id: null, name: "甲", variables: twice })).toThrow(
      expect.objectContaining({ code: "shop_variable_twice" }),
    );
  });
});

describe("names", () => {
  test("two shops never have the same", () => {
    const shop = add("甲店");
    add("乙店");
    expect(() => add("甲店")).toThrow(expect.objectContaining({ code: "shop_exists" }));
    expect(() => store.save({ ...shop, name: "乙店" })).toThrow(
      expect.objectContaining({ code: "shop_exists" }),
    );
  });

  test("a new one goes into its phrases, the trash included, as one step, and back as one", () => {
    const shop = add("甲店", { 电话: "1" });
    const ids = [library.add({ shop: "甲店" }), library.add({ shop: "甲店" })];
    library.store.trash([ids[1]!]);
    const { receipt, phrases } = store.save({ ...shop, name: "新店" });
    expect(phrases).toBe(2);
    expect(shopsOf(ids)).toEqual(["新店", "新店"]);
    expect(library.store.history.list(1)[0]).toMatchObject({ label: "甲店 → 新店", count: 2 });
    expect(store.takeRenames()).toEqual([{ before: "甲店", after: "新店" }]);

    const undone = library.store.history.undo(receipt.historyId);
    expect(shopsOf(ids)).toEqual(["甲店", "甲店"]);
    expect(store.valuesOf("甲店")).toEqual({ 电话: "1" });
    expect(store.takeRenames()).toEqual([{ before: "新店", after: "甲店" }]);
    library.store.history.undo(undone.historyId);
    expect(shopsOf(ids)).toEqual(["新店", "新店"]);
    expect(store.names()).toEqual(["新店"]);
    expect(store.takeRenames()).toEqual([{ before: "甲店", after: "新店" }]);
    expect(store.takeRenames()).toEqual([]);
  });

  test("an undo does not take a name that another shop has meanwhile", () => {
    const shop = add("甲店");
    const { receipt } = store.save({ ...shop, name: "新店" });
    add("甲店");
    library.store.history.undo(receipt.historyId);
    expect(store.names().toSorted()).toEqual(["甲店", "甲店 (2)"].toSorted());
  });
});

const shopsOf = (ids: readonly string[]): string[] => ids.map((id) => library.store.get(id).shop);

describe("every change can be undone", () => {
  test("an added shop goes, a changed one is as it was, a removed one is back where it was", () => {
    const undo = ({ historyId }: { historyId: number }) => library.store.history.undo(historyId);
    const added = store.save({ id: null, name: "甲店", variables: [{ name: "电话", value: "1" }] });
    undo(added.receipt);
    expect(store.list()).toEqual([]);

    const shop = add("甲店", { 电话: "1" });
    add("乙店");
    undo(store.save({ ...shop, variables: [], position: 9 }).receipt);
    expect(store.valuesOf("甲店")).toEqual({ 电话: "1" });
    expect(store.names()).toEqual(["甲店", "乙店"]);

    const removed = store.remove(shop.id!);
    expect(store.names()).toEqual(["乙店"]);
    expect(() => store.remove(shop.id!)).toThrow(expect.objectContaining({ code: "shop_missing" }));
    undo(removed);
    expect(store.list()[0]).toEqual(shop);
  });
});
