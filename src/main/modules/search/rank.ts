import type { Entry } from "./entry.ts";
import type { Term } from "./match.ts";
import { findStart, matchAt } from "./match.ts";

/** Where a term was found, best first. A better place outweighs everything below it. */
export const PLACE = {
  shortcut: 0,
  wholeTitle: 1,
  shortcutStart: 2,
  titleStart: 3,
  titleWord: 4,
  title: 5,
  label: 6,
  body: 7,
  nowhere: 8,
} as const;

export type Place = (typeof PLACE)[keyof typeof PLACE];

const STEP = 16;
const DAY = 86_400_000;
const HALF_LIFE_DAYS = 10;

/** Use and favour of a phrase as one number between about -1 and 9; higher comes first. `now` in milliseconds. */
export function standing(
  doc: { favourite: boolean; useCount: number; lastUsedAt: number | null; title: string },
  now: number,
): number {
  const favour = doc.favourite ? 2 : 0;
  const frequency = Math.min(Math.log2(1 + Math.max(0, doc.useCount)), 10) * 0.4;
  const age = doc.lastUsedAt === null ? Infinity : Math.max(0, now - doc.lastUsedAt) / DAY;
  const recency = 3 * 2 ** (-age / HALF_LIFE_DAYS);
  return favour + frequency + recency - Math.min(doc.title.length, 40) * 0.02;
}

/** Whether the term stands at the beginning of a word of the title. */
export function inTitleWord(term: Term, entry: Entry): boolean {
  for (let at = 0, rest = entry.words; rest !== 0; at++, rest >>>= 1) {
    if (rest & 1 && matchAt(term, entry.title, at) !== -1) return true;
  }
  return false;
}

/** The best place of a term in a phrase. */
export function placeOf(term: Term, entry: Entry): Place {
  if (entry.shortcut === term.text) return PLACE.shortcut;
  if (matchAt(term, entry.title, 0, true) !== -1) return PLACE.wholeTitle;
  if (entry.shortcut.startsWith(term.text)) return PLACE.shortcutStart;
  if (matchAt(term, entry.title, 0) !== -1) return PLACE.titleStart;
  if (findStart(term, entry.title, 0) !== -1) {
    return inTitleWord(term, entry) ? PLACE.titleWord : PLACE.title;
  }
  if (findStart(term, entry.labels, 0) !== -1) return PLACE.label;
  return findStart(term, entry.body, 0) === -1 ? PLACE.nowhere : PLACE.body;
}

/** True when a label begins with the term; 2 when the label is the term. */
function labelFit(term: Term, labels: string): number {
  let best = 0;
  for (const label of labels.split("\n")) {
    if (label === "" || matchAt(term, label, 0) === -1) continue;
    best = Math.max(best, matchAt(term, label, 0, true) === -1 ? 1 : 2);
  }
  return best;
}

/** How well a phrase answers a term found at `place`, without its standing; higher is better. */
export function fit(term: Term, entry: Entry, place: number): number {
  let quality = labelFit(term, entry.labels);
  if (place <= PLACE.title && place !== PLACE.shortcut && place !== PLACE.shortcutStart) {
    const start = findStart(term, entry.title, 0);
    const length = start === -1 ? 0 : matchAt(term, entry.title, start) - start;
    // A full syllable says more than an initial: fewer characters for the same letters.
    quality += 2 * (length / entry.title.length) + 1 / Math.max(1, length);
  }
  return (PLACE.nowhere - place) * STEP + quality;
}
