import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync, crc32 } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import sharp from "sharp";
import { openCore, type TestCore } from "../../../../test/support/core.ts";
import {
  addPicture,
  makeAnimation,
  makePicture,
  sendFile,
} from "../../../../test/support/pictures.ts";
import { createImaging } from "../../adapters/node/imaging.ts";

let core: TestCore;
beforeEach(async () => {
  core = await openCore();
});
afterEach(() => core.close());

const sha = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
const stage = (bytes: Buffer | string, name: string) =>
  core.call("pictures.stage", { file: sendFile(core, bytes, name), name });
const query = (input = {}) => core.call("pictures.query", input);
const filesOf = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name)
        .toSorted()
    : [];
const stored = (): string[] => filesOf(join(core.folder, "pictures"));

describe("adding", () => {
  test("a picture is its bytes: kept whole, measured, with a thumbnail, found after a restart", async () => {
    const bytes = await makePicture({ width: 800, height: 600, format: "jpeg", noisy: true });
    const id = await addPicture(core, bytes, "A100-1.JPG");
    expect(id).toBe(sha(bytes));
    const { picture, usedIn } = await core.call("pictures.get", { id });
    expect(picture).toMatchObject({
      ...{ name: "A100-1", mime: "image/jpeg", width: 800, height: 600, bytes: bytes.length },
      ...{ frames: 1, sku: "", tags: [], hotkey: null, favourite: false, useCount: 0 },
    });
    expect(usedIn).toEqual({ phrases: [], products: [] });
    const whole = await core.core.takePicture(id, false);
    expect(whole).toEqual({
      path: join(core.folder, "pictures", id.slice(0, 2), `${id}.jpg`),
      mime: "image/jpeg",
    });
    expect(readFileSync(whole!.path).equals(bytes)).toBe(true);
    const thumb = await core.core.takePicture(id, true);
    expect(thumb?.mime).toBe("image/webp");
    const { width, height, format } = await sharp(thumb!.path).metadata();
    expect([width, height, format]).toEqual([240, 180, "webp"]);
    // Nothing half-way is left, and the uploaded copy is gone.
    expect(stored()).toEqual([`${id}.jpg`, `${id}.thumb.webp`]);
    expect(readdirSync(core.folder).filter((name) => name.startsWith("upload-"))).toEqual([]);
  });

  test("the same bytes are stored once, whatever they are called", async () => {
    const bytes = await makePicture();
    await addPicture(core, bytes, "一.png");
    const again = await stage(bytes, "二.png");
    expect(again.known).toBe("stored");
    const result = await core.call("pictures.commit", {
      pictures: [{ id: again.id, name: "二.png" }],
    });
    expect(result).toEqual({ added: 0, restored: 0, already: 1, historyId: null });
    expect((await query()).rows.map(({ name }) => name)).toEqual(["一"]);
    expect(stored()).toHaveLength(2);
  });

  test("many are one step, and one undo takes them back", async () => {
    const ids: { id: string; name: string }[] = [];
    for (let seed = 1; seed <= 5; seed += 1) {
      const name = `图 ${seed}.png`;
      ids.push({ id: (await stage(await makePicture({ seed }), name)).id, name });
    }
    expect((await query()).total).toBe(0);
    const { added, historyId } = await core.call("pictures.commit", {
      pictures: ids,
      sku: "A1",
      tags: ["新款"],
    });
    expect(added).toBe(5);
    expect((await query({ sku: "ａ1" })).total).toBe(5);
    const { count } = await core.call("history.undo", { id: historyId! });
    expect(count).toBe(5);
    expect((await query()).total).toBe(0);
    // The undo is a step too: the files are still there for it.
    const [step] = await core.call("history.list", {});
    await core.call("history.undo", { id: step!.id });
    expect((await query()).total).toBe(5);
    expect(await core.core.takePicture(ids[0]!.id, false)).not.toBeNull();
  });

  test("a photo taken upright is measured and shown upright; animations keep their frames", async () => {
    const photo = await makePicture({ width: 300, height: 200, format: "jpeg", orientation: 6 });
    const id = await addPicture(core, photo, "竖.jpg");
    expect((await core.call("pictures.get", { id })).picture).toMatchObject({
      width: 200,
      height: 300,
    });
    const thumb = await core.core.takePicture(id, true);
    expect(await sharp(thumb!.path).metadata()).toMatchObject({ width: 160, height: 240 });
    const moving = await addPicture(core, await makeAnimation(4), "动.gif");
    expect((await core.call("pictures.get", { id: moving })).picture).toMatchObject({
      mime: "image/gif",
      frames: 4,
      height: 40,
    });
  });

  test("what a core taken in before a restart can still be shown", async () => {
    const { id } = await stage(await makePicture(), "图.png");
    await core.core.close();
    const again = await openCore({}, core.folder);
    await again.call("pictures.commit", { pictures: [{ id, name: "图.png" }] });
    expect((await again.call("pictures.query", {})).total).toBe(1);
    await again.close();
    core = await openCore();
  });

  test("an id that was never sent is refused", async () => {
    const pictures = [{ id: "ab".repeat(32), name: "x" }];
    await expect(core.call("pictures.commit", { pictures })).rejects.toMatchObject({
      code: "picture_missing",
    });
  });
});

/** A PNG that says it is 60,000 pixels wide and high, in 6 KB. */
function bomb(): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(60_000, 0);
  header.writeUInt32BE(60_000, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1A\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(6_000_100))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

describe("what is refused", () => {
  const cut = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length * 0.6));
  const noisy = (format: "png" | "jpeg" | "webp") =>
    makePicture({ width: 400, height: 300, format, noisy: true });

  test.each<[string, string, () => Buffer | Promise<Buffer>, object]>([
    ["half a JPEG", "picture_broken", async () => cut(await noisy("jpeg")), {}],
    ["half a PNG", "picture_broken", async () => cut(await noisy("png")), {}],
    ["half a WebP", "picture_broken", async () => cut(await noisy("webp")), {}],
    ["half a GIF", "picture_broken", async () => cut(await makeAnimation(6)), {}],
    ["a PNG with a hole", "picture_broken", async () => (await noisy("png")).fill(7, 4e3, 5e3), {}],
    ["a bomb", "picture_too_many_pixels", bomb, { size: 3_600, limit: 100 }],
    ["nothing", "picture_empty", () => Buffer.alloc(0), {}],
    ["a text", "picture_unknown", () => Buffer.from("亲，在的"), {}],
    ["a drawing", "picture_format", () => Buffer.from("<svg/>"), { format: "SVG" }],
    ["a phone's photo", "picture_heic", () => Buffer.from("\0\0\0\x18ftypheic\0\0\0\0"), {}],
    ["a BMP", "picture_format", () => Buffer.from("BM6\0\0\0"), { format: "BMP" }],
  ])("%s: %s, by name, and nothing is kept", async (_what, code, bytes, params) => {
    await expect(stage(await bytes(), "坏图.png")).rejects.toMatchObject({
      code,
      params: { file: "坏图.png", ...params },
    });
    expect(stored()).toEqual([]);
    expect(readdirSync(core.folder).filter((name) => name.startsWith("upload-"))).toEqual([]);
  });

  test("a machine without the native part says so; what is there is still shown", async () => {
    const id = await addPicture(core, await makePicture(), "图.png");
    await core.core.close();
    const imaging = createImaging(() => Promise.reject(new Error("no binary for this machine")));
    const without = await openCore({ imaging }, core.folder);
    const file = sendFile(without, await makePicture({ seed: 2 }), "新.png");
    await expect(without.call("pictures.stage", { file, name: "新.png" })).rejects.toMatchObject({
      code: "no_imaging",
      params: { detail: "no binary for this machine" },
    });
    expect((await without.call("pictures.query", {})).total).toBe(1);
    expect(await without.core.takePicture(id, true)).not.toBeNull();
    await without.close();
    core = await openCore();
  });
});

describe("changes", () => {
  test("fields are changed and undone; the SKU is found however it is written", async () => {
    const id = await addPicture(core, await makePicture(), "图.png");
    const changes = { name: "台灯正面", sku: "ａ100", tags: ["主图", "主图"], favourite: true };
    const { picture, historyId } = await core.call("pictures.update", { id, changes });
    expect(picture).toMatchObject({ ...changes, tags: ["主图"] });
    expect((await query({ sku: "A100" })).total).toBe(1);
    expect((await query({ view: "favourites" })).total).toBe(1);
    expect((await query({ view: "unlinked" })).total).toBe(0);
    await core.call("history.undo", { id: historyId });
    expect((await core.call("pictures.get", { id })).picture).toMatchObject({
      name: "图",
      sku: "",
      tags: [],
    });
  });

  test("many get a SKU or tags in one step", async () => {
    const ids = [
      await addPicture(core, await makePicture({ seed: 1 }), "1.png"),
      await addPicture(core, await makePicture({ seed: 2 }), "2.png"),
    ];
    await core.call("pictures.update", { id: ids[0]!, changes: { tags: ["旧"] } });
    const { historyId } = await core.call("pictures.updateAll", {
      ids,
      sku: "B2",
      addTags: ["新", "旧"],
    });
    expect((await query()).rows.map(({ sku, tags }) => [sku, tags])).toEqual([
      ["B2", ["新", "旧"]],
      ["B2", ["旧", "新"]],
    ]);
    await core.call("history.undo", { id: historyId });
    expect((await query()).rows.map(({ sku, tags }) => [sku, tags])).toEqual([
      ["", []],
      ["", ["旧"]],
    ]);
  });

  test("an undo that somebody's later change stands on is refused by the picture's name", async () => {
    const id = await addPicture(core, await makePicture(), "图.png");
    const { historyId } = await core.call("pictures.update", { id, changes: { note: "一" } });
    await core.call("pictures.update", { id, changes: { name: "新名字" } });
    await expect(core.call("history.undo", { id: historyId })).rejects.toMatchObject({
      code: "history_overtaken",
      params: { title: "新名字" },
    });
  });

  test("uses are counted and not undone", async () => {
    const id = await addPicture(core, await makePicture(), "图.png");
    const { historyId } = await core.call("pictures.update", { id, changes: { note: "一" } });
    await core.call("pictures.copied", { id });
    await core.call("pictures.copied", { id });
    await core.call("history.undo", { id: historyId });
    expect((await core.call("pictures.get", { id })).picture.useCount).toBe(2);
  });
});

describe("the trash", () => {
  test("deleting is undone; the same bytes added again come back", async () => {
    const bytes = await makePicture();
    const id = await addPicture(core, bytes, "图.png");
    await core.call("pictures.update", { id, changes: { note: "留着" } });
    const { historyId } = await core.call("pictures.trash", { ids: [id] });
    expect([(await query()).total, (await query({ view: "trash" })).total]).toEqual([0, 1]);
    await core.call("history.undo", { id: historyId });
    expect((await query()).total).toBe(1);
    await core.call("pictures.trash", { ids: [id] });
    expect((await stage(bytes, "又.png")).known).toBe("trashed");
    const result = await core.call("pictures.commit", { pictures: [{ id, name: "又.png" }] });
    expect(result).toMatchObject({ added: 0, restored: 1, already: 0 });
    expect((await core.call("pictures.get", { id })).picture).toMatchObject({
      name: "图",
      note: "留着",
    });
  });

  test("emptying removes the files, but of nothing that a phrase or a product shows", async () => {
    const [free, inPhrase, inProduct] = await Promise.all(
      [1, 2, 3].map(async (seed) => addPicture(core, await makePicture({ seed }), `${seed}.png`)),
    );
    await core.call("phrases.create", {
      title: "尺码",
      body: "x",
      segments: [{ kind: "picture", picture: inPhrase! }],
    });
    await core.call("products.create", { sku: "A1", name: "台灯", pictures: [inProduct!] });
    const { usedIn } = await core.call("pictures.get", { id: inPhrase! });
    expect(usedIn.phrases.map(({ title }) => title)).toEqual(["尺码"]);
    expect((await core.call("pictures.get", { id: inProduct! })).usedIn.products).toMatchObject([
      { sku: "A1", name: "台灯" },
    ]);
    const { historyId } = await core.call("pictures.trash", {
      ids: [free!, inPhrase!, inProduct!],
    });
    const { count, kept, backup } = await core.call("pictures.emptyTrash", {});
    expect([count, kept, existsSync(backup)]).toEqual([1, 2, true]);
    expect(await core.core.takePicture(free!, false)).toBeNull();
    expect(await core.core.takePicture(inPhrase!, false)).not.toBeNull();
    // The step is about what is left of it.
    await core.call("history.undo", { id: historyId });
    expect((await query()).rows.map(({ id }) => id).toSorted()).toEqual(
      [inPhrase!, inProduct!].toSorted(),
    );
  });
});

test("search finds by name, SKU, tag and pinyin, and follows every change", async () => {
  const id = await addPicture(core, await makePicture({ seed: 1 }), "台灯正面.png");
  await addPicture(core, await makePicture({ seed: 2 }), "落地灯.png");
  await core.call("pictures.update", { id, changes: { sku: "TD-100", tags: ["白底"] } });
  const found = async (text: string) =>
    (await query({ text })).rows.map(({ name }) => name).toSorted();
  for (const text of ["台灯", "taideng", "tdzm", "td-100", "白底", "TAI灯"])
    expect([text, await found(text)]).toEqual([text, ["台灯正面"]]);
  expect(await found("灯")).toEqual(["台灯正面", "落地灯"]);
  const { historyId } = await core.call("pictures.trash", { ids: [id] });
  expect(await found("灯")).toEqual(["落地灯"]);
  await core.call("history.undo", { id: historyId });
  expect(await found("灯")).toEqual(["台灯正面", "落地灯"]);
  // Phrases are searched as if there were no pictures.
  expect((await core.call("search.query", { text: "台灯" })).hits).toEqual([]);
});

test("the check names what is gone and what was changed", async () => {
  const [gone, changed] = [
    await addPicture(core, await makePicture({ seed: 1 }), "不见了.png"),
    await addPicture(core, await makePicture({ seed: 2 }), "变了.png"),
  ];
  expect(await core.call("system.check", {})).toEqual({ sound: true, problems: [] });
  rmSync((await core.core.takePicture(gone, false))!.path);
  writeFileSync((await core.core.takePicture(changed, false))!.path, "x");
  writeFileSync(join(core.folder, "pictures", gone.slice(0, 2), "stranger.png"), "x");
  const { sound, problems } = await core.call("system.check", {});
  expect(sound).toBe(false);
  expect(problems).toHaveLength(2);
  expect(problems[0]).toMatch(/不见了.*不在了/);
  expect(problems[1]).toMatch(/变了.*改过/);
  // The same picture added again heals what is gone.
  expect((await stage(await makePicture({ seed: 1 }), "again.png")).known).toBe("stored");
  await core.call("pictures.commit", { pictures: [{ id: gone, name: "again.png" }] });
  expect((await core.call("system.check", {})).problems).toHaveLength(1);
});
