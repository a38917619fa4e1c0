import { describe, expect, test } from "vitest";
import { makeCorpus } from "../../../../bench/support/corpus.ts";
import type { StoredText } from "./store.ts";
import { findTwice } from "./twice.ts";

const pause = async (): Promise<void> => undefined;
const text = (id: string, body: string, changes: Partial<StoredText> = {}): StoredText => ({
  id,
  body,
  pieces: false,
  uses: 0,
  createdAt: 0,
  ...changes,
});

describe("texts stored twice", () => {
  test("the same but for signs, blanks and width; the most used is kept, of equals the oldest", async () => {
    const groups = await findTwice(
      [
        text("a", "您好，在的！", { createdAt: 3 }),
        text("b", "您好 在的", { createdAt: 1 }),
        text("c", "您好在的😊", { uses: 4, createdAt: 9 }),
        text("d", "别的话"),
      ],
      pause,
    );
    expect(groups).toEqual([{ likeness: 1, ids: ["c", "b", "a"] }]);
  });

  test("nearly the same, though a word differs", async () => {
    const body = "付款后四十八小时内从仓库发出，赶上周末可能顺延，发出后会有短信提醒，请您放心等待";
    const groups = await findTwice(
      [
        text("a", body, { uses: 1 }),
        text("b", `${body}哦`),
        text("c", "退货寄出并填好单号后，运费险会自动理赔，一般退款完成后几天内到账"),
      ],
      pause,
    );
    expect(groups).toHaveLength(1);
    expect(groups[0]!.ids).toEqual(["a", "b"]);
    expect(groups[0]!.likeness).toBeGreaterThan(0.7);
    expect(groups[0]!.likeness).toBeLessThan(1);
  });

  test("short texts and those with pictures are never nearly the same", async () => {
    const groups = await findTwice(
      [
        text("a", "好的呢"),
        text("b", "好的呀"),
        text("c", "看图片就知道了", { pieces: true }),
        text("d", "看图片就知道了", { pieces: true }),
      ],
      pause,
    );
    expect(groups).toEqual([]);
  });

  test("finds what comparing each with each finds, in a library of thousands", async () => {
    const corpus = makeCorpus(1_500, 7).map(({ id, body }) => text(id, body));
    // Every fifth has a copy with a few characters changed.
    const copies = corpus
      .filter(({ body }, at) => at % 5 === 0 && body.length > 40)
      .map(({ id, body }) => text(`${id} copy`, `${body.slice(0, -3)}谢谢`));
    const groups = await findTwice([...corpus, ...copies], pause);
    const together = new Set(groups.flatMap(({ ids }) => ids));
    const missed = copies.filter(({ id }) => !together.has(id));
    expect(missed.length / copies.length).toBeLessThan(0.03);
    expect(new Set(groups.flatMap(({ ids }) => ids)).size).toBe(
      groups.flatMap(({ ids }) => ids).length,
    );
  });
});
