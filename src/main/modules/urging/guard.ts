import type { Phrase } from "../../../shared/contract/phrases.ts";
import type { ReviewFinding, ReviewStop, Urges } from "../../../shared/contract/review.ts";
import type { UrgingOrder } from "../../../shared/contract/urging.ts";
import { AppError } from "../../../shared/errors.ts";
import type { MessageCode } from "../../../shared/messages/zh-CN.ts";
import type { UrgingEntry } from "./importer.ts";
import { buyerKey, dayAround, ORDER, orderKey, stopsFor, viewOf } from "./rules.ts";
import type { UrgingStore } from "./store.ts";

/** Who is in hand, as far as it matters here. */
interface InHand {
  readonly name: string;
  readonly order: string;
  readonly shop: string;
}

export interface GuardSurroundings {
  readonly store: UrgingStore;
  readonly now: () => number;
  readonly zone: () => string;
  readonly customer: () => InHand | null;
  /** Names the agent; "" when nobody said. */
  readonly agent: () => string;
  /** Whether a phrase is an urging script, whatever it is pasted for. */
  readonly urges: (phrase: Phrase) => boolean;
  /** Blunt wordings in a text. */
  readonly blunt: (text: string) => readonly ReviewFinding[];
  /** Writes into the journal; gives the ids of the events. */
  readonly append: (entries: readonly UrgingEntry[]) => readonly { readonly id: string }[];
}

const unknown = (order: string, { name, shop }: InHand): UrgingOrder => ({
  ...{ order, buyer: name, shop, goods: "", amount: null, orderedAt: null, listedAt: 0 },
  ...{ paidAt: null, closed: false, urges: [], result: null, resultAt: null },
});

export type UrgingGuard = ReturnType<typeof createUrgingGuard>;

/** The rules of urging, held before anything goes out: not who paid today, no order twice, nothing blunt. */
export function createUrgingGuard(around: GuardSurroundings) {
  const { store } = around;

  /** Why an order may not be urged now. */
  function stopsOf(order: UrgingOrder): ReviewStop[] {
    const zone = around.zone();
    const { from, to } = dayAround(around.now(), zone);
    const key = buyerKey(order.buyer);
    return stopsFor(
      order,
      {
        paidToday: key === "" ? null : store.paidBy(key, order.order, from, to),
        perhapsPaidToday:
          key === "" && order.buyer !== "" ? store.paidByLikes(order, from, to) : null,
      },
      zone,
    );
  }

  /** The order that is meant when an urging script goes to whoever is in hand; null: nobody is. */
  function inHand(): UrgingOrder | null {
    const customer = around.customer();
    if (!customer) return null;
    const number = orderKey(customer.order);
    if (number !== "") return store.find(number) ?? unknown(number, customer);
    const theirs = store.ofBuyer(buyerKey(customer.name));
    // The one that may be urged; when there is none, the one that says why not.
    return (
      theirs.find((each) => viewOf(each) === "todo") ??
      theirs.find((each) => viewOf(each) === "waiting") ??
      unknown("", customer)
    );
  }

  function bluntStops(texts: readonly string[]): ReviewStop[] {
    const found = texts.flatMap(around.blunt)[0];
    if (!found) return [];
    const params = { word: found.word, instead: found.replacements[0] ?? "" };
    return [{ code: "urging_blunt", params, severity: "block" }];
  }

  /** @throws AppError urging_order_missing */
  function meant(urges: Urges | null): UrgingOrder | null {
    if (urges === null) return inHand();
    const order = store.find(orderKey(urges.order));
    if (!order) throw new AppError("urging_order_missing", { order: urges.order });
    return order;
  }

  return {
    stopsOf,
    /** Looks at a script on its way out; null when it is no urging. @throws AppError urging_order_missing */
    look(phrase: Phrase, urges: Urges | null) {
      if (urges === null && !around.urges(phrase)) return null;
      const order = meant(urges);
      let event: string | null = null;
      return {
        stops: (texts: readonly string[]) => [
          ...(order ? stopsOf(order) : []),
          ...bluntStops(texts),
        ],
        blunt: around.blunt,
        leaving(): void {
          if (!order || order.order === "") return;
          const now = store.find(order.order);
          const stop = stopsOf(now ?? order).find(({ severity }) => severity === "block");
          if (stop) throw new AppError(stop.code as MessageCode, stop.params);
          const about = { subject: ORDER, subjectId: order.order };
          const { buyer, shop } = order;
          const events = around.append([
            ...(now ? [] : [{ ...about, kind: "listed" as const, data: { buyer, shop } }]),
            {
              ...about,
              kind: "urged",
              data: { reason: urges?.reason ?? null, title: phrase.title, by: around.agent() },
            },
          ]);
          event = events.at(-1)?.id ?? null;
        },
        stayed(): void {
          if (!order || event === null) return;
          around.append([
            { subject: ORDER, subjectId: order.order, kind: "withdrawn", data: { event } },
          ]);
          event = null;
        },
      };
    },
  };
}
