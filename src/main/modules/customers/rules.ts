import type { Customer, CustomerFields } from "../../../shared/contract/customers.ts";

/** The same phrase to the same customer within this time is asked about first, milliseconds. */
export const REPEAT_WITHIN = 10 * 60 * 1_000;

/** The day of a moment where the person is, as 2026-06-02. @param zoneOffset minutes, as `getTimezoneOffset` gives it */
export function localDay(at: number, zoneOffset: (at: number) => number): string {
  return new Date(at - zoneOffset(at) * 60_000).toISOString().slice(0, 10);
}

/** An order number as it is kept: no blanks, plain digits. */
export const plainOrder = (order: string): string => order.normalize("NFKC").replaceAll(/\s/g, "");

export interface Candidates {
  /** The one whose fields were edited. */
  readonly edited: Customer | null;
  /** Who has this order already. */
  readonly byOrder: Customer | null;
  /** Who was seen last under this name in this shop. */
  readonly byName: Customer | null;
}

/**
 * Who is meant: the order number says it, without one the name.
 * `whole`: every field was edited on this very one, so that an emptied field is empty; else what is left out is kept.
 */
export function whoIsMeant(
  fields: CustomerFields,
  { edited, byOrder, byName }: Candidates,
): { customer: Customer | null; whole: boolean } {
  if (byOrder) return { customer: byOrder, whole: byOrder.id === edited?.id };
  const same = (one: Customer): boolean =>
    // Another order is somebody else, whatever the name; the same person's first order is not.
    (fields.order === "" || one.order === "") &&
    (fields.name === "" || one.name === "" || fields.name === one.name);
  if (edited && same(edited)) return { customer: edited, whole: true };
  return byName && same(byName)
    ? { customer: byName, whole: false }
    : { customer: null, whole: false };
}
