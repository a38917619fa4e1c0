import { eventMask } from "x11";
import type { XEvent } from "x11";
import type { ActiveWindow } from "../../ports/activeWindow.ts";
import type { X11Connection } from "./connection.ts";
import {
  describeWindow,
  hasWindowManager,
  numbersProperty,
  windowNumber,
} from "./windowProperties.ts";

/** Source indication of EWMH: a pager acts for the person, so focus-stealing rules do not apply. */
const FROM_PAGER = 2;
const CURRENT_TIME = 0;
const REVERT_TO_PARENT = 2;
/** 0 is no focus at all, 1 whatever is under the pointer. */
const LAST_SPECIAL_FOCUS = 1;

type Outcome = "active" | "other" | "gone";

/** Which window has the keyboard, by EWMH and the X input focus together. */
export async function createX11ActiveWindow(conn: X11Connection): Promise<ActiveWindow> {
  const { x } = conn;
  const activeAtom = await conn.atom("_NET_ACTIVE_WINDOW");
  const rootEvents = conn.select(conn.root, eventMask.PropertyChange);
  await rootEvents.ready;
  /** The window that was active when it was last looked at: most likely it still is. */
  let last = 0;

  const inputFocus = async () => {
    const found = await conn.ask<{ focus: number }>((reply) => x.GetInputFocus(reply));
    return found && found.focus > LAST_SPECIAL_FOCUS ? found.focus : 0;
  };

  /** The window and its ancestors up to below the root, innermost first. */
  const ancestry = async (window: number): Promise<number[]> => {
    const line: number[] = [];
    for (let at = window; at !== 0 && at !== conn.root;) {
      line.push(at);
      const inner = at;
      const tree = await conn.ask<{ parent: number }>((reply) => x.QueryTree(inner, reply));
      at = tree?.parent ?? 0;
    }
    return line;
  };

  const advertised = async () => (await numbersProperty(conn, conn.root, "_NET_ACTIVE_WINDOW"))[0];

  /** Without a window manager's word: the window around the focus that a client made (WM_STATE, WM_CLASS). */
  const aroundFocus = async (): Promise<number> => {
    const line = await ancestry(await inputFocus());
    for (const window of line) {
      if (await conn.property(window, "WM_STATE")) return window;
    }
    for (const window of line.toReversed()) {
      if (await conn.property(window, "WM_CLASS")) return window;
    }
    return line.at(-1) ?? 0;
  };

  const exists = async (window: number) =>
    (await conn.ask<unknown>((reply) => x.GetWindowAttributes(window, reply))) !== null;

  /** A window with the focus, and the ones around it: few programs move theirs about. */
  let lately: { readonly focus: number; readonly line: readonly number[] } | null = null;
  const linesFrom = async (focus: number): Promise<readonly number[]> => {
    const line = lately?.focus === focus ? lately.line : await ancestry(focus);
    lately = { focus, line };
    return line;
  };

  const lookAt = async (window: number): Promise<Outcome> => {
    const [active, focus] = await Promise.all([advertised(), inputFocus()]);
    if (focus === window || (focus !== 0 && (await linesFrom(focus)).includes(window))) {
      // The focus arrives first; until the manager agrees it may still move it on.
      if (active === undefined || active === window) return "active";
    }
    return (await exists(window)) ? "other" : "gone";
  };

  const waitUntilActive = async (id: string, timeoutMs: number): Promise<boolean> => {
    const window = windowNumber(id);
    if (window === null) return false;
    // Mostly it is so already, and nothing has to be watched.
    if (conn.open && (await lookAt(window)) === "active") return true;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const watch = conn.select(window, eventMask.StructureNotify | eventMask.FocusChange);
    let looking = false;
    let again = false;
    /** One look at a time; an event during a look asks for another. */
    const look = async () => {
      again = looking;
      if (looking) return;
      looking = true;
      do {
        again = false;
        const outcome = await lookAt(window);
        if (outcome !== "other") resolve(outcome === "active");
      } while (again);
      looking = false;
    };
    const lookNow = () => {
      look().catch(() => resolve(false));
    };
    const stop = conn.onEvent((event: XEvent) => {
      if (event.name === "DestroyNotify" && event.wid === window) resolve(false);
      else if (event.name === "PropertyNotify" && event.wid === conn.root) {
        if (event.atom === activeAtom) lookNow();
      } else if (event.name === "FocusIn" && event.wid === window) lookNow();
    });
    const timer = setTimeout(() => resolve(false), timeoutMs);
    conn.closed.then(
      () => resolve(false),
      () => undefined,
    );
    try {
      lookNow();
      if (!(await watch.ready)) return false;
      return await promise;
    } finally {
      clearTimeout(timer);
      stop();
      watch.end();
    }
  };

  const listeners = new Set<() => void>();
  const stopFollowing = conn.onEvent((event: XEvent) => {
    if (event.name !== "PropertyNotify" || event.atom !== activeAtom) return;
    advertised().then(
      (window) => {
        last = window ?? 0;
        for (const listener of listeners) listener();
      },
      () => undefined,
    );
  });

  const inFront = conn.foresee(async () => {
    const likely = last;
    // Both questions travel together; the second is asked again when the first says another window.
    const [active, description] = await Promise.all([
      advertised(),
      likely ? describeWindow(conn, likely) : null,
    ]);
    const window = active || (await aroundFocus());
    last = window;
    if (!window) return null;
    return window === likely ? description : describeWindow(conn, window);
  });

  return {
    current: inFront.get,
    activate: async (id) => {
      const window = windowNumber(id);
      if (window === null || !(await exists(window))) return false;
      if (await hasWindowManager(conn)) {
        const data = [FROM_PAGER, CURRENT_TIME, 0];
        await conn.attempt((done) =>
          x.SendClientMessage(conn.root, window, activeAtom, 32, data, undefined, done),
        );
      } else {
        await conn.attempt((done) => x.RaiseWindow(window, done));
        await conn.attempt((done) => x.SetInputFocus(window, REVERT_TO_PARENT, done));
      }
      return exists(window);
    },
    waitUntilActive,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      stopFollowing();
      inFront.end();
      rootEvents.end();
    },
  };
}
