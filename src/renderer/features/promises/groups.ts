import type { PromiseCounts } from "../../../shared/contract/promises.ts";
import type { Output } from "../../../shared/contract/index.ts";
import { type Standing, STANDINGS, standing } from "../../../shared/rules/standing.ts";

/** One line of the list: the head of a group, or a row by its place among the rows. */
export type Line =
  | { readonly kind: "head"; readonly group: Standing; readonly count: number }
  | { readonly kind: "row"; readonly index: number };

/** A list of rows cut into groups; nothing is listed, so that a hundred thousand rows cost nothing. */
export interface Grouped {
  readonly length: number;
  lineAt(line: number): Line;
  /** The line on which a row stands. */
  lineOf(index: number): number;
  /** The line of a group's head; null when the group is empty. */
  headOf(group: Standing): number | null;
}

/**
 * Puts a head before the first row of each group that has any. @param counts null: no groups, only rows
 * @param total how many rows there are; what the counts leave over belongs to the last group
 */
export function grouped(counts: PromiseCounts | null, total: number): Grouped {
  const heads: { group: Standing; count: number; from: number }[] = [];
  if (counts) {
    let from = 0;
    for (const group of STANDINGS) {
      const left = Math.max(0, total - from);
      const count = group === "later" ? left : Math.min(counts[group], left);
      if (count > 0) heads.push({ group, count, from });
      from += count;
    }
  }
  const headLine = (place: number): number => (heads[place]?.from ?? 0) + place;
  return {
    length: total + heads.length,
    lineAt(line) {
      const place = heads.findLastIndex((_, at) => headLine(at) <= line);
      const head = heads[place];
      if (head && headLine(place) === line)
        return { kind: "head", group: head.group, count: head.count };
      return { kind: "row", index: line - place - 1 };
    },
    lineOf: (index) => index + heads.filter((head) => head.from <= index).length,
    headOf(group) {
      const place = heads.findIndex((head) => head.group === group);
      return place < 0 ? null : headLine(place);
    },
  };
}

/**
 * How many rows of an answer are in each group; null when that cannot be told: the program counts all open ones, those
 * found by a filter are counted here as far as they came in one answer.
 */
export function countsOf(answer: Output<"promises.list">, filtered: boolean): PromiseCounts | null {
  if (!filtered) return answer.counts;
  if (answer.rows.length < answer.total) return null;
  const counts = { overdue: 0, hour: 0, today: 0, later: 0 };
  for (const { dueAt } of answer.rows) counts[standing(dueAt, answer)] += 1;
  return counts;
}
