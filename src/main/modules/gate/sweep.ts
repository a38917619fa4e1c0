import { setImmediate } from "node:timers/promises";
import type { MarkedPhrase, SweepResult } from "../../../shared/contract/gate.ts";
import type { Gate } from "./gate.ts";
import { markPhrase, summarise } from "./rules.ts";

/** What the gate looks at in a phrase: its words, each text on its own. */
export interface GatedPhrase {
  readonly id: string;
  readonly title: string;
  readonly shop: string;
  readonly texts: readonly string[];
}

/** A slice ends well before a frame of the screen does, milliseconds. */
const SLICE_MS = 6;
/** How many phrases go by between two looks at the clock. */
const STRIDE = 32;

/** Checks the texts of one phrase; null when nothing is wrong. */
export const checkPhrase = (gate: Gate, { texts, ...phrase }: GatedPhrase): MarkedPhrase | null =>
  markPhrase(
    { id: phrase.id, title: phrase.title, shop: phrase.shop },
    texts.map((text) => gate.mark(text, phrase.shop)),
  );

/**
 * Looks through phrases in slices that let others have their turn.
 * @param progress told after each slice how many are done
 * @throws the signal's reason when it is aborted
 */
export async function sweep(
  gate: Gate,
  phrases: Iterable<GatedPhrase>,
  progress: (done: number) => void,
  signal: AbortSignal,
): Promise<SweepResult> {
  const marked: MarkedPhrase[] = [];
  let checked = 0;
  let began = performance.now();
  for (const phrase of phrases) {
    const found = checkPhrase(gate, phrase);
    if (found) marked.push(found);
    checked += 1;
    if (checked % STRIDE !== 0 || performance.now() - began < SLICE_MS) continue;
    progress(checked);
    await setImmediate();
    signal.throwIfAborted();
    began = performance.now();
  }
  progress(checked);
  return summarise(checked, marked);
}
