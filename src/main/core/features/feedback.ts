import { feedbackHandlers } from "../../modules/feedback/handlers.ts";
import { FEEDBACK, feedbackOf } from "../../modules/feedback/rules.ts";
import { createFeedbackStore } from "../../modules/feedback/store.ts";
import type { Foundation } from "../foundation.ts";
import type { CustomersFeature } from "./customers.ts";

interface Needs {
  readonly customers: CustomersFeature;
}

export type FeedbackFeature = ReturnType<typeof feedbackFeature>;

/** 意见反馈: what buyers say, sorted, sent on and answered. */
export function feedbackFeature(base: Foundation, { customers }: Needs) {
  const { journal, ports } = base;
  const store = createFeedbackStore(base.database);
  journal.follow(FEEDBACK, (ids) => {
    store.put(ids.map((id) => [id, feedbackOf(id, journal.of(FEEDBACK, id))]));
    if (base.isOpen()) base.emit("feedback.changed", {});
  });
  return {
    store,
    handlers: feedbackHandlers({
      store,
      now: base.now,
      zone: base.zone,
      settings() {
        const { locale, agentName, shop, feedbackDepartments } = ports.settings.get();
        return { locale: locale ?? "zh-CN", agentName, shop, feedbackDepartments };
      },
      customer: customers.store.current,
      append: (entries) => journal.append(entries),
      kindOf: (id, event) =>
        journal.of(FEEDBACK, id).find((each) => each.id === event)?.kind ?? null,
      pdf: ports.printing.pdf,
      deliver: base.deliver,
    }),
  };
}
