import type { CampaignNow, CampaignStatus } from "../../../shared/contract/campaigns.ts";
import { AppError } from "../../../shared/errors.ts";
import { createTimetable, type Timetable } from "../../../shared/rules/validity.ts";
import { inOrder, setNow, statusOf, switchedAt, timed } from "./rules.ts";
import type { CampaignStore, StoredSet, Switching } from "./store.ts";

interface Page {
  readonly sets: readonly StoredSet[];
  /** The last line of each set's log. */
  readonly last: ReadonlyMap<string, Switching>;
  /** Phrases of the sets; true: not in the trash. */
  readonly phrases: ReadonlyMap<string, boolean>;
  readonly timetable: Timetable;
}

export type Book = ReturnType<typeof createBook>;

/**
 * All sets, read once and again only after a write: search asks at every key.
 * @param library which of these phrases there are; true: not in the trash
 */
export function createBook(
  store: CampaignStore,
  library: (ids: readonly string[]) => ReadonlyMap<string, boolean>,
) {
  let at = "";
  let content = "";
  /** Moves when a set, its phrases or a switch changed. */
  let edition = 0;
  let page: Page = {
    sets: [],
    last: new Map(),
    phrases: new Map(),
    timetable: createTimetable([]),
  };

  function open(): Page {
    const revision = store.revision();
    if (at === revision) return page;
    const kept = store.all();
    const members = kept.flatMap((set) => [
      ...set.phrases,
      ...set.phases.flatMap(({ phrases }) => phrases),
    ]);
    const phrases = library([...new Set(members.map(({ phraseId }) => phraseId))]);
    const there = <T extends { phraseId: string }>(all: readonly T[]): T[] =>
      all.filter(({ phraseId }) => phrases.has(phraseId));
    const sets = kept.map((set) => ({
      ...set,
      phrases: there(set.phrases),
      phases: set.phases.map((phase) => ({ ...phase, phrases: there(phase.phrases) })),
    }));
    const lines = store.lastSwitches();
    const now = JSON.stringify([sets, lines, [...phrases]]);
    at = revision;
    if (now === content) return page;
    content = now;
    edition += 1;
    const last = new Map(lines.map((line) => [line.campaignId, line]));
    const timetable = createTimetable(sets.map((set) => timed(set, last.get(set.id))));
    page = { sets, last, phrases, timetable };
    return page;
  }

  const asNow = (set: StoredSet, now: number): CampaignNow => {
    const { prepared: _prepared, ...shown } = set;
    const last = open().last.get(set.id);
    return setNow(shown, switchedAt(last, store.lastOn(set.id), now), now);
  };
  const list = (now: number): CampaignNow[] => inOrder(open().sets.map((set) => asNow(set, now)));

  return {
    /** As kept; phrases that were deleted for good are left out. */
    sets: (): readonly StoredSet[] => open().sets,
    timetable: (): Timetable => open().timetable,
    edition(): number {
      open();
      return edition;
    },
    /** @throws AppError campaign_missing */
    find(id: string): StoredSet {
      const found = open().sets.find((set) => set.id === id);
      if (!found) throw new AppError("campaign_missing");
      return found;
    },
    asNow,
    list,
    status: (now: number): CampaignStatus =>
      statusOf(
        list(now),
        now,
        open().timetable.nextChange(now),
        (id) => open().phrases.get(id) ?? false,
      ),
  };
}
