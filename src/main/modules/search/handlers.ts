import type { HandlersFor } from "../../../shared/contract/index.ts";
import type { PhraseRow } from "../../../shared/contract/phrases.ts";
import type { IndexKeeper } from "./keeper.ts";
import type { PhraseIndex } from "./phraseIndex.ts";

export interface SearchSurroundings {
  readonly index: PhraseIndex;
  readonly keeper: Pick<IndexKeeper, "answerable" | "current">;
  /** List rows of phrases, in the order asked for. */
  readonly rows: (ids: readonly string[]) => PhraseRow[];
  /** Favourites and what was used lately. */
  readonly recent: (limit: number, shop: string | null) => PhraseRow[];
}

/** Answers searches of the palette and the quick search. */
export function searchHandlers({
  index,
  keeper,
  rows,
  recent,
}: SearchSurroundings): HandlersFor<"search.query"> {
  return {
    "search.query": async ({ text, limit, shop }) => {
      if (text.trim() === "") {
        const hits = recent(limit, shop).map((phrase) => ({
          phrase,
          marks: { title: [], body: [], shortcut: [] },
        }));
        return { hits, ready: true };
      }
      await keeper.answerable();
      const found = index.search(text, { limit, shop });
      const byId = new Map(rows(found.map((hit) => hit.id)).map((row) => [row.id, row]));
      const hits = found.flatMap(({ id, marks }) => {
        const phrase = byId.get(id);
        return phrase ? [{ phrase, marks }] : [];
      });
      return { hits, ready: keeper.current };
    },
  };
}
