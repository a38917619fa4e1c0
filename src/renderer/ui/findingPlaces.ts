import type { ReviewFinding } from "../../shared/contract/review.ts";

/** Findings of an older text, as they lie in the new one; those that were touched are left out. */
export function movedFindings<F extends ReviewFinding>(
  findings: readonly F[],
  before: string,
  after: string,
): F[] {
  if (before === after) return [...findings];
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1;
  const shift = after.length - before.length;
  return findings.flatMap((each) => {
    if (each.end <= head) return [each];
    if (each.start >= before.length - tail)
      return [{ ...each, start: each.start + shift, end: each.end + shift }];
    return [];
  });
}

/** A text with some of its findings replaced. */
export const replaced = (text: string, { start, end }: ReviewFinding, by: string): string =>
  text.slice(0, start) + by + text.slice(end);
