import type { Phrase } from "../../../shared/contract/phrases.ts";
import type { ReviewFinding } from "../../../shared/contract/review.ts";
import { CUSTOMER_LIMITS } from "../../../shared/contract/customers.ts";
import type { UrgingOrder } from "../../../shared/contract/urging.ts";
import { readBundled } from "../../modules/gate/bundled.ts";
import { type CompiledList, compileList, findWords } from "../../modules/gate/matcher.ts";
import type { PhraseStore } from "../../modules/phrases/store.ts";
import { readTable } from "../../modules/transfer/readTable.ts";
import { createUrgingGuard } from "../../modules/urging/guard.ts";
import { urgingHandlers } from "../../modules/urging/handlers.ts";
import { createOrderImporter, type UrgingEntry } from "../../modules/urging/importer.ts";
import {
  isUrging,
  isUrgingCategory,
  ORDER,
  orderOf,
  URGING_TAGS,
} from "../../modules/urging/rules.ts";
import { createUrgingStore } from "../../modules/urging/store.ts";
import type { Foundation } from "../foundation.ts";
import { scriptsIn } from "../scenes.ts";
import type { CustomersFeature } from "./customers.ts";

interface Needs {
  readonly phrases: PhraseStore;
  readonly customers: CustomersFeature;
  /** Phrases that are not offered now. */
  readonly hidden: (shop: string | null) => ReadonlySet<string>;
  /** Reads the bundled list of blunt wordings. */
  readonly blunt: () => unknown;
}

export type UrgingFeature = ReturnType<typeof urgingFeature>;

/** 催付: the day's unpaid orders, and the rules that hold before anybody is urged. */
export function urgingFeature(base: Foundation, needs: Needs) {
  const { journal, now, zone } = base;
  const { phrases, customers } = needs;
  const store = createUrgingStore(base.database);
  journal.follow(ORDER, (ids) => {
    store.put(ids.map((id) => [id, orderOf(id, journal.of(ORDER, id))]));
    if (base.isOpen()) base.emit("urging.changed", {});
  });
  const append = (entries: readonly UrgingEntry[]) => journal.append(entries);

  let list: CompiledList | null = null;
  function blunt(text: string): ReviewFinding[] {
    // Compared as insults are: whatever signs are put between the letters.
    list ??= compileList(readBundled([{ ...(needs.blunt() as object), kind: "insult" }]));
    // Typed or set, an apostrophe is one.
    return findWords([list], text.replaceAll("’", "'")).map(
      ({ start, end, word, severity, replacements }) => ({
        ...{ start, end, word, severity, replacements },
        kind: "blunt",
      }),
    );
  }

  const pathOf = ({ categoryId }: Pick<Phrase, "categoryId">): readonly string[] =>
    (categoryId === null ? undefined : phrases.categories.paths().get(categoryId)) ?? [];

  const guard = createUrgingGuard({
    store,
    now,
    zone,
    customer: customers.store.current,
    agent: () => base.ports.settings.get().agentName,
    urges: (phrase) => isUrging(phrase.tags, pathOf(phrase)),
    blunt,
    append,
  });

  function takeUp({ order, buyer, shop, goods, amount }: UrgingOrder): void {
    const fields = { name: buyer, order, shop, note: "" };
    const taken = customers.store.set(fields, null, now());
    const facts = [goods, amount === null ? "" : `¥${(amount / 100).toFixed(2)}`]
      .filter((each) => each !== "")
      .join(" ")
      .slice(0, CUSTOMER_LIMITS.note);
    // What an agent has written of a customer is not written over.
    if (taken.note === "" && facts !== "")
      customers.store.set({ ...taken, note: facts }, taken.id, now());
    base.emit("customers.changed", customers.store.current());
  }

  return {
    store,
    look: guard.look,
    blunt,
    handlers: urgingHandlers({
      store,
      guard,
      importer: createOrderImporter({
        store,
        uploads: base.files,
        readTable: (path, name) => readTable({ path, name }),
        now,
        zone,
      }),
      now,
      zone,
      append,
      kindOf: (order, event) =>
        journal.of(ORDER, order).find(({ id }) => id === event)?.kind ?? null,
      scripts(shop) {
        const hidden = needs.hidden(shop || null);
        return scriptsIn(phrases, { tags: URGING_TAGS, category: isUrgingCategory }).filter(
          (row) => !hidden.has(row.id) && (row.shop === "" || shop === "" || row.shop === shop),
        );
      },
      takeUp,
    }),
  };
}
