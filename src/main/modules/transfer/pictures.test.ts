import { createHash } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openCore, type TestCore } from "../../../../test/support/core.ts";
import { temporaryFolder } from "../../../../test/support/library.ts";
import { addPicture, makeAnimation, makePicture } from "../../../../test/support/pictures.ts";
import type { ImportPlan } from "../../../shared/contract/transfer.ts";
import { createJsonSplitter } from "./jsonPieces.ts";

interface OurJson {
  phrases: { title: string; segments?: object[] }[];
  pictures?: { id: string; name: string; mime: string; data: string; [more: string]: unknown }[];
}

let files = 0;
let place: ReturnType<typeof temporaryFolder>;
let here: TestCore;
let there: TestCore;
beforeEach(async () => {
  place = temporaryFolder();
  here = await openCore();
  there = await openCore();
});
afterEach(async () => {
  await here.close();
  await there.close();
  place.dispose();
});

const text = (words: string) => ({ kind: "text" as const, text: words });
const picture = (id: string) => ({ kind: "picture" as const, picture: id });
const create = (core: TestCore, title: string, segments: object[]) =>
  core.call("phrases.create", { title, body: "x", segments: segments as never[] });

/** Exports as the page of a browser does; gives the file. */
async function exported(core: TestCore): Promise<{ path: string; lost: number; json: OurJson }> {
  const { url, picturesLost: lost } = await core.call("export.run", { format: "json" });
  // A later export of the same day would take its place.
  const path = join(place.path, `${++files}.json`);
  renameSync(core.core.takeDownload(url!.split("/").at(-1)!)!.path, path);
  return { path, lost, json: JSON.parse(readFileSync(path, "utf8")) as OurJson };
}

const asked = (core: TestCore, path: string) => ({
  file: core.core.offerFile(path, "话术.json", false),
  job: "test",
});
const plan = (core: TestCore, path: string): Promise<ImportPlan> =>
  core.call("import.plan", asked(core, path));
const run = (core: TestCore, path: string) => core.call("import.apply", asked(core, path));

function written(json: OurJson): string {
  const path = join(place.path, "changed.json");
  writeFileSync(path, JSON.stringify(json));
  return path;
}

const bytesOf = async (core: TestCore, id: string): Promise<Buffer | null> => {
  const found = await core.core.takePicture(id, false);
  return found && readFileSync(found.path);
};

describe("pictures of phrases in our own JSON", () => {
  it("come into another library whole, each once, with what was written about them", async () => {
    const one = await makePicture({ seed: 1 });
    const two = await makeAnimation();
    const a = await addPicture(here, one, "尺码表.png");
    const b = await addPicture(here, two, "动图.gif");
    const unused = await addPicture(here, await makePicture({ seed: 3 }), "没用到.png");
    await here.call("pictures.update", {
      id: a,
      changes: { sku: "A-1", tags: ["尺码"], note: "夏款", favourite: true },
    });
    await create(here, "甲", [text("看图"), picture(a), picture(b)]);
    await create(here, "乙", [picture(a), text("就这张")]);
    const { path, lost, json } = await exported(here);
    expect(lost).toBe(0);
    expect(json.pictures!.map(({ id }) => id).toSorted()).toEqual([a, b].toSorted());
    expect(json.pictures!.find(({ id }) => id === b)).toMatchObject({
      name: "动图",
      mime: "image/gif",
      data: two.toString("base64"),
    });

    expect(await plan(there, path)).toMatchObject({ added: 2, pictures: 2, refusedCount: 0 });
    expect((await there.call("pictures.query", {})).total).toBe(0);
    const done = await run(there, path);
    expect(done).toMatchObject({ added: 2, pictures: 2, refused: [] });
    expect(await bytesOf(there, a)).toEqual(one);
    expect(await bytesOf(there, b)).toEqual(two);
    expect((await there.core.takePicture(a, true))!.mime).toBe("image/webp");
    expect(await there.core.takePicture(unused, false)).toBe(null);
    const { picture: known } = await there.call("pictures.get", { id: a });
    expect(known).toMatchObject({ name: "尺码表", sku: "A-1", tags: ["尺码"], note: "夏款" });
    expect(known.favourite).toBe(true);
    // What came is exported again to the letter.
    const again = await exported(there);
    expect(again.json.phrases).toEqual(json.phrases);
    expect(again.json.pictures).toEqual(json.pictures);
    expect(await plan(there, path)).toMatchObject({ added: 0, duplicates: 2, pictures: 0 });
  });

  it("go with the import when it is undone, and come back when that is undone", async () => {
    const id = await addPicture(here, await makePicture(), "图.png");
    await create(here, "甲", [picture(id), text("字")]);
    const { path } = await exported(here);
    const { historyId } = await run(there, path);
    const undone = await there.call("history.undo", { id: historyId! });
    expect((await there.call("pictures.query", {})).total).toBe(0);
    expect((await there.call("phrases.query", {})).total).toBe(0);
    await there.call("history.undo", { id: undone.historyId });
    expect((await there.call("pictures.query", {})).total).toBe(1);
    expect(await bytesOf(there, id)).not.toBe(null);
  });

  it("that are damaged are refused by name, one by one, and the rest comes in", async () => {
    const [good, bad, cut, foreign] = await Promise.all(
      [1, 2, 3, 4].map(async (seed) =>
        addPicture(here, await makePicture({ seed }), `图${seed}.png`),
      ),
    );
    await create(here, "甲", [text("字"), ...[good, bad, cut, foreign].map((id) => picture(id!))]);
    const { json } = await exported(here);
    const text4 = Buffer.from("no picture at all");
    const swapped = createHash("sha256").update(text4).digest("hex");
    for (const each of json.pictures!) {
      if (each.id === bad) each.data = (await makePicture({ seed: 9 })).toString("base64");
      if (each.id === cut) each.data = `${each.data.slice(0, 20)}*`;
      if (each.id === foreign) {
        each.id = swapped;
        each.data = text4.toString("base64");
      }
    }
    json.pictures!.push({ id: "short", name: "短", mime: "image/png", data: "" });
    for (const phrase of json.phrases)
      phrase.segments!.splice(
        0,
        9,
        text("字"),
        ...[good, bad, cut, swapped].map((id) => picture(id!)),
      );
    const path = written(json);
    const done = await run(there, path);
    expect(done).toMatchObject({ added: 1, pictures: 1 });
    const row = (id: string) => json.pictures!.findIndex((each) => each.id === id) + 1;
    expect(done.refused).toHaveLength(4);
    expect(done.refused).toEqual(
      expect.arrayContaining([
        {
          row: row(bad!),
          column: "pictures",
          code: "import_picture_damaged",
          params: { name: "图2" },
        },
        expect.objectContaining({ row: row(cut!), code: "import_picture_damaged" }),
        expect.objectContaining({ row: row(swapped), code: "picture_unknown" }),
        expect.objectContaining({ row: row("short"), code: "import_picture_unclear" }),
      ]),
    );
    expect(await bytesOf(there, good!)).not.toBe(null);
    expect(await bytesOf(there, bad!)).toBe(null);
  });

  it("whose file is gone are named by an export, and mended by an import", async () => {
    const id = await addPicture(here, await makePicture(), "图.png");
    await create(here, "甲", [picture(id), text("字")]);
    const whole = await exported(here);
    const kept = written(whole.json);
    rmSync((await here.core.takePicture(id, false))!.path);
    const without = await exported(here);
    expect(without.lost).toBe(1);
    expect(without.json.pictures).toBe(undefined);
    expect(await run(here, kept)).toMatchObject({ added: 0, pictures: 1, historyId: null });
    expect(await bytesOf(here, id)).not.toBe(null);
  });

  it("are not needed: JSON without them comes in as ever", async () => {
    const id = await addPicture(here, await makePicture(), "图.png");
    await create(here, "甲", [picture(id), text("字")]);
    const { json } = await exported(here);
    delete json.pictures;
    expect(await run(there, written(json))).toMatchObject({ added: 1, pictures: 0, refused: [] });
  });

  it("that no phrase shows after the import stay out", async () => {
    const id = await addPicture(here, await makePicture(), "图.png");
    await create(here, "甲", [picture(id), text("字")]);
    const { json } = await exported(here);
    json.phrases = [];
    expect(await run(there, written(json))).toMatchObject({ pictures: 0, historyId: null });
    expect((await there.call("pictures.query", {})).total).toBe(0);
  });

  it("and texts are no more than a phrase may have", async () => {
    const { json } = await exported(here);
    const phrase = { title: "甲", body: "字" };
    json.phrases = [
      { ...phrase, segments: Array.from({ length: 11 }, (_, at) => text(`第 ${at} 段`)) },
      {
        ...phrase,
        segments: [text("字"), ...Array.from({ length: 10 }, () => picture("a".repeat(64)))],
      },
    ];
    expect((await run(there, written(json))).refused).toEqual([
      expect.objectContaining({ row: 1, column: "segments", code: "import_too_many_texts" }),
      expect.objectContaining({ row: 2, column: "segments", code: "import_too_many_pictures" }),
    ]);
  });
});

describe("a long value in small pieces", () => {
  it("is looked at seldom enough to be read in no time, and whole", () => {
    const data = "A".repeat(8_000_000);
    const whole = JSON.stringify({ phrases: [1], pictures: [{ data }, { data: "B" }], last: true });
    const found: unknown[] = [];
    const splitter = createJsonSplitter(["phrases", "pictures"], {
      member: (key, value) => found.push([key, value]),
      element: (list, value) => found.push([list, value]),
    });
    const start = performance.now();
    for (let at = 0; at < whole.length; at += 1_000) splitter.write(whole.slice(at, at + 1_000));
    splitter.end();
    expect(found).toEqual([
      ["phrases", 1],
      ["pictures", { data }],
      ["pictures", { data: "B" }],
      ["last", true],
    ]);
    // By the square it would be 32,000 million characters.
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
