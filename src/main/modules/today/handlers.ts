import type { CampaignNow, CampaignStatus } from "../../../shared/contract/campaigns.ts";
import type { HandlersFor } from "../../../shared/contract/index.ts";
import type { Featured, ProductRow } from "../../../shared/contract/products.ts";
import {
  type Today,
  type TodayCase,
  type TodayExtra,
  TODAY_LIMITS,
} from "../../../shared/contract/today.ts";
import { dayOf, openingSoon } from "./rules.ts";

/** The moment, and its day. */
export interface Present {
  readonly now: number;
  readonly dayStarts: number;
  readonly todayEnds: number;
}

/** What the features hand in for the morning. */
export interface TodaySurroundings {
  readonly now: () => number;
  readonly zone: () => string;
  /** The most pressing promises, with how many there are. */
  readonly promises: (limit: number) => Promise<Today["promises"]>;
  readonly complaints: {
    counts(present: Present): Omit<Today["complaints"], "rows">;
    pressing(limit: number): readonly TodayCase[];
  };
  readonly featured: (shop: string | null) => Promise<Featured>;
  readonly campaigns: () => Promise<CampaignStatus>;
  readonly campaignSets: () => Promise<readonly CampaignNow[]>;
  readonly urging: (present: Present) => Today["urging"];
  /** Packs to update, drills due: from features that know of them. */
  readonly extras: () => readonly TodayExtra[];
  /** Live phrases. */
  readonly phrases: () => number;
}

const factsOf = ({ id, name, shop, price, picture }: ProductRow) => ({
  ...{ id, name, shop, price, picture },
});

function productsOf({ chosen, proposed }: Featured): Today["featured"] {
  return {
    chosen: chosen.map(({ product, phrases, uses }) => ({
      product: factsOf(product),
      phrases: phrases.slice(0, TODAY_LIMITS.phrases),
      uses,
    })),
    proposed:
      chosen.length > 0
        ? []
        : proposed
            .slice(0, TODAY_LIMITS.proposed)
            .map(({ product, uses }) => ({ product: factsOf(product), uses })),
  };
}

function upcomingOf(sets: readonly CampaignNow[], now: number): Today["upcoming"] {
  const dated = sets.flatMap(({ id, name, colour, kind, standing }) =>
    kind === "campaign" && standing.state === "upcoming" && standing.at !== null
      ? [{ id, name, colour, start: standing.at }]
      : [],
  );
  return openingSoon(dated, now, TODAY_LIMITS.upcoming);
}

/** Puts the morning together. */
export function todayHandlers(around: TodaySurroundings): HandlersFor<"today.get"> {
  return {
    "today.get": async ({ shop }) => {
      const [promises, featured, status, sets] = await Promise.all([
        around.promises(TODAY_LIMITS.promises),
        around.featured(shop),
        around.campaigns(),
        around.campaignSets(),
      ]);
      const [now, zone] = [around.now(), around.zone()];
      const { day, dayStarts, todayEnds } = dayOf(now, zone);
      const present = { now, dayStarts, todayEnds };
      const { complaints } = around;
      return {
        ...{ now, zone, day, todayEnds },
        promises: {
          ...promises,
          // What is due tomorrow is not for this screen.
          rows: promises.rows.filter(({ dueAt }) => dueAt <= todayEnds),
        },
        complaints: {
          ...complaints.counts(present),
          rows: complaints.pressing(TODAY_LIMITS.complaints).map((each) => ({ ...each })),
        },
        featured: productsOf(featured),
        emergencies: status.emergencies.map(
          ({ id, name, colour, shops, phrases, until, emergency, since, why }) => ({
            ...{ id, name, colour, shops, phrases, until, emergency, since, why },
          }),
        ),
        campaigns: status.campaigns.map(({ id, name, colour, shops, phrases, until, phases }) => ({
          ...{ id, name, colour, shops, phrases, until, phases },
        })),
        upcoming: upcomingOf(sets, now),
        urging: around.urging(present),
        extras: [...around.extras()],
        phrases: around.phrases(),
      };
    },
  };
}
