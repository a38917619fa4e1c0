import { createClient } from "x11";
import type { XClient, XDisplay, XDone, XError, XEvent, XExtensions, XProperty, XReply } from "x11";
import { AppError } from "../../../shared/errors.ts";

/** What happened to the keyboard focus at the moment we pressed a stroke. */
export interface StrokeNotice {
  /** The window that had the keyboard; 0 or 1 when none had. */
  readonly focus: number;
}

/**
 * One connection to the X server, shared by every adapter: requests stay in the order they were
 * made, and there is one descriptor however much is pasted.
 */
export interface X11Connection {
  readonly x: XClient;
  readonly open: boolean;
  readonly root: number;
  readonly width: number;
  readonly height: number;
  readonly minKeycode: number;
  readonly maxKeycode: number;
  /** Most bytes one ChangeProperty can carry. */
  readonly maxPropertyBytes: number;
  /** Which program a window or other resource belongs to: equal numbers, same X client. */
  clientOf(resource: number): number;
  atom(name: string): Promise<number>;
  atomName(atom: number): Promise<string>;
  /** A request with a reply. Null when the server answered with an error: windows die at any time. */
  ask<T>(request: (reply: XReply<T>) => void): Promise<T | null>;
  /** A request without a reply: its error, or null once the server has carried it out. */
  attempt(request: (done: XDone) => void): Promise<XError | null>;
  /** Sends requests in one write, waits for the server to have done them; the first error, or null. */
  batch(requests: () => void): Promise<{ error: XError | null; focus: number }>;
  property(window: number, name: string): Promise<XProperty | null>;
  extension<N extends keyof XExtensions>(name: N): Promise<XExtensions[N] | null>;
  /** Hears every event; returns what ends it. */
  onEvent(listener: (event: XEvent) => void): () => void;
  /**
   * Asks something as soon as one of our hotkeys is pressed, before anybody wants to know. Whoever wants to know in
   * the same turn of the event loop gets that answer, others ask anew.
   */
  foresee<T>(ask: () => Promise<T>): { get: () => Promise<T>; end: () => void };
  /** Adds to the events wanted from a window, counted, so that adapters do not undo each other. */
  select(window: number, mask: number): { ready: Promise<boolean>; end: () => void };
  /** Hears of strokes pressed by the keyboard adapter; returns what ends it. */
  onStroke(listener: (notice: StrokeNotice) => void): () => void;
  announceStroke(notice: StrokeNotice): void;
  /** Resolves when the connection is gone, by us or by the server. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

/** Predefined atoms end here (XA_LAST_PREDEFINED). */
const LAST_FIXED_ATOM = 68;
/** Atom AnyPropertyType, and "as long as it gets" in units of four bytes. */
const ANY_TYPE = 0;
const WHOLE = 0x1fffffff;
/** ChangeProperty in the client has a 16-bit length, with or without BIG-REQUESTS. */
const MAX_REQUEST_WORDS = 65535;
const REQUEST_HEADER = 64;
/** Display n listens on port 6000 + n. */
const LAST_DISPLAY = 59_535;

function connect(display: string): Promise<{ x: XClient; dpy: XDisplay }> {
  return new Promise((resolve, reject) => {
    const refuse = (cause: unknown) => reject(new AppError("no_display", {}, { cause }));
    try {
      // Without a listener a refused handshake would end the process.
      // Questions asked in one turn of the event loop leave in one write, not one each.
      const bufferRequests = { flushOnReply: false };
      const x = createClient({ display, bufferRequests, shm: false }, (error, dpy) => {
        if (error) refuse(error);
        else resolve({ x, dpy });
      });
      x.on("error", refuse);
    } catch (error) {
      refuse(error);
    }
  });
}

/** The client keeps one atom table per process, wrong as soon as there are two servers. */
function ownAtomTable(x: XClient): void {
  const fixed = Object.entries(x.atoms).filter(([, atom]) => atom <= LAST_FIXED_ATOM);
  // No prototype: an atom named like a method of Object would be taken for known.
  x.atoms = Object.assign(Object.create(null) as Record<string, number>, Object.fromEntries(fixed));
  x.atom_names = Object.fromEntries(fixed.map(([name, atom]) => [atom, name]));
}

/**
 * Connects to the X server (`display`, else DISPLAY).
 * Rejects with AppError "no_display" when there is none or it refuses.
 */
export async function openX11(
  display: string | undefined = process.env["DISPLAY"],
): Promise<X11Connection> {
  // A number whose port cannot exist makes the client throw where nobody can catch it.
  const number = Number(/:(\d+)(\.\d+)?$/.exec(display ?? "")?.[1] ?? Number.NaN);
  if (!display || !(number <= LAST_DISPLAY)) throw new AppError("no_display");
  const { x, dpy } = await connect(display);
  const screen = dpy.screen[0];
  if (!screen) throw new AppError("no_display");
  ownAtomTable(x);

  let open = true;
  const closed = Promise.withResolvers<void>();
  const waiting = new Set<(reason: AppError) => void>();
  const listeners = new Set<(event: XEvent) => void>();
  const strokeListeners = new Set<(notice: StrokeNotice) => void>();
  const masks = new Map<number, number[]>();
  const watched: { from: number; to: number; error: XError | null }[] = [];

  const lose = () => {
    if (!open) return;
    open = false;
    for (const reject of waiting) reject(new AppError("no_display"));
    waiting.clear();
    listeners.clear();
    strokeListeners.clear();
    closed.resolve();
  };

  x.on("event", (event: XEvent) => {
    for (const listener of listeners) listener(event);
  });
  // Errors without a waiting request: late ones about windows that died. Only a batch cares.
  x.on("error", (error: XError) => {
    const batch = watched.find((range) => error.seq >= range.from && error.seq <= range.to);
    if (batch) batch.error ??= error;
  });
  x.on("end", lose);
  x.stream.on("close", lose);

  const request = <T>(
    send: (resolve: (value: T) => void, reject: (reason: unknown) => void) => void,
  ): Promise<T> =>
    new Promise((resolve, reject) => {
      if (!open) {
        reject(new AppError("no_display"));
        return;
      }
      waiting.add(reject);
      send(
        (value) => {
          waiting.delete(reject);
          resolve(value);
        },
        (reason) => {
          waiting.delete(reject);
          reject(reason instanceof Error ? reason : new Error(String(reason)));
        },
      );
    });

  const ask = <T>(send: (reply: XReply<T>) => void): Promise<T | null> =>
    request<T | null>((resolve) =>
      send((error, value) => {
        resolve(error ? null : value);
        return true;
      }),
    );

  const attempt = (send: (done: XDone) => void): Promise<XError | null> =>
    request((resolve) =>
      send((error) => {
        resolve(error ?? null);
        return true;
      }),
    );

  const atoms = new Map<string, Promise<number>>();
  const known = new Map<string, number>();
  const atom = (name: string): Promise<number> => {
    const asked = atoms.get(name);
    if (asked) return asked;
    const made = ask<number>((reply) => x.InternAtom(false, name, reply)).then((id) => id ?? 0);
    atoms.set(name, made);
    made.then(
      (id) => known.set(name, id),
      () => atoms.delete(name),
    );
    return made;
  };

  const names = new Map<number, Promise<string>>();
  const atomName = (id: number): Promise<string> => {
    const known = names.get(id);
    if (known) return known;
    const made = ask<string>((reply) => x.GetAtomName(id, reply)).then((name) => name ?? "");
    names.set(id, made);
    // A number that is no atom yet may become one.
    made.then(
      (name) => name === "" && names.delete(id),
      () => names.delete(id),
    );
    return made;
  };

  const sumOf = (window: number) => (masks.get(window) ?? []).reduce((all, mask) => all | mask, 0);

  return {
    x,
    get open() {
      return open;
    },
    root: screen.root,
    width: screen.pixel_width,
    height: screen.pixel_height,
    minKeycode: dpy.min_keycode,
    maxKeycode: dpy.max_keycode,
    maxPropertyBytes: Math.min(dpy.max_request_length, MAX_REQUEST_WORDS) * 4 - REQUEST_HEADER,
    clientOf: (resource) => (resource & ~dpy.resource_mask) >>> 0,
    atom,
    atomName,
    ask,
    attempt,
    batch: async (requests) => {
      const range = { from: x.seq_num + 1, to: 0, error: null };
      const done = ask<{ focus: number }>((reply) => {
        requests();
        range.to = x.seq_num;
        watched.push(range);
        x.GetInputFocus(reply);
      });
      try {
        const answer = await done;
        return { error: range.error, focus: answer?.focus ?? 0 };
      } finally {
        const at = watched.indexOf(range);
        if (at >= 0) watched.splice(at, 1);
      }
    },
    property: async (window, name) => {
      // Asked at once where the name is known: several questions of one turn travel together.
      const id = known.get(name) ?? (await atom(name));
      const found = await ask<XProperty>((reply) =>
        x.GetProperty(0, window, id, ANY_TYPE, 0, WHOLE, reply),
      );
      return found && found.type !== 0 ? found : null;
    },
    extension: (name) =>
      request((resolve) => x.require(name, (error, found) => resolve(error ? null : found))),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    select: (window, mask) => {
      const wanted = masks.get(window) ?? [];
      wanted.push(mask);
      masks.set(window, wanted);
      const apply = () =>
        attempt((done) => x.ChangeWindowAttributes(window, { eventMask: sumOf(window) }, done));
      const ready = apply().then(
        (error) => error === null,
        () => false,
      );
      let ended = false;
      const end = () => {
        if (ended) return;
        ended = true;
        wanted.splice(wanted.indexOf(mask), 1);
        if (wanted.length === 0) masks.delete(window);
        if (open) apply().catch(() => undefined);
      };
      return { ready, end };
    },
    foresee: (askIt) => {
      let answer: ReturnType<typeof askIt> | null = null;
      const hear = (event: XEvent) => {
        if (event.name !== "KeyPress" || event.wid !== screen.root) return;
        answer = askIt();
        answer.catch(() => undefined);
        setImmediate(() => (answer = null));
      };
      listeners.add(hear);
      return { get: () => answer ?? askIt(), end: () => listeners.delete(hear) };
    },
    onStroke: (listener) => {
      strokeListeners.add(listener);
      return () => strokeListeners.delete(listener);
    },
    announceStroke: (notice) => {
      for (const listener of strokeListeners) listener(notice);
    },
    closed: closed.promise,
    close: async () => {
      if (open) {
        x.terminate();
        // The server closes its end in answer; destroying ours must not wait for it for ever.
        const giveUp = setTimeout(() => x.stream.destroy(), 500);
        await closed.promise;
        clearTimeout(giveUp);
        x.stream.destroy();
      }
    },
  };
}
