import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Wording } from "../../src/shared/contract/wordings.ts";
import { openCore, type TestCore } from "../support/core.ts";

let desk: TestCore;
let time = Date.UTC(2026, 10, 1);
beforeEach(async () => {
  desk = await openCore({ clock: { now: () => (time += 1_000) } });
});
afterEach(() => desk.close());

const topic = async (title = "能便宜点吗", examples: string[] = ["最低多少"]): Promise<string> =>
  (await desk.call("wordings.saveTopic", { title, examples })).id;
const list = (topicId: string): Promise<Wording[]> => desk.call("wordings.list", { topicId });
const add = async (topicId: string, ...texts: string[]) => {
  await desk.call("wordings.addTexts", { topicId, texts });
  return list(topicId);
};
const phrase = (title: string, body: string, more: object = {}) =>
  desk.call("phrases.create", { title, body, ...more });
const get = (id: string) => desk.call("phrases.get", { id });
const undo = (id: number) => desk.call("history.undo", { id });
const copied = (id: string) => desk.call("paste.copied", { id });

describe("topics", () => {
  test("are made, changed, taken away and brought back with their wordings", async () => {
    const id = await topic();
    await add(id, "价格是店铺定的。", "我看看有没有券。");
    const changed = await desk.call("wordings.saveTopic", {
      id,
      title: "可以少一点吗",
      examples: ["最低多少", "最低多少！", "可以少一点吗"],
    });
    expect(await desk.call("wordings.topics", {})).toMatchObject([
      { id, title: "可以少一点吗", examples: ["最低多少"], count: 2, rated: 0, standard: null },
    ]);
    await undo(changed.historyId);
    expect((await desk.call("wordings.topics", {}))[0]!.title).toBe("能便宜点吗");

    const { historyId } = await desk.call("wordings.removeTopic", { id });
    expect(await desk.call("wordings.topics", {})).toEqual([]);
    await expect(list(id)).rejects.toMatchObject({ code: "wording_topic_missing" });
    await undo(historyId);
    expect(await list(id)).toHaveLength(2);
  });

  test("a new one that is taken back is gone", async () => {
    const { historyId } = await desk.call("wordings.saveTopic", { title: "几天到" });
    await undo(historyId);
    expect(await desk.call("wordings.topics", {})).toEqual([]);
  });
});

describe("wordings", () => {
  test("the same text twice is taken once; those that are there are left out", async () => {
    const id = await topic();
    const first = await desk.call("wordings.addTexts", {
      topicId: id,
      texts: ["好的，亲", "好的亲！", "可以"],
    });
    expect(first.added).toBe(2);
    const again = await desk.call("wordings.addTexts", {
      topicId: id,
      author: "小李",
      texts: ["可以。"],
    });
    expect(again).toEqual({ receipt: null, added: 0 });
    await undo(first.receipt!.historyId);
    expect(await list(id)).toEqual([]);
  });

  test("a phrase of the library is one with its text and uses", async () => {
    const id = await topic();
    const { id: phraseId } = await phrase("能否便宜", "没有改价权限。", { shortcut: "pyd" });
    await copied(phraseId);
    await desk.call("wordings.addPhrase", { topicId: id, phraseId });
    await copied(phraseId);
    const changes = { body: "价格不能改，帮您看券。" };
    await desk.call("phrases.update", { id: phraseId, changes });
    expect(await list(id)).toMatchObject([
      {
        body: changes.body,
        origin: "phrase",
        uses: 2,
        phrase: { id: phraseId, title: "能否便宜", shortcut: "pyd" },
        standard: false,
      },
    ]);
    await expect(desk.call("wordings.addPhrase", { topicId: id, phraseId })).rejects.toMatchObject({
      code: "wording_there",
    });
    const [one] = await list(id);
    await expect(desk.call("wordings.edit", { id: one!.id, body: "别的" })).rejects.toMatchObject({
      code: "wording_is_phrase",
    });
    // In the trash it is a text like any other.
    await desk.call("phrases.trash", { ids: [phraseId] });
    expect((await list(id))[0]).toMatchObject({ phrase: null, body: "没有改价权限。" });
  });

  test("are rated, marked and used; the best comes first", async () => {
    const id = await topic();
    const [a, b] = await add(id, "甲说法", "乙说法");
    await desk.call("wordings.rate", { id: b!.id, rating: 4 });
    await desk.call("wordings.rate", { id: b!.id, note: "语气好" });
    await desk.call("wordings.mark", { id: a!.id, outcome: "deal" });
    await desk.call("wordings.mark", { id: a!.id, outcome: "deal" });
    const marked = await desk.call("wordings.mark", { id: a!.id, outcome: "deal", back: true });
    expect(marked).toEqual({ deal: 1, none: 0, unclear: 0 });
    await desk.call("wordings.used", { id: a!.id });
    expect(await list(id)).toMatchObject([
      { id: b!.id, rating: 4, note: "语气好" },
      { id: a!.id, rating: 0, uses: 1, outcomes: { deal: 1 } },
    ]);
    expect((await desk.call("wordings.topics", {}))[0]).toMatchObject({ count: 2, rated: 1 });
  });

  test("are edited and removed, with undo; a rating stays through it", async () => {
    const id = await topic();
    const [one] = await add(id, "甲说法");
    await desk.call("wordings.rate", { id: one!.id, rating: 5 });
    const edited = await desk.call("wordings.edit", { id: one!.id, body: " 甲的新说法 " });
    expect((await list(id))[0]!.body).toBe("甲的新说法");
    await undo(edited.historyId);
    expect((await list(id))[0]!.body).toBe("甲说法");
    const removed = await desk.call("wordings.remove", { id: one!.id });
    expect(await list(id)).toEqual([]);
    await undo(removed.historyId);
    expect((await list(id))[0]).toMatchObject({ body: "甲说法", rating: 5 });
  });
});

describe("promoting", () => {
  test("without a standard a text becomes a phrase that knows the topic's questions", async () => {
    const id = await topic();
    const [one] = await add(id, "帮您看看有没有券。");
    await desk.call("wordings.used", { id: one!.id });
    const done = await desk.call("wordings.promote", { id: one!.id });
    expect(await get(done.phraseId)).toMatchObject({
      title: "能便宜点吗",
      body: "帮您看看有没有券。",
      questions: ["能便宜点吗", "最低多少"],
    });
    await copied(done.phraseId);
    expect(await list(id)).toMatchObject([
      { standard: true, uses: 2, phrase: { id: done.phraseId } },
    ]);
    await undo(done.historyId);
    expect(await list(id)).toMatchObject([{ standard: false, uses: 1, phrase: null }]);
    await expect(get(done.phraseId)).rejects.toMatchObject({ code: "phrase_missing" });
  });

  test("the phrase keeps title, code and category; the former text is kept with its uses", async () => {
    const id = await topic();
    const category = await desk.call("categories.create", { name: "价格", parentId: null });
    const { id: phraseId } = await phrase("能否便宜", "没有改价权限。", {
      shortcut: "pyd",
      categoryId: category.id,
      questions: ["还能少吗"],
    });
    const linked = await desk.call("wordings.addPhrase", { topicId: id, phraseId });
    await desk.call("wordings.promote", { id: linked.id });
    expect((await get(phraseId)).questions).toEqual(["还能少吗", "能便宜点吗", "最低多少"]);
    await copied(phraseId);
    await desk.call("wordings.mark", { id: linked.id, outcome: "none" });

    await add(id, "价格不能改，帮您看券。");
    const better = (await list(id)).find(({ standard }) => !standard)!;
    const done = await desk.call("wordings.promote", { id: better.id });
    expect(done.phraseId).toBe(phraseId);
    expect(await get(phraseId)).toMatchObject({
      title: "能否便宜",
      shortcut: "pyd",
      categoryId: category.id,
      body: "价格不能改，帮您看券。",
    });
    await copied(phraseId);
    const standing = [
      { id: better.id, standard: true, uses: 1, phrase: { id: phraseId } },
      {
        id: linked.id,
        body: "没有改价权限。",
        origin: "former",
        uses: 1,
        phrase: null,
        outcomes: { none: 1 },
      },
    ];
    expect(await list(id)).toMatchObject(standing);
    expect((await desk.call("wordings.topics", {}))[0]!.standard).toEqual({
      phraseId,
      title: "能否便宜",
      shortcut: "pyd",
      body: "价格不能改，帮您看券。",
    });

    // And back again: the former becomes the standard in the same phrase.
    await desk.call("wordings.promote", { id: linked.id });
    expect((await get(phraseId)).body).toBe("没有改价权限。");
    const [step] = await desk.call("history.list", { limit: 1 });
    expect(step).toMatchObject({ kind: "promote", label: "能便宜点吗" });
    await undo(step!.id);
    expect((await get(phraseId)).body).toBe("价格不能改，帮您看券。");
    expect(await list(id)).toMatchObject(standing);
  });

  test("another phrase's text moves into the standard's; that phrase stays as it is", async () => {
    const id = await topic();
    const a = await phrase("甲", "甲的说法");
    const b = await phrase("乙", "乙的说法");
    const first = await desk.call("wordings.addPhrase", { topicId: id, phraseId: a.id });
    const second = await desk.call("wordings.addPhrase", { topicId: id, phraseId: b.id });
    await desk.call("wordings.promote", { id: first.id });
    await desk.call("wordings.promote", { id: second.id });
    expect(await get(a.id)).toMatchObject({ title: "甲", body: "乙的说法" });
    expect(await get(b.id)).toMatchObject({ title: "乙", body: "乙的说法", trashedAt: null });
    await expect(desk.call("wordings.promote", { id: second.id })).rejects.toMatchObject({
      code: "wording_is_standard",
    });
  });

  test("texts and pictures of a standard are kept when another takes its place", async () => {
    const id = await topic();
    const picture = "a".repeat(64);
    const segments = [
      { kind: "text" as const, text: "看图" },
      { kind: "picture" as const, picture },
    ];
    const made = await phrase("图文", "看图", { segments });
    const linked = await desk.call("wordings.addPhrase", { topicId: id, phraseId: made.id });
    await desk.call("wordings.promote", { id: linked.id });
    await add(id, "纯文字");
    const plain = (await list(id)).find(({ standard }) => !standard)!;
    await desk.call("wordings.promote", { id: plain.id });
    expect(await get(made.id)).toMatchObject({ body: "纯文字", segments: [] });
    await desk.call("wordings.promote", { id: linked.id });
    expect((await get(made.id)).segments).toEqual(segments);
  });

  test("a standard whose phrase is in the trash is replaced by a new phrase", async () => {
    const id = await topic();
    const made = await phrase("甲", "甲的说法");
    const linked = await desk.call("wordings.addPhrase", { topicId: id, phraseId: made.id });
    await desk.call("wordings.promote", { id: linked.id });
    await desk.call("phrases.trash", { ids: [made.id] });
    expect((await desk.call("wordings.topics", {}))[0]!.standard).toBeNull();
    await add(id, "乙的说法");
    const other = (await list(id)).find(({ id }) => id !== linked.id)!;
    const done = await desk.call("wordings.promote", { id: other.id });
    expect(done.phraseId).not.toBe(made.id);
    expect((await get(done.phraseId)).body).toBe("乙的说法");
    expect((await list(id)).filter(({ standard }) => standard)).toHaveLength(1);
  });

  test("removing the standard leaves its phrase", async () => {
    const id = await topic();
    const [one] = await add(id, "甲说法");
    const { phraseId } = await desk.call("wordings.promote", { id: one!.id });
    await desk.call("wordings.remove", { id: one!.id });
    expect((await desk.call("wordings.topics", {}))[0]!.standard).toBeNull();
    expect((await get(phraseId)).trashedAt).toBeNull();
  });
});

describe("finding wordings", () => {
  test("phrases of the library that answer the topic, without those it has", async () => {
    await desk.call("starter.add", {});
    const id = await topic();
    const found = await desk.call("wordings.suggest", { topicId: id });
    expect(found.map(({ shortcut }) => shortcut)).toContain("pyd");
    expect(found.every(({ why }) => why.length > 0)).toBe(true);
    const pyd = found.find(({ shortcut }) => shortcut === "pyd")!;
    await desk.call("wordings.addPhrase", { topicId: id, phraseId: pyd.id });
    const left = await desk.call("wordings.suggest", { topicId: id });
    expect(left.map(({ shortcut }) => shortcut)).not.toContain("pyd");
  });

  test("a colleague's file: what answers the topic, best first, and what is there already", async () => {
    const id = await topic();
    await add(id, "再便宜不了，有券可以领。");
    const path = join(desk.folder, "小李的话术.csv");
    writeFileSync(
      path,
      [
        "快捷编码,快捷短语,快捷短语分组",
        "jg,价格已经是活动价啦，再便宜真的做不到,价格",
        "fh,今天下单明天发货,发货",
        "yh,再便宜不了 有券可以领,价格",
        "kong,,价格",
      ].join("\n"),
    );
    const file = desk.core.offerFile(path, "小李的话术.csv");
    const { read, rows } = await desk.call("wordings.candidates", { topicId: id, file });
    expect(read).toBe(3);
    const fresh = rows.find(({ known }) => !known)!;
    expect(fresh.body).toBe("价格已经是活动价啦，再便宜真的做不到");
    expect(fresh.why.length).toBeGreaterThan(0);
    expect(rows.map(({ body }) => body)).not.toContain("今天下单明天发货");
    expect(rows.find(({ known }) => known)?.body).toBe("再便宜不了 有券可以领");
    await desk.call("wordings.addTexts", { topicId: id, author: "小李", texts: [fresh.body] });
    expect((await list(id)).find(({ author }) => author === "小李")).toMatchObject({
      origin: "colleague",
      body: fresh.body,
    });
  });

  test("a file that is no list says why", async () => {
    const id = await topic();
    const path = join(desk.folder, "leer.csv");
    writeFileSync(path, "");
    const file = desk.core.offerFile(path, "leer.csv");
    await expect(desk.call("wordings.candidates", { topicId: id, file })).rejects.toMatchObject({
      code: "import_file_empty",
    });
  });
});
