import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type HttpTransport, openHttp } from "../../src/main/transports/http.ts";
import { openCore, type TestCore } from "../support/core.ts";
import { addPicture, makePicture } from "../support/pictures.ts";

let core: TestCore;
let http: HttpTransport;
let picture: Buffer;
let id: string;
beforeAll(async () => {
  core = await openCore();
  const pages = join(core.folder, "pages");
  mkdirSync(pages);
  writeFileSync(join(pages, "index.html"), "<!doctype html><title>快答台</title>");
  http = await openHttp({ core: core.core, pages, temporary: join(core.folder, "tmp"), port: 0 });
  picture = await makePicture({ width: 500, height: 400, noisy: true });
  id = await addPicture(core, picture, "图.png");
});
afterAll(async () => {
  await http.close();
  await core.close();
});

const get = (path: string, headers = { authorization: `Bearer ${http.token}` }) =>
  fetch(http.origin + path, { headers });

test("a picture comes whole or small, for ever, as a picture and nothing else", async () => {
  const whole = await get(`/pictures/${id}`);
  expect(whole.status).toBe(200);
  expect(Buffer.from(await whole.arrayBuffer()).equals(picture)).toBe(true);
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    "content-type": "image/png",
    "content-length": String(picture.length),
    "cache-control": "private, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
  });
  const small = await get(`/pictures/${id}?thumb`);
  expect(small.headers.get("content-type")).toBe("image/webp");
  expect((await small.arrayBuffer()).byteLength).toBeLessThan(picture.length);
});

test("nobody without the token sees one", async () => {
  expect((await get(`/pictures/${id}`, { authorization: "Bearer x" })).status).toBe(401);
});

test.each([
  `/pictures/${"ab".repeat(32)}`,
  "/pictures/..%2freplydeck.db",
  "/pictures/../replydeck.db",
])("%s is not there", async (path) => {
  const response = await get(path);
  expect([response.status, await response.text()]).toEqual([404, "404"]);
});

test("a file goes in by the door and leaves no copy behind", async () => {
  const bytes = await makePicture({ seed: 7 });
  const sent = await fetch(`${http.origin}/files?name=${encodeURIComponent("新.png")}`, {
    method: "POST",
    headers: { authorization: `Bearer ${http.token}` },
    body: new Uint8Array(bytes),
  });
  const { value } = (await sent.json()) as { value: { file: string } };
  expect(readdirSync(join(core.folder, "tmp"))).toHaveLength(1);
  const taken = await core.call("pictures.stage", { file: value.file, name: "新.png" });
  expect(readdirSync(join(core.folder, "tmp"))).toHaveLength(0);
  await core.call("pictures.commit", { pictures: [{ id: taken.id, name: "新.png" }] });
  const stored = await core.core.takePicture(taken.id, false);
  expect(readFileSync(stored!.path).equals(bytes)).toBe(true);
});
