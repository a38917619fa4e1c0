import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import readXlsxFile from "read-excel-file/node";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  libraryOf,
  makeTestFolder,
  openTransferLibrary,
  phraseWith,
  type TestFolder,
  type TransferLibrary,
} from "../../../../test/support/files.ts";
import type { ImportFormat } from "../../../shared/contract/transfer.ts";
import { exportPhrases } from "./exporter.ts";
import type { ImportOptions } from "./feed.ts";
import { applyImport, planImport } from "./importer.ts";
import type { NewPhrase, PhraseContent } from "./transferPort.ts";

const OPTIONS: ImportOptions = {
  format: null,
  mapping: null,
  header: null,
  onlySure: false,
  onConflict: "skip",
  normaliseHotkey: (text) => text,
};
const FORMATS: readonly ImportFormat[] = ["json", "csv", "tsv", "xlsx"];

let folder: TestFolder;
let library: TransferLibrary;
beforeEach(() => {
  folder = makeTestFolder();
  library = openTransferLibrary(join(folder.path, "data"));
});
afterEach(() => {
  library.database.close();
  folder.remove();
});

function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x100000000;
  };
}

const PARTS = [
  "亲",
  "退貨",
  "😊",
  "👨‍👩‍👧",
  "𠮷",
  "a",
  "007",
  " ",
  ",",
  "，",
  ";",
  "|",
  "\t",
  '"',
  '""',
  "'",
  "\n",
  "\r\n",
  "\r",
  "\\",
  "/",
  "&#13;",
  "&amp;",
  "=1+1",
  "+",
  "-",
  "@",
  "_x000D_",
  "<b>",
  "]]>",
  "{{买家}}",
  "未分组",
];

function randomPhrase(random: () => number, index: number): NewPhrase {
  const text = (most: number, parts = PARTS): string =>
    Array.from(
      { length: Math.floor(random() * most) },
      () => parts[Math.floor(random() * parts.length)],
    ).join("");
  const line = (most: number): string =>
    text(
      most,
      PARTS.filter((part) => !/[\r\n\t]/.test(part)),
    ).trim();
  const names = (most: number): string[] =>
    Array.from({ length: Math.floor(random() * (most + 1)) }, () => line(4)).filter(
      (name) => name !== "",
    );
  return {
    ...phraseWith({
      title: `${line(6)}#${index}`,
      body: `${text(20)}字${text(5)}`,
      shortcut: random() < 0.5 ? "" : `00${index}${line(2)}`,
      category: names(4),
      tags: [...new Set(names(5))],
      shop: line(3),
      favourite: random() < 0.5,
      hotkey: random() < 0.1 ? `Ctrl+Alt+F${index}` : null,
      sendMode: random() < 0.5 ? "send" : "paste",
      note: text(6),
    }),
    promise: random() < 0.3 ? `${1 + (index % 72)}小时内` : undefined,
    id: `00000000-0000-4000-8000-${index.toString(16).padStart(12, "0")}`,
    source: random() < 0.5 ? "mine" : "pack-1",
    createdAt: 1_700_000_000_000 - index,
    changedAt: 1_700_000_100_000 + index,
    useCount: index % 3,
    lastUsedAt: index % 3 === 0 ? null : 1_750_000_000_000 + index,
  };
}

const PHRASES = Array.from(
  { length: 300 },
  (
    (random) => (_: unknown, index: number) =>
      randomPhrase(random, index)
  )(randomOf(42)),
);

const FIELDS = [
  ...(["title", "body", "shortcut", "category", "tags", "shop", "favourite"] as const),
  ...(["hotkey", "sendMode", "note", "promise"] as const),
];

/** What every format carries of a phrase. */
const content = (phrase: PhraseContent): Partial<PhraseContent> =>
  Object.fromEntries(FIELDS.map((field) => [field, phrase[field]]));

describe("what is exported is imported again", () => {
  it.each(FORMATS)("as %s, in every field it carries", async (format) => {
    const path = join(folder.path, "out");
    const empty = [["空的"], ["空的", "里面/也空"]];
    const original = libraryOf(PHRASES, [
      ...PHRASES.map(({ category }) => category).filter(({ length }) => length > 0),
      ...empty,
    ]);
    expect(await exportPhrases(path, format, original)).toMatchObject({ count: PHRASES.length });
    const done = await applyImport({ path, name: "out" }, library.store, OPTIONS);
    expect(done.refused).toEqual([]);
    expect(done.added).toBe(PHRASES.length);
    const read = [...library.store.exported()];
    expect(read.map(content)).toEqual(PHRASES.map(content));
    if (format === "json") {
      expect(read).toEqual(PHRASES.map((phrase) => ({ ...phrase, trashed: false })));
      expect([...library.store.categoryPaths()]).toEqual(expect.arrayContaining(empty));
    }
    expect(await planImport({ path, name: "out" }, library.store, OPTIONS)).toMatchObject({
      format,
      added: 0,
      duplicates: PHRASES.length,
    });
  });

  it.each(FORMATS)(
    "from the real store as %s, without the trash, twice the same",
    async (format) => {
      await applyImport(
        folder.file("a.csv", "标题,内容,分组\n一,正文一,售后\n二,正文二,售前\n"),
        library.store,
        OPTIONS,
      );
      library.phrases.trash([[...library.store.exported()][0]?.id ?? ""]);
      const path = join(folder.path, "b");
      expect(await exportPhrases(path, format, library.store)).toMatchObject({ count: 1 });
      const other = openTransferLibrary(join(folder.path, "other"));
      try {
        await applyImport({ path, name: "b" }, other.store, OPTIONS);
        expect([...other.store.exported()].map(content)).toEqual(
          [...library.store.exported()].map(content),
        );
      } finally {
        other.database.close();
      }
    },
  );

  it("exports an empty library as a file that can be imported", async () => {
    for (const format of FORMATS) {
      const path = join(folder.path, `empty.${format}`);
      expect(await exportPhrases(path, format, libraryOf([]))).toMatchObject({ count: 0 });
      expect(await planImport({ path, name: "empty" }, library.store, OPTIONS)).toMatchObject({
        format,
        rows: 0,
      });
    }
  });

  it("leaves the old file and no remains when an export fails", async () => {
    const source = folder.file("keep.csv", "old");
    const broken = {
      pictures: { read: async () => null },
      categoryPaths: () => [],
      *exported() {
        yield* libraryOf([phraseWith({ title: "a", body: "b" })]).exported();
        throw new Error("stop");
      },
    };
    for (const format of FORMATS) {
      await expect(exportPhrases(source.path, format, broken)).rejects.toThrow("stop");
    }
    expect(readFileSync(source.path, "utf8")).toBe("old");
    expect(readdirSync(folder.path).toSorted()).toEqual(["data", "keep.csv"]);
  });

  it("fails in plain words where the file cannot be written", async () => {
    const path = join(folder.path, "no", "such", "folder.json");
    await expect(exportPhrases(path, "json", libraryOf([]))).rejects.toMatchObject({
      code: "ENOENT",
    });
  });

  it("reads a workbook as another reader does", async () => {
    const path = join(folder.path, "a.xlsx");
    const plain = PHRASES.filter(
      ({ body, note }) => !/[\r\t]|_x|^\s|\s$/.test(body) && !/[\r\t]|_x|^\s|\s$/.test(note),
    );
    await exportPhrases(path, "xlsx", libraryOf(plain));
    const [sheet] = await readXlsxFile(path, { trim: false });
    const titles = (sheet?.data ?? []).slice(1).map((row) => row[1]);
    expect(titles).toEqual(plain.map(({ body }) => body));
  });
});
