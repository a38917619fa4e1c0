import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openLibrary, type TestLibrary } from "../../../../test/support/library.ts";
import { createIndexKeeper, type IndexKeeper } from "./keeper.ts";
import { createPhraseIndex, type PhraseIndex } from "./phraseIndex.ts";

let library: TestLibrary;
let index: PhraseIndex;
let keeper: IndexKeeper;
let rebuilds: number;
let failures: unknown[];
/** Thrown instead of reading. */
let broken: Error | null;

beforeEach(() => {
  library = openLibrary();
  index = createPhraseIndex();
  rebuilds = 0;
  failures = [];
  broken = null;
  const { store } = library;
  keeper = createIndexKeeper(index, {
    *live() {
      if (broken) throw broken;
      yield* store.live();
    },
    find: store.find,
    paths: store.categories.paths,
    rebuilt: () => (rebuilds += 1),
    failed: (error) => failures.push(error),
  });
});
afterEach(() => {
  keeper.close();
  library.dispose();
});

const titles = (text: string): string[] =>
  index.search(text, { limit: 20 }).map(({ id }) => library.store.get(id).title);
const search = async (text: string): Promise<string[]> => {
  await keeper.answerable();
  return titles(text);
};
const refresh = (step: { historyId: number }): void =>
  keeper.refresh(library.store.history.searchedIn(step.historyId));
const addMany = (count: number): { historyId: number } =>
  library.store.history.change("test", "", (remember) => {
    for (let n = 0; n < count; n += 1)
      library.store.insert(remember, {
        title: `尺码说明 ${n}`,
        body: "均码",
        shortcut: "",
        categoryId: null,
        tags: [],
        shop: "",
        favourite: false,
        hotkey: null,
        sendMode: "paste",
        note: "",
      });
    return count;
  });

describe("the first build", () => {
  test("is waited for, also before it has begun", async () => {
    library.add({ title: "退换货流程" });
    const found = search("thh");
    expect(keeper.current).toBe(false);
    void keeper.rebuild();
    expect(await found).toEqual(["退换货流程"]);
    expect(keeper.current).toBe(true);
  });

  test("given up for another is waited for no less", async () => {
    library.add({ title: "退换货流程" });
    void keeper.rebuild();
    const found = search("thh");
    void keeper.rebuild();
    expect(await found).toEqual(["退换货流程"]);
    expect(rebuilds).toBe(1);
  });

  test("that fails is not taken for an empty library, and may succeed later", async () => {
    library.add({ title: "退换货流程" });
    broken = new Error("disk I/O error");
    const found = search("thh");
    await keeper.rebuild();
    await expect(found).rejects.toThrow("disk I/O error");
    await expect(search("thh")).rejects.toThrow("disk I/O error");
    expect(failures).toEqual([broken]);
    broken = null;
    void keeper.rebuild();
    expect(await search("thh")).toEqual(["退换货流程"]);
  });

  test("keeps what changed while it read", async () => {
    for (let n = 0; n < 200; n += 1) library.add({ title: `尺码 ${n}` });
    void keeper.rebuild();
    const { phrase, historyId } = library.store.create({
      ...library.store.get(library.add({ title: "旧" })),
      id: "new",
      title: "刚刚新建的",
    });
    keeper.refresh(library.store.history.searchedIn(historyId));
    expect(await search("刚刚")).toEqual([phrase.title]);
  });

  test("closing lets go of who waits", async () => {
    const waiting = keeper.answerable();
    keeper.close();
    await waiting;
  });
});

describe("changes", () => {
  beforeEach(async () => {
    await keeper.rebuild();
    rebuilds = 0;
  });

  test("of a few phrases are in at the return", () => {
    refresh(addMany(3));
    expect(titles("尺码")).toHaveLength(3);
    expect(keeper.current).toBe(true);
  });

  test("of some hundred phrases in an empty library are waited for, not built anew", async () => {
    refresh(addMany(400));
    expect(await search("尺码")).toHaveLength(20);
    expect(index.size).toBe(400);
    expect(rebuilds).toBe(0);
  });

  test("of very many phrases: nothing older to answer from, so the build is waited for", async () => {
    refresh(addMany(2_500));
    expect(keeper.current).toBe(false);
    expect(await search("尺码")).toHaveLength(20);
    expect(keeper.current).toBe(true);
    expect(rebuilds).toBe(1);
  });

  test("of very many phrases: the old index goes on answering", async () => {
    library.add({ title: "退换货流程" });
    await keeper.rebuild();
    refresh(addMany(2_500));
    expect(await search("thh")).toEqual(["退换货流程"]);
    expect(keeper.current).toBe(false);
    expect(titles("尺码")).toEqual([]);
  });

  test("of a category's name reach every phrase below it, and only them", async () => {
    const { store } = library;
    const top = store.categories.create("售后", null);
    const inner = store.categories.create("退换货", top.id);
    library.add({ title: "甲", categoryId: inner.id });
    library.add({ title: "乙" });
    await keeper.rebuild();
    rebuilds = 0;
    const renamed = store.categories.rename(top.id, "售后服务");
    expect(store.history.searchedIn(renamed.historyId)).toHaveLength(1);
    refresh(renamed);
    expect(titles("售后服务")).toEqual(["甲"]);
    refresh(store.history.undo(renamed.historyId));
    expect(titles("售后服务")).toEqual([]);
    expect(titles("售后")).toEqual(["甲"]);
    refresh(store.categories.move(inner.id, null));
    expect(titles("售后")).toEqual([]);
    refresh(store.categories.remove(inner.id));
    expect(titles("甲")).toEqual([]);
    expect(rebuilds).toBe(0);
  });

  test("that cannot be read are told, and the rest goes on answering", async () => {
    library.add({ title: "退换货流程" });
    await keeper.rebuild();
    broken = new Error("disk I/O error");
    await keeper.rebuild();
    expect(failures).toEqual([broken]);
    expect(await search("thh")).toEqual(["退换货流程"]);
  });
});
