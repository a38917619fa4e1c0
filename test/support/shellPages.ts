import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import type { TestDesktop } from "./desktop.ts";
import type { TestShell } from "./shell.ts";

/** Pages of a running shell that a test looks at; they are used by mouse and keys of the machine. */
export interface SeenPages {
  /** The open page of this kind. */
  page(kind: "palette" | "panel"): Promise<Page>;
  close(): Promise<void>;
}

/** The shell's browser as it is, but for a door through which its pages can be looked at. To be called before the shell starts. */
export async function openDoor(desktop: TestDesktop): Promise<void> {
  const watched = join(desktop.folder, "chromium");
  const path = process.env["REPLYDECK_CHROMIUM"] ?? "/usr/bin/chromium";
  const script = `#!/bin/sh\nexec "${path}" --remote-debugging-port=0 "$@"\n`;
  await writeFile(watched, script, { mode: 0o755 });
  desktop.env["REPLYDECK_CHROMIUM"] = watched;
}

async function doorOf(shell: TestShell): Promise<string> {
  const door = await readFile(join(shell.data, "browser", "DevToolsActivePort"), "utf8");
  return `http://127.0.0.1:${door.split("\n")[0]}`;
}

/**
 * Hears what the palette's page asks the core. Playwright would make the page believe that it always has the keyboard;
 * this leaves it as it is.
 * @returns waits until the page has asked this, from now on
 */
export async function hearPalette(
  shell: TestShell,
): Promise<{ asked(call: string): Promise<void>; close(): void }> {
  const pages = (await (await fetch(`${await doorOf(shell)}/json/list`)).json()) as {
    url: string;
    webSocketDebuggerUrl: string;
  }[];
  const { webSocketDebuggerUrl } = pages.find(({ url }) => url.endsWith("/palette.html"))!;
  const line = new WebSocket(webSocketDebuggerUrl);
  const ready = Promise.withResolvers<void>();
  line.addEventListener("open", () => line.send('{"id":1,"method":"Network.enable"}'));
  line.addEventListener("message", ({ data }) =>
    JSON.parse(String(data)).id === 1 ? ready.resolve() : undefined,
  );
  await ready.promise;
  return {
    asked: (call) =>
      new Promise((resolve) => {
        line.addEventListener("message", ({ data }) => {
          const { method, params } = JSON.parse(String(data));
          if (
            method === "Network.requestWillBeSent" &&
            params.request.url.endsWith(`/call/${call}`)
          )
            resolve();
        });
      }),
    close: () => line.close(),
  };
}

/** Looks through the door. */
export async function watchPages(shell: TestShell): Promise<SeenPages> {
  const watcher = await chromium.connectOverCDP(await doorOf(shell));
  return {
    async page(kind) {
      for (const until = Date.now() + 15_000; ;) {
        const pages = watcher.contexts().flatMap((context) => context.pages());
        const found = pages.find((each) => each.url().endsWith(`/${kind}.html`));
        if (found) return found;
        if (Date.now() > until) throw new Error(`no ${kind}: ${pages.map((each) => each.url())}`);
        await new Promise((next) => setTimeout(next, 20));
      }
    },
    close: () => watcher.close(),
  };
}
