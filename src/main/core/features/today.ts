import type { Complaint } from "../../../shared/contract/complaints.ts";
import type { HandlersFor } from "../../../shared/contract/index.ts";
import type { PromiseRow } from "../../../shared/contract/promises.ts";
import type { TodayCase, TodayPromise } from "../../../shared/contract/today.ts";
import { createComplaintMorning } from "../../modules/complaints/morningStore.ts";
import { todayHandlers } from "../../modules/today/handlers.ts";
import type { UrgingStore } from "../../modules/urging/store.ts";
import { urgedWithin } from "../../modules/urging/urged.ts";
import type { Foundation } from "../foundation.ts";

interface Needs {
  readonly promises: HandlersFor<"promises.due">;
  readonly products: HandlersFor<"products.featured">;
  readonly campaigns: HandlersFor<"campaigns.status" | "campaigns.list">;
  readonly urging: Pick<UrgingStore, "queue" | "urgedIn">;
  /** Live phrases. */
  readonly phrases: () => number;
}

const promiseRow = ({
  id,
  text,
  customer,
  order,
  shop,
  dueAt,
  dateOnly,
}: PromiseRow): TodayPromise => ({
  ...{ id, text, customer, order, shop, dueAt, dateOnly },
});

const caseRow = ({ deadline, ...rest }: Complaint): TodayCase => {
  const { id, number, title, customer, order, shop, kind, severity, stage } = rest;
  return {
    ...{ id, number, title, customer, order, shop, kind, severity, stage },
    deadlineAt: deadline?.at ?? null,
  };
};

/** 今日: what the features have for the morning, in one answer. */
export function todayFeature(base: Foundation, needs: Needs) {
  const { promises, products, campaigns, urging, phrases } = needs;
  const cases = createComplaintMorning(base.database);
  const { now, zone } = base;
  return {
    handlers: todayHandlers({
      now,
      zone,
      async promises(limit) {
        const { counts, doneToday, rows } = await promises["promises.due"]({ limit });
        return { counts, doneToday, rows: rows.map(promiseRow) };
      },
      complaints: {
        counts: (present) => cases.counts(present.now, present.todayEnds),
        pressing: (limit) => cases.pressing(limit).map(caseRow),
      },
      featured: async (shop) => products["products.featured"]({ shop }),
      campaigns: async () => campaigns["campaigns.status"]({}),
      campaignSets: async () => (await campaigns["campaigns.list"]({})).sets,
      urging({ dayStarts, todayEnds }) {
        // As the queue shows it: what was listed, urged or settled today.
        const { todo, waiting } = urging.queue("todo", dayStarts, "", 0).counts;
        const [from, to] = [dayStarts, todayEnds + 1];
        const { urged, paid } = urgedWithin(urging.urgedIn(from, to), from, to);
        return { todo, waiting, urged, paid };
      },
      // Packs and drills hand theirs in here once they are there.
      extras: () => [],
      phrases,
    }),
  };
}
