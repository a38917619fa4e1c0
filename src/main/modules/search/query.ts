import type { Content, Field } from "./content.ts";
import type { Cursor } from "./cursors.ts";
import { allOf, anyOf, listCursor, NONE } from "./cursors.ts";
import type { Entry } from "./entry.ts";
import type { Term } from "./match.ts";
import { findStart, matchAt, toTerm } from "./match.ts";
import { foldTerms } from "./normalise.ts";
import type { Anchor } from "./plan.ts";
import { planTerm } from "./plan.ts";
import { SHORTCUT_END, SHORTCUT_KEY_LENGTH } from "./postings.ts";
import type { Place } from "./rank.ts";
import { fit, inTitleWord, PLACE, placeOf } from "./rank.ts";

/** Finds phrases of one kind of match in the main part. */
export interface Pass {
  /** Which phrases to look at; null: none. */
  readonly cursor: (content: Content) => Cursor | null;
  /** Whether a phrase really is one. */
  readonly holds: (entry: Entry) => boolean;
}

/** A search, ready to run: passes, best kind first. */
export interface Query {
  readonly terms: readonly Term[];
  readonly passes: readonly Pass[];
  /** The pass a phrase belongs to, or -1 when it does not match. */
  readonly passOf: (entry: Entry) => number;
  /** How well a phrase of a pass answers, without its standing; higher is better. */
  readonly fit: (entry: Entry, pass: number) => number;
}

function shortcutCursor({ postings }: Content, beginning: string): Cursor | null {
  const { keys, starts, docs } = postings.shortcut;
  const key = keys.text(beginning);
  const [start, end] = [starts[key]!, starts[key + 1]!];
  return start < end ? listCursor(docs, start, end) : null;
}

const startOfShortcut = (content: Content, term: Term): Cursor | null =>
  shortcutCursor(content, term.text.slice(0, SHORTCUT_KEY_LENGTH));

function fieldPass(
  term: Term,
  field: Exclude<Field, "shortcut">,
  anchor: Anchor,
  holds: Pass["holds"],
): Pass {
  return { cursor: ({ postings }) => planTerm(postings[field], term, anchor), holds };
}

/** One pass per place, in the order of PLACE. */
function passesOfTerm(term: Term): Pass[] {
  return [
    {
      cursor: (content) => shortcutCursor(content, term.text + SHORTCUT_END),
      holds: (entry) => entry.shortcut === term.text,
    },
    fieldPass(term, "title", "whole", (entry) => matchAt(term, entry.title, 0, true) !== -1),
    {
      cursor: (content) => startOfShortcut(content, term),
      holds: (entry) => entry.shortcut.startsWith(term.text),
    },
    fieldPass(term, "title", "start", (entry) => matchAt(term, entry.title, 0) !== -1),
    fieldPass(term, "title", "word", (entry) => inTitleWord(term, entry)),
    fieldPass(term, "title", "anywhere", (entry) => findStart(term, entry.title, 0) !== -1),
    fieldPass(term, "labels", "anywhere", (entry) => findStart(term, entry.labels, 0) !== -1),
    fieldPass(term, "body", "anywhere", (entry) => findStart(term, entry.body, 0) !== -1),
  ];
}

function oneTerm(term: Term): Query {
  const passOf = (entry: Entry): number => {
    const place = placeOf(term, entry);
    return place === PLACE.nowhere ? -1 : place;
  };
  return {
    terms: [term],
    passes: passesOfTerm(term),
    passOf,
    fit: (entry, pass) => fit(term, entry, pass),
  };
}

function isPresent<T>(value: T | null): value is T {
  return value !== null;
}

/** Phrases that may have the term in one of the fields. */
function cursorsOf(content: Content, term: Term, fields: readonly Field[]): Cursor | null {
  const cursors = fields
    .map((field) =>
      field === "shortcut"
        ? startOfShortcut(content, term)
        : planTerm(content.postings[field], term, "anywhere"),
    )
    .filter(isPresent);
  return cursors.length > 0 ? anyOf(cursors) : null;
}

const NAMES: readonly Field[] = ["shortcut", "title"];
const EVERYWHERE: readonly Field[] = ["shortcut", "title", "labels", "body"];

/** Phrases that may have every term, each in the fields given for it. */
function together(
  content: Content,
  terms: readonly Term[],
  fieldsOf: (i: number) => readonly Field[],
): Cursor | null {
  const cursors = terms.map((term, i) => cursorsOf(content, term, fieldsOf(i)));
  return cursors.every(isPresent) ? allOf(cursors) : null;
}

/** Several terms: all in the name of the phrase, one of them, none. */
function manyTerms(terms: readonly Term[]): Query {
  const places = (entry: Entry): Place[] => {
    const found: Place[] = [];
    for (const term of terms) {
      const place = placeOf(term, entry);
      if (place === PLACE.nowhere) return [];
      found.push(place);
    }
    return found;
  };
  const inName = (place: Place): boolean => place <= PLACE.title;
  const passOf = (entry: Entry): number => {
    const found = places(entry);
    if (found.length === 0) return -1;
    if (found.every(inName)) return 0;
    return found.some(inName) ? 1 : 2;
  };
  const cursors: Pass["cursor"][] = [
    (content: Content) => together(content, terms, () => NAMES),
    (content: Content) => {
      const named = terms
        .map((_, at) => together(content, terms, (i) => (i === at ? NAMES : EVERYWHERE)))
        .filter(isPresent);
      return named.length > 0 ? anyOf(named) : null;
    },
    (content: Content) => together(content, terms, () => EVERYWHERE),
  ];
  const holds = (entry: Entry): boolean => places(entry).length > 0;
  return {
    terms,
    passes: cursors.map((cursor) => ({ cursor, holds })),
    passOf,
    fit: (entry) => {
      const found = places(entry);
      const sum = found.reduce<number>(
        (total, place, i) => total + fit(terms[i]!, entry, place),
        0,
      );
      return sum / terms.length;
    },
  };
}

/** Null when there is nothing to search for. */
export function toQuery(text: string): Query | null {
  const terms = [...new Set(foldTerms(text))].map(toTerm);
  if (terms.length === 0) return null;
  return terms.length === 1 ? oneTerm(terms[0]!) : manyTerms(terms);
}

/** Walks the phrases of a pass that hold, in order of rank. */
export function* run(
  content: Content,
  pass: Pass,
  wanted: (doc: number) => boolean,
): Generator<number> {
  const cursor = pass.cursor(content);
  if (!cursor) return;
  for (let doc = cursor.seek(0); doc !== NONE; doc = cursor.seek(doc + 1)) {
    if (wanted(doc) && pass.holds(content.entries[doc]!)) yield doc;
  }
}
