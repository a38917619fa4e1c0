import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openDatabase } from "../../src/main/database/open.ts";
import { createPhraseStore } from "../../src/main/modules/phrases/store.ts";
import { openCore, type TestCore } from "../support/core.ts";
import { newPhrase } from "../support/library.ts";

/* The core as the shells use it: store, index and another program on the same library. */
let core: TestCore;
beforeEach(async () => {
  core = await openCore();
  await core.indexed();
});
afterEach(() => core.close());

const titles = async (text: string): Promise<string[]> =>
  (await core.call("search.query", { text })).hits.map((hit) => hit.phrase.title);

describe("another program's writes", () => {
  test("are found, also when this one writes at the same time", async () => {
    const other = openDatabase(core.folder);
    createPhraseStore(other, Date.now).create(newPhrase({ title: "命令行导入的" }));
    other.close();
    await core.call("phrases.create", { title: "页面里新建的", body: "您好" });
    await expect.poll(() => titles("命令行"), { timeout: 10_000 }).toEqual(["命令行导入的"]);
    expect(await titles("页面里")).toEqual(["页面里新建的"]);
  });
});

test("saving one field leaves the others alone", async () => {
  const draft = {
    title: "甲",
    body: "乙",
    shortcut: "jia",
    tags: ["丙"],
    note: "丁",
    favourite: true,
  };
  const { id } = await core.call("phrases.create", draft);
  await core.call("phrases.update", { id, changes: { title: "戊" } });
  expect(await core.call("phrases.get", { id })).toMatchObject({ ...draft, title: "戊" });
});

test("a change is in the search at once, and so is its undo", async () => {
  const { id } = await core.call("phrases.create", { title: "发货时间", body: "您好" });
  const { historyId } = await core.call("phrases.update", { id, changes: { title: "退货地址" } });
  expect(await titles("fahuo")).toEqual([]);
  expect(await titles("thdz")).toEqual(["退货地址"]);
  await core.call("history.undo", { id: historyId });
  expect(await titles("fahuo")).toEqual(["发货时间"]);
});

test("a renamed category is found by its new name", async () => {
  const { id } = await core.call("categories.create", { name: "售后", parentId: null });
  await core.call("phrases.create", { title: "甲", body: "乙", categoryId: id });
  await core.call("categories.rename", { id, name: "退换货" });
  await expect.poll(() => titles("退换货")).toEqual(["甲"]);
});

test("a hotkey that a file brings and that belongs to a chat client is not taken, and that is shown", async () => {
  const path = join(core.folder, "colleague.csv");
  writeFileSync(path, "标题,正文,快捷键\n截图说明,您好,Alt+A\n");
  const file = core.core.offerFile(path, "colleague.csv");
  const result = await core.call("import.apply", { file, job: "a" });
  expect(result.added).toBe(1);
  await core.call("phrases.create", { title: "乙", body: "乙" });
  const { actions } = await core.call("hotkeys.status", {});
  expect(actions.find(({ action }) => action === "palette")?.failure).toBeNull();
});

test("closing right after a change leaves nothing behind that fails later", async () => {
  const short = await openCore();
  await short.call("phrases.create", { title: "甲", body: "乙" });
  await short.close();
});
