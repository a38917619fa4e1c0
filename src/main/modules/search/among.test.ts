import { expect, test } from "vitest";
import { CORPUS_NOW, makeCorpus, seeded } from "../../../../bench/support/corpus.ts";
import { createPhraseIndex } from "./phraseIndex.ts";

const QUERIES = "退|货|的|t|th|fh|48|退货|发票|thh|fahuo|退huo|破损 照片|不存在的词".split("|");

test("among a few finds what a search of all would have found of them", async () => {
  const random = seeded(7);
  const corpus = makeCorpus(1_200, 7);
  const index = createPhraseIndex(() => CORPUS_NOW);
  await index.build(corpus.slice(0, 1_000));
  // Some in the main part, some among the changes, some gone, some never there.
  for (const phrase of corpus.slice(1_000)) index.upsert(phrase);
  for (const { id } of corpus.slice(0, 50)) index.remove(id);
  const few = new Set(corpus.filter(() => random() < 0.2).map(({ id }) => id));
  for (const query of QUERIES) {
    const found = index.among(query, [...few, "never there"]).map(({ id }) => id);
    const all = index.matchAll(query, (id) => few.has(id));
    expect(new Set(found)).toEqual(new Set(all));
    expect(found).toHaveLength(all.length);
    const marks = new Map(index.search(query, { limit: 5_000 }).map((hit) => [hit.id, hit.marks]));
    for (const hit of index.among(query, few)) expect(hit.marks).toEqual(marks.get(hit.id));
  }
  expect(index.among("", few)).toEqual([]);
});

test("among a few of a shop, that shop's own come first and other shops' not at all", async () => {
  const index = createPhraseIndex(() => CORPUS_NOW);
  const base = { body: "", shortcut: "", tags: [], path: [], favourite: false } as const;
  const use = { useCount: 0, lastUsedAt: null, changedAt: 0 };
  const [sample] = makeCorpus(1, 1);
  const doc = (id: string, shop: string) => ({
    ...sample!,
    ...base,
    ...use,
    id,
    shop,
    title: "满减",
  });
  await index.build([doc("a", ""), doc("b", "甲店"), doc("c", "乙店")]);
  expect(index.among("满减", ["a", "b", "c"], "甲店").map(({ id }) => id)).toEqual(["b", "a"]);
});
