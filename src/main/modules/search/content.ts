import type { Entry } from "./entry.ts";
import type { KeyBuffer, Keys, Postings, PostingsBuilder } from "./postings.ts";
import {
  createKeyBuffer,
  createKeys,
  createPostingsBuilder,
  putShortcut,
  putText,
  putTitle,
} from "./postings.ts";
import type { Slices } from "./slices.ts";

export const FIELDS = ["shortcut", "title", "labels", "body"] as const;
export type Field = (typeof FIELDS)[number];

/** The main part of the index. Only `dead` and `seen` change after it was made. */
export interface Content {
  /** Best standing first: a phrase's number is its rank. */
  readonly entries: readonly Entry[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly postings: Readonly<Record<Field, Postings>>;
  /** 1: removed, or replaced by a newer entry elsewhere. */
  readonly dead: Uint8Array;
  /** The last search that took the phrase. */
  readonly seen: Uint32Array;
}

const LEVELS = 4096;

/** Numbers of the entries, best standing first, in linear time: sorting would hold up everyone else. */
function byStanding(entries: readonly Entry[]): Entry[] {
  let least = Infinity;
  let most = -Infinity;
  for (const { standing } of entries) {
    if (standing < least) least = standing;
    if (standing > most) most = standing;
  }
  const scale = most > least ? (LEVELS - 1) / (most - least) : 0;
  const levelOf = (entry: Entry): number => Math.floor((most - entry.standing) * scale);
  const places = new Uint32Array(LEVELS + 1);
  for (const entry of entries) places[levelOf(entry) + 1]!++;
  for (let level = 0; level < LEVELS; level++) places[level + 1]! += places[level]!;
  const sorted = entries.slice();
  for (const entry of entries) sorted[places[levelOf(entry)]!++] = entry;
  return sorted;
}

function putField(buffer: KeyBuffer, keys: Keys, field: Field, entry: Entry): void {
  buffer.length = 0;
  if (field === "shortcut") putShortcut(buffer, keys, entry.shortcut);
  else if (field === "title") putTitle(buffer, keys, entry.title, entry.words);
  else putText(buffer, keys, entry[field]);
}

/** Lists for pairs: about one per eight characters, so that few pairs share one. */
function bitsFor(units: number): number {
  return Math.min(18, Math.max(10, Math.ceil(Math.log2(units / 8 + 1))));
}

async function indexField(
  entries: readonly Entry[],
  field: Field,
  slices: Slices,
): Promise<Postings> {
  let units = 0;
  for (const entry of entries) units += entry[field].length;
  const bits = bitsFor(units);
  const keys = createKeys(bits);
  const builder: PostingsBuilder = createPostingsBuilder(bits);
  const buffer = createKeyBuffer();
  for (const pass of ["count", "fill"] as const) {
    for (let doc = 0; doc < entries.length; doc++) {
      putField(buffer, keys, field, entries[doc]!);
      builder[pass](doc, buffer);
      if (slices.due()) await slices.rest();
    }
    if (pass === "count") {
      builder.allot();
      await slices.rest();
    }
  }
  return builder.done();
}

/** Makes the main part from entries. Rests between slices; rejects with the signal's reason when given up. */
export async function createContent(entries: readonly Entry[], slices: Slices): Promise<Content> {
  const sorted = byStanding(entries);
  await slices.rest();
  const numbers = new Map<string, number>();
  for (let doc = 0; doc < sorted.length; doc++) {
    numbers.set(sorted[doc]!.id, doc);
    if (slices.due()) await slices.rest();
  }
  const postings = {
    shortcut: await indexField(sorted, "shortcut", slices),
    title: await indexField(sorted, "title", slices),
    labels: await indexField(sorted, "labels", slices),
    body: await indexField(sorted, "body", slices),
  };
  const dead = new Uint8Array(sorted.length);
  return { entries: sorted, numbers, postings, dead, seen: new Uint32Array(sorted.length) };
}

/** A main part with nothing in it. */
export function emptyContent(): Content {
  const nothing = (): Postings => {
    const builder = createPostingsBuilder(1);
    builder.allot();
    return builder.done();
  };
  return {
    entries: [],
    numbers: new Map(),
    postings: { shortcut: nothing(), title: nothing(), labels: nothing(), body: nothing() },
    dead: new Uint8Array(0),
    seen: new Uint32Array(0),
  };
}
