import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type HttpTransport, openHttp } from "../../src/main/transports/http.ts";
import { pageFile } from "../../src/main/transports/pages.ts";
import { openCore, type TestCore } from "../support/core.ts";

let core: TestCore;
let http: HttpTransport;
beforeAll(async () => {
  core = await openCore();
  const pages = join(core.folder, "pages");
  mkdirSync(pages);
  writeFileSync(join(pages, "index.html"), "<!doctype html><title>快答台</title>");
  writeFileSync(join(core.folder, "secret.txt"), "secret");
  http = await openHttp({ core: core.core, pages, temporary: join(core.folder, "tmp"), port: 0 });
});
afterAll(async () => {
  await http.close();
  await core.close();
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  json(): {
    ok: boolean;
    value?: unknown;
    error?: { code: string; params: Record<string, unknown> };
  };
}

/** A request as any program of the machine could make it: fetch would not let us choose Host and Origin. */
function send(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      http.origin + path,
      { method: options.method ?? "GET", headers: options.headers ?? {} },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () => {
          const text = Buffer.concat(parts).toString("utf8");
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text,
            json: () => JSON.parse(text),
          });
        });
      },
    );
    request.on("error", reject);
    request.end(options.body);
  });
}

const bearer = (): Record<string, string> => ({ authorization: `Bearer ${http.token}` });
const call = (name: string, body: string, headers = bearer()) =>
  send(`/call/${name}`, { method: "POST", headers, body });

describe("the door", () => {
  test("listens on 127.0.0.1 alone", () => {
    expect(http.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  test("lets a browser in once by the token and then by its cookie", async () => {
    const entrance = new URL(http.entrance("/palette.html"));
    const opened = await send(entrance.pathname + entrance.search);
    expect(opened.status).toBe(303);
    expect(opened.headers["location"]).toBe("/palette.html");
    const cookie = String(opened.headers["set-cookie"]);
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
    const page = await send("/", { headers: { cookie: cookie.split(";")[0]! } });
    expect(page.status).toBe(200);
    expect(page.headers["content-security-policy"]).toMatch(/script-src 'self';/);
  });

  test("does not send a browser anywhere else", async () => {
    for (const page of ["https://example.com", "//example.com", "/\\example.com"]) {
      const opened = await send(`/open?token=${http.token}&page=${encodeURIComponent(page)}`);
      expect(opened.headers["location"]).toBe("/");
    }
  });

  test.each([
    ["no token", {}],
    ["a wrong token", { authorization: "Bearer nonsense" }],
    ["a wrong cookie", { cookie: "replydeck-1=x" }],
  ])("%s: 401", async (_name, headers) => {
    const answer = await call("system.status", "{}", headers as Record<string, string>);
    expect(answer.status).toBe(401);
    expect(answer.json().error?.code).toBe("wrong_token");
    expect((await send("/", { headers: headers as Record<string, string> })).status).toBe(401);
    expect((await send("/open?token=wrong")).status).toBe(401);
  });

  test("a person with an old address reads a sentence in their language, not JSON", async () => {
    const headers = { accept: "text/html,*/*", "accept-language": "en-GB,en" };
    const answer = await send("/open?token=old", { headers });
    expect(answer.status).toBe(401);
    expect(answer.headers["content-type"]).toMatch(/^text\/html/);
    expect(answer.text).toContain("ReplyDeck");
    expect(answer.text).not.toContain("wrong_token");
    const chinese = await send("/", { headers: { ...headers, "accept-language": "zh-CN" } });
    expect(chinese.text).toContain("口令");
  });

  test("a wrong Host: 421", async () => {
    const answer = await call("system.status", "{}", { ...bearer(), host: "evil.example:80" });
    expect(answer.status).toBe(421);
    expect(answer.json().error?.code).toBe("wrong_host");
  });

  test("a visit by the name localhost is sent on to where calls are let in", async () => {
    const { port } = new URL(http.origin);
    const sent = await new Promise<{ status: number; location: string }>((resolve, reject) => {
      const headers = { host: `localhost:${port}`, accept: "text/html" };
      httpRequest(`${http.origin}/open?token=x&page=/`, { headers }, (answer) => {
        answer.resume();
        resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? "" });
      })
        .on("error", reject)
        .end();
    });
    expect(sent).toEqual({ status: 307, location: `${http.origin}/open?token=x&page=/` });
    const asked = await call("system.status", "{}", { ...bearer(), host: `localhost:${port}` });
    expect(asked.status).toBe(421);
  });

  test("a wrong Origin: 403, also with the right token", async () => {
    for (const origin of ["https://evil.example", "http://127.0.0.1:1", "null"]) {
      const answer = await call("system.status", "{}", { ...bearer(), origin });
      expect(answer.status).toBe(403);
      expect(answer.json().error?.code).toBe("wrong_origin");
    }
    expect((await call("system.status", "{}", { ...bearer(), origin: http.origin })).status).toBe(
      200,
    );
  });

  test("another site may not load our pages", async () => {
    const answer = await send("/", {
      headers: { ...bearer(), "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" },
    });
    expect(answer.status).toBe(403);
  });

  test("a taken port is named", async () => {
    const port = Number(new URL(http.origin).port);
    await expect(
      openHttp({ core: core.core, pages: ".", temporary: join(core.folder, "tmp2"), port }),
    ).rejects.toMatchObject({ code: "port_taken", params: { port } });
  });
});

describe("calls", () => {
  test("answer with a value", async () => {
    const answer = await call(
      "phrases.create",
      JSON.stringify({ title: "问好", body: "您好，在的。" }),
    );
    expect(answer.json()).toMatchObject({ ok: true, value: { title: "问好" } });
  });

  test.each([
    ["phrases.create", "not json", "bad_input"],
    ["phrases.create", "{}", "bad_input"],
    ["phrases.create", '{"title":"a","body":""}', "bad_input"],
    ["phrases.create", "[1,2,3]", "bad_input"],
    ["phrases.create", "null", "bad_input"],
    ["phrases.create", `{"title":"${"长".repeat(300)}","body":"x"}`, "bad_input"],
    ["phrases.get", '{"id":"../../etc/passwd"}', "bad_input"],
    ["phrases.query", '{"limit":1e9}', "bad_input"],
    ["import.plan", '{"file":"/etc/passwd","job":"x"}', "import_file_missing"],
    ["backups.restore", '{"name":"../../../etc/passwd"}', "backup_missing"],
    ["nothing.here", "{}", "unknown_call"],
    ["constructor", "{}", "unknown_call"],
    ["__proto__", "{}", "unknown_call"],
  ])("rubbish to %s (%s) is refused as %s", async (name, body, code) => {
    const before = (await core.call("phrases.query", {})).total;
    const answer = await call(name, body);
    expect(answer.json().error?.code).toBe(code);
    expect((await core.call("phrases.query", {})).total).toBe(before);
  });

  test("thousands of random inputs never break the core", async () => {
    let seed = 7;
    const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    const values: (() => unknown)[] = [
      () => null,
      () => random(),
      () => -1,
      () => "",
      () => "\u0000\ud800",
      () => [],
      () => ({}),
      () => true,
      () => "x".repeat(Math.floor(random() * 5_000)),
      () => [[[[]]]],
      () => ({ id: {} }),
      () => crypto.randomUUID(),
    ];
    const names = [
      "phrases.query",
      "phrases.update",
      "phrases.move",
      "categories.move",
      "search.query",
      "settings.set",
      "paste.phrase",
      "hotkeys.check",
      "history.undo",
      "import.apply",
      "paste.log",
    ];
    const fields = [
      "id",
      "ids",
      "text",
      "changes",
      "limit",
      "offset",
      "categoryId",
      "parentId",
      "accelerator",
      "applications",
      "file",
      "job",
    ];
    for (let n = 0; n < 2_000; n += 1) {
      const input = Object.fromEntries(
        fields
          .filter(() => random() < 0.4)
          .map((field) => [field, values[Math.floor(random() * values.length)]!()]),
      );
      const result = await core.core.call(names[Math.floor(random() * names.length)]!, input);
      if (!result.ok) expect(result.error.code).not.toBe("unexpected");
    }
    expect(await core.call("system.check", {})).toEqual({ sound: true, problems: [] });
  });

  test("a call that is too large is cut off", async () => {
    const answer = await call(
      "phrases.create",
      JSON.stringify({ body: "x".repeat(9 * 1024 * 1024) }),
    );
    expect(answer.status).toBe(413);
  });
});

describe("events", () => {
  test("reach a page as they happen, and the stream ends with it", async () => {
    const got = await new Promise<string>((resolve, reject) => {
      const request = httpRequest(`${http.origin}/events`, { headers: bearer() }, (response) => {
        let text = "";
        response.on("data", (part: Buffer) => {
          text += part.toString("utf8");
          if (text === ": open\n\n")
            void core.call("categories.create", { name: "事件", parentId: null });
          if (text.includes("library.changed")) {
            request.destroy();
            resolve(text);
          }
        });
      });
      request.on("error", reject);
      request.end();
    });
    expect(got).toContain('"name":"library.changed"');
  });
});

describe("files", () => {
  test("an uploaded file is known by a name of ours only", async () => {
    const answer = await send("/files?name=话术.csv".replace("话术", encodeURIComponent("话术")), {
      method: "POST",
      headers: bearer(),
      body: "快捷编码,快捷短语\nfh,下单后尽快发出\n",
    });
    const { file } = answer.json().value as { file: string };
    expect(file).toMatch(/^[0-9a-f-]{36}$/);
    const plan = await core.call("import.plan", { file, job: "a" });
    expect(plan).toMatchObject({ rows: 1, added: 1, format: "csv" });
  });

  test("an export is fetched once it is written", async () => {
    const { url, count } = await core.call("export.run", { format: "json" });
    const answer = await send(url!, { headers: bearer() });
    expect(JSON.parse(answer.text).phrases).toHaveLength(count);
  });

  test("pages stay inside their folder", async () => {
    expect(pageFile("/pages", "/../secret.txt")).toBeNull();
    expect(pageFile("/pages", "/%2e%2e/secret.txt")).toBeNull();
    expect(pageFile("/pages", "/..%2fsecret.txt")).toBeNull();
    expect(pageFile("/pages", "/%00.html")).toBeNull();
    expect(pageFile("/pages", "/%E0%A4%A")).toBeNull();
    expect(pageFile("/pages", "/phrases")).toBe("/pages/index.html");
    // As raw bytes, since URL parsers tidy such paths away.
    const raw = await new Promise<string>((resolve) => {
      const socket = connect(Number(new URL(http.origin).port), "127.0.0.1");
      let text = "";
      socket.on("data", (part) => (text += part.toString("utf8")));
      socket.on("close", () => resolve(text));
      socket.write(
        `GET /../secret.txt HTTP/1.1\r\nHost: ${new URL(http.origin).host}\r\nAuthorization: Bearer ${http.token}\r\nConnection: close\r\n\r\n`,
      );
    });
    expect(raw).not.toContain("\r\n\r\nsecret");
  });
});
