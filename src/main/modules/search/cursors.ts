/** No more phrases. Greater than every number of a phrase. */
export const NONE = 0xffffffff;

/** Walks the phrases of a list, a union or an intersection, ascending. */
export interface Cursor {
  /** The first phrase at or after `target`, or NONE. Targets never go back. */
  seek(target: number): number;
}

/** Part of a list of postings; skips ahead in growing steps. */
export function listCursor(docs: Uint32Array, start: number, end: number): Cursor {
  let at = start;
  return {
    seek(target) {
      if (at >= end) return NONE;
      if (docs[at]! >= target) return docs[at]!;
      let step = 1;
      let low = at;
      while (low + step < end && docs[low + step]! < target) {
        low += step;
        step *= 2;
      }
      let high = Math.min(low + step, end);
      // docs[low] < target <= docs[high]
      while (high - low > 1) {
        const middle = (low + high) >>> 1;
        if (docs[middle]! < target) low = middle;
        else high = middle;
      }
      at = high;
      return at < end ? docs[at]! : NONE;
    },
  };
}

/** Phrases that any of the cursors has. */
export function anyOf(cursors: readonly Cursor[]): Cursor {
  if (cursors.length === 1) return cursors[0]!;
  const heads = new Float64Array(cursors.length).fill(-1);
  return {
    seek(target) {
      let least = NONE;
      for (let i = 0; i < cursors.length; i++) {
        if (heads[i]! < target) heads[i] = cursors[i]!.seek(target);
        if (heads[i]! < least) least = heads[i]!;
      }
      return least;
    },
  };
}

/** Phrases that all of the cursors have; quickest with the shortest first. */
export function allOf(cursors: readonly Cursor[]): Cursor {
  if (cursors.length === 1) return cursors[0]!;
  return {
    seek(target) {
      let wanted = target;
      let agreed = 0;
      for (let i = 0; agreed < cursors.length; i = (i + 1) % cursors.length) {
        const found = cursors[i]!.seek(wanted);
        if (found === NONE) return NONE;
        agreed = found === wanted ? agreed + 1 : 1;
        wanted = found;
      }
      return wanted;
    },
  };
}
