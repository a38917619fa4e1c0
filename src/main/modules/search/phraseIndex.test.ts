import { describe, expect, test } from "vitest";
import type { SearchDoc } from "./phraseIndex.ts";
import { createPhraseIndex } from "./phraseIndex.ts";

const NOW = Date.UTC(2026, 10, 1);
const DAY = 86_400_000;

function doc(id: string, fields: Partial<SearchDoc> = {}): SearchDoc {
  return {
    id,
    title: "",
    body: "",
    shortcut: "",
    tags: [],
    path: [],
    shop: "",
    favourite: false,
    useCount: 0,
    lastUsedAt: null,
    ...fields,
  };
}

const LIBRARY = [
  doc("address", {
    title: "退货地址",
    body: "请寄回页面上的地址。",
    shortcut: "thdz",
    path: ["售后"],
  }),
  doc("exchange", {
    title: "退换货流程",
    body: "先申请，再寄回。",
    shortcut: "thh",
    tags: ["换货"],
  }),
  doc("ship", { title: "发货时间", body: "付款后48小时内发出，周末顺延。", shortcut: "fh" }),
  doc("praise", { title: "官方好评", body: "谢谢支持" }),
  doc("price", { title: "到手价", body: "满300减50，折扣叠加", tags: ["優惠券"] }),
  doc("trad", { title: "發票抬頭", body: "請提供公司名稱", shortcut: "FP2" }),
  doc("bank", { title: "重复付款", body: "银行会退还，型号ＡＢ-12也一样" }),
  doc("green", { title: "绿色耳机", body: "颜色略深，iPhone可用" }),
];

async function indexOf(docs: readonly SearchDoc[]) {
  const index = createPhraseIndex(() => NOW);
  await index.build(docs);
  return index;
}

async function find(text: string, docs: readonly SearchDoc[] = LIBRARY): Promise<string[]> {
  const index = await indexOf(docs);
  return index.search(text, { limit: 20 }).map(({ id }) => id);
}

describe("finds", () => {
  test.each([
    ["Chinese substring", "货地", ["address"]],
    ["Chinese in the body", "周末", ["ship"]],
    ["one character", "址", ["address"]],
    ["initials", "thhlc", ["exchange"]],
    ["initials within", "hhlc", ["exchange"]],
    ["one letter", "j", ["address", "exchange", "price", "ship", "green"]],
    ["full pinyin", "tuihuodizhi", ["address"]],
    ["pinyin, last syllable begun", "tuihuodi", ["address"]],
    ["a syllable that begins another", "tuihuand", []],
    [
      "a syllable that is itself and a beginning",
      "hu",
      ["address", "exchange", "price", "ship", "bank"],
    ],
    ["a compound initial", "chongf", ["bank"]],
    ["initials of two letters", "shjian", ["ship"]],
    ["hanzi then pinyin", "退huo", ["address"]],
    ["pinyin then hanzi", "fa货", ["ship"]],
    ["hanzi then initials", "发hsj", ["ship"]],
    ["a shortcut", "fp2", ["trad"]],
    ["the beginning of a shortcut", "thd", ["address"]],
    ["terms in any order", "流程 退换", ["exchange"]],
    ["terms in different fields", "售后 寄回 地址", ["address"]],
    ["terms, one not there", "售后 发票", []],
    ["a shortcut beside another term", "fp2 公司", ["trad"]],
    ["a tag", "换货", ["exchange"]],
    ["a category", "shouhou", ["address"]],
    ["digits", "48", ["ship"]],
    ["digits and hanzi", "满300减50", ["price"]],
    ["full width in the text", "ab-12", ["bank"]],
    ["full width in the query", "ＴＨＤＺ", ["address"]],
    ["upper case in the query", "IPHONE", ["green"]],
    ["upper case in the text", "iphonek", ["green"]],
    ["traditional by simplified", "发票抬头", ["trad"]],
    ["traditional tag by simplified", "优惠券", ["price"]],
    ["simplified by traditional", "退貨", ["address"]],
    ["traditional by pinyin", "fapiao", ["trad"]],
    ["a heteronym one way", "chongfu", ["bank"]],
    ["a heteronym the other way", "zhongfu", ["bank"]],
    ["a heteronym's initial", "yxh", ["bank"]],
    ["ü as v", "lvse", ["green"]],
    ["ü as ü", "lüse", ["green"]],
    ["üe as ue", "lueshen", ["green"]],
    ["punctuation", "。", ["address", "exchange", "ship"]],
    ["nothing", "不存在", []],
    ["letters nobody has", "qqq", []],
    ["blank", " 　", []],
  ])("%s: %s", async (_, text, expected) => {
    const found = await find(text);
    expect(found.toSorted()).toEqual(expected.toSorted());
  });
});

describe("ranks", () => {
  test("by place: exact shortcut, whole title, start of a shortcut, of the title, of a word, title, label, body", async () => {
    const docs = [
      doc("body", { title: "一", body: "先退款", useCount: 900, lastUsedAt: NOW, favourite: true }),
      doc("label", { title: "二", tags: ["退款"], useCount: 800, lastUsedAt: NOW }),
      doc("word", { title: "申请 退款", useCount: 500, lastUsedAt: NOW }),
      doc("start", { title: "退款到账", useCount: 400 }),
      doc("shortcutStart", { title: "三", shortcut: "退款1", useCount: 30 }),
      doc("whole", { title: "退款", useCount: 20 }),
      doc("shortcut", { title: "四", shortcut: "退款" }),
    ];
    const expected = ["shortcut", "whole", "shortcutStart", "start", "word", "label", "body"];
    expect(await find("退款", docs)).toEqual(expected);
  });

  test("the beginning of a word before its middle", async () => {
    expect(await find("fh", LIBRARY.slice(2, 4))).toEqual(["ship", "praise"]);
    const unmarked = LIBRARY.slice(2, 4).map((each) => ({ ...each, shortcut: "", useCount: 0 }));
    const inside = unmarked.map((each) => ({ ...each, title: `关于${each.title}` }));
    expect(await find("fh", inside)).toEqual(["ship", "praise"]);
  });

  test("then favourites, frequency, recency and short titles", async () => {
    const docs = [
      doc("plain", { title: "退款说明" }),
      doc("long", { title: "退款说明（请先看完再回复买家）" }),
      doc("often", { title: "退款说明", useCount: 40, lastUsedAt: NOW - 90 * DAY }),
      doc("lately", { title: "退款说明", useCount: 40, lastUsedAt: NOW - DAY }),
      doc("loved", { title: "退款说明", useCount: 40, lastUsedAt: NOW - DAY, favourite: true }),
    ];
    expect(await find("退款", docs)).toEqual(["loved", "lately", "often", "plain", "long"]);
  });

  test("a shop's own before those of no shop, without those of others", async () => {
    const index = await indexOf([
      doc("none", { title: "退款", useCount: 99, lastUsedAt: NOW }),
      doc("other", { title: "退款", shop: "乙" }),
      doc("own", { title: "退款", shop: "甲" }),
    ]);
    const ids = (shop: string | null) => index.search("tk", { limit: 9, shop }).map(({ id }) => id);
    expect(ids("甲")).toEqual(["own", "none"]);
    expect(ids(null)).toHaveLength(3);
  });
});

describe("marks", () => {
  test.each([
    ["退huo", "address", { title: ["退货"], body: [], shortcut: [] }],
    ["thd", "address", { title: ["退货地"], body: [], shortcut: ["thd"] }],
    ["发票", "trad", { title: ["發票"], body: [], shortcut: [] }],
    ["fp", "trad", { title: ["發票"], body: [], shortcut: ["FP"] }],
    ["抬头 gongsi", "trad", { title: ["抬頭"], body: ["公司"], shortcut: [] }],
    ["ab-12", "bank", { title: [], body: ["ＡＢ-12"], shortcut: [] }],
    ["寄回 huiye", "address", { title: [], body: ["寄回页"], shortcut: [] }],
  ])("%s in %s", async (text, id, expected) => {
    const index = await indexOf(LIBRARY);
    const hit = index.search(text, { limit: 20 }).find((each) => each.id === id)!;
    const written = LIBRARY.find((each) => each.id === id)!;
    const cut = (field: "title" | "body" | "shortcut") =>
      hit.marks[field].map(([start, end]) => written[field].slice(start, end));
    expect({ title: cut("title"), body: cut("body"), shortcut: cut("shortcut") }).toEqual(expected);
  });
});

describe("changes", () => {
  test("are found at once, and what was before is not", async () => {
    const index = await indexOf(LIBRARY);
    index.upsert(doc("address", { title: "换新地址" }));
    index.upsert(doc("new", { title: "退货新说明" }));
    index.remove("exchange");
    expect(index.matchAll("退货")).toEqual(["new"]);
    expect(index.matchAll("hxdz")).toEqual(["address"]);
    expect(index.matchAll("thhlc")).toEqual([]);
    expect(index.size).toBe(LIBRARY.length);
    index.remove("new");
    index.remove("new");
    expect(index.matchAll("退货")).toEqual([]);
    expect(index.size).toBe(LIBRARY.length - 1);
  });

  test("use lifts a phrase", async () => {
    const index = await indexOf([doc("a", { title: "退款" }), doc("b", { title: "退款" })]);
    expect(index.matchAll("tk")).toEqual(["a", "b"]);
    index.used("b", 3, NOW);
    expect(index.matchAll("tk")).toEqual(["b", "a"]);
    index.used("unknown", 3, NOW);
    expect(index.size).toBe(2);
  });

  test("many are merged without a gap", async () => {
    const docs = Array.from({ length: 3000 }, (_, i) => doc(`p${i}`, { title: `退款${i}` }));
    const index = await indexOf(docs);
    for (let i = 0; i < 900; i++) index.upsert(doc(`p${i}`, { title: `补发${i}` }));
    expect(index.pending).toBe(900);
    while (index.pending > 0) {
      await new Promise((resolve) => setImmediate(resolve));
      // Changed while the merge is under way.
      if (index.pending > 400) index.upsert(doc("p2999", { title: "补发2999" }));
      expect(index.matchAll("补发").length).toBeGreaterThanOrEqual(900);
      expect(index.matchAll("bufa 2999")).toEqual(["p2999"]);
      if (index.pending < 400) break;
    }
    expect(index.matchAll("补发")).toHaveLength(901);
    expect(index.matchAll("退款")).toHaveLength(2099);
    expect(index.size).toBe(3000);
  });
});

describe("building", () => {
  const many = Array.from({ length: 4000 }, (_, i) => doc(`n${i}`, { title: `新的退款说明${i}` }));

  test("lets the old answer until it is done, keeps changes made meanwhile, leaves turns to others", async () => {
    const index = createPhraseIndex(() => NOW);
    expect(index.ready).toBe(false);
    await index.build(LIBRARY);
    expect(index.ready).toBe(true);
    const building = index.build(many);
    let turns = 0;
    const state = { done: false };
    void building.then(() => (state.done = true));
    index.upsert(doc("meanwhile", { title: "退货地址二" }));
    index.remove("n7");
    while (!state.done) {
      turns++;
      const found = index.matchAll("退货地址");
      if (found.length > 1) expect(found.toSorted()).toEqual(["address", "meanwhile"]);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(turns).toBeGreaterThan(5);
    expect(index.matchAll("退货地址")).toEqual(["meanwhile"]);
    expect(index.size).toBe(4000);
    expect(index.search("新的退款说明7", { limit: 50 }).map(({ id }) => id)).not.toContain("n7");
  });

  test("given up leaves the old in place", async () => {
    const index = await indexOf(LIBRARY);
    const giveUp = new AbortController();
    const building = index.build(many, { signal: giveUp.signal });
    giveUp.abort(new Error("given up"));
    await expect(building).rejects.toThrow("given up");
    expect(index.matchAll("退货")).toEqual(["address"]);
    expect(index.size).toBe(LIBRARY.length);
  });

  test("begun twice, the newest wins", async () => {
    const index = createPhraseIndex(() => NOW);
    const first = index.build(many);
    const second = index.build(LIBRARY);
    await Promise.all([first, second]);
    expect(index.size).toBe(LIBRARY.length);
    expect(index.ready).toBe(true);
  });
});

test("accept and limit hold", async () => {
  const docs = Array.from({ length: 300 }, (_, i) => doc(`p${i}`, { title: `退款${i}` }));
  const index = await indexOf(docs);
  expect(index.search("退", { limit: 5 })).toHaveLength(5);
  const accepted = index.search("退", { limit: 5, accept: (id) => id === "p299" });
  expect(accepted.map(({ id }) => id)).toEqual(["p299"]);
  expect(index.matchAll("t", (id) => id.endsWith("0"))).toHaveLength(30);
});

test("a query made to be slow is not", async () => {
  const index = await indexOf([doc("a", { title: "南安".repeat(90), body: "安".repeat(20_000) })]);
  const began = performance.now();
  for (const text of ["nan".repeat(160), "an".repeat(250), "a".repeat(500), "z".repeat(500)]) {
    index.search(text, { limit: 20 });
  }
  expect(performance.now() - began).toBeLessThan(5_000);
});
