import { describe, expect, test } from "vitest";
import { seeded, starterCorpus } from "../../../../bench/support/corpus.ts";
import { chinese } from "../../core/language.ts";
import { type AnswerDoc, createAnswerIndex } from "./answerIndex.ts";

const doc = (id: string, changes: Partial<AnswerDoc> = {}): AnswerDoc => ({
  id,
  title: "",
  body: "您好",
  questions: [],
  tags: [],
  path: [],
  shop: "",
  favourite: false,
  useCount: 0,
  ...changes,
});

const shipping = doc("shipping", { title: "发货时间", body: "付款后48小时内发出。" });
const refund = doc("refund", { title: "退款到账时间", body: "一到七个工作日原路退回。" });
const gift = doc("gift", { title: "送礼推荐", body: "建议选礼盒装。" });

async function indexOf(...docs: AnswerDoc[]) {
  const index = createAnswerIndex(chinese);
  await index.build(docs);
  return index;
}

const idsOf = (found: readonly { phraseId: string }[]): string[] =>
  found.map(({ phraseId }) => phraseId);

describe("the best answers", () => {
  test("are found by other words than those of the phrase", async () => {
    const index = await indexOf(shipping, refund, gift);
    expect(idsOf(index.best("啥时候能寄出来呀"))[0]).toBe("shipping");
    expect(idsOf(index.best("钱几天退回来"))[0]).toBe("refund");
    expect(idsOf(index.best("想买给丈母娘过生日"))[0]).toBe("gift");
  });

  test("say which of the buyer's words led to them, as they were written", async () => {
    const index = await indexOf(shipping, refund, gift);
    const [best] = index.best("請問什麼時候發貨呀");
    expect(best?.phraseId).toBe("shipping");
    expect(best?.why).toEqual(["什麼時候發貨"]);
    expect(best?.why.every((word) => "請問什麼時候發貨呀".includes(word))).toBe(true);
  });

  test("are none for what is not asked", async () => {
    const index = await indexOf(shipping, refund, gift);
    for (const text of ["", "   ", "👍", "[图片]", "https://a.example/退款", "asdf", "。。。"])
      expect(index.best(text)).toEqual([]);
  });

  test("never more than wanted, best first", async () => {
    const index = await indexOf(shipping, refund, gift);
    const all = index.best("发货和退款要多长时间", { limit: 10 });
    expect(all.length).toBe(2);
    expect(all[0]!.score).toBeGreaterThanOrEqual(all[1]!.score);
    expect(index.best("发货和退款要多长时间", { limit: 1 })).toEqual([all[0]]);
  });

  test("a question known word for word comes first, whatever else is like it", async () => {
    const taught = doc("taught", { title: "老地方", questions: ["老样子给我发两箱"] });
    const index = await indexOf(shipping, refund, gift, taught);
    const [best] = index.best("老样子 给我发两箱！");
    expect(best?.phraseId).toBe("taught");
    expect(best?.score).toBeGreaterThan(1);
  });

  test("of equals the one often used comes first", async () => {
    const often = { ...shipping, id: "often", useCount: 80 };
    const index = await indexOf(shipping, often, refund);
    expect(idsOf(index.best("什么时候发货"))).toEqual(["often", "shipping"]);
    index.used("shipping", 500);
    expect(idsOf(index.best("什么时候发货"))).toEqual(["shipping", "often"]);
  });

  test("are of the shop or of no shop", async () => {
    const index = await indexOf(
      { ...shipping, id: "ours", shop: "灯饰旗舰店" },
      { ...shipping, id: "theirs", shop: "家居馆" },
      shipping,
    );
    const found = idsOf(index.best("什么时候发货", { shop: "灯饰旗舰店" }));
    expect(found.toSorted()).toEqual(["ours", "shipping"]);
    expect(index.best("什么时候发货").length).toBe(3);
  });

  test("that hold just now come before their equals", async () => {
    const index = await indexOf({ ...shipping, useCount: 5 }, { ...shipping, id: "campaign" });
    const favoured = new Set(["campaign"]);
    expect(idsOf(index.best("什么时候发货"))[0]).toBe("shipping");
    expect(idsOf(index.best("什么时候发货", { favoured }))[0]).toBe("campaign");
  });

  test("leave out what is not accepted", async () => {
    const index = await indexOf(shipping, { ...shipping, id: "old" });
    expect(idsOf(index.best("什么时候发货", { accept: (id) => id !== "old" }))).toEqual([
      "shipping",
    ]);
  });

  test("of a role come even when nothing of the question fits, and each once", async () => {
    const calm = doc("calm", { title: "情绪安抚开场", tags: ["安抚"] });
    const index = await indexOf(calm, shipping, doc("other", { path: ["投诉", "道歉"] }));
    expect(idsOf(index.best("zzz", { roles: ["calm"] }))).toEqual(["calm"]);
    expect(idsOf(index.best("情绪安抚", { roles: ["calm"], limit: 5 }))).toEqual(["calm"]);
    index.upsert(doc("new", { tags: ["安抚"] }));
    expect(idsOf(index.best("zzz", { roles: ["calm"] })).toSorted()).toEqual(["calm", "new"]);
  });
});

describe("changes", () => {
  test("are seen at once", async () => {
    const index = await indexOf(shipping, refund);
    index.upsert(gift);
    expect(idsOf(index.best("送礼"))).toEqual(["gift"]);
    index.upsert({ ...gift, title: "开发票", body: "订单页申请。" });
    expect(idsOf(index.best("送礼"))).toEqual([]);
    expect(idsOf(index.best("能开票吗"))).toEqual(["gift"]);
    index.remove("gift");
    expect(idsOf(index.best("能开票吗"))).toEqual([]);
    expect(index.size).toBe(2);
  });

  test("made while it is built are kept", async () => {
    const index = createAnswerIndex(chinese);
    function* slowly(): Generator<AnswerDoc> {
      yield shipping;
      index.upsert(gift);
      index.remove("refund");
      yield refund;
    }
    expect(index.ready).toBe(false);
    await index.build(slowly());
    expect(index.ready).toBe(true);
    expect(index.size).toBe(2);
    expect(idsOf(index.best("送礼"))).toEqual(["gift"]);
    expect(idsOf(index.best("退款"))).toEqual([]);
  });

  test("a build that is given up leaves what was there", async () => {
    const index = await indexOf(shipping);
    const giveUp = new AbortController();
    function* endless(): Generator<AnswerDoc> {
      for (let at = 0; ; at++) {
        if (at === 5) giveUp.abort(new Error("enough"));
        yield { ...gift, id: `gift ${at}`, body: "礼".repeat(400) };
      }
    }
    await expect(index.build(endless(), { signal: giveUp.signal })).rejects.toThrow("enough");
    expect(index.size).toBe(1);
    expect(idsOf(index.best("什么时候发货"))).toEqual(["shipping"]);
  });

  test("any order of changes ends where a new index begins", async () => {
    const random = seeded(11);
    const all = starterCorpus().map((phrase) => ({ ...phrase, questions: [phrase.title] }));
    const index = createAnswerIndex(chinese);
    await index.build(all.slice(0, 100));
    const alive = new Map(all.slice(0, 100).map((each) => [each.id, each]));
    for (let turn = 0; turn < 400; turn++) {
      const phrase = all[Math.floor(random() * all.length)]!;
      if (random() < 0.4) {
        index.remove(phrase.id);
        alive.delete(phrase.id);
      } else {
        index.upsert(phrase);
        alive.set(phrase.id, phrase);
      }
      if (turn === 200) await index.build(alive.values());
    }
    expect(index.size).toBe(alive.size);
    for (const phrase of all) {
      const found = idsOf(index.best(phrase.title, { limit: 400 }));
      expect(found.every((id) => alive.has(id))).toBe(true);
      // Its own title is a question it knows: none can be before it but one of the same words.
      if (alive.has(phrase.id)) expect(found.slice(0, 2)).toContain(phrase.id);
      expect(new Set(found).size).toBe(found.length);
    }
  });
});
