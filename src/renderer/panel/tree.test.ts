import { expect, test } from "vitest";
import type { Category, PhraseRow } from "../../shared/contract/phrases.ts";
import { asFound, branches } from "./tree.ts";

const category = (id: string, parentId: string | null, count: number, position = 0): Category => ({
  ...{ id, parentId, name: id, count, position },
});

test("categories stand in their own order, counted with what is below them", () => {
  const tree = branches([
    category("b", null, 1, 2),
    category("a", null, 2, 1),
    category("a2", "a", 3, 2),
    category("a1", "a", 4, 1),
    category("a1x", "a1", 5),
  ]);
  expect(tree.map(({ name, count }) => [name, count])).toEqual([
    ["a", 14],
    ["b", 1],
  ]);
  expect(tree[0]?.children.map(({ name, count }) => [name, count])).toEqual([
    ["a1", 9],
    ["a2", 3],
  ]);
});

test("categories without a phrase anywhere are left out", () => {
  const tree = branches([
    category("empty", null, 0),
    category("emptier", "empty", 0),
    category("outer", null, 0),
    category("inner", "outer", 1),
  ]);
  expect(tree.map(({ name, count }) => [name, count])).toEqual([["outer", 1]]);
});

test("rows are those of the served shop and of none; without a shop all are", () => {
  const rows = ["灯饰旗舰店", "童装专营店", ""].map((shop) => ({ id: shop, shop }) as PhraseRow);
  const shops = (served: string) => asFound(rows, served).map(({ id }) => id);
  expect(shops("灯饰旗舰店")).toEqual(["灯饰旗舰店", ""]);
  expect(shops("")).toHaveLength(3);
});
