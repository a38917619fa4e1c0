import type { Complaint } from "../../../shared/contract/complaints.ts";
import type { HandlersFor } from "../../../shared/contract/index.ts";
import type { PromiseRow } from "../../../shared/contract/promises.ts";
import type { TodayCase, TodayPromise } from "../../../shared/contract/today.ts";
import { createComplaintMorning } from "../../modules/complaints/morningStore.ts";
import { todayHandlers } from "../../modules/today/handlers.ts";
import { createUrgingMorning } from "../../modules/urging/morningStore.ts";
import type { Foundation } from "../foundation.ts";
import type { PromisesFeature } from "./promises.ts";

interface Needs {
  readonly promises: PromisesFeature;
  readonly products: HandlersFor<"products.featured">;
  readonly campaigns: HandlersFor<"campaigns.status" | "campaigns.list">;
  /** Live phrases. */
  readonly phrases: () => number;
}

const promiseRow = ({ id, text, customer, order, shop, dueAt, dateOnly }: PromiseRow): TodayPromise => ({
  ...{ id, text, customer, order, shop, dueAt, dateOnly },
});

const caseRow = ({
  deadline,
  ...{ id, number, customer, order, shop, kind, severity, stage }
}: Complaint): TodayCase => ({
  ...{ id, number, customer, order, shop, kind, severity, stage },
  deadlineAt: deadline?.at ?? null,
});

/** 今日: what the features have for the morning, in one answer. */
export function todayFeature(base: Foundation, { promises, products, campaigns, phrases }: Needs) {
  const cases = createComplaintMorning(base.database);
  const orders = createUrgingMorning(base.database);
  const { now, zone } = base;
  return {
    handlers: todayHandlers({
      now,
      zone,
      promises: {
        counts: promises.store.counts,
        doneToday: promises.doneToday,
        due: ({ todayEnds }, limit) =>
          promises.store.openUntil(todayEnds + 1, limit).map(promiseRow),
      },
      complaints: {
        counts: (present) => cases.counts(present.now, present.todayEnds),
        pressing: (limit) => cases.pressing(limit).map(caseRow),
      },
      featured: async (shop) => products["products.featured"]({ shop }),
      campaigns: async () => campaigns["campaigns.status"]({}),
      campaignSets: async () => (await campaigns["campaigns.list"]({})).sets,
      urging: ({ todayEnds }) => orders.ofDay(now(), zone(), todayEnds),
      // Packs and drills hand theirs in here once they are there.
      extras: () => [],
      phrases,
    }),
  };
}
