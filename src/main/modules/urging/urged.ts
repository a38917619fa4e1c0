import type { UrgingOrder } from "../../../shared/contract/urging.ts";

/** What urging came to in a time: an order counts once, where it was urged first, and as paid when it was paid after that. */
export interface Urged {
  readonly urged: number;
  readonly paid: number;
  /** Of those paid, cents. */
  readonly amount: number;
}

/** @param orders urged in the time; `to` excluded, milliseconds since 1970 */
export function urgedWithin(
  orders: readonly Pick<UrgingOrder, "urges" | "paidAt" | "amount">[],
  from: number,
  to: number,
): Urged {
  const first = orders.flatMap(({ urges: [urge], paidAt, amount }) =>
    urge && urge.at >= from && urge.at < to
      ? [{ paid: paidAt !== null && paidAt >= urge.at, amount: amount ?? 0 }]
      : [],
  );
  const paid = first.filter((order) => order.paid);
  return {
    urged: first.length,
    paid: paid.length,
    amount: paid.reduce((sum, { amount }) => sum + amount, 0),
  };
}
