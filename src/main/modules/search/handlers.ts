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

/** Without a text so many phrases of a set come before what was used lately; the rest of the set comes after. */
const BEFORE_RECENT = 5;

/** A phrase whose code is exactly what was typed stands among the best so many. */
const EXACT_AMONG = 5;

const NO_MARKS = { title: [], body: [], shortcut: [] };

/** Answers searches of the palette and the quick search. */
export function searchHandlers({
  index,
  keeper,
  rows,
  recent,
  offers,
}: SearchSurroundings): HandlersFor<"search.query"> {
  /** What one sees before typing: some of the set that is on, favourites and what was used lately, the rest of the set. */
  function untyped(limit: number, shop: string | null, { first, hidden }: Offers): PhraseRow[] {
    const ofSets = rows([...first.keys()].slice(0, limit)).filter(
      (row) =>
        row.trashedAt === null &&
        !hidden.has(row.id) &&
        (shop === null || row.shop === "" || row.shop === shop),
    );
    // Hidden ones are taken out of what is asked for, so more is asked for.
    const others = recent(limit + hidden.size + first.size, shop).filter(
      ({ id }) => !first.has(id) && !hidden.has(id),
    );
    const before = ofSets.slice(0, BEFORE_RECENT);
    return [...before, ...others, ...ofSets.slice(BEFORE_RECENT)].slice(0, limit);
  }

  /** An exact code is the phrase that was meant; then what the sets put first, then the rest. */
  function typed(
    text: string,
    limit: number,
    shop: string | null,
    { first, hidden }: Offers,
  ): IndexHit[] {
    const rest = index.search(
      text,
      hidden.size === 0 ? { limit, shop } : { limit, shop, accept: (id) => !hidden.has(id) },
    );
    if (first.size === 0) return rest;
    const code = text.trim().toLowerCase();
    const exact = new Set(
      rows(rest.slice(0, EXACT_AMONG).map(({ id }) => id))
        .filter(({ shortcut }) => shortcut.toLowerCase() === code)
        .map(({ id }) => id),
    );
    const ahead = index.among(text, first.keys(), shop);
    const all = [
      ...rest.filter(({ id }) => exact.has(id)),
      // A product of the week may have a phrase of a campaign that is over.
      ...ahead.filter(({ id }) => !exact.has(id) && !hidden.has(id)),
      ...rest.filter(({ id }) => !exact.has(id) && !first.has(id)),
    ];
    return all.slice(0, limit);
  }

  return {
    "search.query": async ({ text, limit, shop }) => {
      const now = offers(shop);
      const badgeOf = (id: string): Badge | null => now.first.get(id) ?? null;
      if (text.trim() === "") {
        const hits = untyped(limit, shop, now).map((phrase) => ({
          phrase,
          marks: NO_MARKS,
          badge: badgeOf(phrase.id),
        }));
        return { hits, ready: true };
      }
      await keeper.answerable();
      const found = typed(text, limit, shop, now);
      const byId = new Map(rows(found.map((hit) => hit.id)).map((row) => [row.id, row]));
      const hits = found.flatMap(({ id, marks }) => {
        const phrase = byId.get(id);
        return phrase ? [{ phrase, marks, badge: badgeOf(id) }] : [];
      });
      return { hits, ready: keeper.current };
    },
  };
}
