import type { GateKind, GateSeverity, GateSource } from "../../../shared/contract/gate.ts";

/** One entry as the matcher takes it, whoever wrote it. */
export interface MatchEntry {
  readonly id: string;
  readonly word: string;
  /** Other spellings of the same. */
  readonly also: readonly string[];
  readonly kind: GateKind;
  readonly severity: GateSeverity;
  readonly replacements: readonly string[];
  /**
   * Words in which the entry is fine. "^" before one: only where a clause begins with it; "$" behind: only where
   * nothing follows in the clause, or a space or 、 does.
   */
  readonly exceptions: readonly string[];
  /** Only where it stands as a word: 下流 is not found in 问下流量, nor 我操 in 帮我操作. */
  readonly whole: boolean;
  /** Empty: every shop. */
  readonly shops: readonly string[];
  readonly source: GateSource;
}
