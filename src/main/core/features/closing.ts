import { closingHandlers } from "../../modules/closing/handlers.ts";
import { CLOSING_TAGS, isClosingCategory, type Known } from "../../modules/closing/rules.ts";
import type { PhraseStore } from "../../modules/phrases/store.ts";
import { scriptsIn } from "../scenes.ts";
import type { CustomersFeature } from "./customers.ts";

interface Needs {
  readonly phrases: PhraseStore;
  readonly customers: CustomersFeature;
  /** Phrases that are not offered now. */
  readonly hidden: (shop: string | null) => ReadonlySet<string>;
  /** Whether an order was paid; null when it is not on the list of unpaid ones. */
  readonly paid: (order: string) => boolean | null;
}

/** How many of the last pastes tell what a talk was about. */
const HEARD = 8;

/** 结束语: the lines that end a talk, and which are likely the right ones. */
export function closingFeature({ phrases, customers, hidden, paid }: Needs) {
  function known(): Known | null {
    const customer = customers.store.current();
    if (!customer) return null;
    const paths = phrases.categories.paths();
    const heard = customers.memory.pastes(customer.id, HEARD).flatMap(({ phraseId }) => {
      const categoryId = phrases.find(phraseId)?.categoryId ?? null;
      const path = categoryId === null ? undefined : paths.get(categoryId);
      return path ? [path] : [];
    });
    const { name, order, note } = customer;
    return { name, order, note, heard, paid: order === "" ? null : paid(order) };
  }
  return {
    handlers: closingHandlers({
      known,
      lines(shop) {
        const out = hidden(shop || null);
        return scriptsIn(phrases, { tags: CLOSING_TAGS, category: isClosingCategory }).filter(
          (row) => !out.has(row.id) && (row.shop === "" || shop === "" || row.shop === shop),
        );
      },
    }),
  };
}
