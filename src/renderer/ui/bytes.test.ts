import { expect, test } from "vitest";
import { bytesInWords } from "./bytes.ts";

test.each([
  [0, "0 bytes"],
  [1023, "1,023 bytes"],
  [1024, "1 kB"],
  [1_572_864, "1.5 MB"],
  [3 * 1024 ** 3, "3 GB"],
  [5 * 1024 ** 4, "5,120 GB"],
])("%d is %s", (bytes, words) => {
  expect(bytesInWords(bytes, "en")).toBe(words);
});
