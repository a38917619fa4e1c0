import type {
  ChangeReceipt,
  Phrase,
  PhraseDraft,
  PhraseRow,
  Segment,
} from "../../../shared/contract/phrases.ts";
import type { WordingStore } from "./store.ts";

/** What a step of the history calls our rows. */
export const TOPIC = "wording_topic";
export const WORDING = "wording";

export type Remember = (entity: string, id: string) => void;

type Extras = "segments" | "questions";

/** The part of the phrase library that is used; handed in, so that there is one place that knows how. */
export interface Library {
  change(kind: string, label: string, run: (remember: Remember) => number): ChangeReceipt;
  find(id: string): Phrase | null;
  rows(ids: readonly string[]): PhraseRow[];
  insert(
    remember: Remember,
    draft: Omit<PhraseDraft, Extras> & {
      segments: readonly Segment[];
      questions: readonly string[];
    },
  ): string;
  write(remember: Remember, id: string, changes: Partial<PhraseDraft>, source?: string): void;
}

/** A phrase that may answer, and the words that led to it. */
export interface Likely {
  readonly phraseId: string;
  readonly why: readonly string[];
}

/** A phrase as it stands in somebody's file. */
export interface FilePhrase {
  readonly title: string;
  readonly body: string;
  readonly questions: readonly string[];
  readonly tags: readonly string[];
  readonly path: readonly string[];
}

export interface WordingSurroundings {
  readonly store: WordingStore;
  readonly library: Library;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Phrases of the library that may answer a question asked in these ways, best first. */
  suggest(
    questions: readonly string[],
    limit: number,
    accept: (id: string) => boolean,
  ): Promise<Likely[]>;
  /**
   * Every phrase of a file the person chose, as the import reads it.
   * Throws AppError upload_missing and what an import says of a file.
   */
  readFile(file: string): AsyncIterable<FilePhrase>;
  /** Those of them that may answer a question asked in these ways, best first, by their place in the list. */
  rank(
    phrases: readonly FilePhrase[],
    questions: readonly string[],
    limit: number,
  ): Promise<{ at: number; why: readonly string[] }[]>;
  changed(step: number): void;
}
