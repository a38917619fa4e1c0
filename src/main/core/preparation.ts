import type { Phrase } from "../../shared/contract/phrases.ts";
import type { Review, ReviewInput } from "../../shared/contract/review.ts";
import type { Prepared } from "../modules/desk/pasting.ts";

interface Needs {
  readonly phrase: (id: string) => Phrase;
}

/** The texts of a phrase in order. */
const textsOf = ({ body, segments }: Phrase): string[] =>
  segments.length === 0
    ? [body]
    : segments.flatMap((each) => (each.kind === "text" ? [each.text] : []));

/** What stands between a choice and the chat: filling in, checking, asking. */
export function preparation({ phrase }: Needs) {
  function finish(
    phraseId: string | null,
    title: string,
    texts: readonly string[],
    accept: boolean,
  ): Prepared {
    const parts = texts.map((text) => ({ kind: "text" as const, text, findings: [] }));
    const review: Review = { phraseId, title, parts, fields: [], stops: [], ready: true };
    return {
      review: { ...review, ready: review.stops.length === 0 || accept },
      ready: {
        phraseId,
        title,
        parts: texts.map((text) => ({ kind: "text" as const, text })),
        gone: () => undefined,
      },
    };
  }

  return {
    prepare(id: string, input: ReviewInput): Prepared {
      const stored = phrase(id);
      return finish(id, stored.title, input.texts ?? textsOf(stored), input.accept);
    },
    prepareText: (title: string, text: string, accept: boolean): Prepared =>
      finish(null, title, [text], accept),
  };
}
