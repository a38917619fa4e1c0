import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../../../../test/support/library.ts";
import { createEvidenceFiles } from "./evidence.ts";
import { mimeOf, plainName } from "./fileKind.ts";

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.dispose());

const MEGABYTE = 1024 * 1024;

test("a file above the limit is refused by its size, told from the disk or while it comes, and nothing is left", async () => {
  const files = createEvidenceFiles(folder.path, MEGABYTE);
  const path = join(folder.path, "long.mp4");
  writeFileSync(path, Buffer.alloc(MEGABYTE + 1));
  const refused = { code: "evidence_too_large", params: { file: "long.mp4", size: 2, limit: 1 } };
  await expect(files.keep(path, "long.mp4")).rejects.toMatchObject(refused);
  async function* growing() {
    for (let index = 0; index < 20; index += 1) yield Buffer.alloc(100_000);
  }
  await expect(files.take(growing(), "long.mp4")).rejects.toMatchObject(refused);
  const left = existsSync(join(folder.path, "evidence"))
    ? readdirSync(join(folder.path, "evidence"))
    : [];
  expect(left).toEqual([]);
});

test("a large file arrives as it was, in pieces", async () => {
  const files = createEvidenceFiles(folder.path);
  const path = join(folder.path, "call.wav");
  const bytes = Buffer.alloc(3 * MEGABYTE, 7);
  bytes.write("RIFF....WAVE", 0, "latin1");
  writeFileSync(path, bytes);
  const kept = await files.keep(path, "C:\\fakepath\\call.wav");
  expect(kept).toMatchObject({ name: "call.wav", size: bytes.length, mime: "audio/wav" });
  expect(readFileSync(files.pathOf(kept.sha256)).equals(bytes)).toBe(true);
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

test.each([
  ["image/jpeg", Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ["video/mp4", Buffer.from("\0\0\0\x18ftypisom", "latin1")],
  ["video/quicktime", Buffer.from("\0\0\0\x14ftypqt  ", "latin1")],
  ["image/heic", Buffer.from("\0\0\0\x18ftypheic", "latin1")],
  ["audio/silk", Buffer.from("\x02#!SILK_V3", "latin1")],
  ["application/zip", Buffer.from("PK\x03\x04", "latin1")],
  ["text/plain", Buffer.from("买家说：还没到")],
  // A character cut through at the end of what is looked at.
  ["text/plain", Buffer.from("买家").subarray(0, 5)],
  ["application/octet-stream", Buffer.from([0, 1, 2, 3])],
  ["application/octet-stream", Buffer.from([0xc3, 0x28, 0xa0])],
])("%s is told from the content", (mime, head) => {
  expect(mimeOf(head)).toBe(mime);
});

test("names go nowhere but into their folder", () => {
  expect(plainName("../../etc/passwd")).toBe("passwd");
  expect(plainName("a:b?.txt")).toBe("a_b_.txt");
  expect(plainName("…/")).toBe("file");
});

test("what was cut off on its way is thrown away later, what is kept is not", async () => {
  const files = createEvidenceFiles(folder.path);
  const source = join(folder.path, "a.txt");
  writeFileSync(source, "said");
  const { sha256 } = await files.keep(source, "a.txt");
  const part = join(folder.path, "evidence", "1-1.part");
  writeFileSync(part, "half");
  await files.sweep(Date.now());
  expect(existsSync(part)).toBe(true);
  await files.sweep(Date.now() + 2 * 60 * 60 * 1_000);
  expect(existsSync(part)).toBe(false);
  expect(files.has(sha256)).toBe(true);
});
