import { type AnswerDoc, createAnswerIndex } from "../../modules/answers/answerIndex.ts";
import { answerHandlers } from "../../modules/answers/handlers.ts";
import type { Touched } from "../../modules/phrases/handlers.ts";
import type { PhraseStore } from "../../modules/phrases/store.ts";
import type { Offers } from "../../modules/search/handlers.ts";
import { createKeeper, type Searchable } from "../../modules/search/keeper.ts";
import type { Foundation } from "../foundation.ts";
import { chinese } from "../language.ts";

interface Needs {
  readonly store: PhraseStore;
  changed(reason: string, touched: Touched): void;
  /** What comes first now, and what is not offered. */
  offers(shop: string | null): Offers;
}

/** So many changes are compared one by one with a question before all are read anew. */
const PENDING_AT_MOST = 400;

const docOf = (phrase: Searchable, paths: ReadonlyMap<string, string[]>): AnswerDoc => ({
  id: phrase.id,
  title: phrase.title,
  body: phrase.body,
  questions: phrase.questions,
  tags: phrase.tags,
  path: (phrase.categoryId === null ? undefined : paths.get(phrase.categoryId)) ?? [],
  shop: phrase.shop,
  favourite: phrase.favourite,
  useCount: phrase.useCount,
});

export type AnswersFeature = ReturnType<typeof answersFeature>;

/** Which phrase answers a buyer's question: an index of its own over the library, and what agents teach it. */
export function answersFeature(base: Foundation, needs: Needs) {
  const { store } = needs;
  const index = createAnswerIndex(chinese);
  const keeper = createKeeper(
    index,
    {
      live: store.live,
      find: store.find,
      paths: store.categories.paths,
      // Nobody lists by it: there is nothing to ask again.
      rebuilt: () => undefined,
      failed: base.tell,
    },
    docOf,
  );

  /** After every change of the library: the index. */
  function follow(touched: Touched): void {
    if (touched === "everything") void keeper.rebuild();
    else if (touched !== "nothing") keeper.refresh(store.history.searchedIn(touched.step));
    if (index.pending > PENDING_AT_MOST && keeper.current) void keeper.rebuild();
  }

  return {
    index,
    keeper,
    follow,
    /** Tells of a phrase's use. */
    used: index.used,
    handlers: answerHandlers({
      index,
      language: chinese,
      answerable: keeper.answerable,
      current: () => keeper.current,
      rows: store.rows,
      hidden: (shop) => needs.offers(shop).hidden,
      favoured: (shop) => new Set(needs.offers(shop).first.keys()),
      phrase: store.get,
      teach(id, title, questions) {
        const receipt = store.history.change("teach", title, (remember) => {
          // Whose phrase it is stays: a phrase of a pack goes on being kept up by it.
          store.write(remember, id, { questions });
          return 1;
        });
        needs.changed("teach", { step: receipt.historyId });
        return receipt;
      },
    }),
    close: keeper.close,
  };
}
