import { expect, test } from "vitest";
import { PHRASE_LIMITS, type Segment } from "../../shared/contract/phrases.ts";
import { fieldsOf, moved, piecesOf, splitAt, withoutEmpty } from "./segments.ts";

const text = (words: string): Segment => ({ kind: "text", text: words });
const picture: Segment = { kind: "picture", picture: "ab".repeat(32) };

test("a plain phrase is one text and stays plain", () => {
  expect(piecesOf({ body: "好的", segments: [] })).toEqual([text("好的")]);
  expect(fieldsOf([text("好的")])).toEqual({ body: "好的", segments: [] });
});

test("the body follows from the pieces", () => {
  const pieces = [text("一"), picture, text(""), text("二")];
  expect(fieldsOf(pieces)).toEqual({ body: "一\n二", segments: pieces });
  expect(fieldsOf([picture]).body).toBe("［图片］");
});

test("what nothing was written into is left out when it is saved", () => {
  expect(withoutEmpty(fieldsOf([text("一"), text("")]))).toEqual({ body: "一", segments: [] });
  expect(withoutEmpty(fieldsOf([text(""), picture]))).toEqual({
    body: "［图片］",
    segments: [picture],
  });
});

test("a piece moves within the list and not out of it", () => {
  const pieces = [text("一"), picture, text("二")];
  expect(moved(pieces, 0, 1)).toEqual([picture, text("一"), text("二")]);
  expect(moved(pieces, 0, -1)).toBe(pieces);
  expect(moved(pieces, 2, 3)).toBe(pieces);
});

test("a long text becomes the texts it is best sent in, in its place", () => {
  const long = "一二三四五六七八九。".repeat(3);
  expect(splitAt([text("前"), text(long), picture], 1, 12)).toEqual([
    text("前"),
    ...Array.from({ length: 3 }, () => text("一二三四五六七八九。")),
    picture,
  ]);
});

test("nothing is split that fits, that is a picture, or that is not there", () => {
  const pieces = [text("短"), picture];
  for (const at of [0, 1, 2]) expect(splitAt(pieces, at, 12)).toBe(pieces);
});

test("a phrase gets no more texts than it may have: what is left stays in the last", () => {
  const others = Array.from({ length: PHRASE_LIMITS.textSegments - 2 }, () => text("前"));
  const long = "一二三四五六七八九。".repeat(4);
  const split = splitAt([...others, text(long)], others.length, 12);
  expect(split).toHaveLength(PHRASE_LIMITS.textSegments);
  expect(split.at(-1)).toEqual(text("一二三四五六七八九。".repeat(3)));
  const full = [...others, text("前"), text(long)];
  expect(splitAt(full, full.length - 1, 12)).toBe(full);
});
