/** A phrase that was found, with what it takes to say why. */
export interface Found {
  readonly id: string;
  readonly score: number;
  /** True when the phrase has the token. */
  readonly has: (token: number) => boolean;
}

/** Keeps the best of what is offered, in order. */
export function createTop(limit: number) {
  const top: Found[] = [];
  return {
    top,
    /** Whether a score has a place among the best so far. */
    takes: (score: number): boolean => top.length < limit || score > top[limit - 1]!.score,
    offer(found: Found): void {
      let place = top.length;
      while (place > 0 && top[place - 1]!.score < found.score) place--;
      top.splice(place, 0, found);
      if (top.length > limit) top.pop();
    },
  };
}
