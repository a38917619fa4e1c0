import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { GATE_LIMITS } from "../../../shared/contract/gate.ts";
import { BUNDLED_KINDS, expand, readBundled } from "./bundled.ts";
import { exceptionsOf } from "./exceptions.ts";
import { compileList, findWords } from "./matcher.ts";
import { foldWord } from "./view.ts";

const assets = join(import.meta.dirname, "../../../../assets");
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
const entries = readBundled(
  BUNDLED_KINDS.map((kind) => readJson(join(assets, "gate", `${kind}.json`))),
);
const lists = [compileList(entries)];

test("braces make every combination", () => {
  expect(expand("{a,b}c{,d}")).toEqual(["ac", "acd", "bc", "bcd"]);
  expect(expand("abc")).toEqual(["abc"]);
  expect(() => expand("{a,{b}}")).toThrow("braces");
  expect(() => expand("a}b")).toThrow("braces");
});

describe("the bundled lists", () => {
  test("hold entries of every kind", () => {
    for (const kind of BUNDLED_KINDS)
      expect([kind, entries.filter((each) => each.kind === kind).length]).toEqual([
        kind,
        expect.toSatisfy((count: number) => count > 100),
      ]);
    expect(entries.length).toBeGreaterThan(2_000);
  });

  test("no word stands twice", () => {
    const folded = entries.map(({ word }) => foldWord(word));
    expect(folded.filter((each, index) => folded.indexOf(each) !== index)).toEqual([]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  test("every entry finds itself, unless its own exception says otherwise", () => {
    const missed = entries
      .filter(({ word }) => findWords(lists, `，${word}。`).length === 0)
      .map(({ word }) => word);
    // Alone in a clause it counts off what follows: 第一，先断电.
    expect(missed).toEqual(["第一"]);
  });

  test("every exception is of use: it covers a spelling and is longer", () => {
    for (const entry of entries)
      for (const { letters, atStart, atEnd } of exceptionsOf(entry))
        if (!atStart && !atEnd)
          expect([entry.word, letters]).not.toEqual([entry.word, foldWord(entry.word)]);
  });

  test("words and replacements keep within the limits of the form", () => {
    for (const entry of entries) {
      expect(entry.word.length).toBeLessThanOrEqual(GATE_LIMITS.word);
      for (const each of entry.replacements)
        expect(each.length).toBeLessThanOrEqual(GATE_LIMITS.replacement);
    }
  });

  test("no replacement is itself a finding", () => {
    const bad = entries.flatMap(({ word, replacements }) =>
      replacements.filter((each) => findWords(lists, each).length > 0).map((each) => [word, each]),
    );
    expect(bad).toEqual([]);
  });
});

interface Judged {
  readonly firstSeen: unknown;
  readonly sentences: readonly {
    readonly round: number;
    readonly text: string;
    readonly expect: readonly { readonly kind: string; readonly word: string }[];
  }[];
}

describe("the judged sentences", () => {
  const { sentences } = readJson(join(assets, "../bench/judged-gate.json")) as Judged;
  const sums = new Map<string, { right: number; false: number; missed: number }>();
  const wrong: string[] = [];
  for (const { text, expect: named } of sentences) {
    const left = [...findWords(lists, text)];
    const sumOf = (kind: string) => {
      const sum = sums.get(kind) ?? { right: 0, false: 0, missed: 0 };
      sums.set(kind, sum);
      return sum;
    };
    for (const { kind, word } of named) {
      const start = text.indexOf(word);
      const hit = left.findIndex(
        (each) => each.kind === kind && each.start < start + word.length && start < each.end,
      );
      sumOf(kind)[hit < 0 ? "missed" : "right"] += 1;
      if (hit < 0) wrong.push(`missed ${word}: ${text}`);
      else left.splice(hit, 1);
    }
    for (const each of left) {
      sumOf(each.kind).false += 1;
      wrong.push(`false ${each.word}: ${text}`);
    }
  }

  test("are at least 300, true and false alarms of every kind", () => {
    expect(sentences.length).toBeGreaterThanOrEqual(300);
    expect(sentences.filter((each) => each.expect.length === 0).length).toBeGreaterThan(200);
    expect([...sums.keys()].toSorted()).toEqual([...BUNDLED_KINDS].toSorted());
  });

  test.each([...BUNDLED_KINDS])("%s: what is found is right, what is there is found", (kind) => {
    const sum = sums.get(kind)!;
    const shares = {
      precision: sum.right / (sum.right + sum.false),
      recall: sum.right / (sum.right + sum.missed),
    };
    expect(shares, wrong.join("\n")).toEqual({
      precision: expect.toSatisfy((share: number) => share >= 0.97),
      recall: expect.toSatisfy((share: number) => share >= 0.97),
    });
  });
});

test("nothing in the starter library is held back", () => {
  const { phrases } = readJson(join(assets, "starter/zh-CN.json")) as {
    phrases: { shortcut: string; body: string }[];
  };
  const findings = phrases.flatMap(({ shortcut, body }) =>
    findWords(lists, body).map(({ word }) => [shortcut, word]),
  );
  expect(findings).toEqual([]);
});
