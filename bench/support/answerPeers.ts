import MiniSearch from "minisearch";

/** A phrase as plain BM25 is given it. */
export interface PeerPhrase {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly tags: readonly string[];
  readonly path: readonly string[];
  readonly questions: readonly string[];
}

export interface AnswerPeer {
  readonly name: string;
  make(phrases: readonly PeerPhrase[]): (question: string, limit: number) => string[];
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

const words = (text: string): string[] =>
  [...segmenter.segment(text)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));

/** The words of the segmenter, and each pair of neighbouring hanzi. */
function wordsAndPairs(text: string): string[] {
  const runs = text.match(/\p{Script=Han}+/gu) ?? [];
  const pairs = runs.flatMap((run) =>
    [...run].slice(1).map((next, at) => `${[...run][at]}${next}`),
  );
  return [...words(text), ...pairs];
}

const FIELDS = ["questions", "title", "labels", "body"] as const;

function miniSearch(tokenize?: (text: string) => string[], boost?: Record<string, number>) {
  return (phrases: readonly PeerPhrase[]) => {
    const index = new MiniSearch({
      fields: [...FIELDS],
      ...(tokenize ? { tokenize } : {}),
      ...(boost ? { searchOptions: { boost } } : {}),
    });
    index.addAll(
      phrases.map(({ id, title, body, tags, path, questions }) => ({
        id,
        title,
        body,
        labels: [...tags, ...path].join(" "),
        questions: questions.join(" "),
      })),
    );
    return (question: string, limit: number): string[] =>
      index
        .search(question)
        .slice(0, limit)
        .map(({ id }) => String(id));
  };
}

/** Plain BM25 (BM25+ as MiniSearch has it) over the same fields: as it comes, and with Chinese cut into words. */
export const ANSWER_PEERS: readonly AnswerPeer[] = [
  { name: "MiniSearch", make: miniSearch() },
  { name: "MiniSearch, segmented", make: miniSearch(words) },
  { name: "MiniSearch, segmented and pairs", make: miniSearch(wordsAndPairs) },
  {
    name: "MiniSearch, segmented and pairs, fields weighed",
    make: miniSearch(wordsAndPairs, { questions: 3, title: 3, labels: 1.5 }),
  },
];
