import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openCore, type TestCore } from "../support/core.ts";

let desk: TestCore;
beforeEach(async () => {
  desk = await openCore();
});
afterEach(() => desk.close());

const find = (question: string, limit = 5) => desk.call("answers.find", { question, limit });
const codes = (found: Awaited<ReturnType<typeof find>>): string[] =>
  found.rows.map(({ shortcut }) => shortcut);

async function idOf(code: string): Promise<string> {
  const { rows } = await desk.call("phrases.query", { text: code });
  return rows.find(({ shortcut }) => shortcut === code)!.id;
}

describe("answers", () => {
  test("an empty library has none", async () => {
    expect(await find("什么时候发货")).toEqual({ mood: "calm", words: [], rows: [], ready: true });
  });

  test("come from the starter library, its questions known", async () => {
    await desk.call("starter.add", {});
    const found = await find("在吗 啥时候能寄出来");
    expect(codes(found)).toContain("fh");
    expect(found.rows.length).toBe(5);
    expect(found.rows.every(({ first }) => !first)).toBe(true);
    const phrase = await desk.call("phrases.get", { id: await idOf("fh") });
    expect(phrase.questions.length).toBeGreaterThan(2);
  });

  test("an upset buyer is met first", async () => {
    await desk.call("starter.add", {});
    const question = "骗子！我要投诉到12315，钱还没退";
    const found = await find(question, 3);
    expect(found.mood).toBe("complaint");
    expect(found.words.map(([start, end]) => question.slice(start, end))).toEqual([
      "投诉",
      "12315",
    ]);
    expect(found.rows.map(({ first }) => first)).toEqual([true, true, false, false, false]);
    expect(found.rows[0]!.categoryPath).toEqual(["投诉", "承接"]);
  });

  test("follow what is written, trashed and taken back", async () => {
    const phrase = await desk.call("phrases.create", { title: "鹦鹉笼尺寸", body: "高六十厘米。" });
    expect((await find("鹦鹉笼多高")).rows.map(({ id }) => id)).toEqual([phrase.id]);
    const { historyId } = await desk.call("phrases.trash", { ids: [phrase.id] });
    expect((await find("鹦鹉笼多高")).rows).toEqual([]);
    await desk.call("history.undo", { id: historyId });
    expect((await find("鹦鹉笼多高")).rows.map(({ id }) => id)).toEqual([phrase.id]);
  });

  test("phrases of an emergency that is off are not offered", async () => {
    await desk.call("starter.add", {});
    const question = "你们仓库是不是停电了";
    const before = codes(await find(question));
    expect(before.length).toBeGreaterThan(0);
    const { rows } = await desk.call("phrases.query", { text: before[0]! });
    const chosen = rows.find(({ shortcut }) => shortcut === before[0])!;
    await desk.call("campaigns.save", {
      id: null,
      draft: {
        kind: "emergency",
        emergency: "equipment",
        name: "停电",
        phrases: [{ phraseId: chosen.id }],
      },
    });
    expect(codes(await find(question))).not.toContain(before[0]);
  });
});

describe("teaching", () => {
  test("a question makes its phrase come first, and can be taken back", async () => {
    await desk.call("starter.add", {});
    const id = await idOf("hh");
    const question = "  整那个蓝的  [图片] ";
    const taught = await desk.call("answers.teach", { phraseId: id, question });
    expect(taught.question).toBe("整那个蓝的");
    const [best] = (await find("整那个蓝的！")).rows;
    expect(best?.id).toBe(id);
    expect(best?.why.length).toBeGreaterThan(0);
    expect(best?.source).toBe("starter");

    const again = await desk.call("answers.teach", { phraseId: id, question: "整那个蓝的。" });
    expect(again.receipt).toBeNull();
    const [step] = await desk.call("history.list", { limit: 1 });
    expect(step).toMatchObject({ id: taught.receipt!.historyId, kind: "teach", count: 1 });

    await desk.call("history.undo", { id: taught.receipt!.historyId });
    expect(codes(await find("整那个蓝的！"))[0]).not.toBe("hh");
  });

  test("nothing but pictures teaches nothing; a full phrase says so; one that is gone too", async () => {
    const phrase = await desk.call("phrases.create", {
      title: "满",
      body: "好",
      questions: Array.from({ length: 30 }, (_, at) => `问法${at}`),
    });
    const teach = (question: string, phraseId = phrase.id) =>
      desk.call("answers.teach", { phraseId, question });
    expect(await teach("[图片] 😊 https://a.example/1")).toEqual({ receipt: null, question: "" });
    await expect(teach("还有一个")).rejects.toMatchObject({ code: "answers_questions_full" });
    const gone = "00000000-0000-4000-8000-000000000000";
    await expect(teach("还有一个", gone)).rejects.toMatchObject({ code: "phrase_missing" });
  });

  test("a long question is kept to its limit, never through a character", async () => {
    const phrase = await desk.call("phrases.create", { title: "长", body: "好" });
    const { question } = await desk.call("answers.teach", {
      phraseId: phrase.id,
      question: `问${"😊".repeat(300)}`,
    });
    expect(question.length).toBe(199);
    expect(question.endsWith("😊")).toBe(true);
  });
});
