import { PROMISE_LIMITS } from "../../../shared/contract/promises.ts";
import type { Draft } from "./book.ts";

/** What is needed of a phrase that promises something. */
export interface PromisingPhrase {
  readonly id: string;
  readonly title: string;
  readonly shop: string;
  readonly promise: string;
}

interface InHand {
  readonly name: string;
  readonly order: string;
  readonly shop: string;
}

/**
 * The promise that a phrase makes to the customer in hand; when it is due is read from the phrase's own words.
 * @param texts what was said, which becomes the note
 * @param serving the shop that is served, for phrases and customers of none
 */
export function draftOfPhrase(
  { id, title, shop }: PromisingPhrase,
  texts: readonly string[],
  customer: InHand | null,
  serving: string,
): Omit<Draft, "dueAt"> & {
  readonly customer: string;
  readonly order: string;
  readonly phraseId: string;
} {
  const note = texts.join("\n");
  return {
    text: (title || note).slice(0, PROMISE_LIMITS.text),
    note: note.slice(0, PROMISE_LIMITS.note),
    customer: customer?.name ?? "",
    order: customer?.order ?? "",
    shop: shop || customer?.shop || serving,
    source: "phrase",
    phraseId: id,
  };
}
