import { pathToFileURL } from "node:url";
import { isAppError } from "../../shared/errors.ts";
import type { Core } from "../core/types.ts";
import { CONTENT_SECURITY_POLICY, pageFile } from "./pages.ts";
import { askedPicture, pictureHeaders } from "./pictures.ts";
import { receiveUpload } from "./uploads.ts";

interface Options {
  /** Folder of the built pages. */
  readonly folder: string;
  /** The one host of the scheme. */
  readonly host: string;
  /** Reads a file address: Electron's `net.fetch`, which also knows its type. */
  readonly fetch: (url: string) => Promise<Response>;
  /** Null until the core stands: pictures and uploads are there from then on. */
  readonly core: () => Pick<Core, "takePicture" | "offerFile"> | null;
  /** Folder for uploads while they are looked at. */
  readonly temporary: string;
}

/**
 * Gives the built pages and the pictures to Electron's windows under our own scheme, and nothing else of the disk;
 * takes the files that a page sends.
 */
export function createPageResponder({
  folder,
  host,
  fetch,
  core,
  temporary,
}: Options): (request: Request) => Promise<Response> {
  /** A file the page was given by drag and drop, by paste or by a chooser of its own. */
  async function receive(request: Request, name: string): Promise<Response> {
    const opened = core();
    if (!opened || !request.body) return new Response("404", { status: 404 });
    try {
      const file = await receiveUpload(request.body, temporary);
      return Response.json({ ok: true, value: { file: opened.offerFile(file, name, true) } });
    } catch (error) {
      if (!isAppError(error)) throw error;
      const { code, params } = error;
      return Response.json({ ok: false, error: { code, params } }, { status: 413 });
    }
  }

  async function picture({ id, thumb }: { id: string; thumb: boolean }): Promise<Response> {
    const found = await core()?.takePicture(id, thumb);
    const file = found ? await fetch(pathToFileURL(found.path).href).catch(() => null) : null;
    if (!found || !file?.ok) return new Response("404", { status: 404 });
    return new Response(file.body, { status: 200, headers: pictureHeaders(found.mime) });
  }

  return async (request) => {
    const url = new URL(request.url);
    if (url.host === host && request.method === "POST" && url.pathname === "/files")
      return receive(request, url.searchParams.get("name") ?? "file");
    const asked = url.host === host && request.method === "GET" ? askedPicture(url) : null;
    if (asked) return picture(asked);
    if (request.method !== "GET" && request.method !== "HEAD")
      return new Response(null, { status: 405 });
    const path = url.host === host ? pageFile(folder, url.pathname) : null;
    if (path === null) return new Response("404", { status: 404 });
    const file = await fetch(pathToFileURL(path).href).catch(() => null);
    if (!file?.ok) return new Response("404", { status: 404 });
    const headers = new Headers(file.headers);
    headers.set("content-security-policy", CONTENT_SECURITY_POLICY);
    headers.set("x-content-type-options", "nosniff");
    headers.set("referrer-policy", "no-referrer");
    headers.set("cross-origin-opener-policy", "same-origin");
    return new Response(file.body, { status: 200, headers });
  };
}
