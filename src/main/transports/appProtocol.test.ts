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

const PICTURE = "ab".repeat(32);
const offered: unknown[][] = [];

function answer(url: string, method = "GET", body?: string): Promise<Response> {
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
    core: () => ({
      takePicture: async (id, thumb) =>
        id === PICTURE
          ? { path: join(root, "secret.txt"), mime: thumb ? "image/webp" : "image/png" }
          : null,
      offerFile: (...offer) => String(offered.push(offer)),
    }),
    temporary: root,
  });
  return respond(new Request(url, { method, ...(body !== undefined && { body }) }));
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

test("pictures come by their id, for ever, and as nothing but pictures", async () => {
  const whole = await answer(`app://replydeck/pictures/${PICTURE}`);
  expect([whole.status, whole.headers.get("content-type")]).toEqual([200, "image/png"]);
  expect(whole.headers.get("cache-control")).toContain("immutable");
  expect(whole.headers.get("x-content-type-options")).toBe("nosniff");
  const small = await answer(`app://replydeck/pictures/${PICTURE}?thumb`);
  expect(small.headers.get("content-type")).toBe("image/webp");
  for (const url of [
    `app://replydeck/pictures/${"cd".repeat(32)}`,
    `app://elsewhere/pictures/${PICTURE}`,
    `app://replydeck/pictures/../${PICTURE}.png`,
  ])
    expect((await answer(url)).status).toBe(404);
});

test("a page can send a file; it is named by us and goes when it was taken in", async () => {
  const response = await answer("app://replydeck/files?name=%E5%9B%BE.png", "POST", "bytes");
  expect(await response.json()).toEqual({ ok: true, value: { file: "1" } });
  const [path, name, ours] = offered[0] as [string, string, boolean];
  expect([readFileSync(path, "utf8"), name, ours]).toEqual(["bytes", "图.png", true]);
  expect((await answer("app://elsewhere/files?name=a", "POST", "x")).status).toBe(405);
});

test("nothing can be written", async () => {
  expect((await answer("app://replydeck/index.html", "POST")).status).toBe(405);
});
