import type { ClipboardOffer } from "../../ports/clipboard.ts";
import type { OwnerListener } from "./selectionOwner.ts";

/** What one program took of an offer. Times are of performance.now. */
interface Reader {
  /** Transfers running now. */
  active: number;
  /** Data requests since the stroke. */
  reads: number;
  /** Its requests carry no time of the key that caused them. */
  timeless: boolean;
  /** Its window, for waking it. */
  requestor: number;
  /** Last sign of it, and the longest it has let us wait so far, counted from the stroke. */
  last: number;
  slowest: number;
  woken: number;
}

interface Stroke {
  readonly at: number;
  /** The X client that had the keyboard; null when unknown. */
  readonly target: number | null;
}

/** Keeps book of who reads an offer, and knows when the target has had enough. */
export interface ReadLog {
  readonly listener: OwnerListener;
  /** The stroke was pressed. */
  stroke(target: number | null): void;
  readonly offer: ClipboardOffer;
}

/**
 * A program that is not the target may read too: a clipboard manager at once, or (Wine, remote
 * desktops, embedded windows) a helper process on the target's behalf. Its reads end the wait
 * only after this many times the quiet time.
 */
const STRANGER_PATIENCE = 8;
/**
 * Chromium reads once to see whether it may paste and again to paste; if the clipboard changes
 * hands in between it pastes nothing at all. It is known by requests without a time. Others carry
 * one, and the owner serves them rightly even when they come late.
 */
const SECOND_READ_PATIENCE = 6;
const READS_OF_THE_TIMELESS = 2;
/** Even then its page may have a paste handler between the last read and the text in the field. */
const TIMELESS_PATIENCE = 3;
/** Reads within this time are looked at together, milliseconds; little beside any quiet time. */
const TOGETHER_MS = 5;
/** A target (or machine) that is slow now stays so: quiet means this many times its slowest step. */
const SLOWNESS = 4;

type Limits = Parameters<ClipboardOffer["settled"]>[0];

/** How long this program must be quiet, in milliseconds. */
function patience(reader: Reader, quietMs: number): number {
  const more = reader.timeless && reader.reads < READS_OF_THE_TIMELESS;
  if (more) return quietMs * SECOND_READ_PATIENCE;
  const least = reader.timeless ? quietMs * TIMELESS_PATIENCE : quietMs;
  return Math.min(Math.max(least, reader.slowest * SLOWNESS), quietMs * STRANGER_PATIENCE);
}

/** Time (performance.now) when the reads will have been quiet long enough; null without reads. */
function quietAt(
  readers: ReadonlyMap<number, Reader>,
  stroke: Stroke | null,
  quietMs: number,
): number | "busy" | null {
  const all = [...readers];
  const relevant = stroke
    ? all.filter(([client, reader]) => reader.reads > 0 || client === stroke.target)
    : all;
  if (relevant.length === 0) return null;
  if (relevant.some(([, reader]) => reader.active > 0)) return "busy";
  if (!stroke) return Math.max(...relevant.map(([, reader]) => reader.last)) + quietMs;
  const sure = relevant.filter(
    ([client, reader]) => reader.reads > 0 && (stroke.target === null || client === stroke.target),
  );
  if (sure.length > 0) {
    return Math.max(...sure.map(([, reader]) => reader.last + patience(reader, quietMs)));
  }
  const last = Math.max(stroke.at, ...relevant.map(([, reader]) => reader.last));
  return last + quietMs * STRANGER_PATIENCE;
}

/** What the book needs of the connection. */
export interface ReadLogHelp {
  /**
   * Resolves when every request made so far has been heard: a program that was kept from running
   * finds its timer due before the requests that came meanwhile.
   */
  catchUp(): Promise<unknown>;
  /** Sends the window an event that means nothing. */
  wake(requestor: number): void;
}

/** Starts the book of one offer. */
export function createReadLog({ catchUp, wake }: ReadLogHelp): ReadLog {
  const readers = new Map<number, Reader>();
  const waiting = new Set<() => void>();
  let stroke: Stroke | null = null;
  let lost = false;
  const lookNow = () => {
    for (const look of waiting) look();
  };
  /** The target waits for the next answer meanwhile: reads that follow each other closely are looked at together. */
  let soon: NodeJS.Timeout | null = null;
  const changed = () => {
    if (waiting.size === 0) return;
    soon ??= setTimeout(() => {
      soon = null;
      lookNow();
    }, TOGETHER_MS);
  };

  const note = (reader: Reader) => {
    const now = performance.now();
    if (stroke) {
      reader.slowest = Math.max(reader.slowest, now - Math.max(stroke.at, reader.last));
    }
    reader.last = now;
  };

  /**
   * Chromium now and then stops in the middle of its reads until any event reaches it, which
   * would be the change of owner that spoils its paste. Gives it one per quiet time; returns
   * after how many milliseconds to look again.
   */
  const wakeStalled = (quietMs: number): number => {
    const reader = stroke?.target ? readers.get(stroke.target) : undefined;
    if (!reader?.timeless || reader.active > 0) return Infinity;
    const now = performance.now();
    const silence = now - Math.max(reader.last, reader.woken);
    if (silence < quietMs) return Math.ceil(quietMs - silence);
    reader.woken = now;
    wake(reader.requestor);
    return quietMs;
  };

  const settled = (limits: Limits) =>
    new Promise<"read" | "timeout" | "lost">((resolve) => {
      const deadline = performance.now() + limits.timeoutMs;
      let timer: NodeJS.Timeout | null = null;
      const finish = (outcome: "read" | "timeout" | "lost") => {
        waiting.delete(look);
        if (timer) clearTimeout(timer);
        resolve(outcome);
      };
      const outcomeNow = () => {
        if (lost) return "lost";
        const now = performance.now();
        const due = quietAt(readers, stroke, limits.quietMs);
        // A transfer that runs ends by itself; the owner forgets requestors that die or stall.
        if (due === "busy") return { at: Infinity };
        if (due === null) return now >= deadline ? "timeout" : { at: deadline };
        return now >= due ? "read" : { at: due };
      };
      const confirm = () => {
        catchUp().then(
          () => {
            const outcome = outcomeNow();
            if (typeof outcome === "string") finish(outcome);
            else look();
          },
          () => finish("lost"),
        );
      };
      const look = () => {
        if (timer) clearTimeout(timer);
        const outcome = outcomeNow();
        if (outcome === "lost") finish(outcome);
        else if (typeof outcome === "string") confirm();
        else if (outcome.at < Infinity) {
          const wait = Math.max(1, Math.ceil(outcome.at - performance.now()));
          timer = setTimeout(look, Math.min(wait, wakeStalled(limits.quietMs)));
        }
      };
      waiting.add(look);
      look();
    });

  return {
    listener: {
      taken: (client, phase, { time, requestor }) => {
        const reader: Reader = readers.get(client) ?? {
          active: 0,
          reads: 0,
          timeless: false,
          requestor,
          last: 0,
          slowest: 0,
          woken: 0,
        };
        readers.set(client, reader);
        note(reader);
        if (phase === "begin") {
          reader.active += 1;
          if (stroke) reader.reads += 1;
          reader.timeless ||= time === 0;
        } else reader.active -= 1;
        changed();
      },
      // A target in the middle of a paste asks for formats between its reads; a clipboard
      // manager that only asks is no reader.
      asked: (client) => {
        const reader = readers.get(client);
        if (!reader) return;
        note(reader);
        changed();
      },
      isTarget: (client) => stroke?.target === client,
      lost: () => {
        lost = true;
        lookNow();
      },
    },
    stroke: (target) => {
      stroke = { at: performance.now(), target };
      changed();
    },
    offer: { settled },
  };
}
