import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ReviewFinding } from "../../shared/contract/review.ts";
import type { Output } from "../../shared/contract/index.ts";
import { call } from "../api/client.ts";
import { useSettled } from "./settled.ts";

/** While somebody types the text is checked when the keys rest so long, milliseconds. */
const AFTER_KEYS = 120;

export type Checked = Output<"gate.check">;

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

/**
 * What the gate says of a text while it is written; null until the first answer. Between two answers the findings
 * move with the text. @param shop "" for any
 */
export function useFindings(text: string, shop = ""): Checked | null {
  const settled = useSettled(text, AFTER_KEYS);
  const known = useQuery({
    queryKey: ["gate.check", { text: settled, shop }, "with its text"],
    queryFn: async () => ({ of: settled, ...(await call("gate.check", { text: settled, shop })) }),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  }).data;
  if (!known) return null;
  const { of, findings, bubble } = known;
  return { bubble, findings: movedFindings(findings, of, text) };
}
