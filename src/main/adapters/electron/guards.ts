import type { Session, WebContents } from "electron";

/** Our pages' own place; nothing else is ever loaded. */
export const SCHEME = "app";
export const PAGES = `${SCHEME}://replydeck`;

/**
 * The one permission our pages have: to copy a phrase where nothing can be pasted. Chromium asks for it by this name
 * and only lets text through that a person's click or key put there.
 */
const ALLOWED: ReadonlySet<string> = new Set(["clipboard-sanitized-write"]);

type Guarded = Pick<WebContents, "setWindowOpenHandler"> & {
  on(event: string, listener: (event: { preventDefault(): void }) => void): unknown;
};

/** Keeps a window on its page: no navigation, no new windows, no embedded views. */
export function guardContents(contents: Guarded): void {
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  for (const event of [
    "will-navigate",
    "will-frame-navigate",
    "will-redirect",
    "will-attach-webview",
  ])
    contents.on(event, (asked) => asked.preventDefault());
}

type Permitting = Pick<
  Session,
  "setPermissionRequestHandler" | "setPermissionCheckHandler" | "setDevicePermissionHandler"
>;

/** Denies every permission but the copying of text from our own pages. */
export function guardPermissions(session: Permitting): void {
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(ALLOWED.has(permission) && isOurPage(contents.getURL())),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => ALLOWED.has(permission) && isOurPage(origin),
  );
  session.setDevicePermissionHandler(() => false);
}

/** True for an address (or origin) of our own pages. */
export function isOurPage(url: string): boolean {
  return url === PAGES || url.startsWith(`${PAGES}/`);
}
