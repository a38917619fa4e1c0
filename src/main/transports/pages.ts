import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { pipeline } from "node:stream/promises";

/** What the pages may load: themselves. Component styles are written by script, so styles may be inline; scripts never. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
  "font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};

/** The file a page address means, inside `folder`; null for anything outside it. */
export function pageFile(folder: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded.includes("\0")) return null;
  // Addresses without an ending belong to the main window's own routes.
  const name = extname(decoded) === "" ? "index.html" : decoded;
  const path = normalize(join(folder, name));
  return path.startsWith(normalize(folder) + sep) ? path : null;
}

/** Sends one file of the built pages, or 404. */
export async function servePage(
  folder: string,
  pathname: string,
  response: ServerResponse,
): Promise<void> {
  const path = pageFile(folder, pathname);
  const found = path === null ? null : await stat(path).catch(() => null);
  if (path === null || !found?.isFile()) {
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("404");
    return;
  }
  // Hashed names never change what they hold; the entry pages do.
  const lasting = pathname.startsWith("/assets/");
  response.writeHead(200, {
    "content-type": TYPES[extname(path)] ?? "application/octet-stream",
    "content-length": found.size,
    "cache-control": lasting ? "public, max-age=31536000, immutable" : "no-cache",
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  });
  await pipeline(createReadStream(path), response);
}
