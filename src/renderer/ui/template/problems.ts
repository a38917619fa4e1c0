import type { TemplateProblem } from "../../../shared/contract/templates.ts";

/** True when a text may have anything to fill in. */
export const hasBraces = (text: string): boolean => text.includes("{{") || text.includes("{%");

/**
 * Problems of a text that has been typed on since: what stands before or after the change keeps its place, what was
 * in it waits for the next check.
 */
export function carryOver(
  problems: readonly TemplateProblem[],
  checked: string,
  now: string,
): TemplateProblem[] {
  if (checked === now) return [...problems];
  const limit = Math.min(checked.length, now.length);
  let before = 0;
  while (before < limit && checked[before] === now[before]) before += 1;
  let after = 0;
  while (
    after < limit - before &&
    checked[checked.length - 1 - after] === now[now.length - 1 - after]
  )
    after += 1;
  const shift = now.length - checked.length;
  return problems.flatMap((problem) => {
    if (problem.end <= before) return [problem];
    if (problem.start < checked.length - after) return [];
    return [{ ...problem, start: problem.start + shift, end: problem.end + shift }];
  });
}

/** A run of the text as it is drawn under the letters. */
export interface Run {
  readonly start: number;
  readonly end: number;
  /** Inside braces. */
  readonly braces: boolean;
  /** Index of the problem that stands here; -1 for none. */
  readonly problem: number;
}

const BRACES = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;

/** Cuts a text where braces and problems begin and end. */
export function runsOf(text: string, problems: readonly TemplateProblem[]): Run[] {
  const braces = [...text.matchAll(BRACES)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...braces, ...problems]) {
    cuts.add(Math.min(start, text.length));
    cuts.add(Math.min(end, text.length));
  }
  const edges = [...cuts].toSorted((a, b) => a - b);
  const within = (each: { start: number; end: number }, start: number, end: number): boolean =>
    each.start <= start && end <= each.end;
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1]!;
    return {
      start,
      end,
      braces: braces.some((each) => within(each, start, end)),
      problem: problems.findIndex((each) => within(each, start, end)),
    };
  });
}
