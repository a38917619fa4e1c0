import { setImmediate } from "node:timers/promises";
import type { HandlersFor } from "../../../shared/contract/index.ts";
import {
  type ChangeReceipt,
  type Phrase,
  PHRASE_LIMITS,
  type PhraseDraft,
  type PhraseRow,
} from "../../../shared/contract/phrases.ts";
import { AppError } from "../../../shared/errors.ts";
import { byClock } from "./calendar.ts";
import type { StatisticsStore } from "./store.ts";
import { findTwice } from "./twice.ts";

type Names = "statistics.uses" | "statistics.unused" | "statistics.twice" | "statistics.merge";
type Remember = (entity: string, id: string) => void;

export interface StatisticsSurroundings {
  readonly store: StatisticsStore;
  /** Live phrases. */
  readonly count: () => number;
  readonly rows: (ids: readonly string[]) => PhraseRow[];
  /** Phrases of campaigns and emergencies that do not hold now: they wait for their time. */
  readonly hidden: () => ReadonlySet<string>;
  /** Names of each category from the root down. */
  readonly paths: () => ReadonlyMap<string, string[]>;
  /** Throws AppError phrase_missing. */
  readonly phrase: (id: string) => Phrase;
  readonly change: (
    kind: string,
    label: string,
    run: (remember: Remember) => number,
  ) => ChangeReceipt;
  /** Writes fields of a phrase; inside a change. */
  readonly write: (remember: Remember, id: string, changes: Partial<PhraseDraft>) => void;
  /** Puts a phrase into the trash; inside a change. */
  readonly trash: (remember: Remember, id: string) => void;
  readonly changed: (step: number) => void;
}

/** From here on reading the whole log in the order of its phrases is quicker than sorting a part of it. */
const MANY = 60_000;

/** A slice of long work ends well before a frame of the screen does, milliseconds. */
const SLICE_MS = 4;

function createPause(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < SLICE_MS) return;
    await setImmediate();
    began = performance.now();
  };
}

interface PhraseUse {
  readonly id: string;
  readonly title: string;
  readonly categoryId: string | null;
  readonly count: number;
}

/** Uses of each phrase for whatever shop, most used first. */
function byPhrase(uses: readonly PhraseUse[]): PhraseUse[] {
  const phrases = new Map<string, PhraseUse>();
  for (const use of uses) {
    const { count = 0 } = phrases.get(use.id) ?? {};
    phrases.set(use.id, { ...use, count: count + use.count });
  }
  // Sorting keeps the order of ids among those used as often.
  return [...phrases.values()].toSorted((a, b) => b.count - a.count);
}

/** Adds up counts by name, the largest first. */
function sums(rows: readonly { name: string; count: number }[]): { name: string; count: number }[] {
  const byName = new Map<string, number>();
  for (const { name, count } of rows) byName.set(name, (byName.get(name) ?? 0) + count);
  return [...byName]
    .map(([name, count]) => ({ name, count }))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** Both lists, none twice, as many as there may be. */
const both = (own: readonly string[], others: readonly string[], most: number): string[] =>
  [...new Set([...own, ...others])].slice(0, most);

/** Answers the calls about what is used and what is not. */
export function statisticsHandlers(around: StatisticsSurroundings): HandlersFor<Names> {
  const { store } = around;
  return {
    "statistics.uses": ({ from, to, zone, limit }) => {
      const buckets = store.buckets(from, to);
      const total = buckets.reduce((sum, { count }) => sum + count, 0);
      const uses = store.phrases(from, to, total > MANY);
      const phrases = byPhrase(uses);
      const paths = around.paths();
      const sceneOf = (categoryId: string | null): string =>
        (categoryId === null ? undefined : paths.get(categoryId)?.[0]) ?? "";
      const outcomes = Object.fromEntries(
        store.outcomes(from, to).map(({ outcome, count }) => [outcome, count]),
      );
      const none = { pasted: 0, sent: 0, copied: 0, failed: 0, cancelled: 0 };
      return {
        total,
        used: phrases.length,
        phrases: around.count(),
        outcomes: { ...none, ...outcomes },
        ...byClock(buckets, from, to, zone),
        byScene: sums(
          phrases.map(({ categoryId, count }) => ({ name: sceneOf(categoryId), count })),
        ),
        byShop: sums(uses.map(({ shop, count }) => ({ name: shop, count }))),
        byPhrase: phrases.slice(0, limit).map(({ id, title, categoryId, count }) => ({
          id,
          title: title || store.lastTitle(id),
          scene: sceneOf(categoryId),
          count,
        })),
      };
    },
    "statistics.unused": ({ before, limit }) => {
      const hidden = around.hidden();
      const ids = store.unused(before).filter((id) => !hidden.has(id));
      return { total: ids.length, rows: around.rows(ids.slice(0, limit)) };
    },
    "statistics.twice": async ({ limit }) => {
      const found = await findTwice(store.texts(), createPause());
      const groups = found.slice(0, limit).flatMap(({ likeness, ids }) => {
        const phrases = around.rows(ids).filter(({ trashedAt }) => trashedAt === null);
        return phrases.length < 2 ? [] : [{ likeness, phrases }];
      });
      return { total: found.length, groups };
    },
    "statistics.merge": ({ keep, others }) => {
      const kept = around.phrase(keep);
      const rest = [...new Set(others)].filter((id) => id !== keep).map(around.phrase);
      if (kept.trashedAt !== null || rest.length === 0) throw new AppError("phrase_missing");
      const questions = rest.flatMap((each) => each.questions);
      const tags = rest.flatMap((each) => each.tags);
      const receipt = around.change("merge", kept.title, (remember) => {
        // First those that give their code away, so that no two have it at once.
        for (const { id } of rest) around.trash(remember, id);
        around.write(remember, keep, {
          questions: both(kept.questions, questions, PHRASE_LIMITS.questions),
          tags: both(kept.tags, tags, PHRASE_LIMITS.tags),
          shortcut: kept.shortcut || (rest.find(({ shortcut }) => shortcut !== "")?.shortcut ?? ""),
          categoryId:
            kept.categoryId ?? rest.find((each) => each.categoryId !== null)?.categoryId ?? null,
          favourite: kept.favourite || rest.some(({ favourite }) => favourite),
        });
        return rest.length;
      });
      around.changed(receipt.historyId);
      return receipt;
    },
  };
}
