import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { tokens } from "../../app/tokens.ts";

const css = readFileSync(new URL("tokens.css", import.meta.url), "utf8");
const written = [...css.matchAll(/--([a-z-]+): light-dark\((#\w+), (#\w+)\)/g)];

test("palette and panel have the colours of the main window", () => {
  expect(written.length).toBeGreaterThan(8);
  for (const [, name, light, dark] of written) {
    const key = name?.replaceAll(/-(\w)/g, (_, letter: string) =>
      letter.toUpperCase(),
    ) as keyof typeof tokens.light;
    expect([name, light, dark]).toEqual([name, tokens.light[key], tokens.dark[key]]);
  }
});
