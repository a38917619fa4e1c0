import { expect, test } from "vitest";
import { mappingFault, withColumn } from "./mapping.ts";

test("one column must be the body", () => {
  expect(mappingFault({ "0": "title" })).toEqual({ fault: "needBody" });
  expect(mappingFault({ "0": "body" })).toBeNull();
});

test("a field is one column, but category levels and tags may be several", () => {
  expect(mappingFault({ "0": "body", "1": "title", "2": "title" })).toEqual({
    fault: "twice",
    field: "title",
  });
  expect(
    mappingFault({ "0": "body", "1": "category", "2": "category", "3": "tags", "4": "tags" }),
  ).toBeNull();
});

test("changing and leaving out a column", () => {
  expect(withColumn({ "0": "body" }, 1, "note")).toEqual({ "0": "body", "1": "note" });
  expect(withColumn({ "0": "body", "1": "note" }, 1, null)).toEqual({ "0": "body" });
});
