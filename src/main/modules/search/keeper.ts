import type { Phrase } from "../../../shared/contract/phrases.ts";
import type { PhraseIndex, SearchDoc } from "./phraseIndex.ts";
import { createSlices } from "./slices.ts";

/** More changes than this at once: building anew is cheaper than one by one. */
const REBUILD_OVER = 2_000;

/** So many changes go in at once, however slow the machine is at the moment: who saved one finds it. */
const AT_ONCE = 8;

/** What is searched of a phrase; other things that look like one can be searched the same way. */
export type Searchable = Pick<
  Phrase,
  | "id"
  | "title"
  | "body"
  | "shortcut"
  | "questions"
  | "tags"
  | "categoryId"
  | "shop"
  | "favourite"
  | "useCount"
  | "lastUsedAt"
  | "trashedAt"
>;

interface Source {
  /** Every live phrase. */
  live(): Iterable<Searchable>;
  /** One phrase, or null when it is gone. */
  find(id: string): Searchable | null;
  paths(): ReadonlyMap<string, string[]>;
  /** Told when the library was read anew: what a search finds may have changed. */
  rebuilt(): void;
  /** Told when reading failed: searches then answer from what was there before. */
  failed(error: unknown): void;
}

function toDoc(phrase: Searchable, paths: ReadonlyMap<string, string[]>): SearchDoc {
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

/** An index that is kept: of this search, or of another reading of the same phrases. */
export interface KeptIndex<Doc> {
  build(docs: Iterable<Doc>, options: { signal: AbortSignal }): Promise<void>;
  upsert(doc: Doc): void;
  remove(id: string): void;
  readonly ready: boolean;
  readonly size: number;
}

export type IndexKeeper = ReturnType<typeof createIndexKeeper>;

/** Keeps the search index the same as the store. */
export const createIndexKeeper = (index: PhraseIndex, source: Source) =>
  createKeeper(index, source, toDoc);

/**
 * Keeps an index the same as the store. Changes of a few phrases go in one by one, in short slices; a build
 * of everything runs beside the old index, which answers meanwhile, and is given up when a newer one starts.
 */
export function createKeeper<Doc>(
  index: KeptIndex<Doc>,
  source: Source,
  docOf: (phrase: Searchable, paths: ReadonlyMap<string, string[]>) => Doc,
) {
  /** Phrases whose change the index has not been told of yet. */
  const behind = new Set<string>();
  let catchingUp = false;
  let building: AbortController | null = null;
  /** Why there is no index at all. */
  let failure: { readonly error: unknown } | null = null;
  let closed = false;
  /** Resolves at the next end of a build or of catching up. */
  let ended = Promise.withResolvers<void>();

  const end = (): void => {
    ended.resolve();
    ended = Promise.withResolvers();
  };

  function* docs(): Generator<Doc> {
    const paths = source.paths();
    for (const phrase of source.live()) yield docOf(phrase, paths);
  }

  /** Reads every phrase anew. Resolves when that is done or given up; never rejects. */
  async function rebuild(): Promise<void> {
    building?.abort();
    const mine = new AbortController();
    building = mine;
    behind.clear();
    let trouble: { readonly error: unknown } | null = null;
    try {
      await index.build(docs(), { signal: mine.signal });
    } catch (error) {
      trouble = { error };
    }
    // A newer one is under way, or nobody wants to know any more.
    if (building !== mine || closed) return;
    building = null;
    failure = index.ready ? null : trouble;
    end();
    if (trouble) source.failed(trouble.error);
    else source.rebuilt();
  }

  function tellIndex(id: string): void {
    const phrase = source.find(id);
    if (phrase && phrase.trashedAt === null) index.upsert(docOf(phrase, source.paths()));
    else index.remove(id);
  }

  async function catchUp(): Promise<void> {
    catchingUp = true;
    const slices = createSlices();
    let done = 0;
    try {
      // What comes in meanwhile joins the end.
      for (const id of behind) {
        tellIndex(id);
        behind.delete(id);
        done += 1;
        if (done >= AT_ONCE && slices.due()) await slices.rest();
      }
    } catch (error) {
      behind.clear();
      source.failed(error);
    }
    catchingUp = false;
    end();
  }

  /** Brings the index up to date for these phrases; one or a few are in it at the return. */
  function refresh(ids: readonly string[]): void {
    for (const id of ids) behind.add(id);
    if (behind.size > REBUILD_OVER) void rebuild();
    else if (behind.size > 0 && !catchingUp) void catchUp();
  }

  const mustWait = (): boolean =>
    !closed && (catchingUp || !index.ready || (building !== null && index.size === 0));

  return {
    rebuild,
    refresh,
    /**
     * Resolves when a search can be answered. A few changed phrases are waited for; a build only while there is
     * nothing older to answer from. Rejects with the reason when the library could not be read at all.
     */
    async answerable(): Promise<void> {
      while (mustWait()) {
        if (failure && !building) throw failure.error;
        await ended.promise;
      }
    },
    /** True when the index holds the library as it is now. */
    get current(): boolean {
      return index.ready && building === null && !catchingUp;
    },
    close(): void {
      closed = true;
      building?.abort();
      behind.clear();
      end();
    },
  };
}
