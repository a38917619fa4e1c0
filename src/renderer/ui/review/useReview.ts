import { useEffect, useRef, useState } from "react";
import type { Review, ReviewField, ReviewFinding } from "../../../shared/contract/review.ts";
import { call } from "../../api/client.ts";

/** Waits this long after a key before the script is filled in again, milliseconds. */
const AFTER_KEY = 60;

/** What the person added so far; a new object at each key. */
export interface Added {
  readonly answers: Record<string, string>;
  readonly texts: string[] | null;
}

export interface Reviewing {
  readonly review: Review;
  /** The texts as they stand in the fields on the screen. */
  readonly texts: readonly string[];
  /** True once a text was changed by hand: from then on the script does not change it any more. */
  readonly edited: boolean;
  /** True while what is shown is behind what was typed. */
  readonly behind: boolean;
  answer(name: string, value: string): void;
  write(place: number, text: string): void;
  replace(place: number, finding: ReviewFinding, by: string): void;
  /** Takes the script's own texts again. */
  restart(): void;
  /** What to hand over with the paste. */
  readonly added: Added;
}

const NOTHING: Added = { answers: {}, texts: null };

/** The texts of a review in order. */
export const textsOf = (review: Review): string[] =>
  review.parts.flatMap((part) => (part.kind === "text" ? [part.text] : []));

/** The core asks no more for what is answered; the person goes on seeing it, at its place, and may change it. */
export function stillAsked(
  before: readonly ReviewField[],
  { fields }: Pick<Review, "fields">,
  { answers }: Added,
): ReviewField[] {
  const asked = new Map(fields.map((field) => [field.name, field]));
  const kept = before.flatMap((field) => {
    const fresh = asked.get(field.name);
    asked.delete(field.name);
    if (fresh) return [fresh];
    // Asked for only because of another answer, and not any more.
    return (answers[field.name] ?? field.value) === "" ? [] : [{ ...field, wrong: null }];
  });
  return [...kept, ...asked.values()];
}

/** A script on its way out, filled in again at each answer and checked again at each change. */
export function useReview(
  first: Review,
  start: Added | null,
  failed: (error: unknown) => void,
): Reviewing {
  const [review, setReview] = useState(first);
  // What the review on the screen answers to.
  const [known, setKnown] = useState(NOTHING);
  const [added, setAdded] = useState(start ?? NOTHING);
  const tell = useRef(failed);
  useEffect(() => {
    tell.current = failed;
  });

  const { phraseId, urges } = first;
  useEffect(() => {
    if (added === known || phraseId === null) return;
    let current = true;
    const timer = setTimeout(() => {
      call("paste.review", { id: phraseId, ...added, ...(urges ? { urges } : {}) })
        .then((fresh) => {
          if (!current) return;
          setReview((before) => ({ ...fresh, fields: stillAsked(before.fields, fresh, added) }));
          setKnown(added);
        })
        .catch((error: unknown) => tell.current(error));
    }, AFTER_KEY);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [added, known, phraseId, urges]);

  const texts = added.texts ?? textsOf(review);
  const write = (place: number, text: string): void =>
    setAdded({ ...added, texts: texts.map((old, index) => (index === place ? text : old)) });

  return {
    review,
    texts,
    edited: added.texts !== null,
    behind: added !== known,
    answer: (name, value) => setAdded({ ...added, answers: { ...added.answers, [name]: value } }),
    write,
    replace(place, { start, end }, by) {
      const text = texts[place] ?? "";
      write(place, text.slice(0, start) + by + text.slice(end));
    },
    restart: () => setAdded({ ...added, texts: null }),
    added,
  };
}
