import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import sharp from "sharp";
import { openLibrary, type TestLibrary } from "../../../../test/support/library.ts";
import { makeAnimation, makePicture } from "../../../../test/support/pictures.ts";
import { createImaging } from "../../adapters/node/imaging.ts";
import { createPictureFiles } from "./files.ts";
import { createSending, type SendOptions } from "./sending.ts";
import { createPictureStore } from "./store.ts";

let library: TestLibrary;
beforeEach(() => {
  library = openLibrary();
});
afterEach(() => library.dispose());

const ANY: SendOptions = { limitKB: null, as: "file" };

/** A store with one picture in it. */
async function withPicture(bytes: Buffer, name: string, imaging = createImaging()) {
  const files = createPictureFiles(library.folder, createImaging());
  const store = createPictureStore(library.database, library.store.history, Date.now);
  const path = join(library.folder, "given");
  writeFileSync(path, bytes);
  const file = await files.stage(path, name);
  await files.settle([file]);
  store.add([{ file, name, sku: "", tags: [] }]);
  const { forSending } = createSending(files, imaging, store.get, store.alpha);
  return {
    id: file.id,
    original: files.pathOf(file.id, file.mime),
    send: (options: Partial<SendOptions> = {}) => forSending(file.id, { ...ANY, ...options }),
  };
}

test("a picture that fits is sent as it is, under its own name, never the store's own file", async () => {
  const bytes = await makePicture({ width: 800, height: 600, format: "jpeg", noisy: true });
  const { send, original } = await withPicture(bytes, "台灯 A/B");
  const sent = await send();
  expect(sent).toMatchObject({ mime: "image/jpeg", name: "台灯 A_B.jpg" });
  expect(basename(sent.path)).toBe("台灯 A_B.jpg");
  expect(sent.path).not.toBe(original);
  expect(readFileSync(sent.path).equals(bytes)).toBe(true);
  writeFileSync(sent.path, "a program that writes into what it was given");
  expect(readFileSync(original).equals(bytes)).toBe(true);
});

test("one that is too large is made smaller until it fits, and made once", async () => {
  const bytes = await makePicture({ width: 1_600, height: 1_200, format: "jpeg", noisy: true });
  let encoded = 0;
  const real = createImaging();
  const { send } = await withPicture(bytes, "大图", {
    ...real,
    encode: (...how) => {
      encoded += 1;
      return real.encode(...how);
    },
  });
  const [sent, twice] = await Promise.all([send({ limitKB: 200 }), send({ limitKB: 200 })]);
  expect(twice.path).toBe(sent.path);
  const size = readFileSync(sent.path).length;
  expect(bytes.length).toBeGreaterThan(400 * 1024);
  expect(size).toBeLessThanOrEqual(200 * 1024);
  // No smaller than it has to be: the step before would not have fitted.
  const { width } = await sharp(sent.path).metadata();
  expect(width).toBeGreaterThan(500);
  const before = encoded;
  await send({ limitKB: 200 });
  expect(encoded).toBe(before);
  expect((await send({ limitKB: 100 })).path).not.toBe(sent.path);
});

test("nothing is made smaller than what can be recognised, whatever the limit", async () => {
  const bytes = await makePicture({ width: 900, height: 600, noisy: true });
  const { send } = await withPicture(bytes, "图");
  const { width, height } = await sharp((await send({ limitKB: 1 })).path).metadata();
  expect([width, height]).toEqual([320, 213]);
});

test("bitmaps are PNG without holes", async () => {
  const bytes = await makePicture({ alpha: true, seed: 3 });
  const { send } = await withPicture(bytes, "透明");
  const sent = await send({ as: "bitmap" });
  expect(sent.mime).toBe("image/png");
  const png = Buffer.from(await sent.png());
  expect(await sharp(png).metadata()).toMatchObject({ format: "png", hasAlpha: false, width: 160 });
  // As a file it keeps them.
  expect(await sharp((await send()).path).metadata()).toMatchObject({ hasAlpha: true });
  const asFile = Buffer.from(await (await send()).png());
  expect((await sharp(asFile).metadata()).format).toBe("png");
});

test("a JPEG as a bitmap is turned the way it is seen", async () => {
  const bytes = await makePicture({ width: 300, height: 200, format: "jpeg", orientation: 6 });
  const { send } = await withPicture(bytes, "竖");
  const png = Buffer.from(await (await send({ as: "bitmap" })).png());
  expect(await sharp(png).metadata()).toMatchObject({ format: "png", width: 200, height: 300 });
});

test("WebP becomes what every chat client shows; animations go on moving", async () => {
  const still = await withPicture(await makePicture({ format: "webp" }), "图");
  expect(await still.send()).toMatchObject({ mime: "image/jpeg", name: "图.jpg" });
  const holes = await withPicture(await makePicture({ format: "webp", alpha: true }), "洞");
  expect(await holes.send()).toMatchObject({ mime: "image/png", name: "洞.png" });
  const moving = await sharp(await makeAnimation(3), { animated: true })
    .webp()
    .toBuffer();
  const gif = await (await withPicture(moving, "动")).send();
  expect(gif.mime).toBe("image/gif");
  expect((await sharp(gif.path).metadata()).pages).toBe(3);
});

test("what fits is sent even where pictures cannot be scaled", async () => {
  const bytes = await makePicture();
  const broken = createImaging(() => Promise.reject(new Error("no binary")));
  const { send } = await withPicture(bytes, "图", broken);
  expect(readFileSync((await send()).path).equals(bytes)).toBe(true);
  expect(Buffer.from(await (await send({ as: "bitmap" })).png()).equals(bytes)).toBe(true);
});

test("a file that is gone is said by the picture's name", async () => {
  const { send, original } = await withPicture(await makePicture(), "图");
  rmSync(original);
  await expect(send()).rejects.toMatchObject({
    code: "picture_file_gone",
    params: { name: "图", path: original },
  });
  expect(readdirSync(join(library.folder, "pictures"))).not.toContain("sending");
});
