import type { Phrase, PhraseDraft } from "../../../shared/contract/phrases.ts";
import { readStored, writeStored } from "../../ui/stored.ts";

/** Everything a person can change, as it is before anything is typed. */
export function blankDraft(categoryId: string | null): PhraseDraft {
  return {
    title: "",
    body: "",
    segments: [],
    questions: [],
    shortcut: "",
    categoryId,
    tags: [],
    shop: "",
    favourite: false,
    hotkey: null,
    sendMode: "paste",
    note: "",
    promise: "",
  };
}

/** The changeable part of a phrase. */
export function draftOf(phrase: Phrase): PhraseDraft {
  const { title, body, segments, questions, shortcut, categoryId, tags, shop } = phrase;
  const { favourite, hotkey, sendMode, note, promise } = phrase;
  const words = { title, body, segments, questions, shortcut, categoryId, tags, shop };
  return { ...words, favourite, hotkey, sendMode, note, promise };
}

/** What of the edits really differs from what is saved. */
export function changesOf(saved: PhraseDraft, edits: Partial<PhraseDraft>): Partial<PhraseDraft> {
  const same = (key: keyof PhraseDraft): boolean =>
    JSON.stringify(saved[key]) === JSON.stringify(edits[key]);
  const keys = Object.keys(edits) as (keyof PhraseDraft)[];
  return Object.fromEntries(keys.filter((key) => !same(key)).map((key) => [key, edits[key]]));
}

const storeKey = (id: string | null): string => `phrases.draft.${id ?? "new"}`;

/** Unsaved edits that outlived their editor (window closed, save failed). `id` null: of a new phrase. */
export const storedEdits = (id: string | null): Partial<PhraseDraft> =>
  readStored<Partial<PhraseDraft>>(storeKey(id)) ?? {};

export function storeEdits(id: string | null, edits: Partial<PhraseDraft>): void {
  writeStored(storeKey(id), Object.keys(edits).length === 0 ? null : edits);
}
