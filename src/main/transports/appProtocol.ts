import { pathToFileURL } from "node:url";
import { CONTENT_SECURITY_POLICY, pageFile } from "./pages.ts";

interface Options {
  /** Folder of the built pages. */
  readonly folder: string;
  /** The one host of the scheme. */
  readonly host: string;
  /** Reads a file address: Electron's `net.fetch`, which also knows its type. */
  readonly fetch: (url: string) => Promise<Response>;
}

/** Gives the built pages to Electron's windows under our own scheme: these files and nothing else of the disk. */
export function createPageResponder({
  folder,
  host,
  fetch,
}: Options): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
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
