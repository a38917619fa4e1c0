import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openCore, type TestCore } from "../../../../test/support/core.ts";
import type { Input } from "../../../shared/contract/index.ts";

let app: TestCore;
beforeEach(async () => {
  app = await openCore();
});
afterEach(() => app.close());

const check = async (text: string, shop = ""): Promise<string[]> =>
  (await app.call("gate.check", { text, shop })).findings.map(({ word }) => word);
const save = (draft: Input<"gate.save">["draft"], more: Partial<Input<"gate.save">> = {}) =>
  app.call("gate.save", { draft, ...more });
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "none",
    (error: unknown) => (error as { code: string }).code,
  );
const own = async () => (await app.call("gate.words", { source: "mine" })).rows;

describe("own entries", () => {
  test("are found at once, with what was written; undo takes them back and brings them again", async () => {
    const { word, historyId } = await save({
      word: "甩卖王",
      kind: "absolute",
      severity: "block",
      replacements: ["活动款", "", "活动款"],
      exceptions: ["甩卖王国"],
    });
    expect(word).toMatchObject({ source: "mine", enabled: true, replacements: ["活动款", ""] });
    expect((await app.call("gate.check", { text: "我们是甩賣王！甩卖王国也来" })).findings).toEqual(
      [
        {
          start: 3,
          end: 6,
          word: "甩卖王",
          kind: "absolute",
          severity: "block",
          replacements: ["活动款", ""],
          source: "mine",
          entryId: word.id,
        },
      ],
    );
    const undone = await app.call("history.undo", { id: historyId });
    expect(await check("甩卖王")).toEqual([]);
    await app.call("history.undo", { id: undone.historyId });
    expect(await check("甩卖王")).toEqual(["甩卖王"]);
  });

  test("are changed and removed, each a step", async () => {
    const { word } = await save({ word: "甩卖王" });
    await save({ ...word, word: "甩卖大王", severity: "block" }, { id: word.id, source: "team" });
    expect(await check("甩卖大王，甩卖王")).toEqual(["甩卖大王"]);
    expect((await app.call("gate.words", { source: "team" })).rows[0]).toMatchObject({
      id: word.id,
      severity: "block",
    });
    await app.call("gate.choose", { id: word.id, enabled: false });
    const { historyId } = await app.call("gate.remove", { ids: [word.id] });
    expect((await app.call("gate.words", { source: "team" })).total).toBe(0);
    await app.call("history.undo", { id: historyId });
    expect((await app.call("gate.words", { source: "team" })).rows[0]?.enabled).toBe(false);
  });

  test("count in their shops", async () => {
    await save({ word: "别家平台", shops: ["旗舰店"] });
    expect(await check("别家平台", "旗舰店")).toEqual(["别家平台"]);
    expect(await check("别家平台", "专营店")).toEqual([]);
    expect(await check("别家平台")).toEqual(["别家平台"]);
  });

  test("follow their shop to its new name, and back when that is undone", async () => {
    const { shop } = await app.call("shops.save", { id: null, name: "旗舰店", variables: [] });
    await save({ word: "别家平台", shops: ["专营店", "旗舰店"] });
    await save({ word: "甩卖王" });
    const saved = await app.call("shops.save", { ...shop, name: "官方店" });
    expect(await check("别家平台", "官方店")).toEqual(["别家平台"]);
    expect(await check("别家平台", "旗舰店")).toEqual([]);
    expect((await own()).find(({ word }) => word === "别家平台")?.shops).toEqual([
      "专营店",
      "官方店",
    ]);
    await app.call("history.undo", { id: saved.receipt.historyId });
    expect(await check("别家平台", "旗舰店")).toEqual(["别家平台"]);
    expect(await check("别家平台", "官方店")).toEqual([]);
  });

  test("are refused when they are there already, or have no letters, or are gone", async () => {
    await save({ word: "甩卖王" });
    expect(await codeOf(save({ word: "甩 賣 王" }))).toBe("gate_word_exists");
    expect(await codeOf(save({ word: "甩卖王", shops: ["旗舰店"] }))).toBe("none");
    expect(await codeOf(save({ word: "甩卖王" }, { source: "team" }))).toBe("none");
    expect(await codeOf(save({ word: "！！" }))).toBe("gate_word_signs");
    expect(await codeOf(app.call("gate.remove", { ids: ["x"] }))).toBe("gate_word_missing");
    expect(await codeOf(app.call("gate.choose", { id: "x", enabled: false }))).toBe(
      "gate_word_missing",
    );
  });

  test("outlive the program", async () => {
    await save({ word: "甩卖王", also: ["甩卖之王"], whole: true });
    await app.core.close();
    const again = await openCore({}, app.folder);
    const { rows } = await again.call("gate.words", { source: "mine" });
    expect(rows[0]).toMatchObject({ word: "甩卖王", also: ["甩卖之王"], whole: true });
    await again.close();
  });
});

describe("bundled entries", () => {
  test("are switched off and weighed otherwise for this person, and as before again", async () => {
    expect(await check("国家级品质")).toEqual(["国家级"]);
    const off = await app.call("gate.choose", { id: "absolute:国家级", enabled: false });
    expect(off.word).toMatchObject({ enabled: false, severity: "block", listed: null });
    expect(await check("国家级品质")).toEqual([]);
    await app.call("history.undo", { id: off.historyId });
    expect(await check("国家级品质")).toEqual(["国家级"]);

    const lighter = await app.call("gate.choose", { id: "absolute:国家级", severity: "warn" });
    expect(lighter.word).toMatchObject({ severity: "warn", listed: "block" });
    const [finding] = (await app.call("gate.check", { text: "国家级" })).findings;
    expect(finding).toMatchObject({ severity: "warn", source: "bundled" });
    expect(
      (await app.call("gate.words", { state: "changed" })).rows.map(({ word }) => word),
    ).toEqual(["国家级"]);
    await app.call("gate.choose", { id: "absolute:国家级", severity: null });
    expect((await app.call("gate.words", { state: "changed" })).total).toBe(0);
  });

  test("are listed by kind, source and text, own ones first", async () => {
    const all = await app.call("gate.words", {});
    expect(all.total).toBeGreaterThan(2_000);
    expect(Object.values(all.counts).reduce((sum, count) => sum + count)).toBe(all.total);
    await save({ word: "我的第一", kind: "absolute" });
    const first = await app.call("gate.words", { text: "第一", kind: "absolute", limit: 3 });
    expect(first.rows[0]).toMatchObject({ word: "我的第一", source: "mine" });
    expect(first.rows).toHaveLength(3);
    expect(first.total).toBeGreaterThan(5);
    expect(first.counts.absolute).toBe(first.total);
    // 加❤ is looked for by its letters, a spelling finds its word.
    expect(
      (await app.call("gate.words", { text: "绿泡泡" })).rows.map(({ word }) => word),
    ).toContain("加微信");
    expect((await app.call("gate.words", { text: "没有这个词吧" })).total).toBe(0);
  });
});

describe("a script on its way out", () => {
  test("waits while a word in it is forbidden, asks where one is to be careful with", async () => {
    const { id } = await app.call("phrases.create", {
      title: "价",
      body: "独家设计，全网最低价。",
    });
    const review = await app.call("paste.review", { id });
    expect(review.ready).toBe(false);
    const [part] = review.parts;
    expect(
      part?.kind === "text" && part.findings.map(({ word, severity }) => [word, severity]),
    ).toEqual([
      ["独家", "warn"],
      ["全网最低价", "block"],
    ]);
    const texts = ["独家设计，价格实惠。"];
    expect((await app.call("paste.review", { id, texts })).ready).toBe(false);
    expect((await app.call("paste.review", { id, texts, accept: true })).ready).toBe(true);
    expect((await app.call("paste.review", { id, texts: ["价格实惠。"] })).ready).toBe(true);
  });
});

describe("the length of a script", () => {
  test("is measured against the person's own limit", async () => {
    await app.call("settings.set", { bubbleLimit: 20 });
    const { bubble } = await app.call("gate.check", { text: "请您稍等一下。".repeat(6) });
    expect(bubble).toEqual({ length: 42, limit: 20, over: true, cuts: [14, 28] });
  });
});

describe("a look through the library", () => {
  const add = async (body: string, more: object = {}): Promise<string> =>
    (await app.call("phrases.create", { title: body.slice(0, 6), body, ...more })).id;

  test("lists what it found, the severest first, and leaves out what is fine", async () => {
    await add("您好，请问有什么可以帮您？");
    const warned = await add("这款独家设计，您看看。");
    const blocked = await add("加微信聊。");
    const long = await add("请您稍等一下。".repeat(30));
    const trashed = await add("加微信聊吧。");
    await app.call("phrases.trash", { ids: [trashed] });
    const parts = await add("", {
      body: "占位",
      segments: [
        { kind: "text", text: "您好" },
        { kind: "text", text: "私下转账" },
      ],
    });
    const progress: number[] = [];
    const stop = app.core.subscribe((name, payload) => {
      if (name === "job.progress") progress.push((payload as { done: number }).done);
    });
    const result = await app.call("gate.sweep", { job: "look" });
    stop();
    expect(result).toMatchObject({ checked: 5, blocked: 2, warned: 1, long: 1 });
    expect(result.phrases.map(({ id }) => id).slice(2)).toEqual([warned, long]);
    expect(new Set(result.phrases.map(({ id }) => id))).toEqual(
      new Set([warned, blocked, long, parts]),
    );
    const found = result.phrases.find(({ id }) => id === parts);
    expect(found?.texts.map(({ text }) => text)).toEqual(["私下转账"]);
    expect(progress.at(-1)).toBe(5);

    const marks = await app.call("gate.marks", { ids: [warned, blocked, long, trashed] });
    expect(marks).toEqual([
      { id: warned, severity: "warn", long: false },
      { id: blocked, severity: "block", long: false },
      { id: long, severity: null, long: true },
    ]);
  });

  test("goes through one import alone, and counts a phrase's own shop", async () => {
    await add("加微信聊。");
    const file = join(app.folder, "words.csv");
    writeFileSync(file, "话术标题,话术内容,店铺\n一,我们全网最低,\n二,您好,\n三,别家平台,专营店\n");
    await save({ word: "别家平台", shops: ["旗舰店"] });
    const { historyId } = await app.call("import.apply", {
      file: app.core.offerFile(file, "words.csv"),
      job: "import",
    });
    const result = await app.call("gate.sweep", { job: "look", historyId });
    expect(result).toMatchObject({ checked: 3, blocked: 1, warned: 0 });
    expect(result.phrases[0]?.texts[0]?.findings[0]?.word).toBe("全网最低");
  });

  test("finds what a pack brought: as it comes in, with all the others, on its way out; it stays the pack's", async () => {
    const file = join(app.folder, "pack.json");
    const phrases = [
      { title: "比价", body: "我们全网最低价。", source: "pack-2026-11" },
      { title: "问候", body: "您好，请讲。", source: "pack-2026-11" },
    ];
    writeFileSync(file, JSON.stringify({ format: "replydeck-phrases", version: 1, phrases }));
    const { historyId } = await app.call("import.apply", {
      file: app.core.offerFile(file, "pack.json"),
      job: "import",
    });
    for (const which of [{ historyId }, {}]) {
      const {
        checked,
        blocked,
        phrases: found,
      } = await app.call("gate.sweep", {
        job: "look",
        ...which,
      });
      expect([checked, blocked, found.map(({ title }) => title)]).toEqual([2, 1, ["比价"]]);
    }
    const [row] = (await app.call("phrases.query", { text: "比价" })).rows;
    expect((await app.call("paste.review", { id: row!.id })).ready).toBe(false);
    expect((await app.call("phrases.get", { id: row!.id })).source).toBe("pack-2026-11");
  });

  test("can be cancelled", async () => {
    const file = join(app.folder, "many.csv");
    const rows = Array.from({ length: 3_000 }, (_, n) => `第${n}条,您好，这是第${n}条`);
    writeFileSync(file, ["话术标题,话术内容", ...rows].join("\n"));
    await app.call("import.apply", { file: app.core.offerFile(file, "many.csv"), job: "import" });
    const stop = app.core.subscribe((name) => {
      if (name === "job.progress") void app.call("gate.cancel", { job: "look" });
    });
    expect(await codeOf(app.call("gate.sweep", { job: "look" }))).toBe("gate_cancelled");
    stop();
  });

  test("the starter library passes whole", async () => {
    await app.call("starter.add", {});
    expect(await app.call("gate.sweep", { job: "look" })).toMatchObject({
      blocked: 0,
      warned: 0,
      long: 0,
    });
  });
});

describe("lists from files", () => {
  const take = (content: string | Buffer, more: Partial<Input<"gate.import">> = {}) => {
    const path = join(app.folder, "list.csv");
    writeFileSync(path, content);
    return app.call("gate.import", { file: app.core.offerFile(path, "list.csv"), ...more });
  };

  test("one word per line, comments and blanks aside, as one step", async () => {
    const result = await take("# 旧清单\n甩卖王\n\n跳楼货\n甩 卖 王\n！！\n", {
      kind: "absolute",
      severity: "block",
    });
    expect(result).toMatchObject({ added: 2, changed: 0, same: 1, refusedCount: 1 });
    expect(result.refused).toEqual([{ row: 6, code: "gate_word_signs", params: { word: "！！" } }]);
    expect(await check("甩卖王，跳楼货")).toEqual(["甩卖王", "跳楼货"]);
    await app.call("history.undo", { id: result.historyId! });
    expect(await own()).toEqual([]);
  });

  test("a table in the field's words; what is different is changed, what cannot be read is named", async () => {
    await save({ word: "甩卖王" });
    const result = await take(
      "敏感词,类型,等级,替换词,白名单,店铺\n甩卖王,极限词,高,活动款|(删去),甩卖王国,\n加V号,引流,低,,,旗舰店|专营店\n某词,不知道,高,,,\n",
      { source: "mine" },
    );
    expect(result).toMatchObject({ added: 1, changed: 1, refusedCount: 1 });
    expect(result.refused[0]).toMatchObject({ row: 4, code: "import_bad_value" });
    const rows = await own();
    expect(rows.find(({ word }) => word === "甩卖王")).toMatchObject({
      kind: "absolute",
      severity: "block",
      replacements: ["活动款", ""],
      exceptions: ["甩卖王国"],
    });
    expect(rows.find(({ word }) => word === "加V号")?.shops).toEqual(["专营店", "旗舰店"]);
  });

  test("what is written comes back the same, into an empty list", async () => {
    await save({
      word: "+V",
      also: ["佳薇"],
      kind: "contact",
      severity: "block",
      replacements: ["", "这里说"],
      exceptions: ["+V领"],
      whole: true,
      shops: ["旗舰店"],
    });
    await save({ word: '带"引号",逗号' });
    const before = await own();
    const { url, count } = await app.call("gate.export", { format: "csv" });
    expect(count).toBe(2);
    const file = readFileSync(app.core.takeDownload(url!.split("/").at(-1)!)!.path);
    await app.call("gate.remove", { ids: before.map(({ id }) => id) });
    expect(await take(file)).toMatchObject({ added: 2, refusedCount: 0 });
    const bare = ({ id: _id, ...rest }: (typeof before)[number]) => rest;
    expect((await own()).map(bare).toSorted((a, b) => (a.word < b.word ? -1 : 1))).toEqual(
      before.map(bare).toSorted((a, b) => (a.word < b.word ? -1 : 1)),
    );
    const words = await app.call("gate.export", { format: "txt" });
    const text = readFileSync(app.core.takeDownload(words.url!.split("/").at(-1)!)!.path, "utf8");
    expect(text.split("\n").toSorted()).toEqual(["", "+V", '带"引号",逗号']);
  });

  test("an empty file is refused in words", async () => {
    expect(await codeOf(take("\n \n"))).toBe("import_file_empty");
  });
});
