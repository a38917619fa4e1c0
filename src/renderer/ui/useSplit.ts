import { useState } from "react";
import type { Segment } from "../../shared/contract/phrases.ts";
import { splitAt } from "./segments.ts";

/** A long text made into several, and back. */
export interface Split {
  /** Cuts one text at the suggested places. @param limit of a bubble, in Chinese characters */
  split(at: number, limit: number): void;
  /** How many texts the last split made; null when there is nothing to take back. */
  readonly made: number | null;
  /** Puts the text back as it was. */
  takeBack(): void;
}

/** The last split can be taken back until anything else is changed: what was written since is never lost. */
export function useSplit(
  pieces: readonly Segment[],
  put: (pieces: readonly Segment[]) => void,
): Split {
  const [last, setLast] = useState<{ before: readonly Segment[]; after: string } | null>(null);
  const open = last !== null && last.after === JSON.stringify(pieces) ? last : null;
  return {
    split(at, limit) {
      const next = splitAt(pieces, at, limit);
      if (next === pieces) return;
      setLast({ before: pieces, after: JSON.stringify(next) });
      put(next);
    },
    made: open === null ? null : pieces.length - open.before.length + 1,
    takeBack() {
      if (open === null) return;
      setLast(null);
      put(open.before);
    },
  };
}
