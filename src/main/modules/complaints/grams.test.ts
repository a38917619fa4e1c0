import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { gramsOf, matchFor } from "./grams.ts";

test("pieces overlap: two of Chinese, four of numbers and Latin words", () => {
  expect(gramsOf("外箱破 T12345")).toBe("外箱 箱破 破 t123 1234 2345 345 45 5");
  expect(matchFor("箱破")).toBe('"箱破"');
  expect(matchFor("破")).toBe('"破" *');
  expect(matchFor("12345 外")).toBe('"1234 2345" AND "外" *');
  expect(matchFor(" ！")).toBeNull();
});

test("whatever part of a text is asked for finds it, and nothing that is not in it", () => {
  const database = new Database(":memory:");
  database.exec(
    "CREATE VIRTUAL TABLE words USING fts5 (grams, content = '', contentless_delete = 1)",
  );
  const letters = "快递破损退款灯a1b2c3ß한 é，.";
  let state = 7;
  const pick = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const make = (length: number): string =>
    Array.from({ length }, () => [...letters][pick([...letters].length)]).join("");
  const texts = Array.from({ length: 200 }, () => make(5 + pick(40)));
  for (const [index, text] of texts.entries())
    database
      .prepare("INSERT INTO words (rowid, grams) VALUES (?, ?)")
      .run(index + 1, gramsOf(text));
  const find = database.prepare("SELECT rowid FROM words WHERE words MATCH ?").pluck();
  const plain = (text: string): string => text.normalize("NFKC").toLowerCase();
  const runs = (text: string): string[] =>
    plain(text).match(/[a-z0-9]+|(?:(?![a-z0-9])[\p{L}\p{N}\p{M}])+/gu) ?? [];
  for (let round = 0; round < 400; round += 1) {
    const text = texts[pick(texts.length)]!;
    const start = pick(text.length);
    const query = round % 2 === 0 ? text.slice(start, start + 1 + pick(8)) : make(1 + pick(4));
    const match = matchFor(query);
    if (match === null) continue;
    const expected = texts.flatMap((each, index) => {
      const parts = runs(each);
      return runs(query).every((run) => parts.some((part) => part.includes(run)))
        ? [index + 1]
        : [];
    });
    expect(find.all(match), query).toEqual(expected);
  }
  database.close();
});
