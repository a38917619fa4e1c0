import type { Customer } from "../../../shared/contract/customers.ts";

/** Digits of an order number that tell it from others at a glance. */
const TAIL = 4;

/** "王女士 …1234": enough to see that it is the right one. */
export function calledShort({ name, order }: Pick<Customer, "name" | "order">): string {
  const tail = order.length > TAIL + 2 ? `…${order.slice(-TAIL)}` : order;
  return [name, tail].filter((part) => part !== "").join(" ");
}
