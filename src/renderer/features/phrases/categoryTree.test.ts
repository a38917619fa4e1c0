import { describe, expect, test } from "vitest";
import type { Category } from "../../../shared/contract/phrases.ts";
import { between, flatten, mayHold, nest, visible } from "./categoryTree.ts";

const category = (id: string, parentId: string | null, position: number, count = 0): Category => ({
  id,
  parentId,
  name: id,
  position,
  count,
});

const tree = nest([
  category("after", null, 2, 1),
  category("before", null, 1, 2),
  category("return", "after", 1, 4),
  category("rules", "return", 1, 8),
  category("freight", "rules", 1, 16),
]);
const node = (id: string) => {
  const found = flatten(tree).find((each) => each.category.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe("category tree", () => {
  test("nests by position and adds up what is below", () => {
    expect(tree.map((each) => [each.category.id, each.total])).toEqual([
      ["before", 2],
      ["after", 29],
    ]);
    expect(node("freight").level).toBe(4);
  });

  test("shows children of open categories only", () => {
    const shown = visible(tree, new Set(["after"])).map((each) => each.category.id);
    expect(shown).toEqual(["before", "after", "return"]);
  });

  test("takes a category only where four levels are enough", () => {
    expect(mayHold(node("before"), node("return"))).toBe(true);
    expect(mayHold(node("before"), node("after"))).toBe(false);
    expect(mayHold(node("freight"), node("before"))).toBe(false);
    expect(mayHold(null, node("freight"))).toBe(true);
  });

  test("never takes a category into itself or below itself", () => {
    expect(mayHold(node("after"), node("after"))).toBe(false);
    expect(mayHold(node("return"), node("after"))).toBe(false);
  });

  test("finds a place between neighbours", () => {
    expect(between(null, null)).toBe(0);
    expect(between(null, 3)).toBe(2);
    expect(between(3, null)).toBe(4);
    expect(between(3, 4)).toBe(3.5);
  });
});
