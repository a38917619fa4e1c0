import {
  GATE_LIMITS,
  type GateDraft,
  type GateWord,
  type OwnSource,
} from "../../../shared/contract/gate.ts";

/** An entry while it is written. */
export interface WordDraft extends GateDraft {
  readonly source: OwnSource;
}

export const EMPTY: WordDraft = {
  word: "",
  also: [],
  kind: "other",
  severity: "warn",
  replacements: [],
  exceptions: [],
  whole: false,
  shops: [],
  source: "mine",
};

/** What can be written anew from an entry; of a bundled one only as much as a person would write. */
export const draftOf = (word: GateWord): WordDraft => ({
  word: word.word,
  also: word.also.slice(0, GATE_LIMITS.also),
  kind: word.kind,
  severity: word.severity,
  replacements: [...word.replacements],
  exceptions: word.exceptions.slice(0, GATE_LIMITS.exceptions),
  whole: word.whole,
  shops: [...word.shops],
  source: word.source === "team" ? "team" : "mine",
});

/** What is wrong with a draft, as a key of `gate.editor`; null when it can be saved. */
export function problemOf({ word }: WordDraft): "missing" | "wordSigns" | null {
  if (word.trim() === "") return "missing";
  return /[\p{L}\p{N}]/u.test(word) ? null : "wordSigns";
}

/** Items of a list as typed: trimmed, cut, each once. */
export const tidyItems = (items: readonly string[], longest: number): string[] => [
  ...new Set(items.map((each) => each.trim().slice(0, longest)).filter((each) => each !== "")),
];

/** Replacements with or without "" (leave it out), which stands last. */
export const withLeaveOut = (replacements: readonly string[], wanted: boolean): string[] => [
  ...replacements.filter((each) => each !== ""),
  ...(wanted ? [""] : []),
];
