import { expect, test } from "vitest";
import type { TypedKey } from "../../ports/typing.ts";
import { createTypedWord } from "./typedWord.ts";

const key = (name: string, ...modifiers: string[]): TypedKey => ({
  name,
  modifiers: new Set(modifiers),
});

/** What comes out of keys typed 100 ms apart. */
function typed(keys: readonly (string | TypedKey)[], step = 100): (string | null)[] {
  const word = createTypedWord(";");
  return keys
    .map((each, index) =>
      word.feed(typeof each === "string" ? key(each) : each, 10_000 + index * step),
    )
    .filter((found) => found !== null);
}

test.each<[string, (string | TypedKey)[], string[]]>([
  ["sign, letters, space", [";", "F", "H", "Space"], ["fh"]],
  ["in the middle of a sentence", ["A", "B", ";", "T", "1", "Space", "C"], ["t1"]],
  ["a letter taken back", [";", "F", "G", "Backspace", "H", "Space"], ["fh"]],
  ["capitals", [";", key("F", "Shift"), "H", "Space"], ["fh"]],
  ["dash and underscore", [";", "A", "-", key("-", "Shift"), "B", "Space"], ["a-_b"]],
  ["two of them", [";", "A", "Space", ";", "B", "Space"], ["a", "b"]],
  ["the sign anew", [";", "X", ";", "F", "H", "Space"], ["fh"]],
  ["no sign", ["F", "H", "Space"], []],
  ["a colon is not the sign", [key(";", "Shift"), "F", "H", "Space"], []],
  ["the sign alone", [";", "Space"], []],
  ["the sign taken back", [";", "Backspace", "F", "Space"], []],
  ["the caret moved", [";", "F", "Left", "H", "Space"], []],
  ["Enter between", [";", "F", "Enter", "H", "Space"], []],
  ["a shortcut between", [";", "F", key("V", "Ctrl"), "H", "Space"], []],
  ["the input method switched", [";", "F", key("Space", "Ctrl"), "H", "Space"], []],
  ["far too long", [";", ..."A".repeat(41), "Space"], []],
])("%s", (_what, keys, found) => {
  expect(typed(keys)).toEqual(found);
});

test("a long pause within gives it up", () => {
  expect(typed([";", "F", "H", "Space"], 3_100)).toEqual([]);
});
