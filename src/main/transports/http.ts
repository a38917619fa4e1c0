import { randomBytes, timingSafeEqual } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, rm, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import type { Core, Result } from "../core/types.ts";
import { AppError, isAppError } from "../../shared/errors.ts";
import { say } from "../../shared/rules/say.ts";
import { servePage } from "./pages.ts";
import { askedPicture, pictureHeaders } from "./pictures.ts";
import { receiveUpload } from "./uploads.ts";

/** Largest call, bytes: a call carries text, never pictures. */
export const MAX_CALL = 8 * 1024 * 1024;

/** How long a connection may be idle, milliseconds. */
const IDLE_FOR = 30_000;

/** What may wait for a page that does not read its events, bytes. */
const MAX_UNREAD = 1024 * 1024;

export interface HttpTransport {
  /** Address of the pages, without the token. */
  readonly origin: string;
  /** Address that lets a browser in: sets the session cookie and goes on to `page`. */
  entrance(page?: string): string;
  readonly token: string;
  close(): Promise<void>;
}

interface Options {
  readonly core: Core;
  /** Folder of the built pages. */
  readonly pages: string;
  /** Folder for uploads while they are looked at. */
  readonly temporary: string;
  /** 0 lets the system choose. */
  readonly port: number;
}

/**
 * The one door of the browser shell: 127.0.0.1 only, a token for this run, Host and Origin checked.
 * A browser shows the token once at `/open` and then carries it as an HttpOnly cookie.
 * @throws AppError port_taken
 */
export async function openHttp({ core, pages, temporary, port }: Options): Promise<HttpTransport> {
  const token = randomBytes(24).toString("base64url");
  await mkdir(temporary, { recursive: true });
  const streams = new Set<ServerResponse>();
  const stopListening = core.subscribe((name, payload) => {
    const line = `data: ${JSON.stringify({ name, payload })}\n\n`;
    for (const stream of streams) {
      // A page that stopped reading is let go; it asks anew when it comes back.
      if (stream.writableLength > MAX_UNREAD) stream.destroy();
      else stream.write(line);
    }
  });
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!isAppError(error)) console.error(error);
      const code = isAppError(error) ? error.code : "unexpected";
      const params = isAppError(error) ? error.params : { detail: String(error) };
      // The rest of a refused upload is not read.
      response.shouldKeepAlive = false;
      const status = STATUS[code] ?? 500;
      if (isVisit(request)) {
        sendRefusal(response, status, say(languageOf(request), code, params));
        return;
      }
      sendJson(response, status, { ok: false, error: { code, params } });
    });
  });
  // Longer than a client keeps an idle connection: it must not be closed in the moment of its next call.
  server.keepAliveTimeout = IDLE_FOR;
  const actual = await listen(server, port);
  const origin = `http://127.0.0.1:${actual}`;
  // Cookies do not know ports: the name keeps two instances apart.
  const cookie = `replydeck-${actual}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Typed as people know it; the page's own calls would not be let in from there.
    if (request.headers.host === `localhost:${actual}` && isVisit(request)) {
      response.writeHead(307, { location: origin + (request.url ?? "/") }).end();
      return;
    }
    checkHost(request, actual);
    checkOrigin(request, origin);
    // "//" and the like are no address of ours.
    const url = URL.parse(request.url ?? "/", origin);
    if (url?.origin !== origin) {
      response.writeHead(404).end();
      return;
    }
    if (request.method === "GET" && url.pathname === "/open") {
      if (!same(url.searchParams.get("token") ?? "", token)) throw new AppError("wrong_token");
      const page = url.searchParams.get("page") ?? "/";
      response.writeHead(303, {
        location: /^\/[\w./-]*$/.test(page) && !page.startsWith("//") ? page : "/",
        "set-cookie": `${cookie}=${token}; HttpOnly; SameSite=Strict; Path=/`,
        "cache-control": "no-store",
        "referrer-policy": "no-referrer",
      });
      response.end();
      return;
    }
    if (!same(tokenOf(request, cookie), token)) throw new AppError("wrong_token");
    if (request.method === "POST" && url.pathname.startsWith("/call/")) {
      const text = await readText(request, MAX_CALL);
      let input: unknown;
      try {
        input = JSON.parse(text);
      } catch {
        sendJson(response, 400, {
          ok: false,
          error: { code: "bad_input", params: { field: "body", detail: "JSON" } },
        });
        return;
      }
      const result = await core.call(
        decodeURIComponent(url.pathname.slice("/call/".length)),
        input,
      );
      sendJson(response, 200, result);
      return;
    }
    if (request.method === "GET" && url.pathname === "/events")
      return openEvents(request, response);
    if (request.method === "POST" && url.pathname === "/files") {
      const name = url.searchParams.get("name") ?? "file";
      const file = await receiveUpload(request, temporary);
      sendJson(response, 200, { ok: true, value: { file: core.offerFile(file, name, true) } });
      return;
    }
    if (request.method === "GET" && url.pathname.startsWith("/downloads/")) {
      const download = core.takeDownload(url.pathname.slice("/downloads/".length));
      if (download) {
        response.writeHead(200, {
          "content-type": "application/octet-stream",
          "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(download.fileName)}`,
        });
        await pipeline(createReadStream(download.path), response);
        return;
      }
    }
    const picture = request.method === "GET" ? askedPicture(url) : null;
    if (picture) return sendPicture(await core.takePicture(picture.id, picture.thumb), response);
    if (request.method === "GET" || request.method === "HEAD")
      return servePage(pages, url.pathname, response);
    response.writeHead(405).end();
  }

  function openEvents(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write(": open\n\n");
    streams.add(response);
    request.on("close", () => streams.delete(response));
  }

  return {
    origin,
    token,
    entrance: (page = "/") => `${origin}/open?token=${token}${page === "/" ? "" : `&page=${page}`}`,
    async close() {
      stopListening();
      for (const stream of streams) stream.end();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(temporary, { recursive: true, force: true });
    },
  };
}

const STATUS: Readonly<Record<string, number>> = {
  wrong_token: 401,
  wrong_host: 421,
  wrong_origin: 403,
  body_too_large: 413,
};

/** A person going to an address, not a page's own request. */
const isVisit = (request: IncomingMessage): boolean =>
  request.method === "GET" && (request.headers.accept ?? "").includes("text/html");

function languageOf(request: IncomingMessage): string {
  const first = (request.headers["accept-language"] ?? "zh-CN").split(",", 1)[0] ?? "";
  if (/^zh-(TW|HK|MO|Hant)/i.test(first)) return "zh-TW";
  return /^zh/i.test(first) ? "zh-CN" : "en";
}

/** A sentence for a person who came with an old address. */
function sendRefusal(response: ServerResponse, status: number, sentence: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
  });
  const text = sentence.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  response.end(`<!doctype html><meta name="color-scheme" content="light dark"><title>快答台 ReplyDeck</title>
<body style="font:16px/1.6 system-ui;max-width:32em;margin:20vh auto;padding:0 1em"><h1 style="font-size:18px">快答台 ReplyDeck</h1><p>${text}`);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE" || error.code === "EACCES";
      reject(taken ? new AppError("port_taken", { port }, { cause: error }) : error);
    });
    server.listen(port, "127.0.0.1", () => {
      // Later ones (too many open files) concern one connection, not the program.
      server.on("error", (error) => console.error(error));
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

/** A page elsewhere that has its name point at 127.0.0.1 (DNS rebinding) still sends its own name here. */
function checkHost(request: IncomingMessage, port: number): void {
  const host = request.headers.host ?? "";
  if (host !== `127.0.0.1:${port}`) throw new AppError("wrong_host");
}

function checkOrigin(request: IncomingMessage, origin: string): void {
  const from = request.headers.origin;
  if (from !== undefined && from !== origin)
    throw new AppError("wrong_origin", { origin: from.slice(0, 200) });
  // Navigations have no Origin; a foreign page that loads us as a resource says so here.
  const site = request.headers["sec-fetch-site"];
  const mode = request.headers["sec-fetch-mode"];
  if (site !== undefined && site !== "same-origin" && site !== "none" && mode !== "navigate")
    throw new AppError("wrong_origin", { origin: String(site) });
}

function tokenOf(request: IncomingMessage, cookie: string): string {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
  if (bearer !== undefined) return bearer;
  for (const part of (request.headers.cookie ?? "").split(/;\s*/))
    if (part.startsWith(`${cookie}=`)) return part.slice(cookie.length + 1);
  return "";
}

/** Compares without telling by time how much was right. */
function same(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}

async function readText(request: IncomingMessage, limit: number): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limit) throw new AppError("body_too_large", { limit: limit / 1024 / 1024 });
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

/** Sends a picture or its thumbnail, or 404. */
async function sendPicture(
  found: { path: string; mime: string } | null,
  response: ServerResponse,
): Promise<void> {
  const file = found && (await stat(found.path).catch(() => null));
  if (!found || !file) {
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("404");
    return;
  }
  response.writeHead(200, { ...pictureHeaders(found.mime), "content-length": file.size });
  await pipeline(createReadStream(found.path), response);
}

function sendJson(response: ServerResponse, status: number, result: Result | object): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.end(JSON.stringify(result));
}
