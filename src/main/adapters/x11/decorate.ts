import { eventMask } from "x11";
import type { XMonitor } from "x11";
import type { TargetWindow } from "../../ports/activeWindow.ts";
import type { X11Connection } from "./connection.ts";
import { describeWindow, numbersProperty, windowNumber } from "./windowProperties.ts";

/** What to look for; every given part must fit. */
export interface WindowMatch {
  readonly pid?: number;
  /** Program name as TargetWindow has it. */
  readonly app?: string;
  readonly title?: string | RegExp;
}

/** A place on the screen, in pixels. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a small window of ours (the palette) needs from the window manager. Ids as in TargetWindow. */
export interface WindowTools {
  /** The newest top-level window that fits, or null. */
  find(match: WindowMatch): Promise<TargetWindow | null>;
  /** The same, waiting for it to appear; null after `timeoutMs`. */
  waitFor(match: WindowMatch, timeoutMs: number): Promise<TargetWindow | null>;
  /** No title bar and border. */
  undecorate(id: string): Promise<void>;
  /** Above the others, in no task bar and pager. */
  float(id: string): Promise<void>;
  /** Whether it is given the keyboard. One that takes none is clicked without becoming the active window (ICCCM 4.1.7). */
  takesKeyboard(id: string, takes: boolean): Promise<void>;
  moveResize(id: string, place: Rect): Promise<void>;
  /** Puts the window, in the given or its present size, a little above the middle of the pointer's monitor. */
  centre(id: string, size?: { width: number; height: number }): Promise<void>;
  /** Puts the window at an edge of the pointer's monitor, as high as what task bars leave free. */
  dock(id: string, side: "left" | "right", width: number): Promise<void>;
  show(id: string): Promise<void>;
  /** Takes the window off the screen at once (it stays alive); the manager moves the focus on. */
  hide(id: string): Promise<void>;
  isVisible(id: string): Promise<boolean>;
  /** The monitor the pointer is on. */
  monitor(): Promise<Rect>;
  close(): Promise<void>;
}

const REPLACE = 0;
const ATOM = 4;
/** _MOTIF_WM_HINTS: the decorations field is valid, and it is empty. */
const NO_DECORATIONS = [2, 0, 0, 0, 0];
/** WM_NORMAL_HINTS: how many numbers, and the flags USPosition and USSize. */
const SIZE_HINTS = 18;
const USER_CHOSE = 3;
/** WM_HINTS: how many numbers, and the flag that says its input field counts. */
const HINTS = 9;
const INPUT_COUNTS = 1;
const STATE_ADD = 1;
const FROM_PAGER = 2;
const VIEWABLE = 2;
/** Eyes rest above the middle. */
const HEIGHT_SHARE = 0.35;

const STATES = [
  "_NET_WM_STATE_ABOVE",
  "_NET_WM_STATE_SKIP_TASKBAR",
  "_NET_WM_STATE_SKIP_PAGER",
] as const;

function fits(window: TargetWindow, match: WindowMatch): boolean {
  const { title } = match;
  const titleFits =
    title === undefined ||
    (typeof title === "string" ? window.title === title : title.test(window.title));
  return (
    titleFits &&
    (match.pid === undefined || window.pid === match.pid) &&
    (match.app === undefined || window.app === match.app)
  );
}

/** Helpers over EWMH for placing and dressing windows. */
export async function createWindowTools(conn: X11Connection): Promise<WindowTools> {
  const { x } = conn;
  const rootEvents = conn.select(conn.root, eventMask.PropertyChange);
  const listAtom = await conn.atom("_NET_CLIENT_LIST");
  const nameAtom = await conn.atom("_NET_WM_NAME");
  const xinerama = await conn.extension("xinerama");
  /** Every helper is about a window that may die meanwhile: nothing to do then. */
  const on = async (id: string, work: (window: number) => Promise<unknown>) => {
    const window = windowNumber(id);
    if (window !== null) await work(window);
  };
  const mapState = async (window: number) =>
    (await conn.ask<{ mapState: number }>((reply) => x.GetWindowAttributes(window, reply)))
      ?.mapState;

  const find = async (match: WindowMatch) => {
    const windows = await numbersProperty(conn, conn.root, "_NET_CLIENT_LIST");
    for (const window of windows.toReversed()) {
      const found = await describeWindow(conn, window);
      if (found && fits(found, match)) return found;
    }
    return null;
  };

  const waitFor = async (match: WindowMatch, timeoutMs: number) => {
    const { promise, resolve } = Promise.withResolvers<TargetWindow | null>();
    const watches = new Map<number, () => void>();
    let looking = false;
    let again = false;
    const look = async () => {
      again = true;
      if (looking) return;
      looking = true;
      while (again) {
        again = false;
        // Titles may come after the window does.
        for (const window of await numbersProperty(conn, conn.root, "_NET_CLIENT_LIST")) {
          if (!watches.has(window)) {
            watches.set(window, conn.select(window, eventMask.PropertyChange).end);
          }
        }
        const found = await find(match);
        if (found) resolve(found);
      }
      looking = false;
    };
    const lookNow = () => {
      look().catch(() => resolve(null));
    };
    const stop = conn.onEvent((event) => {
      if (event.name === "PropertyNotify" && (event.atom === listAtom || event.atom === nameAtom)) {
        lookNow();
      }
    });
    const timer = setTimeout(() => resolve(null), timeoutMs);
    lookNow();
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      stop();
      for (const end of watches.values()) end();
    }
  };

  const monitor = async (): Promise<Rect> => {
    const whole = { x: 0, y: 0, width: conn.width, height: conn.height };
    const monitors = xinerama
      ? await conn.ask<XMonitor[]>((reply) => xinerama.QueryScreens(reply))
      : null;
    const pointer = await conn.ask<{ rootX: number; rootY: number }>((reply) =>
      x.QueryPointer(conn.root, reply),
    );
    const under = monitors?.find(
      (each) =>
        pointer !== null &&
        pointer.rootX >= each.x &&
        pointer.rootX < each.x + each.width &&
        pointer.rootY >= each.y &&
        pointer.rootY < each.y + each.height,
    );
    return under ?? monitors?.[0] ?? whole;
  };

  /** The manager places a window that comes up where it likes, unless a person chose the place. */
  const insistOn = async (window: number, place: Rect) => {
    const [name, type] = await Promise.all([
      conn.atom("WM_NORMAL_HINTS"),
      conn.atom("WM_SIZE_HINTS"),
    ]);
    const hints = await numbersProperty(conn, window, "WM_NORMAL_HINTS");
    while (hints.length < SIZE_HINTS) hints.push(0);
    hints.splice(0, 5, (hints[0] ?? 0) | USER_CHOSE, place.x, place.y, place.width, place.height);
    await conn.attempt((done) => x.ChangeProperty(REPLACE, window, name, type, 32, hints, done));
  };

  const moveResize = (id: string, place: Rect) =>
    on(id, async (window) => {
      if ((await mapState(window)) !== VIEWABLE) await insistOn(window, place);
      await conn.attempt((done) =>
        x.MoveResizeWindow(window, place.x, place.y, place.width, place.height, done),
      );
    });

  const float = (id: string) =>
    on(id, async (window) => {
      const state = await conn.atom("_NET_WM_STATE");
      const atoms = await Promise.all(STATES.map((name) => conn.atom(name)));
      if ((await mapState(window)) !== VIEWABLE) {
        // Before it is shown the property is the request; afterwards it belongs to the manager.
        await conn.attempt((done) =>
          x.ChangeProperty(REPLACE, window, state, ATOM, 32, atoms, done),
        );
        return;
      }
      for (const atom of atoms) {
        const data = [STATE_ADD, atom, 0, FROM_PAGER];
        await conn.attempt((done) =>
          x.SendClientMessage(conn.root, window, state, 32, data, undefined, done),
        );
      }
    });

  /** What task bars leave free of the pointer's monitor. */
  const freePart = async (): Promise<Rect> => {
    const screen = await monitor();
    const [left, top, width, height] = await numbersProperty(conn, conn.root, "_NET_WORKAREA");
    if (left === undefined || top === undefined || !width || !height) return screen;
    const x = Math.max(screen.x, left);
    const y = Math.max(screen.y, top);
    return {
      ...{ x, y, width: Math.min(screen.x + screen.width, left + width) - x },
      height: Math.min(screen.y + screen.height, top + height) - y,
    };
  };

  const takesKeyboard = (id: string, takes: boolean) =>
    on(id, async (window) => {
      const name = await conn.atom("WM_HINTS");
      const hints = await numbersProperty(conn, window, "WM_HINTS");
      while (hints.length < HINTS) hints.push(0);
      hints.splice(0, 2, (hints[0] ?? 0) | INPUT_COUNTS, takes ? 1 : 0);
      await conn.attempt((done) => x.ChangeProperty(REPLACE, window, name, name, 32, hints, done));
    });

  return {
    find,
    waitFor,
    takesKeyboard,
    dock: async (id, side, width) => {
      const free = await freePart();
      const x = side === "left" ? free.x : free.x + free.width - width;
      await moveResize(id, { x, y: free.y, width, height: free.height });
    },
    undecorate: (id) =>
      on(id, async (window) => {
        const hints = await conn.atom("_MOTIF_WM_HINTS");
        await conn.attempt((done) =>
          x.ChangeProperty(REPLACE, window, hints, hints, 32, NO_DECORATIONS, done),
        );
      }),
    float,
    moveResize,
    centre: async (id, size) =>
      on(id, async (window) => {
        const now = await conn.ask<{ width: number; height: number }>((reply) =>
          x.GetGeometry(window, reply),
        );
        const { width, height } = size ?? now ?? { width: 0, height: 0 };
        if (width === 0) return;
        const screen = await monitor();
        await moveResize(id, {
          x: Math.round(screen.x + (screen.width - width) / 2),
          y: Math.round(screen.y + Math.max(0, screen.height - height) * HEIGHT_SHARE),
          width,
          height,
        });
      }),
    show: (id) => on(id, (window) => conn.attempt((done) => x.MapWindow(window, done))),
    hide: (id) =>
      on(id, async (window) => {
        await conn.attempt((done) => x.UnmapWindow(window, done));
        // ICCCM 4.1.4: tells the manager even when the window was not mapped.
        const note = { name: "UnmapNotify", event: conn.root, wid: window, fromConfigure: false };
        const mask = eventMask.SubstructureNotify | eventMask.SubstructureRedirect;
        await conn.attempt((done) =>
          x.SendEvent(conn.root, 0, mask, { ...note, name: "UnmapNotify" }, done),
        );
      }),
    isVisible: async (id) => {
      const window = windowNumber(id);
      return window !== null && (await mapState(window)) === VIEWABLE;
    },
    monitor,
    close: async () => rootEvents.end(),
  };
}
