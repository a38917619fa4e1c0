import { afterEach, beforeEach, expect, test } from "vitest";
import type { Segment } from "../../../shared/contract/phrases.ts";
import { openLibrary, type TestLibrary } from "../../../../test/support/library.ts";

const PICTURE = "ab".repeat(32);
const LIST: Segment[] = [
  { kind: "text", text: "尺码这样选：" },
  { kind: "picture", picture: PICTURE },
  { kind: "text", text: "拿不准就告诉我身高体重。" },
];

let library: TestLibrary;
beforeEach(() => {
  library = openLibrary();
});
afterEach(() => library.dispose());

const stored = (id: string) => {
  const { body, segments } = library.store.get(id);
  return { body, segments };
};

test("the body of a list of segments is its words, and rows say what it holds", () => {
  const id = library.add({ title: "", segments: LIST });
  expect(stored(id)).toEqual({ body: "尺码这样选：\n拿不准就告诉我身高体重。", segments: LIST });
  expect(library.store.get(id).title).toBe("尺码这样选：");
  expect(library.store.rows([id])[0]).toMatchObject({ texts: 2, pictures: [PICTURE] });
});

test("a list of one text is a plain phrase; pictures alone are allowed", () => {
  const plain = library.add({ segments: [{ kind: "text", text: "好的" }] });
  expect(stored(plain)).toEqual({ body: "好的", segments: [] });
  expect(library.store.rows([plain])[0]).toMatchObject({ texts: 1, pictures: [] });
  const pictures = library.add({ segments: [{ kind: "picture", picture: PICTURE }] });
  expect(stored(pictures).body).toBe("［图片］");
});

test("a new body alone makes the phrase one text again; other edits leave the list", () => {
  const id = library.add({ segments: LIST });
  library.store.update(id, { note: "x" });
  expect(stored(id).segments).toEqual(LIST);
  library.store.update(id, { body: "只剩一句" });
  expect(stored(id)).toEqual({ body: "只剩一句", segments: [] });
  const { historyId } = library.store.update(id, { segments: LIST });
  expect(stored(id).body).toBe("尺码这样选：\n拿不准就告诉我身高体重。");
  library.store.history.undo(historyId);
  expect(stored(id)).toEqual({ body: "只剩一句", segments: [] });
});

test("a list of empty words is refused", () => {
  expect(() => library.add({ segments: [{ kind: "text", text: " " }] })).toThrow("phrase_empty");
});

test("questions are kept", () => {
  const id = library.add({ questions: ["什么时候发货", "今天能发吗"] });
  expect(library.store.get(id).questions).toEqual(["什么时候发货", "今天能发吗"]);
});

test("a step noted before there were segments can be taken back", () => {
  const id = library.add({ body: "旧" });
  const { historyId } = library.store.update(id, { body: "新" });
  library.database.exec(
    "UPDATE history_rows SET before = json_remove(before, '$.segments', '$.questions')",
  );
  library.store.history.undo(historyId);
  expect(stored(id)).toEqual({ body: "旧", segments: [] });
});
