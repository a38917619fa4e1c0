import { setImmediate as nextTurn } from "node:timers/promises";
import { termsOf } from "./rows.ts";

export type View = "open" | "closed" | "all";

/** What is known of a promise without asking the database. */
export interface Entry {
  readonly id: string;
  /** Everything a person wrote of it, in small letters. */
  readonly words: string;
  readonly open: boolean;
  readonly dueAt: number;
  readonly closedAt: number;
}

type Compare = (a: Entry, b: Entry) => number;

const byId: Compare = (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
const ORDERS: Readonly<Record<View, Compare>> = {
  open: (a, b) => a.dueAt - b.dueAt || byId(a, b),
  closed: (a, b) => b.closedAt - a.closedAt || byId(a, b),
  all: (a, b) => b.dueAt - a.dueAt || byId(a, b),
};
const VIEWS: readonly View[] = ["open", "closed", "all"];

const belongs = (entry: Entry, view: View): boolean =>
  view === "all" || (view === "open") === entry.open;

/** Where an entry stands or would stand. */
function placeOf(list: readonly Entry[], entry: Entry, compare: Compare): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(list[middle]!, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** So many are read in one go; a start-up is not held up by the rest. */
const SLICE = 4_000;

export type Lookup = ReturnType<typeof createLookup>;

/**
 * The lists of promises in their orders, in memory: a window of one of 100,000 and a search through all of them are
 * there at once, which an index over Chinese words in the database is not.
 * @param read the next so many behind an id, in the order of ids
 */
export function createLookup(read: (afterId: string, limit: number) => readonly Entry[]) {
  const known = new Map<string, Entry>();
  const lists: Record<View, Entry[]> = { open: [], closed: [], all: [] };
  /** The last id that was read; null: everything was. */
  let readTo: string | null = "";

  function drop(id: string): void {
    const before = known.get(id);
    if (!before) return;
    known.delete(id);
    for (const view of VIEWS)
      if (belongs(before, view)) lists[view].splice(placeOf(lists[view], before, ORDERS[view]), 1);
  }

  function insert(entry: Entry): void {
    known.set(entry.id, entry);
    for (const view of VIEWS)
      if (belongs(entry, view))
        lists[view].splice(placeOf(lists[view], entry, ORDERS[view]), 0, entry);
  }

  /** Reads on; the lists are in their order when the last was read. */
  function readOn(limit: number): void {
    if (readTo === null) return;
    const entries = read(readTo, limit);
    for (const entry of entries) known.set(entry.id, entry);
    readTo = entries.length < limit ? null : (entries.at(-1)?.id ?? null);
    if (readTo !== null) return;
    const all = [...known.values()];
    for (const view of VIEWS)
      lists[view] = all.filter((entry) => belongs(entry, view)).toSorted(ORDERS[view]);
  }

  return {
    /** What became of a promise; null: it is gone. */
    put(id: string, entry: Entry | null): void {
      if (readTo === null) {
        drop(id);
        if (entry) insert(entry);
      } else if (entry) known.set(id, entry);
      else known.delete(id);
    },
    /** Reads everything in slices. */
    async warm(): Promise<void> {
      while (readTo !== null) {
        readOn(SLICE);
        await nextTurn();
      }
    },
    /** Reads everything anew at the next question: somebody else wrote, or a write failed. */
    forget(): void {
      known.clear();
      for (const view of VIEWS) lists[view] = [];
      readTo = "";
    },
    /** One window of a list, and how many there are. Every word of the text has to be in it. */
    find(
      view: View,
      text: string,
      offset: number,
      limit: number,
    ): { total: number; ids: string[] } {
      while (readTo !== null) readOn(Number.MAX_SAFE_INTEGER);
      const list = lists[view];
      const terms = termsOf(text);
      if (terms.length === 0)
        return { total: list.length, ids: list.slice(offset, offset + limit).map(({ id }) => id) };
      const ids: string[] = [];
      let total = 0;
      for (const { id, words } of list) {
        if (!terms.every((term) => words.includes(term))) continue;
        if (total >= offset && ids.length < limit) ids.push(id);
        total += 1;
      }
      return { total, ids };
    },
  };
}
