import { DateTime } from "luxon";
import type { UrgingDay, UrgingOrder } from "../../../shared/contract/urging.ts";
import { dayAround } from "./rules.ts";

/** The most days a stretch is told by. */
const DAYS = 400;

const dayOf = (at: number, zone: string): string =>
  DateTime.fromMillis(at, { zone }).toISODate() ?? "";

/**
 * What each day of a stretch came to, on the clocks of a zone. An order counts as paid for the day it was first urged
 * on, when it was paid after that.
 * @param urged orders urged in the stretch @param listed when orders were listed last in it
 */
export function figuresOf(
  urged: readonly UrgingOrder[],
  listed: readonly number[],
  { from, to, zone }: { readonly from: number; readonly to: number; readonly zone: string },
): UrgingDay[] {
  const days = new Map<string, UrgingDay>();
  for (let at = from; at < to && days.size < DAYS; at = dayAround(at, zone).to) {
    const day = dayOf(at, zone);
    days.set(day, { day, listed: 0, urged: 0, paid: 0, amount: 0 });
  }
  const add = (at: number, change: (day: UrgingDay) => Partial<UrgingDay>): void => {
    const day = days.get(dayOf(at, zone));
    if (day) days.set(day.day, { ...day, ...change(day) });
  };
  for (const at of listed) add(at, (day) => ({ listed: day.listed + 1 }));
  for (const { urges, paidAt, amount } of urged) {
    const [first] = urges;
    if (!first) continue;
    const paid = paidAt !== null && paidAt >= first.at;
    add(first.at, (day) => ({
      urged: day.urged + 1,
      paid: day.paid + (paid ? 1 : 0),
      amount: day.amount + (paid ? (amount ?? 0) : 0),
    }));
  }
  return [...days.values()];
}
