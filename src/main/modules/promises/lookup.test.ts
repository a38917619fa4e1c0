import { expect, test } from "vitest";
import { createLookup, type Entry } from "./lookup.ts";

const entry = (id: string, more: Partial<Entry> = {}): Entry => ({
  ...{ id, words: `第${id}件`, open: true, dueAt: Number(id), closedAt: 0 },
  ...more,
});
const ids = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => String(n).padStart(5, "0"));

function over(count: number) {
  const rows = new Map(ids(count).map((id) => [id, entry(id)]));
  const lookup = createLookup((after, limit) =>
    [...rows.values()].filter(({ id }) => id > after).slice(0, limit),
  );
  return { rows, lookup };
}

test("lists are in their order, and what changes keeps its place", () => {
  const { lookup } = over(5);
  expect(lookup.find("open", "", 0, 9).ids).toEqual(ids(5));
  expect(lookup.find("all", "", 0, 2)).toEqual({ total: 5, ids: ["00004", "00003"] });
  lookup.put("00002", entry("00002", { open: false, closedAt: 7 }));
  lookup.put("00001", entry("00001", { open: false, closedAt: 9 }));
  lookup.put("00000", entry("00000", { dueAt: 99 }));
  lookup.put("00003", null);
  expect(lookup.find("closed", "", 0, 9).ids).toEqual(["00001", "00002"]);
  expect(lookup.find("open", "", 0, 9).ids).toEqual(["00004", "00000"]);
  expect(lookup.find("all", "", 1, 9)).toEqual({ total: 4, ids: ["00004", "00002", "00001"] });
  expect(lookup.find("open", "第 4", 0, 9)).toEqual({ total: 1, ids: ["00004"] });
});

test("what changes while it is being read, before and behind the place, is not lost", async () => {
  const { rows, lookup } = over(9_000);
  const warming = lookup.warm();
  const change = (changed: Entry): void => {
    rows.set(changed.id, changed);
    lookup.put(changed.id, changed);
  };
  change(entry("00001", { words: "改过" }));
  change(entry("08999", { words: "改过" }));
  rows.delete("00002");
  lookup.put("00002", null);
  await warming;
  expect(lookup.find("open", "改过", 0, 9).ids).toEqual(["00001", "08999"]);
  expect(lookup.find("open", "", 0, 1).total).toBe(8_999);
  rows.delete("00003");
  lookup.forget();
  expect(lookup.find("open", "", 0, 1).total).toBe(8_998);
});
