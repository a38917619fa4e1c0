import type { Mood } from "../../../shared/contract/answers.ts";
import type { CampaignStatus } from "../../../shared/contract/campaigns.ts";
import type { PhraseRow } from "../../../shared/contract/phrases.ts";
import type { PictureRow } from "../../../shared/contract/pictures.ts";
import type { Badge, Marks, Range } from "../../../shared/contract/search.ts";

export type Switch = CampaignStatus["switches"][number];

/** A phrase in the list. */
export interface FoundPhrase {
  readonly kind: "phrase";
  readonly id: string;
  readonly phrase: PhraseRow;
  readonly marks: Marks;
  readonly badge: Badge | null;
  /** The buyer's words that led to it. */
  readonly why: readonly string[];
  /** Said for the buyer's feelings, before the answer. */
  readonly soothes: boolean;
}

/** A row of the palette: what Enter acts on. */
export type Found =
  | FoundPhrase
  | { readonly kind: "picture"; readonly id: string; readonly picture: PictureRow }
  | { readonly kind: "switch"; readonly id: string; readonly set: Switch };

/** A buyer's question as it was heard. */
export interface Heard {
  readonly question: string;
  readonly mood: Mood;
  /** Words of it that show the mood. */
  readonly words: readonly Range[];
}

export interface Answer {
  readonly hits: readonly Found[];
  /** False while the library is being read anew: more may come. */
  readonly ready: boolean;
  /** Set when a question was asked. */
  readonly heard: Heard | null;
}

/** Those whose name has the words in it. Plain letters are pinyin still being written: all stay. */
export function named(switches: readonly Switch[], text: string): readonly Switch[] {
  const wanted = text.toLowerCase();
  const fitting = switches.filter(({ name }) => name.toLowerCase().includes(wanted));
  return fitting.length === 0 && /^[a-z' ]+$/.test(wanted) ? switches : fitting;
}

/**
 * The question a chosen phrase should be remembered for: it answers, but was not the first of the answers.
 * What is said for the buyer's feelings is no answer to the question.
 */
export function lessonOf(found: FoundPhrase, { hits, heard }: Answer): string | null {
  if (!heard || found.soothes) return null;
  const first = hits.find((each) => each.kind === "phrase" && !each.soothes);
  return first === undefined || first.id === found.id ? null : heard.question;
}
