import type { Marks } from "../../../shared/contract/search.ts";
import type { Content } from "./content.ts";
import { createContent, emptyContent } from "./content.ts";
import type { Entry, SearchDoc } from "./entry.ts";
import { toEntries, withUse } from "./entry.ts";
import { marksOf } from "./marks.ts";
import type { Query } from "./query.ts";
import { run, toQuery } from "./query.ts";
import type { SliceOptions, Slices } from "./slices.ts";
import { createSlices } from "./slices.ts";

export type { SearchDoc } from "./entry.ts";

export interface IndexHit {
  id: string;
  marks: Marks;
}

export interface SearchOptions {
  limit: number;
  /** This shop's phrases first, then those of no shop, no others. Null: every shop's. */
  shop?: string | null;
  accept?: (id: string) => boolean;
}

/** Phrases in memory, searchable. Every call but `build` answers at once. */
export interface PhraseIndex {
  /**
   * Takes all phrases anew, resting every few milliseconds; until it is done the old ones answer. Changes made
   * meanwhile are kept. Rejects with the signal's reason when given up.
   */
  build(
    docs: Iterable<SearchDoc>,
    options?: { signal?: AbortSignal; pauseMs?: number },
  ): Promise<void>;
  upsert(doc: SearchDoc): void;
  remove(id: string): void;
  /** Tells of a phrase's use; `lastUsedAt` in milliseconds since 1970. */
  used(id: string, useCount: number, lastUsedAt: number | null): void;
  /** Best first. */
  search(text: string, options: SearchOptions): IndexHit[];
  /** Those of a few phrases that match, best first: each is looked at, however large the library. */
  among(text: string, ids: Iterable<string>, shop?: string | null): IndexHit[];
  /** Every phrase that matches, best first. */
  matchAll(text: string, accept?: (id: string) => boolean): string[];
  readonly size: number;
  /** False until the first build is done. */
  readonly ready: boolean;
  /** Changes not yet merged into the main part. */
  readonly pending: number;
}

/** Changes are searched one by one up to here; then they are merged into the main part. */
const MERGE_OVER = 400;
/** A merge leaves the machine to others half of the time. */
const MERGE_PAUSE_MS = 4;
/** Phrases folded together; well under a millisecond's work. */
const BATCH = 16;
/** At least so many phrases of a kind are compared more closely before the best are taken. */
const POOL = 64;

export function createPhraseIndex(now: () => number = Date.now): PhraseIndex {
  let content: Content = emptyContent();
  // What changed since the main part was made.
  let recent = new Map<string, Entry>();
  let alive = 0;
  let ready = false;
  let searches = 0;
  // What changed since a build or merge began; null: gone.
  let meanwhile: Map<string, Entry | null> | null = null;
  let working: object | null = null;

  function entryOf(id: string): Entry | null {
    const changed = recent.get(id);
    if (changed) return changed;
    const doc = content.numbers.get(id);
    return doc === undefined || content.dead[doc] === 1 ? null : content.entries[doc]!;
  }

  function bury(id: string): void {
    const doc = content.numbers.get(id);
    if (doc !== undefined && content.dead[doc] === 0) {
      content.dead[doc] = 1;
      alive--;
    }
    if (recent.delete(id)) alive--;
  }

  function change(id: string, entry: Entry | null): void {
    bury(id);
    if (entry) {
      recent.set(id, entry);
      alive++;
    }
    meanwhile?.set(id, entry);
  }

  /** Makes a new main part; of several begun at once the newest wins. True when it was this one. */
  async function renew(
    gather: (slices: Slices) => Promise<Entry[]>,
    options: SliceOptions,
  ): Promise<boolean> {
    const mine = {};
    working = mine;
    meanwhile = new Map();
    try {
      const slices = createSlices(options);
      const made = await createContent(await gather(slices), slices);
      if (working !== mine) return false;
      content = made;
      recent = new Map();
      alive = made.numbers.size;
      const changes = meanwhile;
      meanwhile = null;
      for (const [id, entry] of changes) change(id, entry);
    } finally {
      if (working === mine) {
        working = null;
        meanwhile = null;
      }
    }
    mergeWhenMany();
    return true;
  }

  function mergeWhenMany(): void {
    if (working || recent.size <= MERGE_OVER) return;
    const gather = async (): Promise<Entry[]> => [
      ...content.entries.filter((_, doc) => content.dead[doc] === 0),
      ...recent.values(),
    ];
    // Nothing in it can fail but for want of memory, and then the changes are still searched one by one.
    renew(gather, { pauseMs: MERGE_PAUSE_MS }).catch((error: unknown) => console.error(error));
  }

  /** The best of a pass compared closely, the rest in order of rank; `shop`'s own before those of no shop. */
  function inOrder(
    query: Query,
    pass: number,
    changed: Entry[],
    found: Entry[],
    shop: string | null,
  ): Entry[] {
    const closely = (of: (entry: Entry) => boolean): Entry[] => {
      const ranked = [...changed.filter(of), ...found.filter(of)];
      const near = ranked.splice(0, POOL + changed.length);
      const scores = new Map(near.map((entry) => [entry, query.fit(entry, pass) + entry.standing]));
      return [...near.toSorted((a, b) => scores.get(b)! - scores.get(a)!), ...ranked];
    };
    if (shop === null) return closely(() => true);
    return [...closely((entry) => entry.shop === shop), ...closely((entry) => entry.shop !== shop)];
  }

  /** Phrases pass by pass, best first; of each pass no more than `pool`. */
  function* passes(
    query: Query,
    { shop = null, accept }: Omit<SearchOptions, "limit">,
    pool: number,
  ): Generator<Entry[]> {
    const mark = ++searches;
    const { entries, dead, seen } = content;
    let own = 0;
    let others = 0;
    const wanted = (entry: Entry): boolean => {
      if (shop !== null && entry.shop !== shop && (entry.shop !== "" || others >= pool))
        return false;
      return accept === undefined || accept(entry.id);
    };
    const changed: Entry[][] = query.passes.map(() => []);
    for (const entry of recent.values()) {
      if (wanted(entry)) changed[query.passOf(entry)]?.push(entry);
    }
    const wantedDoc = (doc: number): boolean =>
      dead[doc] === 0 && seen[doc] !== mark && wanted(entries[doc]!);
    for (const [i, pass] of query.passes.entries()) {
      own = 0;
      others = 0;
      const found: Entry[] = [];
      for (const doc of run(content, pass, wantedDoc)) {
        const entry = entries[doc]!;
        seen[doc] = mark;
        found.push(entry);
        if (shop === null || entry.shop === shop) own++;
        else others++;
        if (own >= pool) break;
      }
      yield inOrder(query, i, changed[i]!, found, shop);
    }
  }

  return {
    async build(docs, options = {}) {
      const gather = async (slices: Slices): Promise<Entry[]> => {
        const at = now();
        const entries = new Map<string, Entry>();
        let batch: SearchDoc[] = [];
        const take = (): void => {
          for (const entry of toEntries(batch, at)) entries.set(entry.id, entry);
          batch = [];
        };
        for (const doc of docs) {
          batch.push(doc);
          if (batch.length < BATCH) continue;
          take();
          if (slices.due()) await slices.rest();
        }
        take();
        return [...entries.values()];
      };
      if (await renew(gather, options)) ready = true;
    },
    upsert(doc) {
      change(doc.id, toEntries([doc], now())[0]!);
      mergeWhenMany();
    },
    remove(id) {
      change(id, null);
    },
    used(id, useCount, lastUsedAt) {
      const entry = entryOf(id);
      if (!entry) return;
      change(id, withUse(entry, useCount, lastUsedAt, now()));
      mergeWhenMany();
    },
    search(text, { limit, shop = null, accept }) {
      const query = toQuery(text);
      const hits: IndexHit[] = [];
      if (!query) return hits;
      for (const pass of passes(query, { shop, accept }, Math.max(POOL, limit))) {
        for (const entry of pass.slice(0, limit - hits.length)) {
          hits.push({ id: entry.id, marks: marksOf(query.terms, entry) });
        }
        if (hits.length >= limit) break;
      }
      return hits;
    },
    among(text, ids, shop = null) {
      const query = toQuery(text);
      if (!query) return [];
      const matching: Entry[][] = query.passes.map(() => []);
      for (const id of ids) {
        const entry = entryOf(id);
        if (!entry || (shop !== null && entry.shop !== "" && entry.shop !== shop)) continue;
        matching[query.passOf(entry)]?.push(entry);
      }
      return matching
        .flatMap((entries, pass) => inOrder(query, pass, entries, [], shop))
        .map((entry) => ({ id: entry.id, marks: marksOf(query.terms, entry) }));
    },
    matchAll(text, accept) {
      const query = toQuery(text);
      if (!query) return [];
      const ids: string[] = [];
      for (const pass of passes(query, { accept }, Infinity)) {
        for (const { id } of pass) ids.push(id);
      }
      return ids;
    },
    get size() {
      return alive;
    },
    get ready() {
      return ready;
    },
    get pending() {
      return recent.size;
    },
  };
}
