import type { Chromium } from "./chromium.ts";

/** Which of our pages a window shows. */
export type PageKind = "palette" | "panel" | "main";

export interface ChromiumPages {
  /** Target id of an open page of this kind. */
  find(kind: PageKind): string | null;
  /** The same, waiting for it; null when it does not come within `within` milliseconds or the browser ends. */
  wait(kind: PageKind, within: number): Promise<string | null>;
}

/** The entrance leads to its page with the page's name in it. */
function kindOf(url: string): PageKind {
  if (url.includes("palette.html")) return "palette";
  return url.includes("panel.html") ? "panel" : "main";
}

/** Keeps track of our pages in a running browser; a page is ours by its address. */
export async function watchPages(running: Chromium, origin: string): Promise<ChromiumPages> {
  const open = new Map<string, PageKind>();
  const waiting = new Set<() => void>();
  running.on((method, params) => {
    if (method === "Target.targetDestroyed") open.delete(String(params["targetId"]));
    if (method !== "Target.targetCreated" && method !== "Target.targetInfoChanged") return;
    const info = params["targetInfo"] as { targetId: string; type: string; url: string };
    if (info.type !== "page" || !info.url.startsWith(origin)) return;
    open.set(info.targetId, kindOf(info.url));
    for (const look of waiting) look();
  });
  void running.gone.then(() => {
    open.clear();
    for (const look of waiting) look();
  });
  await running.send("Target.setDiscoverTargets", { discover: true });

  const find = (kind: PageKind): string | null =>
    [...open].find(([, each]) => each === kind)?.[0] ?? null;

  const wait = (kind: PageKind, within: number): Promise<string | null> =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        waiting.delete(look);
        resolve(find(kind));
      };
      const look = (): void => {
        if (find(kind) !== null || running.process.exitCode !== null) done();
      };
      const timer = setTimeout(done, within);
      waiting.add(look);
      look();
    });

  return { find, wait };
}

/** What to wait for in a page: its input line takes what is typed; its window is not to be seen. */
const STATES = {
  typable: `document.activeElement?.matches("input")`,
  hidden: "document.hidden",
} as const;

/** Waits until a page is in a state, or until `within` milliseconds have passed. Rejects when the browser ends. */
export async function untilPageIs(
  state: keyof typeof STATES,
  { send, process }: Chromium,
  session: string,
  within: number,
): Promise<void> {
  const expression = `new Promise((done) => {
    const look = () => (${STATES[state]} ? done() : setTimeout(look, 5));
    setTimeout(done, ${within});
    look();
  })`;
  for (const until = performance.now() + within; performance.now() < until;)
    try {
      await send("Runtime.evaluate", { expression, awaitPromise: true }, session);
      return;
    } catch (error) {
      // The first page only leads to the real one: asked again there.
      if (process.exitCode !== null) throw error;
    }
}
