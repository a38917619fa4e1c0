import AhoCorasick from "modern-ahocorasick";
import type { Finding, GateKind, GateSeverity } from "../../../shared/contract/gate.ts";
import { isDenied } from "./denial.ts";
import type { MatchEntry } from "./entry.ts";
import { covers, type Exception, exceptionsOf } from "./exceptions.ts";
import { createGlance } from "./glance.ts";
import { isSpelt, type Place, type Spelling, spellingsOf } from "./spelling.ts";
import { type View, viewOf } from "./view.ts";

/** A list made ready. Compiling costs some 15 µs a spelling, so what changes often is compiled apart. */
export interface CompiledList {
  /** Spellings looked for. */
  readonly spellings: number;
  /** By its letters alone: whether anything may be found in a text. */
  readonly mayHold: (letters: Uint16Array, size: number) => boolean;
  /** Calls `met` for every spelling that stands in a text; `isFine` where it does no harm. */
  find(
    view: View,
    text: string,
    met: (spelling: Spelling, at: Place, isFine: boolean) => void,
  ): void;
}

/** How a person has set an entry. */
export interface Choices {
  readonly isOn: (entryId: string) => boolean;
  /** Null: as the list has it. */
  readonly severity: (entryId: string) => GateSeverity | null;
}

const AS_LISTED: Choices = { isOn: () => true, severity: () => null };

/** An insult stays one behind a "not". */
const DENIABLE: ReadonlySet<GateKind> = new Set([
  "absolute",
  "contact",
  "promise",
  "medical",
  "other",
]);

export function compileList(entries: readonly MatchEntry[]): CompiledList {
  const byLetters = new Map<string, Spelling[]>();
  for (const spelling of entries.flatMap(spellingsOf)) {
    const same = byLetters.get(spelling.letters) ?? [];
    same.push(spelling);
    byLetters.set(spelling.letters, same);
  }
  const letters = [...byLetters.keys()];
  const spellings = [...byLetters.values()];
  const automaton = new AhoCorasick(letters);
  // Few entries are ever met: their exceptions are folded when they are.
  const exceptions = new Map<MatchEntry, Exception[]>();
  const exceptionsFor = (entry: MatchEntry): Exception[] => {
    const known = exceptions.get(entry) ?? exceptionsOf(entry);
    exceptions.set(entry, known);
    return known;
  };
  const isFine = (view: View, at: Place, entry: MatchEntry): boolean =>
    exceptionsFor(entry).some((each) => covers(view, at, each)) ||
    (DENIABLE.has(entry.kind) && isDenied(view, at.start, at.end));

  return {
    spellings: letters.length,
    mayHold: createGlance(letters),
    find(view, text, met) {
      for (const hit of automaton.search(view.text))
        for (const spelling of spellings[hit.patternIndex]!)
          if (isSpelt(view, text, hit, spelling))
            met(spelling, hit, isFine(view, hit, spelling.entry));
    },
  };
}

/** A finding with its place in the view. */
interface Found extends Place {
  readonly finding: Finding;
}

/** Severest first, then longest, then earliest: what is kept where findings overlap. */
const byWeight = (a: Found, b: Found): number =>
  Number(b.finding.severity === "block") - Number(a.finding.severity === "block") ||
  b.end - b.start - (a.end - a.start) ||
  a.start - b.start;

function withoutOverlaps(all: readonly Found[], length: number): Finding[] {
  const taken = new Uint8Array(length);
  return all
    .toSorted(byWeight)
    .filter(({ start, end }) => {
      if (taken.subarray(start, end).includes(1)) return false;
      taken.fill(1, start, end);
      return true;
    })
    .toSorted((a, b) => a.start - b.start)
    .map(({ finding }) => finding);
}

/**
 * What is fine as a whole is fine in its parts: in 不要加微信 neither 加微信 is meant nor 微信. So the longest word
 * at a place decides.
 */
function createSilence(length: number) {
  const reaches = new Map<GateKind, Uint32Array>();
  return {
    add(kind: GateKind, { start, end }: Place): void {
      const reach = reaches.get(kind) ?? new Uint32Array(length);
      reach[start] = Math.max(reach[start]!, end);
      reaches.set(kind, reach);
    },
    /** To be called once, after the last `add`. */
    without(found: readonly Found[]): Found[] {
      for (const reach of reaches.values())
        for (let at = 1; at < length; at++) reach[at] = Math.max(reach[at]!, reach[at - 1]!);
      return found.filter(
        ({ start, end, finding }) => (reaches.get(finding.kind)?.[start] ?? 0) < end,
      );
    },
  };
}

function findingOf(
  { entry, written }: Spelling,
  severity: GateSeverity,
  start: number,
  end: number,
) {
  const { id: entryId, kind, source, replacements } = entry;
  return {
    start,
    end,
    word: written,
    kind,
    severity,
    replacements: [...replacements],
    source,
    entryId,
  };
}

/**
 * Words of the lists found in a text, none over another, in order of place.
 * @param shop "" for any: then every entry counts
 */
export function findWords(
  lists: readonly CompiledList[],
  text: string,
  shop = "",
  choices: Choices = AS_LISTED,
): Finding[] {
  const view = viewOf(text, (letters, size) => lists.some((each) => each.mayHold(letters, size)));
  if (view === null) return [];
  const found: Found[] = [];
  const silence = createSilence(view.text.length);
  for (const list of lists)
    list.find(view, text, (spelling, at, isFine) => {
      const { entry } = spelling;
      if (shop !== "" && entry.shops.length > 0 && !entry.shops.includes(shop)) return;
      if (isFine) silence.add(entry.kind, at);
      else if (choices.isOn(entry.id)) {
        const severity = choices.severity(entry.id) ?? entry.severity;
        const [start, end] = [view.starts[at.start]!, view.ends[at.end - 1]!];
        found.push({
          start: at.start,
          end: at.end,
          finding: findingOf(spelling, severity, start, end),
        });
      }
    });
  return withoutOverlaps(silence.without(found), view.text.length);
}
