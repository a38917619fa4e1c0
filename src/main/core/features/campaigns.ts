import { userInfo } from "node:os";
import type { Output } from "../../../shared/contract/index.ts";
import type { PreparedName } from "../../../shared/contract/campaigns.ts";
import type { ReviewStop } from "../../../shared/contract/review.ts";
import { type Sendable, standing } from "../../../shared/rules/validity.ts";
import { plainRows } from "../../database/keptRows.ts";
import { createBook } from "../../modules/campaigns/book.ts";
import {
  type CampaignSurroundings,
  campaignHandlers,
  type Library,
  switchOff,
} from "../../modules/campaigns/handlers.ts";
import { createLookout } from "../../modules/campaigns/lookout.ts";
import { preparedHandlers } from "../../modules/campaigns/prepared.ts";
import { refusalError } from "../../modules/campaigns/refusal.ts";
import { createCampaignStore } from "../../modules/campaigns/store.ts";
import type { Touched } from "../../modules/phrases/handlers.ts";
import type { PhraseStore } from "../../modules/phrases/store.ts";
import type { Foundation } from "../foundation.ts";

interface Needs {
  readonly shell: Output<"system.status">["shell"];
  readonly store: PhraseStore;
  changed(reason: string, touched: Touched): void;
  /** Reads a file of prepared sets. */
  readonly prepared: (name: PreparedName) => unknown;
}

export type CampaignsFeature = ReturnType<typeof campaignsFeature>;

/** Who is logged in to this machine; an account without a name has none. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return "";
  }
}

/** What the sets need of the phrase library. */
function libraryDoor(store: PhraseStore): Library {
  return {
    change: store.history.change,
    rows: store.rows,
    ofSource: (source) =>
      store.idsOfSource(source).map((id) => ({ id, shortcut: store.get(id).shortcut })),
    insert: (remember, phrase) =>
      store.insert(remember, {
        ...phrase,
        shop: "",
        favourite: false,
        hotkey: null,
        sendMode: "paste",
      }),
    ensurePath: store.categories.ensurePath,
    removeForGood(remember, ids) {
      const emptied = new Set(ids.flatMap((id) => store.get(id).categoryId ?? []));
      store.removeForGood(remember, ids);
      store.categories.dropEmpty(remember, emptied);
    },
  };
}

/** Campaigns and emergencies: which phrases hold now, who switched what, and what opens next. */
export function campaignsFeature(base: Foundation, needs: Needs) {
  const store = createCampaignStore(base.database);
  needs.store.history.keep("campaign", plainRows(base.database, "campaigns", "name"));
  const library = libraryDoor(needs.store);
  const book = createBook(
    store,
    (ids) => new Map(library.rows(ids).map(({ id, trashedAt }) => [id, trashedAt === null])),
  );
  const lookout = createLookout(book, {
    now: base.now,
    after: (milliseconds, job) => {
      const timer = setTimeout(job, milliseconds).unref();
      return () => clearTimeout(timer);
    },
    changed: (status) => base.emit("campaigns.changed", status),
    turned(opened, closed) {
      for (const { kind, name, phrases } of opened)
        if (kind === "campaign") base.notify("info", "campaign_opened", { name, count: phrases });
      for (const { kind, name } of closed)
        base.notify("info", kind === "campaign" ? "campaign_closed" : "emergency_ended", { name });
    },
    failed: base.tell,
  });
  // Phrases of a set may be edited, trashed or brought back without it.
  const stop = base.subscribe((name) => {
    if (name === "library.changed") lookout.look();
  });

  const around: CampaignSurroundings = {
    store,
    book,
    library,
    now: base.now,
    who: accountName,
    changed: (step) => (step === null ? lookout.look() : needs.changed("campaigns", { step })),
    look: lookout.look,
  };

  const sendable = (phraseId: string, shop: string | null = null): Sendable =>
    book.timetable().sendable(phraseId, base.now(), shop);

  return {
    handlers: {
      ...campaignHandlers(around),
      ...preparedHandlers({
        store,
        book,
        library,
        read: needs.prepared,
        now: base.now,
        changed: (step) => around.changed(step),
        switchOff: (set) => switchOff(around, set),
      }),
    },
    /** Whether a phrase may go out now to a buyer of this shop; null or "": no shop in particular. */
    sendable,
    /** The same as a stop of the review: nothing but changing the set lets it go out. Null: it may. */
    stop({ id, title, shop }: { id: string; title: string; shop: string }): ReviewStop | null {
      const answer = sendable(id, shop);
      if (answer.ok) return null;
      const { code, params } = refusalError(answer, title, (set) => book.find(set).zone);
      return { code, params: { ...params }, severity: "block" };
    },
    /** What comes first now, best first and why, and what is not offered. */
    offers(shop: string | null): {
      first: Map<string, "emergency" | "campaign">;
      hidden: Set<string>;
    } {
      const timetable = book.timetable();
      const now = base.now();
      const inEmergency = new Set(
        timetable.sets
          .filter(({ kind, span }) => kind === "emergency" && standing(span, now).state === "on")
          .flatMap(({ members }) => members.map(({ phraseId }) => phraseId)),
      );
      const first = new Map<string, "emergency" | "campaign">();
      for (const id of timetable.rankFirst(now, shop))
        first.set(id, inEmergency.has(id) ? "emergency" : "campaign");
      return { first, hidden: timetable.hidden(now, shop) };
    },
    /** Begins to watch the clock. The command line is gone again in a moment. */
    start(): void {
      if (needs.shell === "cli") return;
      try {
        lookout.look();
      } catch (error) {
        base.tell(error);
      }
    },
    close(): void {
      stop();
      lookout.close();
    },
  };
}
