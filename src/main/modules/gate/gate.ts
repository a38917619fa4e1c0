import type { Finding, GateSeverity, MarkedText } from "../../../shared/contract/gate.ts";
import { lengthOf } from "../../../shared/rules/gateLength.ts";
import type { MatchEntry } from "./entry.ts";
import { type CompiledList, compileList, findWords } from "./matcher.ts";
import type { Choice, GateStore } from "./store.ts";

export interface GateSurroundings {
  readonly store: GateStore;
  /** The entries that come with the program; asked for once. */
  readonly bundled: () => readonly MatchEntry[];
  /** How long a bubble may be, in Chinese characters. */
  readonly limit: () => number;
}

export type Gate = ReturnType<typeof createGate>;

/** The lists as they count now: bundled ones are compiled once, own ones after each change. */
export function createGate({ store, bundled, limit }: GateSurroundings) {
  let builtIn: { entries: readonly MatchEntry[]; list: CompiledList } | null = null;
  let own: { entries: readonly MatchEntry[]; list: CompiledList } | null = null;
  let choices: Map<string, Choice> | null = null;

  const compile = (entries: readonly MatchEntry[]) => ({ entries, list: compileList(entries) });
  const builtInNow = () => (builtIn ??= compile(bundled()));
  const ownNow = () => (own ??= compile(store.words()));
  const choicesNow = () => (choices ??= store.choices());
  const chosen = {
    isOn: (id: string): boolean => choicesNow().get(id)?.enabled ?? true,
    severity: (id: string): GateSeverity | null => choicesNow().get(id)?.severity ?? null,
  };

  /** Words in a text that should not be sent, in order of place. @param shop "" for any: then every entry counts */
  function check(text: string, { shop = "" }: { shop?: string } = {}): Finding[] {
    // Where two entries say the same of the same place, the one written here comes first.
    return findWords([ownNow().list, builtInNow().list], text, shop, chosen);
  }

  return {
    check,

    /** A text with what is wrong with it. */
    mark: (text: string, shop = ""): MarkedText => ({
      text,
      findings: check(text, { shop }),
      bubble: lengthOf(text, limit()),
    }),

    /** Every entry, own ones first; `Choice` where the person set one. */
    entries: (): MatchEntry[] => [...ownNow().entries, ...builtInNow().entries],
    find: (id: string): MatchEntry | null =>
      store.find(id) ?? builtInNow().entries.find((each) => each.id === id) ?? null,
    choice: (id: string): Choice | null => choicesNow().get(id) ?? null,

    /** Own entries or choices have changed. */
    renew(): void {
      own = null;
      choices = null;
    },

    /** Compiles what is not compiled yet, some 150 ms: better while nobody waits. */
    warm(): void {
      builtInNow();
      ownNow();
    },
  };
}
