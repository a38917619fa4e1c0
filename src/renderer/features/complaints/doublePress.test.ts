import { expect, test } from "vitest";
import { createDoublePress } from "./doublePress.ts";

test("the same call is started once, until it failed, another came or a while has passed", async () => {
  let now = 1_000;
  const once = createDoublePress(() => now);
  let done = 0;
  const work = async () => (done += 1);
  expect(await Promise.all([once.run("back", work), once.run("back", work)])).toEqual([1, null]);
  now += 499;
  expect(await once.run("back", work)).toBeNull();
  now += 1;
  expect(await once.run("back", work)).toBe(2);
  expect(await once.run("advance", work)).toBe(3);
  expect(await once.run("back", work)).toBe(4);
  once.forget();
  expect(await once.run("back", work)).toBe(5);

  const fails = () => Promise.reject(new Error("refused"));
  await expect(once.run("advance", fails)).rejects.toThrow("refused");
  expect(await once.run("advance", work)).toBe(6);
});

test("what takes long is not started again while it is under way", async () => {
  let now = 1_000;
  const once = createDoublePress(() => now);
  const { promise, resolve } = Promise.withResolvers<string>();
  const first = once.run("back", () => promise);
  now += 60_000;
  expect(await once.run("back", () => promise)).toBeNull();
  resolve("done");
  expect(await first).toBe("done");
});
