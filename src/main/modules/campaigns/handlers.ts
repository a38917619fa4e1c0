import { randomUUID } from "node:crypto";
import {
  CAMPAIGN_LIMITS,
  type Campaign,
  type CampaignStatus,
  type SetMember,
} from "../../../shared/contract/campaigns.ts";
import type { HandlersFor } from "../../../shared/contract/index.ts";
import type { ChangeReceipt, PhraseRow } from "../../../shared/contract/phrases.ts";
import { AppError } from "../../../shared/errors.ts";
import type { Book } from "./book.ts";
import { calendarOf } from "./calendar.ts";
import { tidy, withEndings } from "./rules.ts";
import type { CampaignStore, StoredSet } from "./store.ts";
import { isZone } from "./zones.ts";

/** Notes how a row stands before it is changed. */
export type Remember = (entity: string, id: string) => void;

/** What campaigns need of the phrase library; handed in by the core. */
export interface Library {
  /** Runs one change that can be undone. */
  change(kind: string, label: string, run: (remember: Remember) => number): ChangeReceipt;
  /** List rows in the order asked for; those that are gone are left out. */
  rows(ids: readonly string[]): PhraseRow[];
  /** Phrases that came from there and were not edited since. */
  ofSource(source: string): { id: string; shortcut: string }[];
  insert(
    remember: Remember,
    phrase: {
      title: string;
      body: string;
      shortcut: string;
      note: string;
      categoryId: string | null;
      tags: string[];
      source: string;
    },
  ): string;
  ensurePath(remember: Remember, path: readonly string[]): string | null;
  /** Takes phrases out without the trash, and the categories that are empty then. */
  removeForGood(remember: Remember, ids: readonly string[]): void;
}

export interface CampaignSurroundings {
  readonly store: CampaignStore;
  readonly book: Book;
  readonly library: Library;
  readonly now: () => number;
  /** Who sits here, for the log of switching. */
  readonly who: () => string;
  /** Called after every change with the step it made; null: nothing that can be undone. */
  readonly changed: (historyId: number | null) => void;
  /** Looks whether time has opened or closed something since. */
  readonly look: () => void;
}

type Names =
  | "campaigns.list"
  | "campaigns.get"
  | "campaigns.save"
  | "campaigns.remove"
  | "campaigns.addPhrases"
  | "campaigns.removePhrases"
  | "campaigns.switch"
  | "campaigns.status"
  | "campaigns.sendable"
  | "campaigns.calendar"
  | "campaigns.log";

/** Switches an emergency off if it is on, because its set goes away. */
export function switchOff(around: CampaignSurroundings, set: StoredSet): void {
  const { book, store, now } = around;
  const { switched } = book.asNow(set, now());
  if (!switched) return;
  const { id: campaignId, name } = set;
  const line = { at: now(), campaignId, name, shops: switched.shops, by: around.who() };
  store.addSwitch({ ...line, action: "off", until: null, why: "" });
}

/** Answers the calls about campaigns and emergencies. */
export function campaignHandlers(around: CampaignSurroundings): HandlersFor<Names> {
  const { store, book, library, now } = around;
  const exists = (ids: readonly string[]): ((id: string) => boolean) => {
    const there = new Set(library.rows(ids).map(({ id }) => id));
    return (id) => there.has(id);
  };
  const idsOf = (set: Pick<Campaign, "phrases" | "phases">): string[] =>
    [...set.phrases, ...set.phases.flatMap(({ phrases }) => phrases)].map(
      ({ phraseId }) => phraseId,
    );

  /** Keeps a set as a step that can be undone. A set that came with the program becomes the person's own. */
  function keep(kind: string, set: StoredSet, count: number): ChangeReceipt {
    const receipt = library.change(kind, set.name, (remember) => {
      remember("campaign", set.id);
      store.put({ ...set, source: "mine", changedAt: now() });
      return count;
    });
    around.changed(receipt.historyId);
    return receipt;
  }

  const status = (): CampaignStatus => {
    around.look();
    return book.status(now());
  };

  return {
    "campaigns.list": () => {
      around.look();
      return { now: now(), sets: book.list(now()) };
    },
    "campaigns.get": ({ id }) => {
      const set = book.asNow(book.find(id), now());
      return { now: now(), set, phrases: library.rows([...new Set(idsOf(set))]) };
    },
    "campaigns.save": ({ id, draft }) => {
      const old = id === null ? null : book.find(id);
      const kind = old?.kind ?? draft.kind;
      const tidied = tidy({ ...draft, kind }, exists(idsOf(draft)));
      const base = old ?? { id: randomUUID(), createdAt: now(), prepared: null };
      const set = { ...base, ...tidied, source: "mine", changedAt: now() };
      const { historyId } = keep(old ? "campaign" : "campaign-new", set, 1);
      return { set: book.asNow(book.find(set.id), now()), historyId };
    },
    "campaigns.remove": ({ id }) => {
      const set = book.find(id);
      const receipt = library.change("campaign-remove", set.name, (remember) => {
        switchOff(around, set);
        remember("campaign", id);
        store.drop(id);
        return 1;
      });
      around.changed(receipt.historyId);
      return receipt;
    },
    "campaigns.addPhrases": ({ id, phaseId, phraseIds, everyday }) => {
      const set = book.find(id);
      const there = exists(phraseIds);
      let count = 0;
      const withNew = (members: readonly SetMember[]): SetMember[] => {
        const known = new Set(members.map(({ phraseId }) => phraseId));
        const added = [...new Set(phraseIds)].filter((each) => !known.has(each) && there(each));
        count = added.length;
        const all = [...members, ...added.map((phraseId) => ({ phraseId, everyday }))];
        if (all.length > CAMPAIGN_LIMITS.phrases)
          throw new AppError("campaign_full", { limit: CAMPAIGN_LIMITS.phrases });
        return all;
      };
      if (phaseId === null)
        return keep("campaign", { ...set, phrases: withNew(set.phrases) }, count);
      if (!set.phases.some((phase) => phase.id === phaseId))
        throw new AppError("campaign_phase_missing");
      const phases = set.phases.map((phase) =>
        phase.id === phaseId ? { ...phase, phrases: withNew(phase.phrases) } : phase,
      );
      return keep("campaign", { ...set, phases }, count);
    },
    "campaigns.removePhrases": ({ id, phraseIds }) => {
      const set = book.find(id);
      const doomed = new Set(phraseIds);
      const rest = (members: readonly SetMember[]): SetMember[] =>
        members.filter(({ phraseId }) => !doomed.has(phraseId));
      const phases = set.phases.map((phase) => ({ ...phase, phrases: rest(phase.phrases) }));
      const count = new Set(idsOf(set).filter((each) => doomed.has(each))).size;
      return keep("campaign", { ...set, phrases: rest(set.phrases), phases }, count);
    },
    "campaigns.switch": ({ id, on, shops, ...how }) => {
      const set = book.find(id);
      if (set.kind !== "emergency") throw new AppError("campaign_no_switch", { name: set.name });
      const { switched } = book.asNow(set, now());
      const stands = on ? switched : null;
      const { until = stands?.until ?? null, why = stands?.why ?? "" } = how;
      if (on && until !== null && until <= now()) throw new AppError("campaign_until_past");
      // Off twice is off once.
      if (on || switched) {
        store.addSwitch({
          at: now(),
          campaignId: id,
          name: set.name,
          action: on ? (switched ? "changed" : "on") : "off",
          until: on ? until : null,
          shops: shops ?? switched?.shops ?? set.shops,
          by: around.who(),
          why,
        });
        around.changed(null);
      }
      return status();
    },
    "campaigns.status": status,
    "campaigns.sendable": ({ phraseId, shop }) => book.timetable().sendable(phraseId, now(), shop),
    "campaigns.calendar": (asked) => {
      if (!isZone(asked.zone)) throw new AppError("campaign_zone_unknown", { zone: asked.zone });
      return calendarOf(book.sets(), asked, now());
    },
    "campaigns.log": ({ id, limit }) => withEndings(store.switches(id, limit), now()),
  };
}
