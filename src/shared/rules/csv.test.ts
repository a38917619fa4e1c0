import { expect, test } from "vitest";
import { toCsv } from "./csv.ts";

test("cells come back as they were, and none is run", () => {
  expect(toCsv([["a", 'b"c', "d,e", "f\ng", " h"]])).toBe('\uFEFFa,"b""c","d,e","f\ng"," h"\r\n');
  expect(toCsv([["=1+1", "+86", "-1", "@x", "\t=1"]])).toBe("\uFEFF'=1+1,'+86,'-1,'@x,'\t=1\r\n");
});
