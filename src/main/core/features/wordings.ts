import { plainRows } from "../../database/keptRows.ts";
import { createAnswerIndex } from "../../modules/answers/answerIndex.ts";
import { bestOfAll } from "../../modules/answers/bestOfAll.ts";
import type { Touched } from "../../modules/phrases/handlers.ts";
import type { PhraseStore } from "../../modules/phrases/store.ts";
import { readPhrases } from "../../modules/transfer/readPhrases.ts";
import { wordingHandlers } from "../../modules/wordings/handlers.ts";
import { createWordingStore } from "../../modules/wordings/store.ts";
import { TOPIC, WORDING } from "../../modules/wordings/surroundings.ts";
import type { Foundation } from "../foundation.ts";
import { chinese } from "../language.ts";
import type { AnswersFeature } from "./answers.ts";

interface Needs {
  readonly store: PhraseStore;
  readonly answers: Pick<AnswersFeature, "index" | "keeper">;
  changed(reason: string, touched: Touched): void;
}

/** 话术优化: wordings of one question side by side, the best of which becomes the standard. */
export function wordingsFeature(base: Foundation, { store, answers, changed }: Needs) {
  const { history } = store;
  history.keep(TOPIC, plainRows(base.database, "wording_topics", "title"));
  history.keep(WORDING, plainRows(base.database, "wordings", "body"));
  return {
    handlers: wordingHandlers({
      store: createWordingStore(base.database, base.now),
      library: {
        change: history.change,
        find: store.find,
        rows: store.rows,
        insert: store.insert,
        write: store.write,
      },
      now: base.now,
      async suggest(questions, limit, accept) {
        await answers.keeper.answerable();
        return bestOfAll(answers.index, questions, { limit, accept });
      },
      readFile: (name) => {
        const { path, fileName } = base.files.find(name);
        return readPhrases({ path, name: fileName });
      },
      async rank(phrases, questions, limit) {
        // For this one question only: it is gone again with the answer.
        const index = createAnswerIndex(chinese);
        await index.build(
          phrases.map((phrase, at) => ({
            ...phrase,
            id: String(at),
            shop: "",
            favourite: false,
            useCount: 0,
          })),
        );
        return bestOfAll(index, questions, { limit }).map(({ phraseId, why }) => ({
          at: Number(phraseId),
          why,
        }));
      },
      changed: (step) => changed("wordings", { step }),
    }),
  };
}
