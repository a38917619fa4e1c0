import { describe, expect, test } from "vitest";
import { isAppError } from "../../../shared/errors.ts";
import {
  checkPixels,
  checkSize,
  encodings,
  extensionOf,
  fileNameFor,
  isWholeGif,
  mimeOf,
  nameFor,
  sentAs,
} from "./rules.ts";

const head = (text: string): Buffer => Buffer.from(text, "latin1");

function refusal(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    if (isAppError(error)) return { code: error.code, ...error.params };
    throw error;
  }
  return null;
}

describe("what a file is", () => {
  test.each([
    ["\x89PNG\r\n\x1A\nxxxx", "image/png"],
    ["\xFF\xD8\xFF\xE0..JFIF", "image/jpeg"],
    ["GIF89a....", "image/gif"],
    ["GIF87a....", "image/gif"],
    ["RIFF\x10\0\0\0WEBPVP8 ", "image/webp"],
  ])("%j is %s", (start, mime) => {
    expect(mimeOf(head(start), "a.bin")).toBe(mime);
  });

  test.each([
    ["\0\0\0\x18ftypheic", { code: "picture_heic", file: "a" }],
    ["\0\0\0\x1Cftypavif", { code: "picture_format", file: "a", format: "AVIF" }],
    ["\0\0\0\x20ftypisom", { code: "picture_format", file: "a", format: "MP4" }],
    ["BM\x36\x10", { code: "picture_format", file: "a", format: "BMP" }],
    ["II*\0", { code: "picture_format", file: "a", format: "TIFF" }],
    ["8BPS", { code: "picture_format", file: "a", format: "PSD" }],
    ["  <svg xmlns=", { code: "picture_format", file: "a", format: "SVG" }],
    ['<?xml version="1.0"?><svg', { code: "picture_format", file: "a", format: "SVG" }],
    ["PK\x03\x04", { code: "picture_format", file: "a", format: "ZIP" }],
    ["hello", { code: "picture_unknown", file: "a" }],
    ["", { code: "picture_unknown", file: "a" }],
  ])("%j is refused by name", (start, says) => {
    expect(refusal(() => mimeOf(head(start), "a"))).toEqual(says);
  });

  test("the name of a file does not matter", () => {
    expect(mimeOf(head("GIF89a"), "a.png")).toBe("image/gif");
    expect(extensionOf("image/jpeg")).toBe("jpg");
  });
});

test("nothing and too much are refused", () => {
  expect(refusal(() => checkSize(0, "a.png"))).toEqual({ code: "picture_empty", file: "a.png" });
  expect(refusal(() => checkSize(50 * 1024 * 1024, "a.png"))).toBeNull();
  expect(refusal(() => checkSize(50 * 1024 * 1024 + 1, "a.png"))).toEqual({
    code: "picture_too_large",
    file: "a.png",
    size: 51,
    limit: 50,
  });
  const square = { width: 10_000, height: 10_000, frames: 1, alpha: false };
  expect(refusal(() => checkPixels(square, "a"))).toBeNull();
  expect(refusal(() => checkPixels({ ...square, frames: 2 }, "a"))).toEqual({
    code: "picture_too_many_pixels",
    file: "a",
    size: 200,
    limit: 100,
  });
});

test("a GIF is whole when its blocks lead to the end mark", () => {
  const pixel = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
  expect(isWholeGif(pixel)).toBe(true);
  for (let length = 14; length < pixel.length; length += 1)
    expect(isWholeGif(pixel.subarray(0, length))).toBe(false);
  expect(isWholeGif(Buffer.concat([pixel, Buffer.alloc(8)]))).toBe(true);
});

test("a picture is named after its file, and its file after the picture", () => {
  expect(nameFor("主图/A100-1.JPG")).toBe("A100-1");
  expect(nameFor("C:\\图\\台灯 v1.2.png")).toBe("台灯 v1.2");
  expect(nameFor("noending")).toBe("noending");
  expect(nameFor(".png")).toBe(".png");
  expect(nameFor("  ")).toBe("?");
  expect([...nameFor(`${"长".repeat(300)}.png`)]).toHaveLength(200);
  expect(fileNameFor('台灯 "A/B"', "image/png")).toBe("台灯 _A_B_.png");
  expect(fileNameFor("con", "image/jpeg")).toBe("_con.jpg");
  expect(fileNameFor("...", "image/gif")).toBe("_.gif");
});

describe("what is sent", () => {
  const photo = { width: 4_000, height: 3_000, frames: 1, alpha: false };

  test("chat clients get what they all show", () => {
    expect(sentAs("image/webp", photo, "file")).toBe("image/jpeg");
    expect(sentAs("image/webp", { ...photo, alpha: true }, "file")).toBe("image/png");
    expect(sentAs("image/webp", { ...photo, frames: 3 }, "file")).toBe("image/gif");
    expect(sentAs("image/gif", { ...photo, frames: 3 }, "file")).toBe("image/gif");
    expect(sentAs("image/jpeg", photo, "file")).toBe("image/jpeg");
    expect(sentAs("image/jpeg", photo, "bitmap")).toBe("image/png");
  });

  test("quality goes first, then pixels, and never below what can be recognised", () => {
    const steps = [...encodings(photo, "image/jpeg", "file")];
    expect(steps.slice(0, 4)).toEqual([
      { format: "jpeg", edge: 4_000, quality: 88, flat: false },
      { format: "jpeg", edge: 4_000, quality: 80, flat: false },
      { format: "jpeg", edge: 4_000, quality: 72, flat: false },
      { format: "jpeg", edge: 3_200, quality: 72, flat: false },
    ]);
    expect(steps.at(-1)?.edge).toBe(320);
    const small = { ...photo, width: 200, height: 100 };
    expect([...encodings(small, "image/png", "bitmap")]).toHaveLength(1);
  });

  test("a bitmap has no holes: programs show them black", () => {
    const [first] = encodings({ ...photo, alpha: true }, "image/png", "bitmap");
    expect(first).toEqual({ format: "png", edge: 4_000, quality: 100, flat: true });
  });
});
