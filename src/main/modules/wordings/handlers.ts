import type { HandlersFor } from "../../../shared/contract/index.ts";
import type { ChangeReceipt } from "../../../shared/contract/phrases.ts";
import { type Wording, WORDING_LIMITS } from "../../../shared/contract/wordings.ts";
import { AppError } from "../../../shared/errors.ts";
import { livePhrase, promote } from "./promote.ts";
import { bare, byWorth, newTexts } from "./rules.ts";
import type { KnownWording, StoredWording, Topic } from "./store.ts";
import { type FilePhrase, TOPIC, WORDING, type WordingSurroundings } from "./surroundings.ts";

type Names =
  | "wordings.topics"
  | "wordings.list"
  | "wordings.saveTopic"
  | "wordings.removeTopic"
  | "wordings.suggest"
  | "wordings.addPhrase"
  | "wordings.addTexts"
  | "wordings.candidates"
  | "wordings.edit"
  | "wordings.remove"
  | "wordings.rate"
  | "wordings.mark"
  | "wordings.used"
  | "wordings.promote";

/** Candidates of a file shown at once. */
const CANDIDATES = 30;

const questionsOf = ({ title, examples }: Topic): string[] => [title, ...examples];

/** What a new wording is before anybody has done anything with it. */
const fresh = (
  topicId: string,
  body: string,
  origin: StoredWording["origin"],
): Omit<StoredWording, "id" | "createdAt"> => ({
  topicId,
  body,
  origin,
  phraseId: null,
  segments: "[]",
  author: "",
  liveFrom: null,
  pastUses: 0,
});

/** Answers the calls of 话术优化. Every change but ratings, marks and uses is a step of the history. */
export function wordingHandlers(around: WordingSurroundings): HandlersFor<Names> {
  const { store, library } = around;

  const announce = <T extends { historyId: number }>(done: T): T => {
    around.changed(done.historyId);
    return done;
  };
  const step = (label: string, run: Parameters<typeof library.change>[2]): ChangeReceipt =>
    announce(library.change("wordings", label, run));

  function toWording(one: KnownWording, topic: Topic): Wording {
    const phrase = livePhrase(library, one.phraseId);
    const { id, author, origin, rating, note, uses, createdAt, deal, none, unclear } = one;
    return {
      id,
      author,
      origin,
      rating,
      note,
      uses,
      createdAt,
      body: phrase?.body ?? one.body,
      phrase: phrase && { id: phrase.id, title: phrase.title, shortcut: phrase.shortcut },
      standard: topic.standard === id,
      outcomes: { deal, none, unclear },
    };
  }

  const listOf = (topic: Topic): Wording[] =>
    store
      .wordings(topic.id)
      .map((one) => toWording(one, topic))
      .toSorted(byWorth);

  /** The topic counts as changed with its wordings. */
  const touch = (remember: (entity: string, id: string) => void, topicId: string): void => {
    remember(TOPIC, topicId);
    store.saveTopic(topicId, {});
  };

  return {
    "wordings.topics": () => {
      const counts = store.counts();
      return store.topics().map((topic) => {
        const standard =
          topic.standard === null
            ? undefined
            : store.wordings(topic.id).find(({ id }) => id === topic.standard);
        const phrase = livePhrase(library, standard?.phraseId ?? null);
        const { id, title, examples, changedAt } = topic;
        return {
          id,
          title,
          examples: [...examples],
          changedAt,
          count: counts.get(id)?.count ?? 0,
          rated: counts.get(id)?.rated ?? 0,
          standard: phrase && {
            phraseId: phrase.id,
            title: phrase.title,
            shortcut: phrase.shortcut,
            body: phrase.body,
          },
        };
      });
    },
    "wordings.list": ({ topicId }) => listOf(store.topic(topicId)),
    "wordings.saveTopic": ({ id, title, examples }) => {
      if (id !== null) store.topic(id);
      const distinct = newTexts(examples, [title]);
      let made = id ?? "";
      const { historyId } = step(title, (remember) => {
        if (id !== null) remember(TOPIC, id);
        made = store.saveTopic(id, { title, examples: distinct }, (fresh) =>
          remember(TOPIC, fresh),
        );
        return 1;
      });
      return { id: made, historyId };
    },
    "wordings.removeTopic": ({ id }) => {
      const topic = store.topic(id);
      return step(topic.title, (remember) => {
        remember(TOPIC, id);
        for (const one of store.wordings(id)) {
          remember(WORDING, one.id);
          store.remove(one.id);
        }
        store.removeTopic(id);
        return 1;
      });
    },
    "wordings.suggest": async ({ topicId, limit }) => {
      const topic = store.topic(topicId);
      const present = listOf(topic);
      const there = new Set(present.flatMap(({ phrase }) => (phrase ? [phrase.id] : [])));
      const found = await around.suggest(questionsOf(topic), limit, (id) => !there.has(id));
      const byId = new Map(
        library.rows(found.map(({ phraseId }) => phraseId)).map((row) => [row.id, row]),
      );
      return found.flatMap(({ phraseId, why }) => {
        const row = byId.get(phraseId);
        return row ? [{ ...row, why: [...why] }] : [];
      });
    },
    "wordings.addPhrase": ({ topicId, phraseId }) => {
      const topic = store.topic(topicId);
      const phrase = livePhrase(library, phraseId);
      if (!phrase) throw new AppError("phrase_missing");
      const there = store.wordings(topicId);
      if (there.some((one) => one.phraseId === phraseId)) throw new AppError("wording_there");
      mustHaveRoom(there.length + 1);
      let id = "";
      const { historyId } = step(topic.title, (remember) => {
        touch(remember, topicId);
        id = store.save(
          {
            ...fresh(topicId, phrase.body, "phrase"),
            phraseId,
            segments: JSON.stringify(phrase.segments),
            // All its uses were uses of this text, as far as one can know.
            liveFrom: 0,
          },
          (made) => remember(WORDING, made),
        );
        return 1;
      });
      return { id, historyId };
    },
    "wordings.addTexts": ({ topicId, author, texts }) => {
      const topic = store.topic(topicId);
      const present = listOf(topic);
      const added = newTexts(
        texts,
        present.map(({ body }) => body),
      );
      if (added.length === 0) return { receipt: null, added: 0 };
      mustHaveRoom(present.length + added.length);
      const receipt = step(topic.title, (remember) => {
        touch(remember, topicId);
        // Of one moment: they stay in the order they were given in.
        const createdAt = around.now();
        for (const body of added)
          store.save(
            { ...fresh(topicId, body, author === "" ? "own" : "colleague"), author, createdAt },
            (made) => remember(WORDING, made),
          );
        return added.length;
      });
      return { receipt, added: added.length };
    },
    "wordings.candidates": async ({ topicId, file }) => {
      const topic = store.topic(topicId);
      const present = new Set(listOf(topic).map(({ body }) => bare(body)));
      const phrases: FilePhrase[] = [];
      for await (const phrase of around.readFile(file)) {
        phrases.push(phrase);
        if (phrases.length > WORDING_LIMITS.file)
          throw new AppError("wording_file_large", { limit: WORDING_LIMITS.file });
      }
      const found = await around.rank(phrases, questionsOf(topic), CANDIDATES);
      return {
        read: phrases.length,
        rows: found.map(({ at, why }) => {
          const { title, body } = phrases[at]!;
          return { title, body, why: [...why], known: present.has(bare(body)) };
        }),
      };
    },
    "wordings.edit": ({ id, body }) => {
      const one = store.wording(id);
      const topic = store.topic(one.topicId);
      if (livePhrase(library, one.phraseId)) throw new AppError("wording_is_phrase");
      if (body.trim() === "") throw new AppError("phrase_empty");
      return step(topic.title, (remember) => {
        touch(remember, topic.id);
        remember(WORDING, id);
        store.save({ ...one, body: body.trim(), segments: "[]" });
        return 1;
      });
    },
    "wordings.remove": ({ id }) => {
      const one = store.wording(id);
      const topic = store.topic(one.topicId);
      return step(topic.title, (remember) => {
        remember(TOPIC, topic.id);
        store.saveTopic(topic.id, topic.standard === id ? { standard: null } : {});
        remember(WORDING, id);
        store.remove(id);
        return 1;
      });
    },
    "wordings.rate": ({ id, rating, note }) => {
      store.wording(id);
      store.rate(id, rating, note);
      return {};
    },
    "wordings.mark": ({ id, outcome, back }) => {
      store.wording(id);
      if (back) store.unmark(id, outcome);
      else store.mark(id, outcome);
      const { deal, none, unclear } = store.wording(id);
      return { deal, none, unclear };
    },
    "wordings.used": ({ id }) => {
      // The paste log counts the uses of phrases.
      if (!livePhrase(library, store.wording(id).phraseId)) store.used(id);
      return {};
    },
    "wordings.promote": ({ id }) => announce(promote(around, id)),
  };
}

/** @throws AppError wording_full */
function mustHaveRoom(count: number): void {
  if (count > WORDING_LIMITS.wordings)
    throw new AppError("wording_full", { limit: WORDING_LIMITS.wordings });
}
