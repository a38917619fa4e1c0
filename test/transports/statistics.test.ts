import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { databaseFile } from "../../src/main/database/open.ts";
import { openCore, type TestCore } from "../support/core.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse("2026-11-09T00:00:00+08:00");
let now = START;
let desk: TestCore;
beforeEach(async () => {
  now = START;
  desk = await openCore({ clock: { now: () => now } });
});
afterEach(() => desk.close());

const phrase = (title: string, body: string, more: object = {}) =>
  desk.call("phrases.create", { title, body, ...more });
const report = (days = 3) =>
  desk.call("statistics.uses", { from: START, to: START + days * DAY, zone: "Asia/Shanghai" });

describe("uses", () => {
  test("by phrase, scene, shop, hour and day", async () => {
    const category = await desk.call("categories.create", { name: "售前", parentId: null });
    const below = await desk.call("categories.create", { name: "价格", parentId: category.id });
    const a = await phrase("甲", "甲的话", { categoryId: below.id, shop: "灯饰旗舰店" });
    const b = await phrase("乙", "乙的话");
    await phrase("丙", "丙的话");
    now = START + 9 * HOUR;
    await desk.call("paste.copied", { id: a.id });
    await desk.call("paste.copied", { id: a.id });
    now = START + 2 * DAY + 21 * HOUR;
    await desk.call("paste.copied", { id: b.id });

    const uses = await report();
    expect(uses).toMatchObject({
      total: 3,
      used: 2,
      phrases: 3,
      outcomes: { copied: 3, pasted: 0, sent: 0, failed: 0, cancelled: 0 },
      byDay: [
        { day: "2026-11-09", count: 2 },
        { day: "2026-11-10", count: 0 },
        { day: "2026-11-11", count: 1 },
      ],
      byScene: [
        { name: "售前", count: 2 },
        { name: "", count: 1 },
      ],
      byShop: [
        { name: "灯饰旗舰店", count: 2 },
        { name: "", count: 1 },
      ],
      byPhrase: [
        { id: a.id, title: "甲", scene: "售前", count: 2 },
        { id: b.id, title: "乙", scene: "", count: 1 },
      ],
    });
    expect(uses.byHour[9]).toBe(2);
    expect(uses.byHour[21]).toBe(1);
    expect((await report(1)).total).toBe(2);
    // One that is gone keeps the name it had.
    await desk.call("phrases.trash", { ids: [b.id] });
    await desk.call("phrases.emptyTrash", {});
    expect((await report()).byPhrase[1]).toMatchObject({ id: b.id, title: "乙", scene: "" });
  });

  test("by the shop that was served: the customer's, else the one chosen, else the phrase's", async () => {
    const { id } = await phrase("甲", "甲的话", { shop: "灯饰旗舰店" });
    const copy = () => desk.call("paste.copied", { id });
    const customer = (shop: string) =>
      desk.call("customers.set", { name: "王女士", order: "", shop, note: "" });
    now = START + HOUR;
    await copy();
    await desk.call("settings.set", { shop: "家居专营店" });
    await copy();
    await copy();
    await customer("灯饰专卖店");
    for (let times = 0; times < 3; times += 1) await copy();
    const database = new Database(databaseFile(desk.folder));
    const older = database.prepare(
      "INSERT INTO paste_log (at, phrase_id, title, application, outcome, reason, milliseconds) VALUES (?, ?, '甲', '', 'pasted', NULL, 1)",
    );
    // Written before the shop was noted: the phrase's own counts.
    for (let times = 0; times < 4; times += 1) older.run(START + HOUR, id);
    database.close();

    const uses = await report();
    expect(uses.byShop).toEqual([
      { name: "灯饰旗舰店", count: 5 },
      { name: "灯饰专卖店", count: 3 },
      { name: "家居专营店", count: 2 },
    ]);
    expect(uses.byPhrase).toMatchObject([{ id, count: 10 }]);
    expect(uses.used).toBe(1);
  });

  test("a shop with a new name keeps what was pasted for it, and an undo gives it back", async () => {
    const { shop } = await desk.call("shops.save", { id: null, name: "旧名", variables: [] });
    await desk.call("settings.set", { shop: "旧名" });
    const { id } = await phrase("甲", "甲的话");
    now = START + HOUR;
    await desk.call("paste.copied", { id });
    await desk.call("customers.set", { name: "王女士", order: "", shop: "旧名", note: "" });
    await desk.call("paste.copied", { id });
    const saved = await desk.call("shops.save", { ...shop, name: "新名" });
    // The customer in hand is still this shop's.
    await desk.call("paste.copied", { id });
    expect((await report()).byShop).toEqual([{ name: "新名", count: 3 }]);
    await desk.call("history.undo", { id: saved.receipt.historyId });
    expect((await report()).byShop).toEqual([{ name: "旧名", count: 3 }]);
  });

  test("what failed is no use, but is counted as an outcome", async () => {
    const a = await phrase("甲", "甲的话");
    const database = new Database(databaseFile(desk.folder));
    database
      .prepare(
        "INSERT INTO paste_log (at, phrase_id, title, application, outcome, reason, milliseconds) VALUES (?, ?, '甲', '', 'failed', 'x', 1)",
      )
      .run(START + HOUR, a.id);
    database.close();
    expect(await report()).toMatchObject({ total: 0, used: 0, outcomes: { failed: 1 } });
  });
});

describe("what could go", () => {
  test("phrases never used, but for young ones", async () => {
    const old = await phrase("老的", "没人用");
    const used = await phrase("用过", "用过的");
    await desk.call("paste.copied", { id: used.id });
    now = START + DAY;
    await phrase("新的", "刚写");
    const unused = (before: number) => desk.call("statistics.unused", { before });
    const found = await unused(START + HOUR);
    expect(found.total).toBe(1);
    expect(found.rows.map(({ id }) => id)).toEqual([old.id]);
    expect((await unused(now + 1)).total).toBe(2);
    // What waits for its emergency is not forgotten, it is kept ready.
    await desk.call("campaigns.save", {
      id: null,
      draft: {
        kind: "emergency",
        emergency: "other",
        name: "停电",
        phrases: [{ phraseId: old.id }],
      },
    });
    expect((await unused(START + HOUR)).total).toBe(0);
  });

  test("twice stored ones are merged into the most used, and taken apart again", async () => {
    const category = await desk.call("categories.create", { name: "售前", parentId: null });
    const a = await phrase("甲", "您好，在的！", { tags: ["问候"], questions: ["在吗"] });
    const b = await phrase("乙", "您好在的", {
      shortcut: "zm",
      categoryId: category.id,
      tags: ["招呼"],
      questions: ["在不在", "在吗"],
    });
    await desk.call("paste.copied", { id: a.id });
    const { total, groups } = await desk.call("statistics.twice", {});
    expect(total).toBe(1);
    expect(groups[0]!.phrases.map(({ id }) => id)).toEqual([a.id, b.id]);

    const done = await desk.call("statistics.merge", { keep: a.id, others: [b.id] });
    expect(await desk.call("phrases.get", { id: a.id })).toMatchObject({
      title: "甲",
      body: "您好，在的！",
      shortcut: "zm",
      categoryId: category.id,
      tags: ["问候", "招呼"],
      questions: ["在吗", "在不在"],
    });
    expect((await desk.call("phrases.get", { id: b.id })).trashedAt).not.toBeNull();
    expect((await desk.call("statistics.twice", {})).total).toBe(0);
    await desk.call("history.undo", { id: done.historyId });
    expect((await desk.call("phrases.get", { id: a.id })).shortcut).toBe("");
    expect((await desk.call("statistics.twice", {})).total).toBe(1);
  });

  test("a phrase cannot be merged with itself alone", async () => {
    const a = await phrase("甲", "您好");
    await expect(
      desk.call("statistics.merge", { keep: a.id, others: [a.id] }),
    ).rejects.toMatchObject({ code: "phrase_missing" });
  });
});
