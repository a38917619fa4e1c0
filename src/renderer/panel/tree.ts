import type { Category, PhraseRow } from "../../shared/contract/phrases.ts";
import type { Marks } from "../../shared/contract/search.ts";
import type { Found } from "../ui/quick/found.ts";

/** A category with those below it. */
export interface Branch {
  readonly id: string;
  readonly name: string;
  /** Phrases in it and below it. */
  readonly count: number;
  readonly children: readonly Branch[];
}

/** Categories as a tree, in their own order; those without a phrase anywhere are left out. */
export function branches(
  categories: readonly Category[],
  parentId: string | null = null,
): Branch[] {
  return categories
    .filter((each) => each.parentId === parentId)
    .toSorted((a, b) => a.position - b.position)
    .map(({ id, name, count }): Branch => {
      const children = branches(categories, id);
      const below = children.reduce((sum, each) => sum + each.count, 0);
      return { id, name, count: count + below, children };
    })
    .filter(({ count }) => count > 0);
}

const NO_MARKS: Marks = { title: [], body: [], shortcut: [] };

/** Phrases of a list as rows: those of the shop that is served and of none. */
export const asFound = (rows: readonly PhraseRow[], shop: string): Found[] =>
  rows
    .filter((row) => shop === "" || row.shop === "" || row.shop === shop)
    .map((phrase) => ({
      ...{ kind: "phrase", id: phrase.id, phrase, marks: NO_MARKS, badge: null, why: [] },
      soothes: false,
    }));
