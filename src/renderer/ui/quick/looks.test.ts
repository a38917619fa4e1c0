import { describe, expect, test } from "vitest";
import { cutAtEnters, splitEarly, writtenEarly } from "./looks.ts";

test("what is typed after the choice is told from the line it was chosen from", () => {
  expect(splitEarly("dhhang", "dh")).toEqual(["dh", "hang"]);
  expect(splitEarly("dh", "dh")).toEqual(["dh", ""]);
  expect(splitEarly("d", "dh")).toEqual(["d", ""]);
});

const field = (name: string, more: object) =>
  ({ name, kind: "input", required: true, value: "", wrong: null, ...more }) as never;
const review = (...fields: never[]) => ({ fields }) as never;

test("and goes into the first field that is still open, never among choices", () => {
  const city = field("城市", {});
  const early = (text: string, ...fields: never[]) => writtenEarly(review(...fields), [text]);
  expect(early("hang", field("颜色", { value: "黑" }), city)).toEqual({
    start: { answers: { 城市: "hang" }, texts: null },
    field: "城市",
  });
  const nothing = { start: null, field: null };
  expect(early("2", field("颜色", { kind: "choice" }), city)).toEqual(nothing);
  expect(early("", city)).toEqual(nothing);
  expect(early("hang")).toEqual(nothing);
});

describe("Enter before the form is there", () => {
  const both = review(field("姓名", {}), field("城市", {}));

  test("goes on to the next field where something was written, and what follows is written there", () => {
    expect(writtenEarly(both, ["王女士", ""])).toEqual({
      start: { answers: { 姓名: "王女士" }, texts: null },
      field: "城市",
    });
    expect(writtenEarly(both, ["王女士", "杭州"])).toEqual({
      start: { answers: { 姓名: "王女士", 城市: "杭州" }, texts: null },
      field: "城市",
    });
  });

  test("alone leaves the first field as it is", () => {
    expect(writtenEarly(both, ["", ""])).toEqual({ start: null, field: null });
    expect(writtenEarly(both, ["", "王女士"])).toMatchObject({ field: "姓名" });
  });

  test("stops at the last field, and at one of choices", () => {
    expect(writtenEarly(both, ["王女士", "杭州", "多的"])).toMatchObject({
      start: { answers: { 姓名: "王女士", 城市: "杭州" } },
      field: "城市",
    });
    const chosen = review(field("姓名", {}), field("颜色", { kind: "choice" }));
    expect(writtenEarly(chosen, ["王女士", "红"])).toEqual({
      start: { answers: { 姓名: "王女士" }, texts: null },
      field: "颜色",
    });
  });

  test("cuts the line where it was pressed", () => {
    expect(cutAtEnters("王女士杭州", "dh", ["dh王女士"])).toEqual(["王女士", "杭州"]);
    expect(cutAtEnters("王女士", "dh", ["dh王女士"])).toEqual(["王女士", ""]);
    expect(cutAtEnters("王女士", "dh", ["dh"])).toEqual(["", "王女士"]);
    expect(cutAtEnters("王女士", "dh", [])).toEqual(["王女士"]);
    // Written over since: the place is gone.
    expect(cutAtEnters("李", "dh", ["dh王女士"])).toEqual(["李"]);
  });
});
