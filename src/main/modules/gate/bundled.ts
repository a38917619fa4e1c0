import { z } from "zod";
import { gateKind, gateSeverity } from "../../../shared/contract/gate.ts";
import type { MatchEntry } from "./entry.ts";

const listFile = z.object({
  kind: gateKind,
  /** What its entries have unless they say otherwise. */
  severity: gateSeverity,
  entries: z.array(
    z.object({
      /** Each an entry of its own; what follows holds for all of them. */
      words: z.array(z.string().min(1)).min(1),
      /** Other spellings of the first word. */
      also: z.array(z.string().min(1)).default([]),
      severity: gateSeverity.optional(),
      /** Replacements; "" leaves the word out. */
      use: z.array(z.string()),
      except: z.array(z.string().min(1)).default([]),
      /** Only where they stand as words; by default what is short, and so turns up across two other words. */
      whole: z.boolean().optional(),
    }),
  ),
});

/** "{a,b}c{,d}" becomes ac, acd, bc, bcd. @throws Error on braces within braces or without their other half */
export function expand(pattern: string): string[] {
  const choice = /\{([^{}]*)\}/u.exec(pattern);
  if (!choice) {
    if (/[{}]/u.test(pattern)) throw new Error(`braces in "${pattern}"`);
    return [pattern];
  }
  const before = pattern.slice(0, choice.index);
  if (/[{}]/u.test(before)) throw new Error(`braces in "${pattern}"`);
  const rest = expand(pattern.slice(choice.index + choice[0].length));
  return choice[1]!.split(",").flatMap((each) => rest.map((end) => before + each + end));
}

/** Words up to so many letters are only looked for as words; insults are seldom in the dictionary that tells words. */
const SHORT = 2;
const standsAlone = (kind: string, word: string): boolean =>
  kind !== "insult" && word.length <= SHORT;

/** What an entry of the bundled lists is known by: the same in every version of the program. */
const idOf = (kind: string, word: string): string => `${kind}:${word}`;

/** The entries of the lists that come with the program. @param files their contents, parsed JSON */
export function readBundled(files: readonly unknown[]): MatchEntry[] {
  return files.flatMap((file) => {
    const { kind, severity, entries } = listFile.parse(file);
    return entries.flatMap(({ words, also, use, except, severity: own, whole }) => {
      const exceptions = except.flatMap(expand);
      const spellings = also.flatMap(expand);
      return words.map((word, index) => ({
        id: idOf(kind, word),
        word,
        also: index === 0 ? spellings : [],
        kind,
        severity: own ?? severity,
        replacements: use,
        exceptions,
        whole: whole ?? standsAlone(kind, word),
        shops: [],
        source: "bundled" as const,
      }));
    });
  });
}

/** The files in assets/gate/. */
export const BUNDLED_KINDS = gateKind.options;
