import type {
  Finding,
  GateKind,
  GateSource,
  GateWord,
  MarkedPhrase,
  MarkedText,
  SweepResult,
} from "../../../shared/contract/gate.ts";
import type { MatchEntry } from "./entry.ts";
import type { Choice } from "./store.ts";
import { foldWord } from "./view.ts";

/** How many spellings and exceptions of an entry a list row carries. */
const ROW_SPELLINGS = 20;
const ROW_EXCEPTIONS = 60;
/** How many phrases a look through the library lists. */
export const LISTED = 1_000;

/** An entry as lists show it. */
export function toWord(entry: MatchEntry, choice: Choice | null): GateWord {
  return {
    id: entry.id,
    word: entry.word,
    also: entry.also.slice(0, ROW_SPELLINGS),
    spellings: entry.also.length,
    kind: entry.kind,
    severity: choice?.severity ?? entry.severity,
    listed: choice?.severity && choice.severity !== entry.severity ? entry.severity : null,
    replacements: [...entry.replacements],
    exceptions: entry.exceptions.slice(0, ROW_EXCEPTIONS),
    exceptionCount: entry.exceptions.length,
    whole: entry.whole,
    shops: [...entry.shops],
    source: entry.source,
    enabled: choice?.enabled ?? true,
  };
}

export interface WordFilter {
  readonly source: GateSource | null;
  readonly state: "all" | "changed";
  readonly text: string;
}

const isChanged = (choice: Choice | null): boolean =>
  choice !== null && (!choice.enabled || choice.severity !== null);

/** The entries a filter lets through, whatever their kind. */
export function filterWords(
  entries: readonly MatchEntry[],
  choiceOf: (id: string) => Choice | null,
  { source, state, text }: WordFilter,
): MatchEntry[] {
  const letters = foldWord(text);
  const plain = text.trim().toLowerCase();
  const holds = (entry: MatchEntry): boolean =>
    plain === "" ||
    (letters === ""
      ? entry.word.includes(plain)
      : foldWord(entry.word).includes(letters) ||
        entry.also.some((each) => foldWord(each).includes(letters)));
  return entries.filter(
    (entry) =>
      (source === null || entry.source === source) &&
      (state === "all" || isChanged(choiceOf(entry.id))) &&
      holds(entry),
  );
}

/** How many entries there are of each kind. */
export function countKinds(
  entries: readonly MatchEntry[],
  kinds: readonly GateKind[],
): Record<GateKind, number> {
  const counts = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<GateKind, number>;
  for (const { kind } of entries) counts[kind] += 1;
  return counts;
}

/** The severest of some findings; null when there are none. */
export const severestOf = (findings: readonly Finding[]): "block" | "warn" | null =>
  findings.length === 0
    ? null
    : findings.some((each) => each.severity === "block")
      ? "block"
      : "warn";

/** A phrase with what is wrong with its texts; null when nothing is. */
export function markPhrase(
  phrase: { id: string; title: string; shop: string },
  texts: readonly MarkedText[],
): MarkedPhrase | null {
  const marked = texts.filter(({ findings, bubble }) => findings.length > 0 || bubble.over);
  if (marked.length === 0) return null;
  return {
    ...phrase,
    texts: marked,
    severity: severestOf(marked.flatMap(({ findings }) => findings)),
    long: marked.some(({ bubble }) => bubble.over),
  };
}

const WEIGHT = { block: 0, warn: 1 } as const;
const weigh = ({ severity }: MarkedPhrase): number => (severity === null ? 2 : WEIGHT[severity]);

/** Sums up a look through the library. */
export function summarise(checked: number, marked: readonly MarkedPhrase[]): SweepResult {
  return {
    checked,
    blocked: marked.filter(({ severity }) => severity === "block").length,
    warned: marked.filter(({ severity }) => severity === "warn").length,
    long: marked.filter(({ long }) => long).length,
    phrases: marked.toSorted((a, b) => weigh(a) - weigh(b)).slice(0, LISTED),
  };
}
