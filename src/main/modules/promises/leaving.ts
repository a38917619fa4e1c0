import type { Output } from "../../../shared/contract/index.ts";
import type { PromiseRow } from "../../../shared/contract/promises.ts";

/** Two questions within this time belong to one quit: several windows, or a shell that asks twice. Milliseconds. */
const ONE_QUIT = 60_000;
const SHOWN = 5;

export type Leaving = ReturnType<typeof createLeaving>;

/**
 * Whether the person has to be asked before the program ends: open promises of today, and not asked a moment ago.
 * @param elapsed milliseconds that only go forward; a clock that is set must not ask twice
 */
export function createLeaving(undecided: () => readonly PromiseRow[], elapsed: () => number) {
  let askedAt: number | null = null;
  return {
    question(): Output<"promises.leaving"> {
      const open = undecided();
      const before = askedAt;
      const ask = open.length > 0 && (before === null || elapsed() - before > ONE_QUIT);
      if (ask) askedAt = elapsed();
      return { ask, open: open.length, rows: open.slice(0, SHOWN) };
    },
  };
}
