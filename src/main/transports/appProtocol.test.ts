import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPageResponder } from "./appProtocol.ts";

let root = "";
let asked: string[] = [];
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "replydeck-pages-"));
  mkdirSync(join(root, "pages", "assets"), { recursive: true });
  writeFileSync(join(root, "pages", "index.html"), "<title>快答台</title>");
  writeFileSync(join(root, "pages", "assets", "a b.js"), "1");
  writeFileSync(join(root, "secret.txt"), "secret");
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function answer(url: string, method = "GET"): Promise<Response> {
  asked = [];
  const respond = createPageResponder({
    folder: join(root, "pages"),
    host: "replydeck",
    // As Electron's: reads the file, or rejects.
    fetch: async (file) => {
      asked.push(file);
      return new Response(readFileSync(fileURLToPath(file)), {
        headers: { "content-type": "text/html" },
      });
    },
  });
  return respond(new Request(url, { method }));
}

test("gives pages with their type and no right to run inline script", async () => {
  const response = await answer("app://replydeck/index.html");
  expect([response.status, await response.text()]).toEqual([200, "<title>快答台</title>"]);
  expect(response.headers.get("content-type")).toBe("text/html");
  const policy = response.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  expect((await answer("app://replydeck/assets/a%20b.js")).status).toBe(200);
});

test("addresses of screens give the main page", async () => {
  expect(await (await answer("app://replydeck/library")).text()).toContain("快答台");
});

test.each([
  "app://replydeck/../secret.txt",
  "app://replydeck/%2e%2e/secret.txt",
  "app://replydeck/..%2fsecret.txt",
  "app://replydeck/..%5csecret.txt",
  "app://replydeck/assets/..%2f..%2fsecret.txt",
  "app://replydeck//etc/passwd.txt",
  "app://replydeck/missing.html",
  "app://replydeck/index.html%00.js",
  "app://replydeck/%E0%A4%A.js",
  "app://elsewhere/index.html",
])("%s is not found", async (url) => {
  const response = await answer(url);
  expect([response.status, await response.text()]).toEqual([404, "404"]);
  expect(asked.every((file) => file.includes("/pages/"))).toBe(true);
});

test("nothing can be written", async () => {
  expect((await answer("app://replydeck/index.html", "POST")).status).toBe(405);
});
