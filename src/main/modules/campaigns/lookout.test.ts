import { afterEach, beforeEach, expect, test } from "vitest";
import { openLibrary, type TestLibrary } from "../../../../test/support/library.ts";
import { createBook } from "./book.ts";
import { createLookout, type Opened } from "./lookout.ts";
import { createCampaignStore, type StoredSet } from "./store.ts";

const HOUR = 3_600_000;
/** 20:00 of 10 November 2026 in Shanghai. */
const OPENING = Date.UTC(2026, 10, 10, 12);
const CLOSING = Date.UTC(2026, 10, 11, 16);

let library: TestLibrary;
let now: number;
/** What is to be run, and after how long. */
let waiting: { milliseconds: number; job: () => void } | null;
let said: string[];
let lookout: ReturnType<typeof createLookout>;
let put: (changes?: Partial<StoredSet>) => void;

beforeEach(() => {
  library = openLibrary();
  const phraseId = library.add({ title: "满减" });
  const store = createCampaignStore(library.database);
  put = (changes = {}) =>
    store.put({
      id: "11111111-1111-4111-8111-111111111111",
      kind: "campaign",
      emergency: null,
      name: "双11",
      note: "",
      colour: "red",
      shops: [],
      zone: "Asia/Shanghai",
      start: "2026-11-10T20:00",
      end: "2026-11-12T00:00",
      phrases: [{ phraseId, everyday: false }],
      phases: [],
      source: "mine",
      prepared: null,
      createdAt: 0,
      changedAt: 0,
      ...changes,
    });
  put();
  now = OPENING - HOUR;
  waiting = null;
  said = [];
  const names = (word: string, sets: readonly Opened[]) =>
    sets.map(({ name, phrases }) => `${word} ${name} ${phrases}`);
  lookout = createLookout(
    createBook(store, (ids) => new Map(ids.map((id) => [id, true]))),
    {
      now: () => now,
      after: (milliseconds, job) => {
        const own = { milliseconds, job };
        waiting = own;
        return () => {
          if (waiting === own) waiting = null;
        };
      },
      changed: ({ campaigns }) => said.push(`changed ${campaigns.length}`),
      turned: (opened, closed) => said.push(...names("opened", opened), ...names("closed", closed)),
      failed: (error) => said.push(String(error)),
    },
  );
});
afterEach(() => library.dispose());

/** Lets the time pass that was waited for, and runs what waited. */
function pass(milliseconds = waiting?.milliseconds ?? 0): void {
  now += milliseconds;
  waiting?.job();
}

test("the last wait before a window ends exactly when it opens", () => {
  lookout.look();
  const waits: number[] = [];
  while (said.length === 0) {
    waits.push(waiting!.milliseconds);
    pass();
  }
  expect(now).toBe(OPENING);
  expect(Math.max(...waits)).toBeLessThanOrEqual(20_000);
  expect(said).toEqual(["opened 双11 1", "changed 1"]);
});

test("the first look says nothing, and nothing is said while nothing changes", () => {
  now = OPENING;
  lookout.look();
  for (let n = 0; n < 50; n += 1) pass();
  expect(said).toEqual([]);
});

test("a machine that slept through the opening, and one that slept through it all", () => {
  lookout.look();
  pass(5 * HOUR);
  expect(said).toEqual(["opened 双11 1", "changed 1"]);
  said.length = 0;
  pass(300 * HOUR);
  expect(said).toEqual(["closed 双11 1", "changed 0"]);
  said.length = 0;
  now = OPENING - HOUR;
  lookout.look();
  said.length = 0;
  // Opened and closed while nobody looked: as it is now is as it was then.
  pass(300 * HOUR);
  expect(said).toEqual([]);
});

test("a clock that is put back closes what is not yet open, and one put forward opens it", () => {
  now = OPENING + HOUR;
  lookout.look();
  now = OPENING - 10_000;
  waiting!.job();
  expect(said).toEqual(["closed 双11 1", "changed 0"]);
  expect(waiting!.milliseconds).toBe(10_000);
  now = CLOSING - 5_000;
  waiting!.job();
  expect(said.slice(2)).toEqual(["opened 双11 1", "changed 1"]);
  expect(waiting!.milliseconds).toBe(5_000);
});

test("what a person changes is said without words about time", () => {
  now = OPENING;
  lookout.look();
  put({ end: "2026-11-10T20:00", start: "2026-11-10T19:00" });
  lookout.look();
  expect(said).toEqual(["changed 0"]);
});

test("closed, it waits for nothing", () => {
  lookout.look();
  lookout.close();
  expect(waiting).toBeNull();
  lookout.look();
  expect(waiting).toBeNull();
});
