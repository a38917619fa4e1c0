import type { Touched } from "../../modules/phrases/handlers.ts";
import type { PhraseStore } from "../../modules/phrases/store.ts";
import type { Offers } from "../../modules/search/handlers.ts";
import { statisticsHandlers } from "../../modules/statistics/handlers.ts";
import { createStatisticsStore } from "../../modules/statistics/store.ts";
import type { Foundation } from "../foundation.ts";

interface Needs {
  readonly store: PhraseStore;
  /** What comes first now, and what is not offered. */
  offers(shop: string | null): Offers;
  changed(reason: string, touched: Touched): void;
}

/** 使用统计: what of the library is used, and what could go. */
export function statisticsFeature(base: Foundation, { store, offers, changed }: Needs) {
  const statistics = createStatisticsStore(base.database);
  return {
    handlers: statisticsHandlers({
      store: statistics,
      count: store.count,
      hidden: () => offers(null).hidden,
      rows: store.rows,
      paths: store.categories.paths,
      phrase: store.get,
      change: store.history.change,
      write: store.write,
      trash(remember, id) {
        remember("phrase", id);
        statistics.trash(id, base.now());
      },
      changed: (step) => changed("merge", { step }),
    }),
  };
}
