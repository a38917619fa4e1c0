import { expect, test } from "vitest";
import type { Segment } from "../../../shared/contract/phrases.ts";
import { fieldsOf, moved, piecesOf, withoutEmpty } from "./segments.ts";

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
