import type { Moment } from "./fold.ts";

/** A time through which a promise was due and still open here. */
export interface Late {
  readonly promiseId: string;
  readonly from: number;
  /** Null: it is still open; `from` may be to come. */
  readonly until: number | null;
  /** When it was due then. */
  readonly dueAt: number;
  readonly dateOnly: boolean;
}

/**
 * When a promise was late here, as each step found it: what was carried over, handed on or done afterwards was late until
 * then, whatever is said of it today. One that was written down late was late all the same; one that a colleague gave, or
 * that was opened again, counts from then on.
 * @param moments what the promise was after each event
 * @param ours whether an installation is this one
 */
export function lateOf(moments: readonly Moment[], ours: (device: string) => boolean): Late[] {
  let late: Late[] = [];
  for (const [index, { at, said, state }] of moments.entries()) {
    const { id: promiseId, dueAt, dateOnly } = state;
    const here = state.state === "open" && ours(state.holder);
    const last = late.at(-1);
    const open = last?.until === null ? last : null;
    if (open && (!here || open.dueAt !== dueAt)) {
      late.pop();
      if (open.from < at) late.push({ ...open, until: at });
    }
    if (here && open?.dueAt !== dueAt) {
      const from = index === 0 || open !== null ? dueAt : Math.max(dueAt, at);
      late.push({ promiseId, from, until: null, dueAt, dateOnly });
    }
    // Never promised, never late.
    if (said.kind === "undone" && said.data.event === moments[0]?.said.id) late = [];
  }
  return late;
}
