import { expect, test } from "vitest";
import { lastingWords, stretch } from "./stretch.ts";

test("a stretch ends with today and begins at a midnight", () => {
  const { from, to } = stretch(30, new Date(2026, 10, 22, 15, 30).getTime());
  expect(new Date(to)).toEqual(new Date(2026, 10, 23));
  expect(new Date(from)).toEqual(new Date(2026, 9, 24));
});

test.each([
  [30_000, "1 minute"],
  [59 * 60_000, "59 minutes"],
  [5 * 3_600_000, "5 hours"],
  [60 * 3_600_000, "2.5 days"],
])("%d lasts %s", (length, words) => expect(lastingWords(length, "en")).toBe(words));
