import { describe, expect, it } from "vitest";
import { existingWith, phraseWith } from "../../../../test/support/files.ts";
import type { ReadPhrase } from "./cells.ts";
import { planRows, type Plan } from "./plan.ts";
import type { ContentField, ExistingPhrase, NewPhrase } from "./transferPort.ts";

const FIELDS: readonly ContentField[] = [
  "title",
  "body",
  "shortcut",
  "category",
  "tags",
  "shop",
  "favourite",
  "hotkey",
  "sendMode",
  "note",
];

function rows(...phrases: Partial<NewPhrase>[]): ReadPhrase[] {
  return phrases.map((phrase, index) => ({
    row: index + 2,
    phrase: phraseWith(phrase),
    given: new Set(FIELDS.filter((field) => field in phrase)),
  }));
}

function plan(
  read: ReadPhrase[],
  existing: ExistingPhrase[],
  onConflict: "skip" | "overwrite" | "both" = "skip",
): Plan {
  return planRows(read, existing, {
    onConflict,
    hotkeyColumn: "快捷键",
    shortcutColumn: "快捷编码",
  });
}

const counts = ({ additions, changes, duplicates, skipped, refused }: Plan): number[] => [
  additions.length,
  changes.length,
  duplicates,
  skipped,
  refused.length,
];

const A = "0b7a6f1e-1111-4222-8333-444455556666";
const OLD = existingWith(A, {
  title: "发货",
  body: "今天发",
  shortcut: "fh",
  category: ["售后"],
  note: "旧",
});

describe("planRows", () => {
  it("adds what is not there", () => {
    const result = plan(rows({ title: "退货", body: "七天内" }), [OLD]);
    expect(counts(result)).toEqual([1, 0, 0, 0, 0]);
    expect(result.additions[0]).toMatchObject({ row: 2, phrase: { title: "退货" } });
  });

  it("matches by id, by code in the same shop, and by title and body", () => {
    const same = { title: "发货", body: "今天发" };
    expect(counts(plan(rows({ ...same, id: A, note: "新" }), [OLD]))).toEqual([0, 0, 0, 1, 0]);
    expect(counts(plan(rows({ body: "明天发", shortcut: "FH" }), [OLD]))).toEqual([0, 0, 0, 1, 0]);
    expect(counts(plan(rows({ body: "明天发", shortcut: "fh", shop: "二店" }), [OLD]))).toEqual([
      1, 0, 0, 0, 0,
    ]);
    expect(counts(plan(rows({ ...same, shortcut: "" }), [OLD]))).toEqual([0, 0, 0, 1, 0]);
    expect(counts(plan(rows(same), [OLD]))).toEqual([0, 0, 1, 0, 0]);
    expect(counts(plan(rows({ body: "今天发" }), [OLD]))).toEqual([0, 0, 1, 0, 0]);
  });

  it("overwrites only what the file speaks of, and names the differences", () => {
    const result = plan(
      rows({ body: "明天发", shortcut: "fh", category: ["售后", "物流"] }),
      [OLD],
      "overwrite",
    );
    expect(result.changes).toEqual([
      {
        row: 2,
        id: A,
        title: "发货",
        changes: { body: "明天发", category: ["售后", "物流"] },
        differences: [
          { field: "body", before: "今天发", after: "明天发" },
          { field: "category", before: "售后", after: "售后 / 物流" },
        ],
      },
    ]);
  });

  it("keeps both when asked, the copy without the hotkey and with an id of its own", () => {
    const old = { ...OLD, hotkey: "Ctrl+1" };
    const result = plan(
      rows({ id: A, title: "发货", body: "新", hotkey: "Ctrl+1" }),
      [old],
      "both",
    );
    expect(counts(result)).toEqual([1, 0, 0, 0, 0]);
    expect(result.additions[0]?.phrase.hotkey).toBeNull();
    expect(result.additions[0]?.phrase.id).toBeUndefined();
  });

  it("treats repetitions inside the file by the same rule", () => {
    const read = rows(
      { body: "一", shortcut: "a" },
      { body: "二", shortcut: "a" },
      { body: "一", shortcut: "a" },
    );
    const bodies = (result: Plan): string[] => result.additions.map(({ phrase }) => phrase.body);
    expect(counts(plan(read, []))).toEqual([1, 0, 1, 1, 0]);
    expect(bodies(plan(read, []))).toEqual(["一"]);
    expect(counts(plan(read, [], "overwrite"))).toEqual([1, 0, 0, 2, 0]);
    expect(bodies(plan(read, [], "overwrite"))).toEqual(["一"]);
    expect(counts(plan(read, [], "both"))).toEqual([2, 0, 1, 0, 0]);
    expect(bodies(plan(read, [], "both"))).toEqual(["一", "二"]);
  });

  it("counts a phrase changed twice once, and one changed back not at all", () => {
    const twice = plan(
      rows({ body: "一", shortcut: "fh" }, { body: "二", shortcut: "fh" }),
      [OLD],
      "overwrite",
    );
    expect(counts(twice)).toEqual([0, 1, 0, 1, 0]);
    expect(twice.changes[0]).toMatchObject({ row: 3, changes: { body: "二" } });
    const back = plan(
      rows({ body: "一", shortcut: "fh" }, { body: "今天发", shortcut: "fh" }),
      [OLD],
      "overwrite",
    );
    expect(counts(back)).toEqual([0, 0, 1, 1, 0]);
  });

  it("does not touch the trash, and gives a new id where one is taken there", () => {
    const result = plan(rows({ id: A, title: "发货", body: "今天发" }), [
      { ...OLD, trashed: true },
    ]);
    expect(counts(result)).toEqual([1, 0, 0, 0, 0]);
    expect(result.additions[0]?.phrase.id).toBeUndefined();
  });

  it("refuses a hotkey that another phrase has", () => {
    const old = { ...OLD, hotkey: "Ctrl+1" };
    const result = plan(
      rows(
        { body: "x", hotkey: "Ctrl+1" },
        { body: "y", hotkey: "Ctrl+2" },
        { body: "z", hotkey: "Ctrl+2" },
      ),
      [old],
    );
    expect(counts(result)).toEqual([1, 0, 0, 0, 2]);
    expect(result.refused[0]).toEqual({
      row: 2,
      column: "快捷键",
      code: "hotkey_taken_phrase",
      params: { accelerator: "Ctrl+1", title: "发货" },
    });
  });

  it("is deterministic and puts every row into one count", () => {
    const read = Array.from({ length: 2_000 }, (_, n) => ({
      body: `正文${n % 700}`,
      shortcut: n % 3 === 0 ? `k${n % 90}` : "",
      title: `t${n % 500}`,
    }));
    for (const onConflict of ["skip", "overwrite", "both"] as const) {
      const first = plan(rows(...read), [OLD], onConflict);
      expect(plan(rows(...read), [OLD], onConflict)).toEqual(first);
      expect(counts(first).reduce((sum, count) => sum + count, 0)).toBe(read.length);
    }
  });

  it("stays quick when thousands of rows share a code", () => {
    const read = Array.from({ length: 20_000 }, (_, n) => ({ body: `正文${n}`, shortcut: "same" }));
    expect(counts(plan(rows(...read), [], "both"))).toEqual([20_000, 0, 0, 0, 0]);
  });

  it("names the pictures and messages that a new body takes with it; what the file leaves alone stays", () => {
    const segments = [
      { kind: "text" as const, text: "今天发" },
      { kind: "picture" as const, picture: "ab".repeat(32) },
    ];
    const several = existingWith(A, { title: "发货", body: "今天发", shortcut: "fh", segments });
    const [change] = plan(rows({ shortcut: "fh", body: "明天发" }), [several], "overwrite").changes;
    expect(change?.differences.map(({ field }) => field)).toEqual(["body", "segments"]);
    expect(change?.changes).toMatchObject({ body: "明天发", segments: [] });
    const noted = plan(
      rows({ shortcut: "fh", body: "今天发", note: "新" }),
      [several],
      "overwrite",
    );
    expect(noted.changes[0]?.changes).toEqual({ note: "新" });
  });
});
