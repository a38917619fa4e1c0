import { eventMask } from "x11";
import type { XEvent, XProperty } from "x11";
import type { ClipboardFormat } from "../../ports/clipboard.ts";
import type { X11Connection } from "./connection.ts";

/** A clipboard format with what X needs to give it back exactly: the property's type and unit. */
export interface XFormat extends ClipboardFormat {
  readonly type?: string;
  readonly bits?: 8 | 16 | 32;
}

/** What an owner answered, before atoms are named. */
export interface Converted {
  readonly data: Buffer;
  readonly type: number;
  readonly bits: 8 | 16 | 32;
}

/** One question to the owner of a selection. */
export interface Conversion {
  /** Null when the owner refused or the conversion was abandoned. */
  readonly answer: Promise<Converted | null>;
  /** Stops waiting; a slow owner is still read to the end in the background, and discarded. */
  abandon(): void;
}

/** An owner that stops in the middle of a transfer is forgotten after this long. */
const DRAIN_MS = 30_000;
const INPUT_ONLY = 2;
const OFF_SCREEN = -10;
const NEW_VALUE = 0;
const WHOLE = 0x1fffffff;

/**
 * Asks the owner of `selection` for `target`, large data (INCR) included.
 * Every question has a window of its own: answers cannot be mixed up, owners that serve one
 * requestor at a time are content, and whatever arrives late dies with the window.
 * `progress` runs whenever the owner shows signs of life.
 */
export function convertSelection(
  conn: X11Connection,
  atoms: { readonly selection: number; readonly property: number; readonly incr: number },
  target: number,
  progress: () => void = () => undefined,
): Conversion {
  const { x } = conn;
  const { promise, resolve } = Promise.withResolvers<Converted | null>();
  const window = x.AllocID();
  const parts: Buffer[] = [];
  let transfer: "asked" | "incremental" | "over" = "asked";
  let abandoned = false;
  let drain: NodeJS.Timeout | null = null;

  const finish = (answer: Converted | null) => {
    if (transfer === "over") return;
    transfer = "over";
    stopListening();
    if (drain) clearTimeout(drain);
    if (conn.open) x.DestroyWindow(window);
    resolve(answer);
  };

  // Replies are handled in the callback, not after a promise: the next event of the same packet
  // is dispatched before any promise continues.
  const fetch = (use: (found: XProperty) => void) =>
    x.GetProperty(1, window, atoms.property, 0, 0, WHOLE, (error, found) => {
      if (error) finish(null);
      else use(found);
      return true;
    });

  const bitsOf = (found: XProperty): 8 | 16 | 32 =>
    found.format === 16 || found.format === 32 ? found.format : 8;

  const takeFirst = (found: XProperty) => {
    progress();
    if (found.type === atoms.incr) transfer = "incremental";
    else if (found.type === 0) finish(null);
    else finish({ data: found.data, type: found.type, bits: bitsOf(found) });
  };

  const takePart = (found: XProperty) => {
    progress();
    if (found.data.length === 0) {
      finish({ data: Buffer.concat(parts), type: found.type, bits: bitsOf(found) });
    } else if (!abandoned) {
      parts.push(found.data);
    }
  };

  const hear = (event: XEvent) => {
    if (event.name === "SelectionNotify" && "requestor" in event && event.requestor === window) {
      if (event.property === 0) {
        progress();
        finish(null);
      } else fetch(takeFirst);
    } else if (
      event.name === "PropertyNotify" &&
      event.wid === window &&
      event.atom === atoms.property &&
      event.state === NEW_VALUE &&
      transfer === "incremental"
    ) {
      fetch(takePart);
    }
  };

  const stopListening = conn.onEvent(hear);
  x.CreateWindow(window, conn.root, OFF_SCREEN, OFF_SCREEN, 1, 1, 0, 0, INPUT_ONLY, 0, {
    eventMask: eventMask.PropertyChange,
  });
  x.ConvertSelection(window, atoms.selection, target, atoms.property, 0);
  conn.closed.then(
    () => finish(null),
    () => undefined,
  );

  return {
    answer: promise,
    abandon: () => {
      if (transfer === "over" || abandoned) return;
      abandoned = true;
      parts.length = 0;
      drain = setTimeout(() => finish(null), DRAIN_MS);
      drain.unref();
      resolve(null);
    },
  };
}

/**
 * Waits for several conversions together: ends when all have answered, when no owner has shown
 * life for `idleMs`, or after `capMs`. What has not answered by then is null.
 */
export async function collectAnswers(
  start: (progress: () => void) => Conversion[],
  limits: { idleMs: number; capMs: number },
): Promise<(Converted | null)[]> {
  const began = performance.now();
  let timer: NodeJS.Timeout | null = null;
  let conversions: Conversion[] = [];
  const giveUp = () => {
    for (const conversion of conversions) conversion.abandon();
  };
  const wind = () => {
    if (timer) clearTimeout(timer);
    const left = began + limits.capMs - performance.now();
    timer = setTimeout(giveUp, Math.max(0, Math.min(limits.idleMs, left)));
  };
  conversions = start(wind);
  wind();
  try {
    return await Promise.all(conversions.map((conversion) => conversion.answer));
  } finally {
    if (timer) clearTimeout(timer);
  }
}
