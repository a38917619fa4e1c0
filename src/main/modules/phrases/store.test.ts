import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newPhrase, openLibrary, type TestLibrary } from "../../../../test/support/library.ts";

const ALL = { view: "all", categoryId: null, below: true } as const;

let library: TestLibrary;
beforeEach(() => {
  library = openLibrary();
});
afterEach(() => library.dispose());

describe("phrases", () => {
  test("a phrase comes back as it was written", () => {
    const id = library.add({
      title: "退换货流程",
      body: "第一步\n第二步 😀",
      shortcut: " thh ",
      tags: ["售后", "流程"],
      shop: "灯饰旗舰店",
      favourite: true,
      hotkey: "Ctrl+Alt+1",
      sendMode: "send",
      note: "先安抚",
    });
    expect(library.store.get(id)).toMatchObject({
      title: "退换货流程",
      body: "第一步\n第二步 😀",
      shortcut: "thh",
      tags: ["售后", "流程"],
      shop: "灯饰旗舰店",
      favourite: true,
      hotkey: "Ctrl+Alt+1",
      sendMode: "send",
      note: "先安抚",
      source: "mine",
      useCount: 0,
      lastUsedAt: null,
      trashedAt: null,
    });
  });

  test("without a title the first line of the body is the title", () => {
    const id = library.add({ title: " ", body: "您好，在的\n请说" });
    expect(library.store.get(id).title).toBe("您好，在的");
  });

  test("an empty body is refused and nothing is written", () => {
    expect(() => library.add({ body: "  \n" })).toThrow("phrase_empty");
    expect(library.store.count()).toBe(0);
    expect(library.store.history.list(10)).toEqual([]);
  });

  test("a missing phrase is named as such", () => {
    expect(() => library.store.get(crypto.randomUUID())).toThrow("phrase_missing");
  });

  test("editing a starter phrase makes it one's own; a favourite mark does not", () => {
    const starred = library.add({ source: "starter" });
    const edited = library.add({ source: "starter" });
    library.store.update(starred, { favourite: true });
    library.store.update(edited, { body: "改过" });
    expect(library.store.get(starred).source).toBe("starter");
    expect(library.store.get(edited).source).toBe("mine");
  });

  test("pages come newest first and count all", () => {
    const ids = Array.from({ length: 25 }, (_, n) => library.add({ title: `短语 ${n}` }));
    const page = library.store.page(ALL, 10, 5);
    expect(page.total).toBe(25);
    expect(page.rows.map((row) => row.id)).toEqual(ids.toReversed().slice(10, 15));
  });

  test("a row carries the path and the start of the body", () => {
    const top = library.store.categories.create("售后", null);
    const sub = library.store.categories.create("退换货", top.id);
    library.add({ body: "长".repeat(400), categoryId: sub.id });
    const [row] = library.store.page({ ...ALL, categoryId: top.id }, 0, 10).rows;
    expect(row?.categoryPath).toEqual(["售后", "退换货"]);
    expect(row?.body).toHaveLength(160);
  });

  test("a category itself is without what is below it", () => {
    const top = library.store.categories.create("售后", null);
    const sub = library.store.categories.create("退换货", top.id);
    const own = library.add({ categoryId: top.id });
    library.add({ categoryId: sub.id });
    const itself = library.store.page({ ...ALL, categoryId: top.id, below: false }, 0, 10);
    expect([itself.total, itself.rows.map(({ id }) => id)]).toEqual([1, [own]]);
    expect(library.store.page({ ...ALL, categoryId: top.id }, 0, 10).total).toBe(2);
  });

  test("views: favourites, uncategorised, trash", () => {
    const category = library.store.categories.create("售前", null);
    library.add({ title: "a", favourite: true });
    library.add({ title: "b", categoryId: category.id });
    const gone = library.add({ title: "c" });
    library.store.trash([gone]);
    const titles = (view: "all" | "favourites" | "uncategorised" | "trash") =>
      library.store.page({ ...ALL, view }, 0, 10).rows.map((row) => row.title);
    expect(titles("all")).toEqual(["b", "a"]);
    expect(titles("favourites")).toEqual(["a"]);
    expect(titles("uncategorised")).toEqual(["a"]);
    expect(titles("trash")).toEqual(["c"]);
  });

  test("every live phrase is read once, also when there are many", () => {
    library.store.history.change("import", "", (remember) => {
      for (let n = 0; n < 1_203; n += 1)
        library.store.insert(remember, {
          title: `${n}`,
          body: "x",
          shortcut: "",
          categoryId: null,
          tags: [],
          shop: "",
          favourite: false,
          hotkey: null,
          sendMode: "paste",
          note: "",
        });
      return 1_203;
    });
    expect(new Set([...library.store.live()].map((phrase) => phrase.id)).size).toBe(1_203);
  });

  test("two phrases cannot have the same hotkey, unless one is in the trash", () => {
    const first = library.add({ hotkey: "Ctrl+Alt+1" });
    expect(() => library.add({ hotkey: "Ctrl+Alt+1" })).toThrow(/UNIQUE/);
    library.store.trash([first]);
    const second = library.add({ hotkey: "Ctrl+Alt+1" });
    library.store.restore([first]);
    expect(library.store.get(first).hotkey).toBeNull();
    expect(library.store.get(second).hotkey).toBe("Ctrl+Alt+1");
  });

  test("use is counted and favourites come first among the recent", () => {
    const used = library.add({ title: "用过" });
    library.add({ title: "收藏", favourite: true });
    library.add({ title: "别的" });
    library.store.used(used, 5_000);
    library.store.used(used, 6_000);
    expect(library.store.get(used)).toMatchObject({ useCount: 2, lastUsedAt: 6_000 });
    expect(library.store.recent(9, null).map((row) => row.title)).toEqual(["收藏", "用过"]);
  });

  test("where nothing was used yet the recent ones are what the library begins with", () => {
    for (const title of ["甲", "乙", "丙"]) library.add({ title });
    expect(library.store.recent(2, null).map((row) => row.title)).toEqual(["甲", "乙"]);
  });

  test("the same shortcut is found whatever its case, the phrase itself left out", () => {
    const id = library.add({ title: "甲", shortcut: "THH" });
    library.add({ title: "乙", shortcut: "thh" });
    expect(library.store.sameShortcut("Thh", id).map((phrase) => phrase.title)).toEqual(["乙"]);
    expect(library.store.sameShortcut("", null)).toEqual([]);
  });
});

describe("undo", () => {
  const titles = (): string[] => library.store.page(ALL, 0, 50).rows.map((row) => row.title);
  const last = (): number => library.store.history.list(1)[0]!.id;

  test("create, update, move, trash and restore are taken back", () => {
    const category = library.store.categories.create("售前", null);
    const id = library.add({ title: "一" });
    library.store.update(id, { title: "二", body: "改" });
    library.store.move([id], category.id);
    library.store.trash([id]);
    library.store.history.undo(last());
    expect(library.store.get(id)).toMatchObject({ trashedAt: null, categoryId: category.id });
    const steps = library.store.history
      .list(10)
      .filter((step) => !step.undone && step.kind !== "undo");
    library.store.history.undo(steps[0]!.id);
    expect(library.store.get(id).categoryId).toBeNull();
    library.store.history.undo(steps[1]!.id);
    expect(library.store.get(id)).toMatchObject({ title: "一", body: "下单后 48 小时内发出。" });
    library.store.history.undo(steps[2]!.id);
    expect(library.store.find(id)).toBeNull();
  });

  test("an undo can itself be undone, and again", () => {
    const id = library.add({ title: "一" });
    const { historyId } = library.store.update(id, { title: "二" });
    const undone = library.store.history.undo(historyId);
    expect(titles()).toEqual(["一"]);
    const redone = library.store.history.undo(undone.historyId);
    expect(titles()).toEqual(["二"]);
    library.store.history.undo(redone.historyId);
    expect(titles()).toEqual(["一"]);
  });

  test("a step with a later change on the same phrase waits for that one", () => {
    const id = library.add({ title: "一" });
    const first = library.store.update(id, { title: "二" }).historyId;
    const second = library.store.update(id, { title: "三" }).historyId;
    expect(() => library.store.history.undo(first)).toThrow("history_overtaken");
    library.store.history.undo(second);
    library.store.history.undo(first);
    expect(titles()).toEqual(["一"]);
    expect(() => library.store.history.undo(first)).toThrow("history_undone");
    expect(() => library.store.history.undo(99_999)).toThrow("history_missing");
  });

  test("use counts stay when an edit is undone", () => {
    const id = library.add({});
    const { historyId } = library.store.update(id, { title: "二" });
    library.store.used(id, 9_000);
    library.store.history.undo(historyId);
    expect(library.store.get(id).useCount).toBe(1);
  });

  test("emptying the trash cannot be undone and says how many went", () => {
    const ids = [library.add({}), library.add({})];
    library.store.trash(ids);
    const step = last();
    expect(library.store.emptyTrash()).toBe(2);
    expect(() => library.store.history.undo(step)).toThrow("history_missing");
  });
});

describe("categories", () => {
  const names = (): string[] => library.store.categories.list().map((category) => category.name);

  test("four levels and no more", () => {
    let parent: string | null = null;
    for (const name of ["一", "二", "三", "四"])
      parent = library.store.categories.create(name, parent).id;
    expect(() => library.store.categories.create("五", parent)).toThrow("category_too_deep");
    const other = library.store.categories.create("外", null);
    expect(() =>
      library.store.categories.move(
        library.store.categories.list().find((c) => c.name === "一")!.id,
        other.id,
      ),
    ).toThrow("category_too_deep");
  });

  test("a name is unique under one parent only", () => {
    const a = library.store.categories.create("售后", null);
    library.store.categories.create("售后", a.id);
    expect(() => library.store.categories.create("售后", null)).toThrow("category_exists");
    const b = library.store.categories.create("售前", null);
    expect(() => library.store.categories.rename(b.id, "售后")).toThrow("category_exists");
  });

  test("a category cannot go below itself", () => {
    const a = library.store.categories.create("a", null);
    const b = library.store.categories.create("b", a.id);
    expect(() => library.store.categories.move(a.id, b.id)).toThrow("category_into_itself");
    expect(() => library.store.categories.move(a.id, a.id)).toThrow("category_into_itself");
  });

  test("removing one takes all below it and trashes the phrases; one undo brings all back", () => {
    const a = library.store.categories.create("a", null);
    const b = library.store.categories.create("b", a.id);
    const inA = library.add({ title: "甲", categoryId: a.id });
    const inB = library.add({ title: "乙", categoryId: b.id });
    const receipt = library.store.categories.remove(a.id);
    expect(receipt.count).toBe(2);
    expect(names()).toEqual([]);
    expect(library.store.page({ ...ALL, view: "trash" }, 0, 10).total).toBe(2);
    library.store.history.undo(receipt.historyId);
    expect(names().toSorted()).toEqual(["a", "b"]);
    expect(library.store.get(inA)).toMatchObject({ categoryId: a.id, trashedAt: null });
    expect(library.store.get(inB)).toMatchObject({ categoryId: b.id, trashedAt: null });
  });

  test("a category that comes back gives way to a newer one of its name", () => {
    const a = library.store.categories.create("售后", null);
    const receipt = library.store.categories.remove(a.id);
    library.store.categories.create("售后", null);
    library.store.history.undo(receipt.historyId);
    expect(names().toSorted()).toEqual(["售后", "售后 (2)"]);
  });

  test("a path is made where it is missing and found where it is", () => {
    library.store.history.change("import", "", (remember) => {
      const first = library.store.categories.ensurePath(remember, ["售前", "问好"]);
      expect(library.store.categories.ensurePath(remember, ["售前", "问好"])).toBe(first);
      return 0;
    });
    expect(names().toSorted()).toEqual(["售前", "问好"]);
  });
});

describe("undo when the library went on meanwhile", () => {
  const last = (): number => library.store.history.list(1)[0]!.id;

  /** An import of one phrase into a new category, as one step. */
  function imported(): { step: number; category: string; phrase: string } {
    let category = "";
    let phrase = "";
    const { historyId } = library.store.history.change("import", "f.csv", (remember) => {
      category = library.store.categories.ensurePath(remember, ["导入的", "下一层"])!;
      phrase = library.store.insert(remember, newPhrase({ categoryId: category }));
      return 1;
    });
    return { step: historyId, category, phrase };
  }

  test("an import goes, the category somebody has used since stays", () => {
    const { step, category, phrase } = imported();
    const mine = library.add({ title: "我的", categoryId: category });
    library.store.history.undo(step);
    expect(library.store.find(phrase)).toBeNull();
    expect(library.store.get(mine).categoryId).toBe(category);
    const names = library.store.categories.list().map((each) => each.name);
    expect(new Set(names)).toEqual(new Set(["导入的", "下一层"]));
  });

  test("an import nobody has touched goes with its categories, and comes back whole", () => {
    const { step, phrase, category } = imported();
    const undone = library.store.history.undo(step);
    expect(library.store.categories.list()).toEqual([]);
    library.store.history.undo(undone.historyId);
    expect(library.store.get(phrase).categoryId).toBe(category);
    expect(library.store.categories.list()).toHaveLength(2);
  });

  test("a phrase whose old category is gone comes back without one", () => {
    const a = library.store.categories.create("a", null);
    const b = library.store.categories.create("b", null);
    const id = library.add({ categoryId: a.id });
    const { historyId } = library.store.move([id], b.id);
    library.store.categories.remove(a.id);
    library.store.history.undo(historyId);
    expect(library.store.get(id).categoryId).toBeNull();
  });

  test("a hotkey that moved goes back to whom it belonged, whatever their ids", () => {
    for (let n = 0; n < 20; n += 1) {
      const first = library.add({ hotkey: "Ctrl+Alt+1" });
      const second = library.add({});
      const { historyId } = library.store.history.change("import", "f.csv", (remember) => {
        library.store.write(remember, first, { hotkey: null });
        library.store.write(remember, second, { hotkey: "Ctrl+Alt+1" });
        return 2;
      });
      library.store.history.undo(historyId);
      expect(library.store.get(first).hotkey).toBe("Ctrl+Alt+1");
      expect(library.store.get(second).hotkey).toBeNull();
      library.store.trash([first]);
    }
  });

  test("steps taken back in order are redone in order only", () => {
    const id = library.add({ title: "v0" });
    const e1 = library.store.update(id, { title: "v1" }).historyId;
    const e2 = library.store.update(id, { title: "v2" }).historyId;
    const u2 = library.store.history.undo(e2).historyId;
    const u1 = library.store.history.undo(e1).historyId;
    expect(() => library.store.history.undo(u2)).toThrow("history_overtaken");
    library.store.history.undo(u1);
    library.store.history.undo(u2);
    expect(library.store.get(id).title).toBe("v2");
  });

  test("emptying the trash leaves the rest of a step undoable", () => {
    let ids: string[] = [];
    const { historyId } = library.store.history.change("import", "f.csv", (remember) => {
      ids = [1, 2, 3].map(() => library.store.insert(remember, newPhrase()));
      return 3;
    });
    library.store.trash([ids[0]!]);
    library.store.emptyTrash();
    library.store.history.undo(historyId);
    expect(library.store.count()).toBe(0);
    expect(() => last()).not.toThrow();
  });

  test("a category that was removed meanwhile is named when a phrase is put into it", () => {
    const { id } = library.store.categories.create("a", null);
    const phrase = library.add({});
    library.store.categories.remove(id);
    expect(() => library.add({ categoryId: id })).toThrow("category_missing");
    expect(() => library.store.update(phrase, { categoryId: id })).toThrow("category_missing");
  });
});

test("however many favourites there are, what was used lately is seen too", () => {
  for (let n = 0; n < 20; n += 1) library.add({ title: `收藏${n}`, favourite: true });
  const used = library.add({ title: "刚用过" });
  library.store.used(used, 1);
  const titles = library.store.recent(9, null).map((row) => row.title);
  expect(titles).toHaveLength(9);
  expect(titles).toContain("刚用过");
});
