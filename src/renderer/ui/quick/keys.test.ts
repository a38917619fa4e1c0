import { describe, expect, test } from "vitest";
import { type Press, wishOf } from "./keys.ts";

const NONE = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  code: /^\d$/.test(key) ? `Digit${key}` : key,
  keyCode: 0,
  isComposing: false,
  ...NONE,
  ...more,
});
const typed = { empty: false, textMarked: false };
const empty = { empty: true, textMarked: false };

describe("keys of the list", () => {
  test.each([
    ["Enter", {}, { do: "choose", send: false }],
    ["Enter", { ctrlKey: true }, { do: "choose", send: true }],
    ["Enter", { metaKey: true }, { do: "choose", send: true }],
    ["Tab", {}, { do: "edit" }],
    ["Escape", {}, { do: "close" }],
    ["ArrowDown", {}, { do: "move", by: 1 }],
    ["p", { ctrlKey: true }, { do: "move", by: -1 }],
    ["N", { ctrlKey: true }, { do: "move", by: 1 }],
    ["PageUp", {}, { do: "page", by: -1 }],
    ["c", { ctrlKey: true }, { do: "copy" }],
    ["j", { ctrlKey: true }, { do: "customer" }],
    ["1", { ctrlKey: true }, { do: "scope", scope: "phrases" }],
    ["2", { metaKey: true }, { do: "scope", scope: "pictures" }],
    ["3", { ctrlKey: true }, null],
    ["n", {}, null],
    ["Tab", { shiftKey: true }, null],
  ])("%s with %o", (key, more, wish) => {
    expect(wishOf(press(key, more), typed)).toEqual(wish);
  });

  test("a bare digit picks only while nothing is typed", () => {
    expect(wishOf(press("3"), empty)).toEqual({ do: "pick", place: 3 });
    expect(wishOf(press("3"), typed)).toBeNull();
    expect(wishOf(press("0"), empty)).toBeNull();
  });

  test("Alt and a digit always pick, whatever sign the layout gives", () => {
    expect(wishOf(press("£", { code: "Digit3", altKey: true }), typed)).toEqual({
      do: "pick",
      place: 3,
    });
  });

  test("number pad without NumLock moves instead of picking", () => {
    expect(wishOf(press("ArrowDown", { code: "Numpad2" }), empty)).toEqual({ do: "move", by: 1 });
    expect(wishOf(press("2", { code: "Numpad2" }), empty)).toEqual({ do: "pick", place: 2 });
  });

  test("Ctrl+C belongs to the input while something is marked there", () => {
    expect(wishOf(press("c", { ctrlKey: true }), { empty: false, textMarked: true })).toBeNull();
  });
});

describe("while an input method composes", () => {
  test.each(["Enter", "Escape", "ArrowDown", "Tab", "1"])("%s is not ours", (key) => {
    expect(wishOf(press(key, { isComposing: true }), empty)).toBeNull();
    expect(wishOf(press(key, { keyCode: 229 }), empty)).toBeNull();
  });
});
