import type { PhraseRow } from "../../shared/contract/phrases.ts";
import type { PhraseStore } from "../modules/phrases/store.ts";

export interface Scene {
  /** Names of tags, in lower case. */
  readonly tags: readonly string[];
  /** Whether a category belongs to it, by its path from the top. */
  readonly category: (path: readonly string[]) => boolean;
}

/** Scripts of a scene of the work: by tag or category, the most used first. */
export const scriptsIn = (
  store: Pick<PhraseStore, "inScene" | "categories" | "rows">,
  { tags, category }: Scene,
): PhraseRow[] => {
  const within = [...store.categories.paths()].flatMap(([id, path]) =>
    category(path) ? [id] : [],
  );
  return store.rows(store.inScene(within, tags));
};
