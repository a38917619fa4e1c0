import type { ClipboardOffer } from "../../ports/clipboard.ts";
import type { OwnerListener } from "./selectionOwner.ts";

/** What one program took of an offer. */
interface Reader {
  /** Transfers running now. */
  active: number;
  /** Milliseconds (performance.now) of the last end of a transfer. */
  last: number;
  afterStroke: boolean;
}

/** Keeps book of who reads an offer, and knows when the target has had enough. */
export interface ReadLog {
  readonly listener: OwnerListener;
  /** The stroke was pressed; `target` is the X client that had the keyboard, null when unknown. */
  stroke(target: number | null): void;
  readonly offer: ClipboardOffer;
}

/**
 * A program that is not the target may read too: a clipboard manager at once, or (Wine, remote
 * desktops, embedded windows) a helper process on the target's behalf. Its reads end the wait
 * only after this many times the quiet time.
 */
const STRANGER_PATIENCE = 8;

type Limits = Parameters<ClipboardOffer["settled"]>[0];

/** Milliseconds (performance.now) when the reads will have been quiet long enough. */
function quietAt(
  readers: ReadonlyMap<number, Reader>,
  stroke: { at: number; target: number | null } | null,
  quietMs: number,
): number | "busy" | null {
  const all = [...readers];
  const counted = stroke
    ? all.filter(([client, reader]) => reader.afterStroke || client === stroke.target)
    : all;
  if (counted.length === 0) return null;
  const sure =
    stroke && stroke.target !== null
      ? counted.filter(([client, reader]) => reader.afterStroke && client === stroke.target)
      : counted;
  const deciding = sure.length > 0 ? sure : counted;
  if (deciding.some(([, reader]) => reader.active > 0)) return "busy";
  const last = Math.max(...deciding.map(([, reader]) => reader.last), stroke?.at ?? 0);
  return last + quietMs * (sure.length > 0 ? 1 : STRANGER_PATIENCE);
}

/** Starts the book of one offer. */
export function createReadLog(): ReadLog {
  const readers = new Map<number, Reader>();
  const waiting = new Set<() => void>();
  let stroke: { at: number; target: number | null } | null = null;
  let lost = false;
  const changed = () => {
    for (const look of waiting) look();
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
      const look = () => {
        if (timer) clearTimeout(timer);
        if (lost) {
          finish("lost");
          return;
        }
        const now = performance.now();
        const due = quietAt(readers, stroke, limits.quietMs);
        // A transfer that runs ends by itself; the owner forgets requestors that die or stall.
        if (due === "busy") return;
        if (due !== null && now >= due) finish("read");
        else if (due === null && now >= deadline) finish("timeout");
        else timer = setTimeout(look, Math.max(1, Math.ceil((due ?? deadline) - now)));
      };
      waiting.add(look);
      look();
    });

  return {
    listener: {
      taken: (client, phase) => {
        const reader = readers.get(client) ?? { active: 0, last: 0, afterStroke: false };
        readers.set(client, reader);
        reader.active += phase === "begin" ? 1 : -1;
        reader.last = performance.now();
        if (stroke) reader.afterStroke = true;
        changed();
      },
      lost: () => {
        lost = true;
        changed();
      },
    },
    stroke: (target) => {
      stroke = { at: performance.now(), target };
      changed();
    },
    offer: { settled },
  };
}
