import { PHRASE_LIMITS } from "../../../shared/contract/phrases.ts";

/** What decides the order of wordings. */
interface Ranked {
  readonly standard: boolean;
  readonly rating: number;
  readonly uses: number;
  readonly outcomes: { readonly deal: number; readonly none: number };
  readonly createdAt: number;
}

/**
 * The share of deals a wording may be expected to bring: the lower end of Wilson's interval at 90 % (z = 1.645), so
 * that one deal of one does not come before nine of ten. 0 without a mark.
 */
export function dealShare({ deal, none }: { deal: number; none: number }): number {
  const all = deal + none;
  if (all === 0) return 0;
  const z = 1.645;
  const share = deal / all;
  const middle = share + (z * z) / (2 * all);
  const spread = z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all));
  return (middle - spread) / (1 + (z * z) / all);
}

/** The standard first, then the best rated, then those that brought deals, then the most used, then the newest. */
export function byWorth(a: Ranked, b: Ranked): number {
  return (
    Number(b.standard) - Number(a.standard) ||
    b.rating - a.rating ||
    dealShare(b.outcomes) - dealShare(a.outcomes) ||
    b.uses - a.uses ||
    b.createdAt - a.createdAt
  );
}

/** A text without what makes no difference to a reader: signs, blanks, width and case. */
export const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");

/** The texts that are not there yet, none twice. */
export function newTexts(texts: readonly string[], present: readonly string[]): string[] {
  const seen = new Set(present.map(bare));
  return texts.flatMap((text) => {
    const key = bare(text) || text;
    if (text.trim() === "" || seen.has(key)) return [];
    seen.add(key);
    return [text.trim()];
  });
}

/** The questions a phrase answers, with those of a topic; none twice, the phrase's own first, as many as it may have. */
export function withQuestions(own: readonly string[], topic: readonly string[]): string[] {
  const added = newTexts(
    topic.map((question) => question.slice(0, PHRASE_LIMITS.question)),
    own,
  );
  return [...own, ...added].slice(0, PHRASE_LIMITS.questions);
}
