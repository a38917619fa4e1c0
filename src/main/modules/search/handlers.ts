import type { HandlersFor } from "../../../shared/contract/index.ts";
import type { PhraseRow } from "../../../shared/contract/phrases.ts";
import type { Badge } from "../../../shared/contract/search.ts";
import type { IndexKeeper } from "./keeper.ts";
import type { IndexHit, PhraseIndex } from "./phraseIndex.ts";

/** What of the library is offered now. */
export interface Offers {
  /** Phrases that come before all others, best first, and why. */
  readonly first: ReadonlyMap<string, Badge>;
  /** Phrases that are not offered: their campaign has not begun or is over. */
  readonly hidden: ReadonlySet<string>;
}

export interface SearchSurroundings {
  readonly index: PhraseIndex;
  readonly keeper: Pick<IndexKeeper, "answerable" | "current">;
  /** List rows of phrases, in the order asked for. */
  readonly rows: (ids: readonly string[]) => PhraseRow[];
  /** Favourites and what was used lately. */
  readonly recent: (limit: number, shop: string | null) => PhraseRow[];
  readonly offers: (shop: string | null) => Offers;
}

/** So many that come first are shown before anything is typed. */
const FIRST_UNTYPED = 5;
/** A phrase whose code is exactly what was typed stands among the best so many. */
const EXACT_AMONG = 5;

/** Answers searches of the palette and the quick search. */
export function searchHandlers(around: SearchSurroundings): HandlersFor<"search.query"> {
  const { index, keeper, rows, recent, offers } = around;

  /** Before anything is typed: some of what comes first now, favourites and what was used lately, the others. */
  function untyped(limit: number, shop: string | null): { id: string; phrase: PhraseRow }[] {
    const { first, hidden } = offers(shop);
    const before = rows([...first.keys()]).filter(
      (row) => row.trashedAt === null && (shop === null || row.shop === "" || row.shop === shop),
    );
    const seen = new Set(before.map(({ id }) => id));
    // Those that are left out make room for others.
    const rest = recent(limit + hidden.size + seen.size, shop).filter(
      ({ id }) => !hidden.has(id) && !seen.has(id),
    );
    return [...before.slice(0, FIRST_UNTYPED), ...rest, ...before.slice(FIRST_UNTYPED)]
      .slice(0, limit)
      .map((phrase) => ({ id: phrase.id, phrase }));
  }

  /** The phrase whose code was typed; then what comes first now; then the rest. */
  function typed(text: string, limit: number, shop: string | null): IndexHit[] {
    const { first, hidden } = offers(shop);
    const accept = hidden.size === 0 ? {} : { accept: (id: string) => !hidden.has(id) };
    const rest = index.search(text, { limit, shop, ...accept });
    if (first.size === 0) return rest;
    const code = text.trim().toLowerCase();
    const exact = new Set(
      rows(rest.slice(0, EXACT_AMONG).map(({ id }) => id))
        .filter(({ shortcut }) => shortcut.toLowerCase() === code)
        .map(({ id }) => id),
    );
    // Looked at one by one: a search of all that accepts only a few would read a large library to its end.
    const before = index.among(text, first.keys(), shop);
    const all = [
      ...rest.filter(({ id }) => exact.has(id)),
      ...before.filter(({ id }) => !exact.has(id) && !hidden.has(id)),
      ...rest.filter(({ id }) => !exact.has(id) && !first.has(id)),
    ];
    return all.slice(0, limit);
  }

  return {
    "search.query": async ({ text, limit, shop }) => {
      if (text.trim() === "") {
        const { first } = offers(shop);
        const hits = untyped(limit, shop).map(({ id, phrase }) => ({
          phrase,
          marks: { title: [], body: [], shortcut: [] },
          badge: first.get(id) ?? null,
        }));
        return { hits, ready: true };
      }
      await keeper.answerable();
      const { first } = offers(shop);
      const found = typed(text, limit, shop);
      const byId = new Map(rows(found.map((hit) => hit.id)).map((row) => [row.id, row]));
      const hits = found.flatMap(({ id, marks }) => {
        const phrase = byId.get(id);
        return phrase ? [{ phrase, marks, badge: first.get(id) ?? null }] : [];
      });
      return { hits, ready: keeper.current };
    },
  };
}
