import type { Phrase } from "../../../shared/contract/phrases.ts";
import type { PhraseIndex, SearchDoc } from "./phraseIndex.ts";

/** More changes than this at once: building anew is cheaper than one by one. */
const REBUILD_OVER = 2_000;

interface Source {
  /** Every live phrase. */
  live(): Iterable<Phrase>;
  /** One phrase, or null when it is gone. */
  find(id: string): Phrase | null;
  paths(): ReadonlyMap<string, string[]>;
  /** Told when a build fails: searches then answer from what was there before. */
  failed(error: unknown): void;
}

function toDoc(phrase: Phrase, paths: ReadonlyMap<string, string[]>): SearchDoc {
  return {
    id: phrase.id,
    title: phrase.title,
    body: phrase.body,
    shortcut: phrase.shortcut,
    // What buyers say finds the phrase too.
    tags: phrase.questions.length === 0 ? phrase.tags : [...phrase.tags, ...phrase.questions],
    path: (phrase.categoryId === null ? undefined : paths.get(phrase.categoryId)) ?? [],
    shop: phrase.shop,
    favourite: phrase.favourite,
    useCount: phrase.useCount,
    lastUsedAt: phrase.lastUsedAt,
  };
}

export type IndexKeeper = ReturnType<typeof createIndexKeeper>;

/** Keeps the search index the same as the store; a build under way is given up when a newer one starts. */
export function createIndexKeeper(index: PhraseIndex, source: Source) {
  let building: AbortController | null = null;
  // What changed while a build was under way; it may have read the old state.
  let changedMeanwhile = new Set<string>();

  function* docs(): Generator<SearchDoc> {
    const paths = source.paths();
    for (const phrase of source.live()) yield toDoc(phrase, paths);
  }

  function rebuild(): Promise<void> {
    building?.abort();
    const mine = new AbortController();
    building = mine;
    changedMeanwhile = new Set();
    return index.build(docs(), { signal: mine.signal }).then(
      () => {
        if (building !== mine) return;
        building = null;
        refresh([...changedMeanwhile]);
      },
      (error: unknown) => {
        if (mine.signal.aborted) return;
        if (building === mine) building = null;
        source.failed(error);
      },
    );
  }

  /** Brings the index up to date for these phrases. */
  function refresh(ids: readonly string[]): void {
    if (ids.length > REBUILD_OVER) {
      void rebuild();
      return;
    }
    const paths = ids.length > 0 ? source.paths() : new Map<string, string[]>();
    for (const id of ids) {
      if (building) changedMeanwhile.add(id);
      const phrase = source.find(id);
      if (phrase && phrase.trashedAt === null) index.upsert(toDoc(phrase, paths));
      else index.remove(id);
    }
  }

  return {
    rebuild,
    refresh,
    close: (): void => building?.abort(),
  };
}
