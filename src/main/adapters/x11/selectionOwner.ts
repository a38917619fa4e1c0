import { eventMask } from "x11";
import type { XEvent, XSelectionRequestEvent } from "x11";
import type { X11Connection } from "./connection.ts";

/** One target as it is served. */
export interface Content {
  readonly data: Buffer;
  readonly type: number;
  readonly bits: 8 | 16 | 32;
}

/** Hears what becomes of our content. */
export interface OwnerListener {
  /**
   * A program (X client number) began or ended taking data; not called for questions about formats.
   * The request carries the server time of the key that caused it, 0 for none.
   */
  taken(
    client: number,
    phase: "begin" | "end",
    request: { readonly time: number; readonly requestor: number },
  ): void;
  /** A program asked which formats there are. */
  asked(client: number): void;
  /** True for the program this content is being pasted into. */
  isTarget(client: number): boolean;
  /** The content is no longer on the clipboard. */
  lost(): void;
}

export interface SelectionOwner {
  /** Puts the contents (by target atom) on the clipboard; false when the server did not let us. */
  take(
    contents: ReadonlyMap<number, Content>,
    unread: ReadonlySet<number>,
    listener?: OwnerListener,
  ): Promise<boolean>;
  /** Leaves the clipboard without an owner, if `contents` still stand there. */
  release(contents: ReadonlyMap<number, Content>): Promise<void>;
  /** What stands there now, when it is ours. */
  current(): ReadonlyMap<number, Content> | null;
  end(): void;
}

export interface OwnerAtoms {
  readonly selection: number;
  readonly targets: number;
  readonly timestamp: number;
  readonly multiple: number;
  readonly incr: number;
  readonly atomPair: number;
  readonly stamp: number;
}

interface Holding {
  readonly contents: ReadonlyMap<number, Content>;
  /** Targets whose reading says nothing about a paste (hints for clipboard managers). */
  readonly unread: ReadonlySet<number>;
  readonly listener: OwnerListener | null;
  /** What there is, as the answer to the question for it. */
  readonly targets: Buffer;
  /** Server time of taking. */
  readonly time: number;
  replacedAt: number | null;
}

interface Transfer {
  readonly requestor: number;
  readonly property: number;
  readonly content: Content;
  offset: number;
  finish(): void;
  touch(): void;
}

/** XA_ATOM and XA_INTEGER. */
const ATOM = 4;
const INTEGER = 19;
const REPLACE = 0;
const APPEND = 2;
const INPUT_ONLY = 2;
const OFF_SCREEN = -10;
const DELETED = 1;
const ATTEMPTS = 3;
const TRANSFER_IDLE_MS = 10_000;
/** How long a target that is late for its paste still gets what it was meant to get. */
const LATE_MS = 2_000;
/** The same for requests without a time; shorter, because a person may paste the old content next. */
export const STRAGGLER_MS = 400;
const REMEMBERED = 4;

/** X times are 32-bit milliseconds that wrap. */
const isBefore = (a: number, b: number) => ((a - b) | 0) < 0;

/** A lasting hidden window that owns the clipboard and serves whoever asks, large data by INCR. */
export function createSelectionOwner(conn: X11Connection, atoms: OwnerAtoms): SelectionOwner {
  const { x } = conn;
  const window = x.AllocID();
  x.CreateWindow(window, conn.root, OFF_SCREEN, OFF_SCREEN, 1, 1, 0, 0, INPUT_ONLY, 0, {
    eventMask: eventMask.PropertyChange,
  });
  /** Newest first; empty when the clipboard is not ours. */
  let holdings: Holding[] = [];
  const transfers = new Map<string, Transfer>();
  const stampWaiters: ((time: number) => void)[] = [];
  /** The server's time in the last event that had one; 0 before the first. */
  let latest = 0;
  /** What listeners are told once the answer is on its way: the target waits for each of them. */
  let notes: (() => void)[] = [];

  /**
   * What a request is about. Many carry the time of the key that caused them: a target that asks
   * after the old content is back must still get what was there when the key was pressed.
   * Chromium reads twice and sends no time; under load its second read may come after the restore.
   */
  const holdingAt = (time: number, client: number): Holding | null => {
    const [newest, previous] = holdings;
    if (!newest) return null;
    const now = performance.now();
    if (time === 0) {
      const since = now - (previous?.replacedAt ?? 0);
      const straggles = !newest.listener && since < STRAGGLER_MS;
      return previous && straggles && previous.listener?.isTarget(client) ? previous : newest;
    }
    if (!isBefore(time, newest.time)) return newest;
    const meant = holdings.find((holding) => !isBefore(time, holding.time));
    return meant?.replacedAt && now - meant.replacedAt < LATE_MS ? meant : newest;
  };

  const sendPart = (transfer: Transfer) => {
    const { content } = transfer;
    const end = Math.min(transfer.offset + conn.maxPropertyBytes, content.data.length);
    const part = content.data.subarray(transfer.offset, end);
    x.ChangeProperty(
      REPLACE,
      transfer.requestor,
      transfer.property,
      content.type,
      content.bits,
      part,
    );
    transfer.offset = end;
    // The empty part is the end mark.
    if (part.length === 0) transfer.finish();
    else transfer.touch();
  };

  const beginTransfer = (
    requestor: number,
    property: number,
    content: Content,
    over: () => void,
  ) => {
    const key = `${requestor}:${property}`;
    transfers.get(key)?.finish();
    const watch = conn.select(requestor, eventMask.PropertyChange | eventMask.StructureNotify);
    let idle: NodeJS.Timeout | null = null;
    const transfer: Transfer = {
      requestor,
      property,
      content,
      offset: 0,
      finish: () => {
        if (transfers.get(key) === transfer) transfers.delete(key);
        if (idle) clearTimeout(idle);
        watch.end();
        over();
      },
      touch: () => {
        if (idle) clearTimeout(idle);
        idle = setTimeout(transfer.finish, TRANSFER_IDLE_MS);
        idle.unref();
      },
    };
    transfers.set(key, transfer);
    transfer.touch();
    x.ChangeProperty(REPLACE, requestor, property, atoms.incr, 32, [content.data.length]);
  };

  /** Writes one target into the requestor's property; false when there is no such target. */
  const convert = (
    holding: Holding,
    requestor: number,
    target: number,
    property: number,
    time: number,
  ): boolean => {
    const client = conn.clientOf(requestor);
    if (target === atoms.targets) {
      notes.push(() => holding.listener?.asked(client));
      x.ChangeProperty(REPLACE, requestor, property, ATOM, 32, holding.targets);
      return true;
    }
    if (target === atoms.timestamp) {
      x.ChangeProperty(REPLACE, requestor, property, INTEGER, 32, [holding.time]);
      return true;
    }
    const content = holding.contents.get(target);
    if (!content) return false;
    const listener = holding.unread.has(target) ? null : holding.listener;
    notes.push(() => listener?.taken(client, "begin", { time, requestor }));
    if (content.data.length > conn.maxPropertyBytes) {
      beginTransfer(requestor, property, content, () =>
        listener?.taken(client, "end", { time, requestor }),
      );
    } else {
      x.ChangeProperty(REPLACE, requestor, property, content.type, content.bits, content.data);
      notes.push(() => listener?.taken(client, "end", { time, requestor }));
    }
    return true;
  };

  const answer = (request: XSelectionRequestEvent, property: number) =>
    x.SendEvent(request.requestor, 0, 0, {
      name: "SelectionNotify",
      time: request.time,
      requestor: request.requestor,
      selection: request.selection,
      target: request.target,
      property,
    });

  const send = () => {
    x.flush(() => undefined);
    const due = notes;
    notes = [];
    for (const tell of due) tell();
  };

  const convertMany = (holding: Holding, request: XSelectionRequestEvent) => {
    const { requestor, property } = request;
    x.GetProperty(0, requestor, property, 0, 0, 1024, (error, found) => {
      if (error || found.format !== 32) {
        answer(request, 0);
        send();
        return true;
      }
      const pairs: number[] = [];
      for (let at = 0; at + 8 <= found.data.length; at += 8) {
        const target = found.data.readUInt32LE(at);
        const into = found.data.readUInt32LE(at + 4);
        const done =
          target !== atoms.multiple &&
          into !== 0 &&
          convert(holding, requestor, target, into, request.time);
        pairs.push(target, done ? into : 0);
      }
      x.ChangeProperty(REPLACE, requestor, property, atoms.atomPair, 32, pairs);
      answer(request, property);
      send();
      return true;
    });
  };

  const serve = (request: XSelectionRequestEvent) => {
    const client = conn.clientOf(request.requestor);
    const holding = holdingAt(request.time, client);
    // Old programs leave the property to us.
    const property = request.property === 0 ? request.target : request.property;
    if (!holding || request.selection !== atoms.selection) answer(request, 0);
    else if (request.target === atoms.multiple && request.property !== 0) {
      convertMany(holding, request);
    } else {
      const done = convert(holding, request.requestor, request.target, property, request.time);
      answer(request, done ? property : 0);
    }
    send();
  };

  const lose = () => {
    const lost = holdings;
    holdings = [];
    for (const holding of lost) holding.listener?.lost();
  };

  /** Times of requests for our content are other programs' word; these are the server's own. */
  const clock = (event: XEvent) => {
    let time = 0;
    if (event.name === "KeyPress" || event.name === "PropertyNotify") time = event.time;
    else if (event.name === "SelectionNotify" && "subtype" in event) time = event.timestamp;
    if (time !== 0 && (latest === 0 || isBefore(latest, time))) latest = time;
  };

  const hear = (event: XEvent) => {
    clock(event);
    if (event.name === "SelectionRequest" && event.owner === window) serve(event);
    else if (event.name === "SelectionClear" && event.owner === window) {
      const newest = holdings[0];
      if (newest && !isBefore(event.time, newest.time)) lose();
    } else if (event.name === "PropertyNotify") {
      if (event.wid === window && event.atom === atoms.stamp) stampWaiters.shift()?.(event.time);
      else if (event.state === DELETED) {
        const transfer = transfers.get(`${event.wid}:${event.atom}`);
        if (transfer) sendPart(transfer);
      }
    } else if (event.name === "DestroyNotify") {
      for (const transfer of transfers.values()) {
        if (transfer.requestor === event.wid) transfer.finish();
      }
    }
  };
  const stopListening = conn.onEvent(hear);
  conn.closed.then(lose, () => undefined);

  /** The server's clock: ownership must carry a real time, and targets ask for it (TIMESTAMP). */
  const serverTime = () =>
    new Promise<number>((resolve, reject) => {
      stampWaiters.push(resolve);
      conn
        .batch(() => x.ChangeProperty(APPEND, window, atoms.stamp, INTEGER, 32, []))
        .catch(reject);
    });

  return {
    take: async (contents, unread, listener) => {
      const list = [atoms.targets, atoms.timestamp, atoms.multiple, ...contents.keys()];
      const targets = Buffer.from(Uint32Array.from(list).buffer);
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const previous = holdings[0];
        // The key that brought us here has a time of its own. It only serves after a lasting content: between two
        // passing ones the time tells which of them a late reader means.
        const known = attempt === 0 && listener && !previous?.listener ? latest : 0;
        const time = known || (await serverTime());
        const holding: Holding = {
          contents,
          unread,
          listener: listener ?? null,
          targets,
          time,
          replacedAt: null,
        };
        if (previous) previous.replacedAt = performance.now();
        // Before the request: the first reader may be faster than the server's confirmation.
        holdings = [holding, ...holdings].slice(0, REMEMBERED);
        x.SetSelectionOwner(window, atoms.selection, time);
        const owner = await conn.ask<number>((reply) =>
          x.GetSelectionOwner(atoms.selection, reply),
        );
        if (owner === window) {
          previous?.listener?.lost();
          return true;
        }
        holdings = holdings.filter((other) => other !== holding);
      }
      return false;
    },
    release: async (contents) => {
      const newest = holdings[0];
      if (!newest || newest.contents !== contents) return;
      lose();
      // With the time we took it: a newer owner is not touched.
      await conn.attempt((done) => x.SetSelectionOwner(0, atoms.selection, newest.time, done));
    },
    current: () => holdings[0]?.contents ?? null,
    end: () => {
      stopListening();
      for (const transfer of transfers.values()) transfer.finish();
      lose();
      if (conn.open) x.DestroyWindow(window);
    },
  };
}
