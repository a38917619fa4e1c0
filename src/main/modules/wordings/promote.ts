import type { Phrase, Segment } from "../../../shared/contract/phrases.ts";
import { AppError } from "../../../shared/errors.ts";
import type { Library, Remember, WordingSurroundings } from "./surroundings.ts";
import { TOPIC, WORDING } from "./surroundings.ts";
import { withQuestions } from "./rules.ts";
import type { KnownWording, Topic } from "./store.ts";

interface Content {
  readonly body: string;
  readonly segments: readonly Segment[];
}

/** The phrase a wording is, unless that is in the trash or gone. */
export function livePhrase(library: Pick<Library, "find">, id: string | null): Phrase | null {
  const phrase = id === null ? null : library.find(id);
  return phrase && phrase.trashedAt === null ? phrase : null;
}

/**
 * Makes a wording the standard of its topic: as one step of the history, every row it touches noted.
 * @throws AppError wording_missing, wording_is_standard
 */
export function promote(
  { store, library, now }: Pick<WordingSurroundings, "store" | "library" | "now">,
  id: string,
): { historyId: number; phraseId: string; title: string } {
  const chosen = store.wording(id);
  const topic = store.topic(chosen.topicId);
  const own = livePhrase(library, chosen.phraseId);
  if (topic.standard === id && own) throw new AppError("wording_is_standard");
  const former =
    topic.standard === null || topic.standard === id
      ? null
      : (store.wordings(topic.id).find((each) => each.id === topic.standard) ?? null);
  const target = former && livePhrase(library, former.phraseId);
  const content: Content = own ?? {
    body: chosen.body,
    segments: JSON.parse(chosen.segments) as Segment[],
  };

  let phraseId = "";
  const { historyId } = library.change("promote", topic.title, (remember) => {
    remember(TOPIC, topic.id);
    remember(WORDING, id);
    if (former && target) {
      replaceText(remember, former, target, content, topic);
      phraseId = target.id;
    } else if (own) {
      learn(remember, own, topic);
      phraseId = own.id;
    } else phraseId = library.insert(remember, newPhrase(content, topic));
    if (phraseId !== own?.id)
      store.save({
        ...chosen,
        phraseId,
        body: content.body,
        segments: JSON.stringify(content.segments),
        // What was used until now was this text under another roof.
        pastUses: chosen.uses,
        liveFrom: now(),
      });
    store.saveTopic(topic.id, { standard: id });
    return 1;
  });
  return { historyId, phraseId, title: livePhrase(library, phraseId)?.title ?? topic.title };

  /** Puts the text into the phrase of the standard; the text that stood there becomes a wording of its own. */
  function replaceText(
    remember: Remember,
    before: KnownWording,
    phrase: Phrase,
    text: Content,
    of: Topic,
  ): void {
    remember(WORDING, before.id);
    store.save({
      ...before,
      phraseId: null,
      body: phrase.body,
      segments: JSON.stringify(phrase.segments),
      origin: "former",
      pastUses: before.uses,
      liveFrom: null,
    });
    const questions = withQuestions(phrase.questions, [of.title, ...of.examples]);
    const changes =
      text.segments.length > 0 ? { segments: [...text.segments] } : { body: text.body };
    // What a person rewrites is theirs from then on, as in the editor.
    library.write(remember, phrase.id, { ...changes, questions }, "mine");
  }

  function learn(remember: Remember, phrase: Phrase, of: Topic): void {
    const questions = withQuestions(phrase.questions, [of.title, ...of.examples]);
    if (questions.length > phrase.questions.length)
      library.write(remember, phrase.id, { questions });
  }
}

const newPhrase = ({ body, segments }: Content, topic: Topic) => ({
  title: topic.title,
  body,
  segments,
  questions: withQuestions([], [topic.title, ...topic.examples]),
  shortcut: "",
  categoryId: null,
  tags: [],
  shop: "",
  favourite: false,
  hotkey: null,
  sendMode: "paste" as const,
  note: "",
  promise: "",
});
