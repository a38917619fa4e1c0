import { useMemo, useState } from "react";
import type { Locale } from "../../shared/contract/settings.ts";
import { type ExplainStyle, explain } from "../../shared/rules/price/explain.ts";
import { finalPrice } from "../../shared/rules/price/finalPrice.ts";
import { type Problem, parseLine } from "../../shared/rules/price/line.ts";
import type { PriceResult } from "../../shared/rules/price/types.ts";
import { readTyped } from "../../shared/rules/typed.ts";

export const STYLES: readonly ExplainStyle[] = ["buyer", "short", "detailed"];

/** A price as the line asks for it, worked out at each key. */
export interface Priced {
  /** Behind the first sign. */
  readonly line: string;
  /** The last price that could be read; null: none yet. */
  readonly result: PriceResult | null;
  /** For the buyer; "" without a result. */
  readonly words: string;
  /** What cannot be read in the line; the result is then the one before. */
  readonly problem: Problem | null;
  /** The problem is in the last piece, which may still be being written. */
  readonly writing: boolean;
}

/** @param style place in STYLES */
export function usePrice(typed: string, locale: Locale, style: number): Priced | null {
  const { kind, text: line } = readTyped(typed);
  const isPrice = kind === "price";
  const read = useMemo(() => {
    if (!isPrice || line === "") return null;
    const parsed = parseLine(line);
    return parsed.ok
      ? { result: finalPrice(parsed.value), problem: null }
      : { result: null, problem: parsed.problem };
  }, [isPrice, line]);

  const [last, setLast] = useState<PriceResult | null>(null);
  const result = read?.result ?? (read?.problem ? last : null);
  // Kept while the next piece is being written; another line begins without it.
  if (result !== last) setLast(result);

  const words = useMemo(
    () => (result ? explain(result, locale, STYLES[style % STYLES.length]) : ""),
    [result, locale, style],
  );
  if (!isPrice) return null;
  const problem = read?.problem ?? null;
  const writing = problem !== null && problem.at + problem.length >= line.length;
  return { line, result, words, problem, writing };
}
